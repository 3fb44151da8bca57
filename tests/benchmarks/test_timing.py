"""Rounds: the jobs take turns, the warm-up does not count, the median is what is left."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.timing import interleaved


def clock(durations: list[float]) -> Callable[[], float]:
    """A clock by which the jobs last so long, one after another."""
    readings = [0.0]
    for duration in durations:
        readings += [readings[-1] + duration, readings[-1] + duration]
    return iter(readings).__next__


def test_the_jobs_take_turns_and_change_who_begins() -> None:
    seen: list[str] = []
    jobs = {name: lambda item, name=name: seen.append(f"{name}{item}") for name in "ab"}
    interleaved([1, 2], jobs, rounds=2)
    assert seen == ["b1", "b2", "a1", "a2", "a1", "a2", "b1", "b2", "b1", "b2", "a1", "a2"]


def test_they_may_take_turns_at_each_item() -> None:
    seen: list[str] = []
    jobs = {name: lambda item, name=name: seen.append(f"{name}{item}") for name in "ab"}
    interleaved([1, 2], jobs, rounds=2, by_item=True)
    assert seen == ["b1", "a1", "b2", "a2", "a1", "b1", "a2", "b2", "b1", "a1", "b2", "a2"]


def test_the_first_round_is_not_counted() -> None:
    times = interleaved(["x"], {"a": str}, rounds=3, clock=clock([99, 1, 3, 2]))
    assert times == {"a": [2]}


def test_without_a_warm_up_every_round_counts() -> None:
    times = interleaved(["x"], {"a": str}, rounds=1, clock=clock([5]), warm_up=False)
    assert times == {"a": [5]}
