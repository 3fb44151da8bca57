"""The figures as one picture. Knows how to draw, not what is good."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

from matplotlib import pyplot  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402

from benchmarks.bars import bars  # noqa: E402

GOOD, BAD, PLAIN = "#4a7c59", "#b5483a", "#6b7a8f"
COLOURS = pyplot.get_cmap("cividis")
STEPS = ("marks", "sentences", "tokenizer", "tok2vec", "morphologizer", "parser", "ner", "reading", "rules")


def draw(figures: Mapping[str, Any], path: Path) -> None:
    """Write the picture: the bars, the steps of an extraction, growth, and the worst texts."""
    figure, axes = pyplot.subplots(2, 2, figsize=(12, 8.5), layout="constrained")
    _bars(axes[0][0], figures)
    _steps(axes[0][1], figures["breakdown"])
    _growth(axes[1][0], figures["microseconds_per_character"])
    _worst(axes[1][1], figures["worst"])
    figure.savefig(path, dpi=110)
    pyplot.close(figure)


def _bars(axes: Axes, figures: Mapping[str, Any]) -> None:
    found = [bar for bar in bars(figures) if bar.share is not None]
    shares = [bar.share or 0.0 for bar in found]
    axes.barh([bar.name for bar in found], shares, color=[GOOD if bar.holds else BAD for bar in found])
    axes.axvline(1, color="black", linewidth=1)
    axes.invert_yaxis()
    axes.set_title("figure as a share of its bar (left of the line: holds)")


def _steps(axes: Axes, breakdown: Mapping[str, Mapping[str, float]]) -> None:
    """The steps as shares of their sum."""
    sums = [sum(steps.get(step, 0.0) for step in STEPS) for steps in breakdown.values()]
    left = [0.0] * len(sums)
    for place, step in enumerate(STEPS):
        shares = [steps.get(step, 0.0) / total for steps, total in zip(breakdown.values(), sums, strict=True)]
        axes.barh(list(breakdown), shares, left=left, label=step, color=COLOURS(place / len(STEPS)))
        left = [before + share for before, share in zip(left, shares, strict=True)]
    axes.legend(ncols=5, fontsize="small", loc="lower center")
    axes.set_xlim(0, 1)
    axes.set_ylim(-1.2, len(breakdown) - 0.5)
    axes.set_title("where the time of an extraction goes")


def _growth(axes: Axes, times: Mapping[str, float]) -> None:
    axes.plot(list(times), list(times.values()), marker="o", color=PLAIN)
    axes.set_ylim(bottom=0)
    axes.set_ylabel("microseconds a character")
    axes.set_title("growth with the size of the article")


def _worst(axes: Axes, ratios: Mapping[str, float]) -> None:
    axes.barh(list(ratios), list(ratios.values()), color=PLAIN)
    axes.axvline(3, color="black", linewidth=1)
    axes.invert_yaxis()
    axes.set_title("worst texts: time over an ordinary article of that size")
