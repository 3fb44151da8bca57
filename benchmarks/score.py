"""`python -m benchmarks.score` (`make score`): accuracy on the gold articles, and the error ledger.

Reads, asks the extractor and prints. What is right, the judgement in the data directory decides (`gold.py`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from benchmarks import gold, reliability, rules
from benchmarks.figures import FIGURES, counts, figures, intervals
from benchmarks.ledger import entries, ledger
from benchmarks.outcomes import Scored, scored
from benchmarks.refusals import markdown, refusals
from service.answer import Model, to_answer
from service.language import Pipeline, load
from service.quotation import Extractor

OUT = Path(__file__).parent / "out"


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the sets one after another. Ends with status 1 when an answer breaks the contract."""
    options = _parse(arguments)
    if not gold.is_there(options.data):
        print(f"There are no gold articles in {options.data}, so there is nothing to score.")
        return
    judgement = gold.judgement(options.data)
    pipeline = load(options.model)
    by_set = {name: score(judgement, pipeline, options.data, name) for name in options.sets}
    if options.rules:
        print("\n".join(rules.markdown({name: rules.firings(found) for name, found in by_set.items()})))
        left_out = {name: refusals(pipeline, [each.article for each in found]) for name, found in by_set.items()}
        print("\n".join(["", *markdown(left_out)]))
    else:
        for name, found in by_set.items():
            print("\n".join([*_report(judgement, name, found), ""]))
    options.ledger.mkdir(parents=True, exist_ok=True)
    for name, found in by_set.items():
        lines = ledger(pipeline, entries(found))
        (options.ledger / f"{name}.ledger.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    if not options.rules:
        print(f"The misses stand in {options.ledger}/*.ledger.txt.")
    if any(article.breaches for found in by_set.values() for article in found):
        raise SystemExit(1)


def score(judgement: ModuleType, pipeline: Pipeline, data: Path, name: str) -> list[Scored]:
    """The outcomes of each article of a set, by the extractor with this pipeline."""
    extractor = Extractor(pipeline)
    model = Model(pipeline.name, pipeline.version)
    return [
        scored(judgement, article, to_answer(extractor.extract(article["text"]), model))
        for article in gold.articles(data, name)
    ]


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.score", description="Accuracy on the gold articles.")
    parser.add_argument("--data", type=Path, default=gold.DATA, help="the directory with gold/ and tools/score.py")
    parser.add_argument("--sets", nargs="+", default=gold.SETS, metavar="SET", help="names of gold files")
    parser.add_argument("--ledger", type=Path, default=OUT, metavar="DIR", help="where the misses are written")
    parser.add_argument("--rules", action="store_true", help="print only the rules and the reasons, as Markdown tables")
    parser.add_argument("--model", help="another installed spaCy pipeline")
    return parser.parse_args(arguments)


def _report(judgement: ModuleType, name: str, found: Sequence[Scored]) -> Iterator[str]:
    table = [counts(article) for article in found]
    sums = [sum(column) for column in zip(*table, strict=True)]
    point, around = figures(judgement, sums), intervals(judgement, table)
    yield f"{name}: {len(found)} articles, {sums[2]} quotes wanted, {sums[1]} returned"
    yield f"  {'figure':20} {'value':>6}   95 % interval"
    for figure in FIGURES:
        low, high = around[figure]
        yield f"  {figure:20} {point[figure]:6.3f}   {low:.3f} to {high:.3f}"
    yield from _confidence(found)
    yield f"  {'rule':20} {'found':>6} {'speaker right':>16} {'extra':>6}"
    for rule, firing in rules.firings(found).items():
        share = "" if firing.share is None else f"{firing.right:5} ({firing.share:.2f})"
        yield f"  {rule:20} {firing.found:6} {share:>16} {firing.extra:6}"
    for article in found:
        yield from (f"  BREACH {article.article['id']} {breach}" for breach in article.breaches)


def _confidence(found: Sequence[Scored]) -> Iterator[str]:
    quotes = reliability.judged(found)
    yield f"  {'confidence':20} {'quotes':>6} {'mean confidence':>16} {'speaker right':>16}"
    rows = [(f"{bin_.low:.2f} to {min(bin_.high, 1):.2f}", bin_) for bin_ in reliability.bins(quotes)]
    sure = reliability.sure(quotes)
    if sure is not None:
        rows.append((f"at least {sure.low:.2f}", sure))
    for label, row in rows:
        yield f"  {label:20} {row.quotes:6} {row.confidence:16.3f} {row.right:16.3f}"
    in_gold = [quote for quote in quotes if quote.in_gold and quote.confidence >= reliability.SURE]
    if in_gold:
        share = sum(quote.right for quote in in_gold) / len(in_gold)
        yield f"  {'… and in the gold':20} {len(in_gold):6} {'':16} {share:16.3f}"
    yield f"  expected calibration error {reliability.calibration_error(quotes):.3f}"


if __name__ == "__main__":
    main()
