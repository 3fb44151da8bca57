"""One extraction in a process of its own, for its peak memory and for texts that might not end.

`python -m benchmarks.alone < TEXT` prints the seconds of processor time and the MiB.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.texts import MIB

WARM_UP = "„Wir prüfen das“, sagte Jana Brandt, Sprecherin des Verkehrsamts."
START = 20  # seconds that the process may take to get ready


@dataclass(frozen=True, slots=True)
class Alone:
    """``seconds`` of processor time for one extraction, and by how many MiB it raised the peak of the process."""

    seconds: float
    peak_mb: float


def alone(text: str, limit: float | None = None) -> Alone | None:
    """Extract from the text in a process that has read a small article before; None after ``limit`` seconds."""
    command = [sys.executable, "-m", "benchmarks.alone"]
    timeout = None if limit is None else limit + START
    try:
        done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        return None
    seconds, peak_mb = map(float, done.stdout.split())
    return Alone(seconds, peak_mb)


def main() -> None:
    """Read the article from standard input and print both figures."""
    from service.quotation import extract

    text = sys.stdin.buffer.read().decode()
    extract(WARM_UP)
    before = _peak()
    start = time.process_time()
    extract(text)
    print(time.process_time() - start, _peak() - before)


def _peak() -> float:
    """The highest resident memory so far in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux's getrusage would start from the peak of the process that started this one
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text()).group(1)) / 1024  # type: ignore[union-attr]
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MIB


if __name__ == "__main__":
    main()
