"""The sentences of an article as the rules see them, each with its parse: quotations may be stand-ins."""

from __future__ import annotations

from collections.abc import Callable

from service.language import Pipeline
from service.quotation.marks import scan
from service.quotation.paragraphs import paragraphs
from service.quotation.passages import passage
from service.quotation.reading import Reading
from service.quotation.sentences import Sentence, split
from service.quotation.surnames import surnames


def readings(pipeline: Pipeline, text: str, wanted: Callable[[Sentence], bool]) -> list[Reading]:
    """The readings of the ``wanted`` sentences of ``text``, in its order; the others are not parsed."""
    blocks = paragraphs(text)
    marked = scan(text, blocks).marked
    passages = [passage(text, sentence, marked) for sentence in split(text, blocks, marked) if wanted(sentence)]
    parses = pipeline.parse([where.text for where in passages])
    known = surnames(text)
    return [Reading(text, where, parse, marked, known) for where, parse in zip(passages, parses, strict=True)]
