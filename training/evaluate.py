"""Measures a pipeline on held-out sentences: parse, sentence ends, part of speech, entities. Numbers only, no prose."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from spacy.language import Language

from training.conllu import Sentence
from training.examples import example_of

GROUP = 5  # sentences that are parsed as one text, so that the sentence ends count
RELATIONS = ("nsubj", "nsubj:pass", "appos", "flat", "nmod", "ccomp", "parataxis", "obl", "obj")
ENTITIES = ("PER", "ORG", "LOC", "MISC")


def evaluate(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, Any]:
    """Scores between 0 and 1 on groups of five sentences. Punctuation counts for neither UAS nor LAS.

    ``relations`` and ``entities`` hold F1 by type; ``words_per_second`` is measured on this machine.
    """
    groups = [sentences[start : start + GROUP] for start in range(0, len(sentences), GROUP)]
    examples = [example_of(nlp, group) for group in groups]
    texts = [example.reference.text for example in examples]
    begun = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    seconds = time.perf_counter() - begun
    scores = nlp.evaluate(examples)
    by_relation = scores["dep_las_per_type"] or {}
    by_entity = scores.get("ents_per_type") or {}
    return {
        "uas": scores["dep_uas"],
        "las": scores["dep_las"],
        "sentences": scores["sents_f"],
        "pos": scores["pos_acc"],
        "ents": scores.get("ents_f"),
        "relations": {name: by_relation[name]["f"] for name in RELATIONS if name in by_relation},
        "entities": {name: by_entity[name]["f"] for name in ENTITIES if name in by_entity},
        "words_per_second": words / seconds,
    }


def line(scores: dict[str, Any]) -> str:
    """The scores on one line."""
    parts = [
        f"{name} {scores[name]:.3f}" for name in ("uas", "las", "sentences", "pos", "ents") if scores[name] is not None
    ]
    parts += [f"{name} {value:.2f}" for name, value in {**scores["relations"], **scores["entities"]}.items()]
    return " · ".join(parts)
