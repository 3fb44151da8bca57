"""A quote in its sentence and the frame that attributes it: the data the rules share, and what every rule needs."""

from __future__ import annotations

from dataclasses import dataclass

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.quotation.reading import Reading
from service.quotation.result import Cue
from service.quotation.verbs import ReportingVerb

POSSESSIVE = word_list("possessives")
SUBJUNCTIVES_ON_E = word_list("subjunctives_on_e")
TIMES = word_list("times_and_places_in_a_text")


@dataclass(frozen=True, slots=True)
class Frame:
    """What attributes a quote. ``speaker`` is the head of the speaker's phrase in ``reading``, None when the frame
    names nobody (heißt es weiter); ``touching`` says that it stands right beside the quote."""

    rule: str
    reading: Reading
    speaker: Token | None
    cue: Cue | None
    medium: Token | None = None
    touching: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A quote in its sentence: its index, its first and last token (the marks)."""

    reading: Reading
    quote: int
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens

    def before(self) -> Token | None:
        return self.tokens[self.first - 1] if self.first > 0 else None

    def after(self, skip: int = 0) -> Token | None:
        at = self.last + 1 + skip
        return self.tokens[at] if at < len(self.tokens) else None


def verb_cue(reading: Reading, verb: ReportingVerb) -> Cue:
    span = reading.span(verb.token.index, verb.token.index)
    particle = verb.particle.text if verb.particle is not None else None
    return Cue(span.text, verb.verb.lemma, span.start, span.end, particle)


def word_cue(reading: Reading, token: Token, last: Token | None = None) -> Cue:
    span = reading.span(token.index, (last or token).index)
    return Cue(span.text, span.text, span.start, span.end)


def owner_of_words(reading: Reading, head: Token) -> Token:
    """„so die Kritik der Anwältin“: the person whose words the noun of speech names."""
    if "utterance" not in load_lexicon().speech_noun(head.text) and "source" not in load_lexicon().speech_noun(
        head.text
    ):
        return head
    owner = next((c for c in reading.children(head, Relation.ATTRIBUTE) if c.pos in {"NOUN", "PROPN"}), head)
    noun = load_lexicon().organisation_noun(head.text)
    document = noun is not None and noun.kind == "document"
    return head if document and owner.entity != "PER" and load_lexicon().role(owner.text) is None else owner


def clause_end(place: Place, start: int) -> int:
    """The end of the frame that starts at ``start``: a full stop, a colon or the next quote."""
    for token in place.tokens[start:]:
        if place.reading.quote_of(token) >= 0 or token.text in {".", ":", ";", "!", "?"}:
            return token.index
    return len(place.tokens)


def utterance_frame(reading: Reading, noun: Token, cue: Cue | None) -> Frame | None:
    """The speaker of a noun of speech: „die Antwort der Ministerin lautete“, „seine Forderung“."""
    if not load_lexicon().speech_noun(noun.text) & {"utterance", "slogan", "source"}:
        return None
    for child in reading.children(noun, Relation.ATTRIBUTE):
        if child.pos in {"NOUN", "PROPN"} and reading.quote_of(child) < 0:
            return Frame("noun-frame", reading, child, cue, touching=True)
    for child in reading.children(noun, Relation.DETERMINER):
        if child.text.casefold() in POSSESSIVE:
            return Frame("noun-frame", reading, child, cue, touching=True)
    return Frame("noun-frame", reading, None, cue, touching=True)
