"""The extractor: an article in, its quotes and speakers out. Here the steps are put in order, nothing else.

Only the sentences that are needed are parsed: first those with quotes, then those that say who „er“ or „Brandt“ is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from service.language import Pipeline
from service.lexicon import load_lexicon
from service.quotation import assembly, pull_quotes, warnings
from service.quotation.abbreviations import introduced
from service.quotation.attribution import Attribution, Attributor, speaker_of
from service.quotation.context import Context
from service.quotation.frames import Frame, find
from service.quotation.genuine import why_not
from service.quotation.identity import GENERIC_ORGANISATIONS, Cast, Person
from service.quotation.marks import Marked, Scan, has_marks, scan
from service.quotation.mentions import Form, Mention, mentions_of
from service.quotation.needs import FAR_ROUNDS, Needs
from service.quotation.paragraphs import paragraphs
from service.quotation.passages import passage, without_quotes
from service.quotation.plain_names import is_plain_name
from service.quotation.reading import Reading
from service.quotation.result import Article, Kind
from service.quotation.sentences import Sentence, split
from service.quotation.surnames import surnames

Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Extractor:
    """Finds the direct quotes of German articles with one loaded pipeline. Not safe for threads."""

    pipeline: Pipeline
    max_quotes: int = 5000

    def extract(self, text: str, check: Check | None = None) -> Article:
        """The quotes and speakers of ``text``.

        ``check`` is called between two batches of the parser and may raise to stop; what it raises is passed on.
        At most ``max_quotes`` stretches between marks are looked at; more give the warning ``truncated``.
        """
        blocks = _above_comments(text, paragraphs(text))
        scanned = scan(text, blocks)
        signed = pull_quotes.find(text, blocks, scanned.marked)
        if not signed and not has_marks(text):
            return assembly.nothing(text)
        marked = sorted([*scanned.marked, *signed], key=lambda m: m.outer)[: self.max_quotes]
        sentences = split(text, blocks, marked)
        work = _Work(self.pipeline, text, marked, sentences, check)
        found = warnings.find(text, scanned, marked)
        with self.pipeline.zone():
            attributions = work.run() if marked else {}
            nested = work.nested(attributions)
        return assembly.article(text, marked, sentences, attributions, nested, found)


def _above_comments(text: str, blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs above the heading of the readers' comments."""
    headings = load_lexicon().comment_headings
    for index, (start, end) in enumerate(blocks):
        if end - start < 60 and index > 2:
            line = re.sub(r"[\s\d().:]+$", "", text[start:end].strip().casefold())
            if line in headings:
                return blocks[:index]
    return blocks


