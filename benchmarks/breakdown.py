"""Where the time of an extraction goes: marks, sentences, the components of the pipeline, the rules."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from service.language import Parse, Pipeline
from service.language.text import prepare
from service.quotation import Extractor
from service.quotation.marks import has_marks, scan
from service.quotation.paragraphs import paragraphs
from service.quotation.sentences import split

STEPS = ("tokenizer", "tok2vec", "morphologizer", "parser", "ner")


@dataclass
class Listening:
    """A pipeline that keeps what it was asked to parse for one article, call by call, and how long it took."""

    pipeline: Pipeline
    calls: list[list[str]] = field(default_factory=list)
    seconds: float = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.pipeline, name)

    def parse(self, texts: Sequence[str], *, between_batches: Callable[[], None] | None = None) -> list[Parse]:
        start = time.process_time()
        parses = self.pipeline.parse(texts, between_batches=between_batches)
        self.seconds += time.process_time() - start
        self.calls.append(list(texts))
        return parses


def breakdown(pipeline: Pipeline, articles: Sequence[str], rounds: int) -> dict[str, float]:
    """Seconds for all articles that have a mark, the median of the rounds, by step.

    `extract` is the whole and `parse` what it spends in the pipeline; `tokenizer` and the components are measured by
    running them again on the passages that were parsed; `reading`, which turns spaCy's documents into plain tokens, is
    what is left of `parse`, and `rules` what is left of `extract`. `tok2vec` is the floor: no rule can do without it.
    `share_of_tokens` is the part of the articles' tokens that is parsed.
    """
    marked = [text for text in articles if has_marks(text)]
    measured = [_round(pipeline, marked) for _ in range(rounds + 1)][1:]
    found = {name: median(each[name] for each in measured) for name in measured[0]}
    return found | {"share_of_tokens": _share(pipeline, marked)}


def _round(pipeline: Pipeline, articles: Sequence[str]) -> dict[str, float]:
    seconds = dict.fromkeys(("extract", "parse", "marks", "sentences", *STEPS), 0.0)
    for text in articles:
        listening = Listening(pipeline)
        seconds["extract"] += _timed(Extractor(listening).extract, text)  # type: ignore[arg-type]
        seconds["parse"] += listening.seconds
        start = time.process_time()
        blocks = paragraphs(text)
        marked = scan(text, blocks).marked
        middle = time.process_time()
        split(text, blocks, marked)
        seconds["marks"] += middle - start
        seconds["sentences"] += time.process_time() - middle
        for name, taken in _steps(pipeline, listening.calls).items():
            seconds[name] += taken
    steps = sum(seconds[name] for name in STEPS)
    inside = sum(seconds[name] for name in ("parse", "marks", "sentences"))
    return seconds | {"reading": max(0.0, seconds["parse"] - steps), "rules": max(0.0, seconds["extract"] - inside)}


def _steps(pipeline: Pipeline, calls: Sequence[Sequence[str]]) -> dict[str, float]:
    """The tokenizer and each component, as the pipeline runs them, on the passages of one article."""
    direct = pipeline.direct
    if direct is None:
        raise ValueError("Only the embedded pipeline can be taken apart.")
    nlp = pipeline._nlp  # its vocabulary, unlike that of another copy, knows no more words than in an extraction
    seconds = dict.fromkeys(STEPS, 0.0)
    for passages in calls:
        clock = [time.process_time()]
        prepared = [item for text in passages if (item := prepare(nlp, text)).words]
        clock.append(time.process_time())
        if prepared:
            vectors = direct.encoder.vectors([item.doc for item in prepared])
            clock.append(time.process_time())
            direct.tagger.tags(vectors)
            clock.append(time.process_time())
            trees = direct.arcs.trees(vectors, [item.begins for item in prepared])
            clock.append(time.process_time())
            direct.entities.spans(vectors, [tree.begins for tree in trees])
            clock.append(time.process_time())
        for step, (start, end) in zip(STEPS, pairwise(clock), strict=False):
            seconds[step] += end - start
    return seconds


def _share(pipeline: Pipeline, articles: Sequence[str]) -> float:
    read = whole = 0
    nlp = pipeline._nlp
    for text in articles:
        listening = Listening(pipeline)
        Extractor(listening).extract(text)  # type: ignore[arg-type]
        with nlp.memory_zone():
            read += sum(len(nlp.make_doc(passage)) for passages in listening.calls for passage in passages)
            whole += len(nlp.make_doc(text))
    return read / whole


def _timed(job: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    job(text)
    return time.process_time() - start
