"""How busy the cores are, and with whom: whether a figure by wall clock was disturbed. Linux only."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

STAT = Path("/proc/stat")
IDLE = slice(3, 5)  # idle and waiting for input, among the fields of a core


def busy(cores: set[int]) -> float | None:
    """Seconds that these cores have worked since the system started; None where the system does not tell."""
    if not STAT.exists():
        return None
    ticks = 0
    for line in STAT.read_text().splitlines():
        name, *fields = line.split()
        if name.startswith("cpu") and name[3:].isdigit() and int(name[3:]) in cores:
            spent = [int(field) for field in fields[:8]]
            ticks += sum(spent) - sum(spent[IDLE])
    return ticks / os.sysconf("SC_CLK_TCK")


def used(pids: Sequence[int]) -> float:
    """Seconds of processor time of these processes."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
