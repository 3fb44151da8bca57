"""`python -m benchmarks.calibrate`: fits the weights behind the confidence and writes `service/lexicon/confidence.tsv`.

Fitted on press-dev and on the own cases, never on Wikinews, whose licence forbids it. The figures printed are
cross-validated. What the signals are, `service/quotation/confidence.py` says.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unittest.mock import patch

import numpy as np
import yaml

from benchmarks import gold
from benchmarks.outcomes import scored
from benchmarks.reliability import SURE, Judged, bins, calibration_error, sure
from service.answer import Model, to_answer
from service.language import Pipeline, load
from service.quotation import Extractor, assembly
from service.quotation.attribution import Attribution
from service.quotation.confidence import BASE, FAMILIES, HIGHEST, TABLE, signals
from service.quotation.result import Article

FITTED_ON = "press-dev"
CASES = Path("tests") / "cases"
OUT = Path("service") / "lexicon" / TABLE
FOLDS = 30  # press-dev has as many articles
STRENGTHS = (0.3, 0.5, 1.0, 2.0, 4.0)  # of the pull of all weights towards 0
CASE_WEIGHTS = (0.05, 0.1, 0.2, 0.3, 0.5)  # of a quote of a case; one of press-dev counts 1
AS_GOOD = 0.005  # log loss; settings nearer to the best than this cannot be told from it with so few quotes
RARE = 4.0  # times the strength: the pull of a rule towards the mean of its family
_EASIER = "own-case"  # the cases are easier than articles: their own base, left out of the table
_STEPS = 25

HEADER = """\
# What the confidence of an attribution is made of. Fitted, not edited: `python -m benchmarks.calibrate` writes it.
# The weights of all signals that hold are added up; the sum is the log odds that the speaker is right.
# A signal without a line here adds nothing.
# signal: its name (service/quotation/confidence.py says when it holds).
# weight: what it adds.
# articles, cases: how many quotes of the press articles and of the own cases showed it when this was fitted.
# signal	weight	articles	cases
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One quote with a speaker: where it stands, what was seen of it, and whether the speaker is right."""

    group: str  # the article or case
    own_case: bool
    signals: tuple[str, ...]
    right: bool
    in_gold: bool = True  # for the cases always


@dataclass(frozen=True, slots=True)
class Fit:
    """The weight of each signal, and the settings it was fitted with."""

    weights: dict[str, float]
    strength: float
    case_weight: float


class Watched:
    """An extractor that also keeps the signals of each quote it returns."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._extractor = Extractor(pipeline)
        self._model = Model(pipeline.name, pipeline.version)

    def extract(self, text: str) -> tuple[Article, dict[int, tuple[str, ...]]]:
        """The answer, and the signals by the id of the quote; quotes without a speaker have none."""
        seen: list[tuple[str, ...]] = []

        def keep(found: Attribution, text: str, parts: Sequence[tuple[int, int]]) -> float:
            seen.append(signals(found, text, parts) if found.person is not None else ())
            return 0.0

        with patch.object(assembly, "confidence", keep):
            article = self._extractor.extract(text)
        return article, {quote.id: found for quote, found in zip(article.quotes, seen, strict=True) if found}

    def articles(self, data: Path, name: str) -> Iterator[Seen]:
        """The quotes of a gold set. A quote of several parts is right when all parts of it are."""
        judgement = gold.judgement(data)
        for article in gold.articles(data, name):
            answer, found = self.extract(article["text"])
            right: dict[int, tuple[bool, bool]] = {}
            for outcome in scored(judgement, article, to_answer(answer, self._model)).outcomes:
                if outcome.got is not None and outcome.got["id"] in found:
                    known = right.get(outcome.got["id"], (True, False))
                    right[outcome.got["id"]] = (known[0] and outcome.right[0], outcome.wanted is not None)
            for quote, (is_right, in_gold) in right.items():
                yield Seen(article["id"], False, found[quote], is_right, in_gold)

    def cases(self, folder: Path) -> Iterator[Seen]:
        """The quotes of the own cases that say who speaks."""
        for path in sorted(folder.glob("*.yaml")):
            for case in yaml.safe_load(path.read_text(encoding="utf-8")):
                if "quotes" not in case:
                    continue
                answer, found = self.extract(case["text"])
                for quote in answer.quotes:
                    wanted = next((w for w in case["quotes"] if w["text"] == quote.text), {"speaker": None})
                    if quote.speaker is None or wanted.get("optional") or "speaker" not in wanted:
                        continue
                    said = wanted["speaker"]
                    right = said is not None and quote.speaker.name in [said["name"], *said.get("name_also", [])]
                    yield Seen(case["id"], True, found[quote.id], right)


