"""Resident and unique memory of a process, as Linux tells it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

UNIQUE = ("Private_Clean", "Private_Dirty")


@dataclass(frozen=True, slots=True)
class Memory:
    """In MiB: ``resident`` with all that is shared, ``unique`` what would be free without the process,
    ``proportional`` with each shared page divided among those who share it."""

    resident: float
    unique: float
    proportional: float


def memory(pid: int) -> Memory | None:
    """The memory of a process; None where the system does not tell."""
    path = Path(f"/proc/{pid}/smaps_rollup")
    if not path.exists():
        return None
    kib = {}
    for line in path.read_text().splitlines()[1:]:
        name, _, rest = line.partition(":")
        kib[name] = int(rest.split()[0])
    return Memory(kib["Rss"] / 1024, sum(kib[name] for name in UNIQUE) / 1024, kib["Pss"] / 1024)
