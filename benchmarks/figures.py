"""The figures of a set and their bootstrap intervals, from the outcomes of its articles."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

import numpy as np

from benchmarks.outcomes import ASPECTS, Scored

ROUNDS = 1000
SEED = 4711
FIGURES = (
    "detection_precision",
    "detection_recall",
    "detection_f1",
    *ASPECTS,
    "nominative",
    "who_said_what_f1",
    "complete_f1",
)

Interval = tuple[float, float]


def counts(scored: Scored) -> list[int]:
    """What is summed over articles: found, answered, wanted, right in each aspect, complete, exact."""
    outcomes = scored.outcomes
    return [
        sum(outcome.found for outcome in outcomes),
        sum(outcome.got is not None for outcome in outcomes),
        sum(outcome.wanted is not None for outcome in outcomes),
        *(sum(outcome.right[aspect] for outcome in outcomes) for aspect in range(len(ASPECTS))),
        sum(outcome.complete for outcome in outcomes),
        sum(outcome.exact for outcome in outcomes),
    ]


def figures(judgement: ModuleType, sums: Sequence[int]) -> dict[str, float]:
    """The figures of `FIGURES`, each from 0 to 1, from the summed `counts`."""
    found, answered, wanted, *right, complete, exact = (int(number) for number in sums)
    return dict(
        zip(
            FIGURES,
            (
                *judgement.f1(found, answered, wanted),
                *(number / found if found else 0.0 for number in right),
                exact / right[2] if right[2] else 0.0,
                judgement.f1(right[0], answered, wanted)[2],
                judgement.f1(complete, answered, wanted)[2],
            ),
            strict=True,
        )
    )


def intervals(judgement: ModuleType, table: Sequence[Sequence[int]], rounds: int = ROUNDS) -> dict[str, Interval]:
    """The 95 % interval of each figure: articles are drawn with replacement, ``rounds`` times, from a fixed seed.

    ``table`` holds the `counts` of each article. The percentile bootstrap of Efron and Tibshirani (1993), chapter 13.
    """
    rows = np.array(table)
    draws = np.random.default_rng(SEED).integers(len(rows), size=(rounds, len(rows)))
    sampled = [figures(judgement, rows[draw].sum(axis=0)) for draw in draws]
    return {name: tuple(np.percentile([sample[name] for sample in sampled], (2.5, 97.5))) for name in FIGURES}