def fit(quotes: Sequence[Seen], strength: float, case_weight: float) -> Fit:
    """Logistic regression with an L2 penalty, by Newton's method (IRLS).

    The rule and its family are signals of their own, and the rule's is pulled harder: a rare rule shrinks to the mean
    of its family.
    """
    names = _names(quotes)
    matrix, right = _matrix(quotes, names), np.array([quote.right for quote in quotes], dtype=float)
    counts = np.array([case_weight if quote.own_case else 1.0 for quote in quotes])
    pull = np.array([_pull(name) * strength for name in names])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        likely = _probability(matrix @ weights)
        slope = matrix.T @ (counts * (right - likely)) - pull * weights
        curve = (matrix.T * (counts * likely * (1 - likely))) @ matrix + np.diag(pull)
        weights = weights + np.linalg.solve(curve, slope)
    return Fit(dict(zip(names, weights.tolist(), strict=True)), strength, case_weight)


def _pull(signal: str) -> float:
    """How hard a weight is pulled towards 0. The base is hardly pulled at all."""
    if signal in (BASE, _EASIER):
        return 0.01
    return RARE if signal.startswith("rule:") else 1.0


def held_out(quotes: Sequence[Seen], strength: float, case_weight: float) -> np.ndarray:
    """For each quote the probability given by a fit on all articles and cases but those of its fold."""
    places = {group: place for place, group in enumerate(dict.fromkeys(quote.group for quote in quotes))}
    folds = np.array([places[quote.group] % FOLDS for quote in quotes])
    found = np.zeros(len(quotes))
    for fold in range(FOLDS):
        out = np.flatnonzero(folds == fold)
        if not out.size:
            continue
        rest = fit([quote for quote, own in zip(quotes, folds, strict=True) if own != fold], strength, case_weight)
        found[out] = probabilities([quotes[i] for i in out], rest)
    return found


def probabilities(quotes: Sequence[Seen], fitted: Fit) -> np.ndarray:
    """The probability of each quote as the service would give it, but for the rounding."""
    sums = [sum(fitted.weights.get(signal, 0.0) for signal in quote.signals) for quote in quotes]
    return np.minimum(_probability(np.array(sums)), HIGHEST)


def log_loss(right: np.ndarray, likely: np.ndarray) -> float:
    """The mean of minus the logarithm of the probability given to what is the case."""
    return float(-np.mean(np.log(np.where(right, likely, 1 - likely))))


def brier(right: np.ndarray, likely: np.ndarray) -> float:
    """The mean squared distance of the probability from what is the case (Brier 1950)."""
    return float(np.mean((likely - right) ** 2))


def best(quotes: Sequence[Seen]) -> Fit:
    """The fit with the settings that predict held-out articles of press-dev best (log loss).

    Of those that are as good the strongest pull, then the highest weight of the cases: the most cautious numbers.
    """
    press = np.array([not quote.own_case for quote in quotes])
    right = np.array([quote.right for quote in quotes])[press]
    losses = {
        settings: log_loss(right, held_out(quotes, *settings)[press]) for settings in product(STRENGTHS, CASE_WEIGHTS)
    }
    least = min(losses.values())
    return fit(quotes, *max(settings for settings, loss in losses.items() if loss <= least + AS_GOOD))


