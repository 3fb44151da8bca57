"""Runs all measurements of speed in one go, prints them with their bars, and writes `bench.json` and `bench.png`."""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.about import __version__ as spacy_version

from benchmarks import extraction, gold, growth, plot, serving, texts
from benchmarks.bars import bars, table
from benchmarks.breakdown import breakdown
from benchmarks.timing import cores, use_cores
from service.language import Pipeline, load
from service.quotation import Extractor

OUT = Path(__file__).parent / "out"
QUICK = 64 * texts.KIB
DISTURBED = 0.1  # where other processes have more of the cores than this, the rates are not to be trusted


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, write."""
    options = _parse(arguments)
    figures = measure(options.data, options.rounds, QUICK if options.quick else texts.MIB)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "bench.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    plot.draw(figures, options.out / "bench.png")
    print("\n".join([*table(bars(figures)), "", *_details(figures)]))
    print(f"Written to {options.out}/bench.json and bench.png.")


def measure(data: Path, rounds: int, worst_size: int = texts.MIB) -> dict[str, Any]:
    """All figures. The process keeps to one core, the last it may use; two workers get all of them."""
    all_cores = cores()
    one_core = {max(all_cores)} if all_cores else set()
    use_cores(one_core)
    pipeline = load()
    extractor = Extractor(pipeline)
    nlp, plain = extraction.same(), extraction.plain()
    by_set = extraction.sets(data)
    articles = [text for name in by_set for text in by_set[name]]
    # What is loaded by now is kept off the collector, as in a worker: it would slow down whatever runs when it runs.
    gc.collect()
    gc.freeze()
    figures: dict[str, Any] = {
        "python": platform.python_version(),
        "spacy": spacy_version,
        "model": f"{pipeline.name} {pipeline.version}",
        "rounds": rounds,
        "load_average": os.getloadavg()[0],
        "articles": {name: len(texts_) for name, texts_ in by_set.items()},
    }
    steps = (
        ("extract and the full parse", lambda: extraction.against_parse(extractor, nlp, plain, by_set, rounds)),
        ("textacy", lambda: extraction.against_textacy(extractor, nlp, articles, rounds)),
        ("where the time goes", lambda: {"breakdown": _breakdowns(pipeline, by_set, rounds)}),
        ("growth", lambda: growth.growth(extractor, rounds)),
        ("worst texts", lambda: growth.worst(rounds, worst_size)),
        ("HTTP", lambda: serving.against_http(extractor, articles, rounds)),
        ("ready", lambda: serving.readiness(rounds)),
        ("workers", lambda: serving.throughput(articles, rounds, one_core, all_cores)),
    )
    for name, step in steps:
        print(f"… {name}", flush=True)
        figures |= step()
    return figures


def _breakdowns(pipeline: Pipeline, by_set: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Any]:
    return {name: breakdown(pipeline, articles, rounds) for name, articles in by_set.items()}


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="The speed of extractor and service.")
    parser.add_argument("--data", type=Path, default=gold.DATA, help="the directory with gold/; else made-up articles")
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="where bench.json and bench.png go")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that each median is taken over")
    parser.add_argument("--quick", action="store_true", help="worst texts of 64 KiB, not 1 MiB")
    return parser.parse_args(arguments)


def _details(figures: Mapping[str, Any]) -> Iterator[str]:
    """What has no bar: growth, worst texts, memory, the breakdown."""
    taken = figures["cores_taken_by_others"]
    yield f"load average before the start: {figures['load_average']:.1f}"
    yield "cores that other processes took while 1 and 2 workers were measured: " + _row(taken, ".2f")
    if any(share > DISTURBED for share in taken.values()):
        yield "  DISTURBED: articles_per_s_1 and two_workers_over_one say nothing; measure again on an idle machine"
    yield "microseconds a character: " + _row(figures["microseconds_per_character"], ".1f")
    yield "peak memory in MiB: " + _row(figures["peak_mb"], ".0f")
    yield "worst texts over an ordinary one: " + _row(figures["worst"], ".2f")
    yield "their peak memory in MiB: " + _row(figures["worst_peak_mb"], ".0f")
    yield f"textacy refuses {figures['textacy_refused']} articles"
    yield f"two workers: {figures['articles_per_s_2']:.1f} articles a second"
    for name, memory in [*figures["memory_one_worker_mb"].items(), *enumerate(figures["memory_two_workers_mb"], 1)]:
        yield f"memory in MiB, {name if isinstance(name, str) else f'worker {name} of 2'}: {_row(memory or {}, '.0f')}"
    for name, steps in figures["breakdown"].items():
        yield f"seconds by step, {name}: {_row(steps, '.3f')}"


def _row(values: Mapping[Any, float | None], form: str) -> str:
    return " · ".join(f"{name} {'–' if value is None else format(value, form)}" for name, value in values.items())
