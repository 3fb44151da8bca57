"""Attribution: each quote gets its speaker, from its own frame or from what stands around it.

A quote without a frame goes on with the speaker before it, or belongs to the report that the sentence continues;
where nothing says who speaks, the reason is given instead of a guess.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.quotation.frames import TIMES, Frame, has_reported_cue, is_subjunctive, main_subject, report
from service.quotation.identity import Cast, Person
from service.quotation.marks import Marked
from service.quotation.mentions import Form, Mention, describe, describe_speaker, mentions_of
from service.quotation.pull_quotes import signature_below
from service.quotation.reading import Reading
from service.quotation.result import Cue, Extent, Kind
from service.quotation.sentences import Sentence
from service.quotation.shapes import is_name_shaped, looks_like_speech

LOOK_BACK = 8  # sentences that a quote without a frame is followed back


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said one quote: by which rule, or for what reason nobody is known."""

    quote: int
    rule: str
    person: Person | None = None
    mention: Mention | None = None
    medium: Mention | None = None
    cue: Cue | None = None
    extent: Extent = Extent.STATEMENT
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker that a later quote may go on with."""

    person: Person
    mention: Mention


def speaker_of(frame: Frame | None) -> Mention | None:
    """Whom a frame names as the speaker; None where it names nobody."""
    if frame is None or frame.speaker is None:
        return None
    named = describe_speaker if frame.touching else describe
    return named(frame.reading, frame.speaker)


class Attributor:
    """One pass over the quotes of an article, in order. ``frames`` holds the frame of each genuine quote."""

    def __init__(
        self,
        text: str,
        marked: Sequence[Marked],
        sentences: Sequence[Sentence],
        readings: Mapping[int, Reading],
        frames: Mapping[int, Frame | None],
        cast: Cast,
    ) -> None:
        self.text = text
        self.marked = marked
        self.sentences = sentences
        self.readings = readings
        self.frames = frames
        self.cast = cast
        self.sentence_of = {quote: s for s in sentences for quote in s.quotes}
        self.starts = [s.start for s in sentences]
        self.spoken: list[tuple[int, Person]] = []
        self.of_sentence: dict[int, Source] = {}  # the last speaker whose quote stands in a sentence
        self.done: dict[int, Attribution] = {}

    def run(self) -> dict[int, Attribution]:
        """The attribution of each quote that is one, by its index."""
        for quote in sorted(self.frames):
            found = self._attribute(quote)
            if found is None:
                continue
            self.done[quote] = found
            if found.person is not None and found.mention is not None:
                self.spoken.append((self.marked[quote].start, found.person))
                self.of_sentence[self.sentence_of[quote].index] = Source(found.person, found.mention)
        return self.done

    def _attribute(self, quote: int) -> Attribution | None:
        frame = self.frames[quote]
        signed = self._signed(quote)
        if signed is not None:
            return signed
        extent = self._extent(quote, frame)
        if frame is not None:
            found = self._within_report(quote, frame, extent) or self._by_frame(quote, frame, extent)
            if found is not None:
                return found
        return self._without_frame(quote, frame, extent)

    def _signed(self, quote: int) -> Attribution | None:
        """A pull quote: the line below it is „Name, role“."""
        marked = self.marked[quote]
        line = signature_below(self.text, marked.outer[1])
        if line is None or not self._is_own_sentence(quote):
            return None
        index = bisect_right(self.starts, line[0]) - 1
        reading = self.readings.get(index)
        head = main_subject(reading) if reading is not None else None
        mention = describe(reading, head) if reading is not None and head is not None else None
        person = self.cast.who(mention, self.spoken) if mention is not None else None
        return Attribution(quote, "pull-quote", person, mention) if person is not None else None

    def _words(self, quote: int) -> str:
        return self.text[self.marked[quote].start : self.marked[quote].end]

    def _extent(self, quote: int, frame: Frame | None) -> Extent:
        words = self._words(quote)
        sentence = self.sentence_of[quote]
        start, end = self.marked[quote].outer
        before = self.text[sentence.start : start].rstrip()
        if looks_like_speech(words):
            return Extent.STATEMENT
        opens = not before or before.endswith((":", "“", "«", "»", '"', "”"))
        behind = self.text[end : end + 2].lstrip()
        if opens and not before.endswith(":") and behind[:1].islower() and words[-1:] not in "!?":
            return Extent.FRAGMENT
        if opens and words[:1].isupper() and words.count(" ") >= 1:
            return Extent.STATEMENT
        said = frame is not None and frame.rule == "noun-frame" and words[:1].isupper() and words.count(" ") >= 3
        if before.endswith(":") or said:
            return Extent.STATEMENT
        if before.endswith(",") and frame is not None and frame.rule in {"leading-frame", "inverted-frame", "so-frame"}:
            return Extent.STATEMENT if words.count(" ") >= 4 else Extent.FRAGMENT
        return Extent.FRAGMENT

    def _by_frame(self, quote: int, frame: Frame, extent: Extent) -> Attribution | None:
        mention = speaker_of(frame)
        if mention is None:
            return None
        person = self.cast.who(mention, self.spoken)
        if person is None:
            return None
        medium = describe(frame.reading, frame.medium) if frame.medium is not None else None
        if medium is not None and medium.form not in {Form.ORGANISATION, Form.NAME, Form.GROUP, Form.ROLE}:
            medium = None
        if medium is not None and medium.name in mention.affiliations:
            kept = tuple(name for name in mention.affiliations if name != medium.name)
            mention = replace(mention, affiliations=kept)
        return Attribution(quote, frame.rule, person, mention, medium, frame.cue, extent)

    def _within_report(self, quote: int, frame: Frame, extent: Extent) -> Attribution | None:
        """„Der Rat habe „…“ entschieden“: the frame itself is reported, by whoever speaks in the sentence before."""
        if (
            frame.touching
            or frame.rule not in {"clause-frame", "object-frame", "leading-frame"}
            or not has_reported_cue(frame)
        ):
            return None
        source = self._report_before(self.sentence_of[quote], through_indicative=False)
        if source is None or self._same_sentence(quote) is not None:
            return None
        return Attribution(quote, "free-indirect", source.person, source.mention, None, frame.cue, extent)

    def _without_frame(self, quote: int, frame: Frame | None, extent: Extent) -> Attribution | None:
        """A quote whose sentence does not say who speaks."""
        if frame is not None and frame.rule == "unattributed":
            return Attribution(quote, "unattributed", None, None, None, frame.cue, extent, "frame-names-nobody")
        touching = frame is not None and frame.touching
        cue = frame.cue if frame is not None else None
        sentence = self.sentence_of[quote]
        same = self._same_sentence(quote)
        words = self._words(quote)
        if extent is Extent.FRAGMENT and not touching:
            if is_name_shaped(words) and words.count(" ") >= 1:
                return None
            reading = self.readings.get(sentence.index)
            subjunctive = reading is not None and is_subjunctive(reading)
            if same is not None and (subjunctive or words.count(" ") >= 2):
                return Attribution(quote, "clause-frame", same.person, same.mention, None, cue, extent)
            long = words.count(" ") >= 3
            if not subjunctive and not long:
                return None
            source = self._report_before(sentence, through_indicative=False)
            if source is None and subjunctive:
                source = self._report_before(sentence, through_indicative=True, reports_only=True)
            if source is not None:
                rule = "free-indirect" if subjunctive else "continuation"
                return Attribution(quote, rule, source.person, source.mention, None, cue, extent)
            if subjunctive and not is_name_shaped(words):
                return Attribution(quote, "unattributed", None, None, None, cue, extent, "no-report-before")
            return None
        if not touching and not self._is_own_sentence(quote) and not looks_like_speech(words) and words.count(" ") < 3:
            return None
        source = same or self._report_before(sentence, through_indicative=True) or self._behind(sentence)
        if frame is not None and frame.rule == "document-frame":
            document = self._document_before(sentence)
            if document is not None:
                return Attribution(quote, "document-frame", document.person, document.mention, None, cue, extent)
        if source is not None and not self._other_gender(frame, source.person):
            rule = frame.rule if frame is not None and touching else "continuation"
            return Attribution(quote, rule, source.person, source.mention, None, cue, extent)
        if self._is_heading(sentence) and not touching:
            return None
        reason = "frame-names-nobody" if touching else "no-frame"
        return Attribution(quote, "unattributed", None, None, None, cue, extent, reason)

    def _document_before(self, sentence: Sentence) -> Source | None:
        """„Darin heißt es“, „heißt es weiter“: the document or organisation that was named or quoted before."""
        for index in range(sentence.index, max(-1, sentence.index - 5), -1):
            source = self.of_sentence.get(index)
            if source is not None and source.person.kind is not Kind.PERSON:
                return source
            reading = self.readings.get(index)
            if reading is None:
                continue
            mentions = [
                m
                for m in mentions_of(reading)
                if (m.form is Form.DOCUMENT or index < sentence.index and m.form is Form.ORGANISATION)
                and m.name not in TIMES
            ]
            documents = [m for m in mentions if m.form is Form.DOCUMENT] or mentions
            if documents:
                mention = documents[-1]
                person = self.cast.who(mention, self.spoken)
                if person is not None:
                    return Source(person, mention)
        return None

    @staticmethod
    def _other_gender(frame: Frame | None, person: Person) -> bool:
        """Whether the frame's pronoun (meinte er) cannot stand for the person."""
        mention = speaker_of(frame)
        return mention is not None and mention.form is Form.PRONOUN and {mention.gender, person.gender} == {"m", "f"}

    def _is_own_sentence(self, quote: int) -> bool:
        sentence = self.sentence_of[quote]
        start, end = self.marked[quote].outer
        return not self.text[sentence.start : start].strip() and not self.text[end : sentence.end].strip(" .!?,")

    def _is_heading(self, sentence: Sentence) -> bool:
        """A line of its own without a full stop."""
        alone = not any(
            other.paragraph == sentence.paragraph for other in self._neighbours(sentence) if other is not sentence
        )
        return alone and self.text[sentence.end - 1 : sentence.end] not in {".", "!", "?", "“", "«", "»", "”", '"'}

    def _neighbours(self, sentence: Sentence) -> Sequence[Sentence]:
        return self.sentences[max(0, sentence.index - 1) : sentence.index + 2]

    def _same_sentence(self, quote: int) -> Source | None:
        """The speaker of an earlier quote in the same sentence."""
        return self.of_sentence.get(self.sentence_of[quote].index)

    def _report_before(
        self, sentence: Sentence, *, through_indicative: bool, reports_only: bool = False
    ) -> Source | None:
        """The nearest speaker before the sentence: of a quote, of a report, or the subject of the sentence before.

        Sentences in the subjunctive in between belong to the one before them.
        """
        crossed, adjacent = False, True
        for back in range(1, LOOK_BACK + 1):
            index = sentence.index - back
            if index < 0:
                break
            other = self.sentences[index]
            if other.paragraph != sentence.paragraph:
                if sentence.paragraph - other.paragraph > 2:
                    break
                crossed = True
            if index in self.of_sentence:
                return self.of_sentence[index]
            reading = self.readings.get(index)
            if reading is None:
                adjacent = False
                continue
            frame = report(reading)
            source = self._source(frame)
            if source is not None:
                return source
            subjunctive = is_subjunctive(reading)
            if adjacent and not reports_only and (through_indicative or not subjunctive):
                subject = self._subject(reading) or (self._only_person(reading) if through_indicative else None)
                named = subject is not None and subject.mention.form is Form.NAME
                if subject is not None and (not crossed or named and through_indicative):
                    return subject
            if not through_indicative and not subjunctive:
                break
            adjacent = adjacent and subjunctive
        return None

    def _subject(self, reading: Reading) -> Source | None:
        """The subject of a sentence, where it is somebody who may be quoted."""
        head = main_subject(reading)
        mention = describe(reading, head) if head is not None else None
        person = self.cast.who(mention, self.spoken) if mention is not None else None
        return Source(person, mention) if mention and person and self._could_be_quoted(mention, person) else None

    def _only_person(self, reading: Reading) -> Source | None:
        """The one person named with a role in a sentence: „Wenig überrascht zeigt sich X, Professor an …“."""
        named = [m for m in mentions_of(reading) if m.form is Form.NAME]
        people = {p.key: (p, m) for m in named if (p := self.cast.who(m, self.spoken)) is not None}
        if len(people) != 1:
            return None
        person, mention = next(iter(people.values()))
        return Source(person, mention) if person.roles else None

    @staticmethod
    def _could_be_quoted(mention: Mention, person: Person) -> bool:
        if mention.form is Form.ROLE and mention.plural and not mention.definite:
            return False  # „In dem Haus sind elf Personen gemeldet.“
        return mention.form in {Form.NAME, Form.ROLE, Form.PRONOUN} and person.kind in {Kind.PERSON, Kind.GROUP}

    def _source(self, frame: Frame | None) -> Source | None:
        mention = speaker_of(frame)
        person = self.cast.who(mention, self.spoken) if mention is not None else None
        return Source(person, mention) if mention is not None and person is not None else None

    def _behind(self, sentence: Sentence) -> Source | None:
        """The report or the person in the sentence right behind: „…“ Das sagte X."""
        index = sentence.index + 1
        if index >= len(self.sentences) or index not in self.readings:
            return None
        if self.sentences[index].paragraph - sentence.paragraph > 1:
            return None
        reading = self.readings[index]
        source = self._source(report(reading))
        if source is not None:
            return source
        return self._subject(reading)
