"""Which data there are and how much each counts: reads the shared data into pools of examples for the training loop."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.training import Example

from training.augment import augmented
from training.conllu import Sentence, read_sentences
from training.examples import common_nouns, entity_examples, example_of, grouped
from training.grammar import Grammar

HELD_OUT = 10  # in an experiment every tenth press sentence is kept for measuring


@dataclass(frozen=True)
class Mix:
    """How much the words of each source count; 0 leaves a source out."""

    press: float = 3.0
    wikinews: float = 1.0
    universal: float = 0.7
    augmented: float = 0.7
    grammar: float = 0.6
    smartdata: float = 0.15


@dataclass(frozen=True)
class Treebanks:
    """The sentences of all treebanks. ``press_held`` is empty for the final training."""

    wikinews: list[Sentence]
    press: list[Sentence]
    press_held: list[Sentence]
    universal: list[Sentence]
    wikinews_dev: list[Sentence]
    general_dev: list[Sentence]


def read_treebanks(data: Path, hold_out: bool = False) -> Treebanks:
    """Reads ``data/treebank``; with ``hold_out`` a tenth of the press sentences is not trained on."""
    folder = data / "treebank"
    press = read_sentences(folder / "press-train.conllu")
    return Treebanks(
        wikinews=read_sentences(folder / "wikinews-train.conllu"),
        press=[s for place, s in enumerate(press) if place % HELD_OUT or not hold_out],
        press_held=press[::HELD_OUT] if hold_out else [],
        universal=[*read_sentences(folder / "gsd-test.conllu"), *read_sentences(folder / "pud.conllu")],
        wikinews_dev=read_sentences(folder / "wikinews-dev.conllu"),
        general_dev=read_sentences(folder / "gsd-dev.conllu"),
    )


def common_words(banks: Treebanks, number: int = 5000) -> list[str]:
    """The commonest words of the training sentences, the commonest first."""
    sentences = (*banks.press, *banks.wikinews, *banks.universal)
    counts = Counter(word.text for sentence in sentences for word in sentence)
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:number]]


def pools_of(
    nlp: Language, banks: Treebanks, made: Sequence[Sentence], entities: Path, mix: Mix, rng: random.Random
) -> list[tuple[float, list[Example]]]:
    """The pools with their weights, the one with all annotation first. ``made`` are the grammar's sentences."""

    def examples(sentences: Sequence[Sentence]) -> list[Example]:
        return [example_of(nlp, group) for group in grouped(sentences, rng)]

    pools = [
        (mix.wikinews, examples(banks.wikinews)),
        (mix.press, examples(banks.press)),
        (mix.universal, examples(banks.universal)),
    ]
    if mix.augmented:
        names = Grammar(rng)
        # Shuffled, so that a copy does not stand beside its sentence.
        for weight, sentences in ((mix.press, banks.press), (mix.wikinews, [*banks.wikinews, *banks.universal])):
            copies = [s for s in augmented(sentences, rng, names.full_name) if len(s) > 4]
            rng.shuffle(copies)
            copies.sort(key=lambda sentence: sentence[0].entity is None)
            pools.append((weight * mix.augmented, examples(copies)))
    if mix.grammar and made:
        pools.append((mix.grammar, examples(made)))
    if mix.smartdata:
        common = common_nouns([*banks.wikinews, *banks.press, *banks.universal])
        pools.append((mix.smartdata, entity_examples(nlp, entities, common)))
    return pools
