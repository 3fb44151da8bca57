"""One extraction at a time, a bounded queue before it, and a budget of time for each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Semaphore

from service.api.problems import BUSY, OVER_BUDGET, ProblemError


class Gate:
    """Lets one thread through at a time: a memory zone of spaCy is not safe for threads."""

    def __init__(self, queue: int, wait: float) -> None:
        """At most ``queue`` threads wait, none longer than ``wait`` seconds."""
        self._places = Semaphore(queue + 1)
        self._turn = Lock()
        self._wait = wait

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the only turn. Raises the problem *busy* where the queue is full or the wait too long."""
        if not self._places.acquire(blocking=False):
            raise ProblemError(BUSY)
        try:
            if not self._turn.acquire(timeout=self._wait):
                raise ProblemError(BUSY)
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self._places.release()


def budget(seconds: float, clock: Callable[[], float] = time.monotonic) -> Callable[[], None]:
    """A check that raises the problem *over-budget* once this many seconds have passed from now."""
    end = clock() + seconds

    def check() -> None:
        if clock() > end:
            raise ProblemError(OVER_BUDGET)

    return check
