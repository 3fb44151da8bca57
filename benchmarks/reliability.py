"""What the confidence is worth: how often the speaker is right among quotes of like confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.outcomes import Scored

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Judged:
    """One returned quote that names a speaker: its confidence, and whether the speaker is right.

    A quote that the gold does not have counts as wrong. A quote of several parts counts once, and is right when
    all parts of it are.
    """

    confidence: float
    right: bool
    in_gold: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Quotes with a confidence from ``low`` to below ``high``."""

    low: float
    high: float
    quotes: int
    confidence: float  # the mean
    right: float  # the share


def judged(scored: Sequence[Scored]) -> list[Judged]:
    """The returned quotes that name a speaker and are not optional in the gold."""
    found: dict[tuple[int, int], Judged] = {}
    for place, article in enumerate(scored):
        for outcome in article.outcomes:
            if outcome.got is None or outcome.got["speaker"] is None:
                continue
            key = (place, outcome.got["id"])
            right = outcome.right[0] and (key not in found or found[key].right)
            in_gold = outcome.wanted is not None
            found[key] = Judged(outcome.got["confidence"], right, in_gold)
    return list(found.values())


def bins(quotes: Sequence[Judged], edges: Sequence[float] = EDGES) -> list[Bin]:
    """The bins between the edges that hold a quote."""
    found = []
    for low, high in zip(edges, edges[1:], strict=False):
        inside = [quote for quote in quotes if low <= quote.confidence < high]
        if inside:
            found.append(_bin(low, high, inside))
    return found


def sure(quotes: Sequence[Judged]) -> Bin | None:
    """The quotes with a confidence of at least `SURE` as one bin."""
    inside = [quote for quote in quotes if quote.confidence >= SURE]
    return _bin(SURE, EDGES[-1], inside) if inside else None


def calibration_error(quotes: Sequence[Judged], edges: Sequence[float] = EDGES) -> float:
    """The expected calibration error: the mean distance of confidence and share over the bins, by number of quotes."""
    return sum(b.quotes * abs(b.confidence - b.right) for b in bins(quotes, edges)) / len(quotes) if quotes else 0.0


def _bin(low: float, high: float, quotes: Sequence[Judged]) -> Bin:
    number = len(quotes)
    return Bin(low, high, number, sum(q.confidence for q in quotes) / number, sum(q.right for q in quotes) / number)