def table(quotes: Sequence[Seen], fitted: Fit) -> str:
    """The data file: its header and one line a signal, in a fixed order."""
    press, cases = (Counter(s for q in quotes if q.own_case is own for s in q.signals) for own in (False, True))
    rows = [(name, weight) for name, weight in fitted.weights.items() if name != _EASIER]
    lines = [f"{name}\t{weight:.3f}\t{press[name]}\t{cases[name]}" for name, weight in rows]
    return HEADER + "\n".join(lines) + "\n"


def report(quotes: Sequence[Seen], likely: np.ndarray) -> Iterator[str]:
    """Brier score, log loss and reliability of the probabilities, as lines of text."""
    right = np.array([quote.right for quote in quotes])
    base = np.full(len(quotes), right.mean())
    yield f"  {len(quotes)} quotes with a speaker, {right.mean():.3f} right"
    yield f"  Brier score {brier(right, likely):.4f} (the same number for all: {brier(right, base):.4f})"
    yield f"  log loss    {log_loss(right, likely):.4f} (the same number for all: {log_loss(right, base):.4f})"
    judged = [Judged(round(float(p), 2), q.right, q.in_gold) for p, q in zip(likely, quotes, strict=True)]
    yield f"  expected calibration error {calibration_error(judged):.3f}"
    yield f"  {'confidence':15} {'quotes':>6} {'mean confidence':>16} {'speaker right':>14}"
    rows = [(f"{bin_.low:.2f} to {min(bin_.high, 1):.2f}", bin_) for bin_ in bins(judged)]
    top = sure(judged)
    if top is not None:
        rows.append((f"at least {SURE:.2f}", top))
    for label, row in rows:
        yield f"  {label:15} {row.quotes:6} {row.confidence:16.3f} {row.right:14.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, report and write the table; with ``--check`` only report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibrate", description="Fits the confidence.")
    parser.add_argument("--data", type=Path, default=gold.DATA, help="the directory with gold/ and tools/score.py")
    parser.add_argument("--model", help="another installed spaCy pipeline")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    watched = Watched(load(options.model))
    quotes = [*watched.articles(options.data, FITTED_ON), *watched.cases(CASES)]
    fitted = best(quotes)
    likely = held_out(quotes, fitted.strength, fitted.case_weight)
    print(f"strength {fitted.strength}, weight of a case {fitted.case_weight}, cross-validated over {FOLDS} folds")
    for name, own in ((FITTED_ON, False), ("own cases", True)):
        chosen = [i for i, quote in enumerate(quotes) if quote.own_case is own]
        print("\n".join([f"{name}, held out", *report([quotes[i] for i in chosen], likely[chosen])]))
    new = table(quotes, fitted)
    if options.check:
        is_same = OUT.is_file() and OUT.read_text(encoding="utf-8") == new
        print(f"{OUT} {'is what this fit gives' if is_same else 'differs from this fit'}")
    else:
        OUT.write_text(new, encoding="utf-8")
        print(f"written to {OUT}")


def _names(quotes: Sequence[Seen]) -> list[str]:
    """The signals in a fixed order: the base, then the families and rules, then the rest."""
    known = {signal for quote in quotes for signal in quote.signals} | {_EASIER}
    families = [f"family:{family}" for family in dict.fromkeys(FAMILIES.values())]
    rules = [f"rule:{rule}" for rule in FAMILIES]
    first = [name for name in (BASE, *families, *rules) if name in known]
    return [*first, *sorted(known - set(first))]


def _matrix(quotes: Sequence[Seen], names: Sequence[str]) -> np.ndarray:
    """One row a quote, one column a signal: 1 where it holds."""
    column = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(quotes), len(names)))
    for row, quote in enumerate(quotes):
        for signal in quote.signals:
            matrix[row, column[signal]] = 1
        matrix[row, column[_EASIER]] = quote.own_case
    return matrix


def _probability(sums: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(sums, -30, 30)))


if __name__ == "__main__":
    main()
