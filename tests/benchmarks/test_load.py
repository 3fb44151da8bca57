"""How busy the cores are: what this process does is seen, and told from what others do."""

from __future__ import annotations

import os
import time

import pytest

from benchmarks.load import STAT, busy, used
from benchmarks.timing import cores


@pytest.fixture(autouse=True)
def _on_linux() -> None:
    if not STAT.exists():
        pytest.skip("the system does not tell")


def work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_the_work_of_a_process_is_seen() -> None:
    before, all_before = used([os.getpid()]), busy(cores())
    work(0.2)
    all_after = busy(cores())
    assert used([os.getpid()]) - before >= 0.15
    assert all_before is not None
    assert all_after is not None
    assert all_after - all_before >= 0.15


def test_no_core_has_done_nothing() -> None:
    assert busy(set()) == 0
