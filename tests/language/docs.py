"""Hand-made spaCy documents and pipelines for the tests of `service.language`; nothing here needs a trained one."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from service.language.scheme import Labelled

Row = tuple[str, str, str, int]  # word, part of speech, label, head


def labelled(*rows: Row, tags: dict[str, str] | None = None) -> Labelled:
    """A tree from its rows, heads counted from 0."""
    doc = Doc(
        spacy.blank("de").vocab,
        words=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[row[3] for row in rows],
        tags=[(tags or {}).get(row[0], "") for row in rows],
    )
    return Labelled(
        words=[token.text for token in doc],
        pos=[token.pos_ for token in doc],
        tags=[token.tag_ for token in doc],
        heads=[token.head.i for token in doc],
        labels=[token.dep_ for token in doc],
    )


def pipeline_with_labels(*labels: str) -> Language:
    """A blank German pipeline whose untrained parser knows these labels."""
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    return nlp
