"""Clocks, rounds and medians. What is measured stands in the other files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import TypeVar

Item = TypeVar("Item")
Times = dict[str, list[float]]  # for each job the median seconds of each item

# One thread for the matrices, as the service has it; read when NumPy is imported.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def cores() -> set[int]:
    """The cores this process may use; empty where the system does not tell."""
    return os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()


def use_cores(wanted: set[int]) -> None:
    """Keep this process, and those it starts from now on, on these cores; nothing where that cannot be done."""
    if wanted and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, wanted)


def interleaved(
    items: Sequence[Item],
    jobs: Mapping[str, Callable[[Item], object]],
    rounds: int,
    clock: Callable[[], float] = time.process_time,
    warm_up: bool = True,
    by_item: bool = False,
) -> Times:
    """The median time of each job on each item, over rounds in which the jobs take turns.

    In a round each job goes through all items before the next one does, as a service that does nothing else;
    ``by_item`` lets them take turns at each item, where each finds the processor's caches full of the others. The order
    of the jobs moves on by one each round. A first round that warms up is not counted. The usual clock is the processor
    time of this process, which another process on the core does not lengthen.
    """
    names = list(jobs)
    taken: dict[str, list[list[float]]] = {name: [[] for _ in items] for name in names}
    for round_ in range(-1 if warm_up else 0, rounds):
        turn = round_ % len(names)
        order = names[turn:] + names[:turn]
        places = range(len(items))
        turns = [(p, n) for p in places for n in order] if by_item else [(p, n) for n in order for p in places]
        for place, name in turns:
            start = clock()
            jobs[name](items[place])
            seconds = clock() - start
            if round_ >= 0:
                taken[name][place].append(seconds)
    return {name: [median(times) for times in by_item] for name, by_item in taken.items()}