class _Work:
    """One extraction: the readings made so far and what was found in them."""

    def __init__(
        self,
        pipeline: Pipeline,
        text: str,
        marked: Sequence[Marked],
        sentences: Sequence[Sentence],
        check: Check | None,
    ) -> None:
        self.pipeline = pipeline
        self.text = text
        self.marked = marked
        self.sentences = sentences
        self.check = check
        self.surnames = surnames(text)
        self.abbreviations = introduced(text)
        self.needs = Needs(text, sentences, self.surnames)
        self.readings: dict[int, Reading] = {}
        self.sentence_of = {quote: s for s in sentences for quote in s.quotes}
        self.plain_names = {
            quote for quote, s in self.sentence_of.items() if is_plain_name(self.text, self.marked[quote], s)
        }

    def run(self) -> dict[int, Attribution]:
        self._read(s.index for s in self.sentences if not all(q in self.plain_names for q in s.quotes))
        frames = self._frames()
        speakers = {quote: speaker_of(frame) for quote, frame in frames.items()}
        self._read(self.needs.near(speakers, self.sentence_of))
        attributions, mentions = self._attribute(frames, speakers)
        for _ in range(FAR_ROUNDS):
            if not self._read(self.needs.far(attributions.values(), self.sentence_of)):
                break
            attributions, mentions = self._attribute(frames, speakers)
        self._complete(attributions, mentions)
        return attributions

    def _read(self, wanted: Iterable[int]) -> bool:
        """Parse these sentences unless it was done before; whether there was anything to do."""
        new = sorted({i for i in wanted if 0 <= i < len(self.sentences)} - self.readings.keys())
        passages = [passage(self.text, self.sentences[i], self.marked) for i in new]
        if not new:
            return False
        if self.check is not None:
            self.check()
        parses = self.pipeline.parse([p.text for p in passages], between_batches=self.check)
        for index, where, parse in zip(new, passages, parses, strict=True):
            self.readings[index] = Reading(self.text, where, parse, self.marked, self.surnames)
        return True

    def _frames(self) -> dict[int, Frame | None]:
        found: dict[int, Frame | None] = {}
        for sentence in self.sentences:
            for quote in sentence.quotes:
                if quote in self.plain_names:
                    continue
                reading = self.readings[sentence.index]
                frame = find(reading, quote)
                if why_not(reading, quote, frame) is None:
                    found[quote] = frame
        return found

    # --- who ---

    def _attribute(
        self, frames: dict[int, Frame | None], speakers: dict[int, Mention | None]
    ) -> tuple[dict[int, Attribution], list[Mention]]:
        """Who says each quote, and everybody who is mentioned; ``speakers`` are the mentions in the quotes' frames."""
        mentions = [m for index in sorted(self.readings) for m in mentions_of(self.readings[index])]
        speaking = [m for m in speakers.values() if m is not None]
        mentions.extend(m for m in speaking if m.form in {Form.NAME, Form.ROLE})
        spans = frozenset((m.span.start, m.span.end) for m in speaking)
        behind = frozenset(
            (mention.span.start, mention.span.end)
            for quote, mention in speakers.items()
            if mention is not None and self._is_behind(quote, frames[quote], mention)
        )
        cast = Cast(mentions, self.abbreviations, spans, behind)
        return Attributor(self.text, self.marked, self.sentences, self.readings, frames, cast).run(), mentions

    def _is_behind(self, quote: int, frame: Frame | None, mention: Mention) -> bool:
        """Whether the frame follows its quote at once: „…“, sagte er."""
        return frame is not None and frame.rule == "inverted-frame" and mention.span.start > self.marked[quote].end

    def _complete(self, attributions: dict[int, Attribution], mentions: Sequence[Mention]) -> None:
        """Give the speakers without an affiliation the one that the article as a whole gives them."""
        context = Context(without_quotes(self.text, self.marked), mentions, self.abbreviations)
        for person in {a.person.key: a.person for a in attributions.values() if a.person is not None}.values():
            generic = all(name in GENERIC_ORGANISATIONS for name in person.affiliations)
            if person.kind is Kind.PERSON and generic:
                person.from_context = context.affiliation(person)

    # --- quotes within quotes ---

    def nested(self, attributions: dict[int, Attribution]) -> dict[int, list[assembly.Inner]]:
        """The quotes inside of each quote, with their frames where the outer quote holds one."""
        return {quote: self._inner(self.marked[quote]) for quote in attributions if self.marked[quote].nested}

    def _inner(self, outer: Marked) -> list[assembly.Inner]:
        found = []
        sentences = split(self.text, list(outer.parts), outer.nested)
        passages = [passage(self.text, s, outer.nested) for s in sentences if s.quotes]
        parses = self.pipeline.parse([p.text for p in passages], between_batches=self.check)
        for where, parse in zip(passages, parses, strict=True):
            reading = Reading(self.text, where, parse, outer.nested, self.surnames)
            for quote in where.sentence.quotes:
                frame = find(reading, quote)
                if why_not(reading, quote, frame) is not None:
                    continue
                mention = speaker_of(frame)
                words = self.text[outer.nested[quote].start : outer.nested[quote].end]
                if mention is None and words.count(" ") < 2:
                    continue
                person = Cast([mention]).who(mention) if mention is not None else None
                found.append(assembly.Inner(outer.nested[quote], frame if person else None, person, mention))
        return found


__all__ = ["Extractor", "Person", "Scan"]
