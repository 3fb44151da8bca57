"""Time and peak memory by the size of the article, and the texts meant to be slow against an ordinary one."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from benchmarks import texts
from benchmarks.alone import Alone, alone
from benchmarks.timing import interleaved
from service.quotation import Extractor

SIZES = {"1 KiB": texts.KIB, "10 KiB": 10 * texts.KIB, "100 KiB": 100 * texts.KIB, "1 MiB": texts.MIB}
SMALL = 32 * texts.KIB  # smaller texts are read several times in a round, so that the clock is fine enough
SLOWEST = 3  # of the worst texts so many are measured in all rounds
HOPELESS = 10  # a text that takes so many times an ordinary one is not waited for, and counts as this


def growth(extractor: Extractor, rounds: int) -> dict[str, Any]:
    """Microseconds a character and MiB at the peak for each of `SIZES`; the first as a ratio, 1 MiB over 10 KiB."""
    articles = {name: texts.of_size(size) for name, size in SIZES.items()}
    times = {name: _microseconds(extractor, text, rounds) for name, text in articles.items()}
    peaks = {name: alone(text) for name, text in articles.items()}
    return {
        "growth_1mib_over_10kib": times["1 MiB"] / times["10 KiB"],
        "microseconds_per_character": times,
        "peak_mb": {name: measured and measured.peak_mb for name, measured in peaks.items()},
    }


def worst(rounds: int, size: int = texts.MIB) -> dict[str, Any]:
    """Time of each worst text over that of an ordinary article of as many bytes, and the highest of them.

    Each text is read once; the `SLOWEST` are then measured in all rounds, in turns with the ordinary article.
    """
    ordinary, bad = texts.of_size(size), texts.worst(size)
    base = alone(ordinary)
    assert base is not None
    first = {name: alone(text, HOPELESS * base.seconds) for name, text in bad.items()}
    ratios = {name: _over(first[name], bad[name], base, ordinary) for name in bad}
    slowest = sorted(bad, key=lambda name: -ratios[name])[:SLOWEST]
    ratios |= _in_rounds(ordinary, {name: bad[name] for name in slowest if first[name]}, rounds)
    return {
        "worst_over_ordinary": max(ratios.values()),
        "worst": ratios,
        "worst_peak_mb": {
            name: measured and measured.peak_mb for name, measured in {"ordinary": base, **first}.items()
        },
    }


def _in_rounds(ordinary: str, bad: dict[str, str], rounds: int) -> dict[str, float]:
    """The ratio of the medians for each of these texts."""
    found: dict[str, list[Alone | None]] = {"": [], **{name: [] for name in bad}}
    for _ in range(rounds):
        for name, measured in found.items():
            measured.append(alone(bad.get(name, ordinary)))
    base, *rest = (_median(measured) for measured in found.values())
    return {name: _over(each, bad[name], base, ordinary) for name, each in zip(bad, rest, strict=True)}


def _median(measured: Sequence[Alone | None]) -> Alone:
    done = [each for each in measured if each is not None]
    return Alone(median(each.seconds for each in done), median(each.peak_mb for each in done))


def _over(measured: Alone | None, text: str, base: Alone, ordinary: str) -> float:
    """The time a byte over that of the ordinary article."""
    if measured is None:
        return float(HOPELESS)
    return measured.seconds / len(text.encode()) / (base.seconds / len(ordinary.encode()))


def _microseconds(extractor: Extractor, text: str, rounds: int) -> float:
    """Processor time a character, in microseconds."""
    repeats = max(1, SMALL // len(text))
    times = interleaved([text] * repeats, {"extract": extractor.extract}, rounds)
    return sum(times["extract"]) / repeats / len(text) * 1e6
