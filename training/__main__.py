"""Builds the embedded pipeline: python -m training --data ../shared --out service/language/model"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from thinc.api import NumpyOps, set_current_ops

from training import grammar
from training.augment import collapsed
from training.card import Settings, write_package
from training.evaluate import evaluate, line
from training.pipeline import Shape, build
from training.sources import Mix, common_words, pools_of, read_treebanks
from training.train import Plan, train


def main() -> None:
    """Reads the data, trains, evaluates on what was held out and writes the package."""
    parser = argparse.ArgumentParser(description="Build the German pipeline that the service embeds.")
    parser.add_argument("--data", type=Path, required=True, help="directory with treebank/ and ner/")
    parser.add_argument("--out", type=Path, required=True, help="directory of the package, replaced when all is done")
    parser.add_argument("--steps", type=int, default=Plan.steps, help="training steps (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=Plan.seed, help="seed of all that is drawn (default: %(default)s)")
    arguments = parser.parse_args()

    # numpy's BLAS is about twice as fast here as the one that spaCy brings.
    set_current_ops(NumpyOps(use_blis=False))
    shape, mix = Shape(), Mix()
    plan = Plan(steps=arguments.steps, seed=arguments.seed)
    nlp = build(shape)
    banks = read_treebanks(arguments.data)
    made = list(grammar.sentences(plan.seed)) if mix.grammar else []
    entities = arguments.data / "ner" / "smartdata-news.jsonl"
    pools = pools_of(nlp, banks, made, entities, mix, random.Random(plan.seed))
    train(nlp, pools, plan, _report)
    frames = [short for short in map(collapsed, banks.wikinews_dev) if short]
    held_out = {"news": banks.wikinews_dev, "news, quotations collapsed": frames, "general": banks.general_dev}
    scores = {name: evaluate(nlp, sentences) for name, sentences in held_out.items()}
    for name, values in scores.items():
        print(f"{name}: {line(values)} · {values['words_per_second']:.0f} words/s")
    settings = Settings(shape, plan, mix)
    write_package(nlp, arguments.out, scores, settings, common_words(banks))


def _report(step: int, losses: dict[str, float], seconds: float) -> None:
    told = " ".join(f"{name} {loss:.0f}" for name, loss in losses.items())
    print(f"step {step} after {seconds:.0f} s: {told}", flush=True)


if __name__ == "__main__":
    main()
