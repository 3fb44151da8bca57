"""The training loop: batches of mixed sources, one optimizer, averaged weights. What the data are is not its matter."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, fix_random_seed


@dataclass(frozen=True)
class Plan:
    """How long and how fast. ``words`` is the size of a batch at its start and at its largest."""

    steps: int = 2600
    rate: float = 0.001
    words: tuple[int, int] = (1000, 2000)
    dropout: float = 0.2
    seed: int = 7
    warmup: int = 250


def batches(
    pools: Sequence[tuple[float, Sequence[Example]]], plan: Plan, rng: random.Random
) -> Iterator[list[Example]]:
    """Endless batches of about ``plan.words`` words, each pool drawn in proportion to its weight times its words.

    Every pool is gone through in a fresh order each time; every batch holds something of the first pool, so that
    all components have something to learn from in each step.
    """
    weights = [weight * sum(len(example.reference) for example in pool) for weight, pool in pools]
    orders: list[list[Example]] = [[] for _ in pools]

    def draw(place: int) -> Example:
        if not orders[place]:
            orders[place] = list(pools[place][1])
            rng.shuffle(orders[place])
        return orders[place].pop()

    step = 0
    debts = [0.0] * len(pools)
    total = sum(weights)
    while True:
        goal = min(plan.words[1], plan.words[0] * 1.001**step)
        batch = [draw(0)]
        debts[0] -= len(batch[0].reference)
        words = len(batch[0].reference)
        while words < goal:
            place = max(range(len(pools)), key=lambda i: debts[i] / weights[i])
            example = draw(place)
            length = len(example.reference)
            batch.append(example)
            words += length
            for i, weight in enumerate(weights):
                debts[i] += length * weight / total
            debts[place] -= length
        yield batch
        step += 1


def train(
    nlp: Language,
    pools: Sequence[tuple[float, Sequence[Example]]],
    plan: Plan,
    report: Callable[[int, dict[str, float], float], None] = lambda *_: None,
) -> None:
    """Trains ``nlp`` in place and leaves it with its averaged weights.

    The first pool must carry every kind of annotation. ``report`` is told step, losses and seconds every 100 steps.
    """
    fix_random_seed(plan.seed)
    rng = random.Random(plan.seed)
    everything = [example for _, pool in pools for example in pool]
    nlp.initialize(lambda: everything)
    fix_random_seed(plan.seed)
    optimizer = Adam(plan.rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    losses: dict[str, float] = {}
    begun = time.monotonic()
    for step, batch in enumerate(batches(pools, plan, rng), start=1):
        optimizer.learn_rate = plan.rate * _share(step, plan)
        nlp.update(batch, sgd=optimizer, drop=plan.dropout, losses=losses)
        if step % 100 == 0:
            report(step, losses, time.monotonic() - begun)
            losses = {}
        if step >= plan.steps:
            break
    if optimizer.averages:
        for _, component in nlp.pipeline:
            averaged = getattr(component, "model", None)
            if averaged is not None:
                with_averages(averaged, optimizer.averages)


def _share(step: int, plan: Plan) -> float:
    """How much of the learning rate holds in this step: rises to 1 while warming up, then falls to 0 in a line."""
    if step < plan.warmup:
        return step / plan.warmup
    return max(0.01, (plan.steps - step) / (plan.steps - plan.warmup))


def with_averages(model: object, averages: dict[tuple[int, str], object]) -> None:
    """Replaces the weights of a thinc model by their averages over the steps."""
    for node in model.walk():  # type: ignore[attr-defined]
        for name in node.param_names:
            key = (node.id, name)
            if key in averages and node.has_param(name):
                node.set_param(name, averages[key])
