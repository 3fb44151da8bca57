"""Turns sentences and entity records into spaCy examples, one source's gaps staying gaps: what a source does not
annotate is missing in the example, not wrong. Which sentences are augmented is decided in `augment.py`."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from training.conllu import Sentence, Word


def join(sentences: Sequence[Sentence]) -> list[Word]:
    """Several sentences as one run of words, heads counted over the whole run."""
    words: list[Word] = []
    for sentence in sentences:
        offset = len(words)
        for place, word in enumerate(sentence):
            last = place == len(sentence) - 1
            words.append(
                Word(word.text, word.pos, word.head + offset, word.relation, word.space_after or last, word.entity)
            )
    return words


def example_of(nlp: Language, sentences: Sequence[Sentence]) -> Example:
    """One example for these consecutive sentences; the predicted side is tokenized from the text."""
    words = join(sentences)
    annotated = words[0].entity is not None
    reference = Doc(
        nlp.vocab,
        words=[word.text for word in words],
        spaces=[word.space_after for word in words],
        pos=[word.pos for word in words],
        heads=[word.head for word in words],
        deps=[word.relation for word in words],
        ents=[word.entity or "O" for word in words] if annotated else None,
    )
    return Example(nlp.make_doc(reference.text), reference)


def grouped(sentences: Sequence[Sentence], rng: random.Random) -> list[list[Sentence]]:
    """Runs of 1 to 5 consecutive sentences that cover all of them once; every other run is a sentence alone."""
    groups: list[list[Sentence]] = []
    start = 0
    while start < len(sentences):
        run = sentences[start : start + rng.choice((1, 1, 1, 1, 2, 3, 4, 5))]
        # A group stays within sentences that all have, or all lack, entities.
        group = list(next(same for _, same in groupby(run, key=lambda sentence: sentence[0].entity is None)))
        groups.append(group)
        start += len(group)
    return groups


def entity_examples(
    nlp: Language, path: Path, common: AbstractSet[str] = frozenset(), longest: int = 120
) -> list[Example]:
    """Examples with entities alone, one for each paragraph of the records; roles are not entities.

    Spans which the treebanks would not call names are left open, neither an entity nor none: words that are ``common``
    nouns there, adjectives (deutsche, Berliner) and parts of words (US in US-Wahl).
    """
    examples = []
    for row in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(row)
        spans = [(start, end, label) for start, end, label in record["entities"] if label != "ROLE"]
        start = 0
        for paragraph in record["text"].split("\n"):
            end = start + len(paragraph)
            inside = [(s - start, e - start, label) for s, e, label in spans if start <= s and e <= end]
            reference = nlp.make_doc(paragraph)
            if 3 <= len(reference) <= longest:
                _set_entities(reference, inside, common)
                examples.append(Example(nlp.make_doc(paragraph), reference))
            start = end + 1
    return examples


def _set_entities(doc: Doc, entities: list[tuple[int, int, str]], common: AbstractSet[str]) -> None:
    named, open_ = [], []
    for start, end, label in entities:
        span = doc.char_span(start, end, label=label)
        if span is not None and not _is_common(span, common):
            named.append(span)
        else:
            around = doc.char_span(start, end, label=label, alignment_mode="expand")
            if around is not None:
                open_.append(around)
    kept = filter_spans([*named, *open_])
    doc.set_ents(
        [span for span in kept if span in named],
        missing=[span for span in kept if span not in named],
        default="outside",
    )


def _is_common(span: Span, common: AbstractSet[str]) -> bool:
    if len(span) > 1:
        return False
    word = span.text
    adjective = not word[0].isupper() or (span.label_ == "LOC" and word.endswith(("er", "ern", "sche", "schen")))
    return adjective or word in common


def common_nouns(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that the treebanks give more often as a noun outside of entities than as anything else."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for word in sentence:
            common = word.pos == "NOUN" and word.entity in (None, "O")
            counts[word.text] += 1 if common else -1
    return frozenset(word for word, count in counts.items() if count > 0)
