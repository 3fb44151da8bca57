"""Rules for what stands before the quote: X sagte: „…“; X: „…“; in dem Brief heißt es: „…“."""

from __future__ import annotations

from dataclasses import replace

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.frames.citation import citation_before
from service.quotation.frames.place import SUBJUNCTIVES_ON_E, Frame, Place, utterance_frame, verb_cue, word_cue
from service.quotation.frames.sources import source_below, source_between, source_frame
from service.quotation.reading import Reading
from service.quotation.verbs import (
    IMPERSONAL,
    ReportingVerb,
    agent,
    could_speak,
    objects,
    phrase_head,
    reporting_verb,
    subject,
)


def colon_before(place: Place) -> Frame | None:
    """X sagte: „…“; X: „…“; in dem Brief heißt es: „…“; mit den Worten: „…“."""
    before = place.before()
    if before is None or not before.text.endswith(":"):
        return None
    reading = place.reading
    start = _sentence_start(place, before.index)
    verbs = [
        v
        for t in reading.outside(start, before.index)
        if (v := reporting_verb(reading, t)) is not None and t.pos in {"VERB", "AUX"}
    ]
    for verb in sorted(verbs, key=lambda v: (not _is_main(reading, v), -v.token.index)):
        below = verb.token.relation in {Relation.RELATIVE_CLAUSE, Relation.ADVERBIAL_CLAUSE}
        if below and len(verbs) > 1 and not _answers(reading, verb.token):
            continue
        frame = _leading(place, verb, start, before.index)
        if frame is not None:
            return frame
    return _colon_without_verb(place, start, before)


def inner_colon(place: Place) -> Frame | None:
    """Der Landrat war verärgert: Das sei „…“. What follows the colon in the subjunctive are the subject's words."""
    reading = place.reading
    colon = next((t for t in reversed(place.tokens[: place.first]) if t.text == ":" and reading.quote_of(t) < 0), None)
    if colon is None or not any(_is_reported_form(t) for t in reading.outside(colon.index + 1)):
        return None
    for token in reading.outside(0, colon.index):
        if token.relation is Relation.SUBJECT and token.pos != "PRON" and could_speak(reading, token):
            return Frame("colon-frame", reading, token, word_cue(reading, colon))
    return None


def _is_reported_form(token: Token) -> bool:
    word = token.text.casefold()
    return token.pos in {"VERB", "AUX"} and (word in load_lexicon().subjunctives or word in SUBJUNCTIVES_ON_E)


def _answers(reading: Reading, verb: Token) -> bool:
    """„…, worauf der Richter bemerkte: “: the clause tells what somebody else said next."""
    before = reading.outside(max(0, verb.index - 8), verb.index)
    return any(t.text.casefold() in {"worauf", "woraufhin"} for t in before)


def _is_main(reading: Reading, verb: ReportingVerb) -> bool:
    """A verb with a subject, against a participle that only says how („entgegnete sie empört“)."""
    return reading.has_child(verb.token, Relation.SUBJECT) or verb.token.relation in {Relation.ROOT, Relation.CONJUNCT}


def _sentence_start(place: Place, end: int) -> int:
    """The token behind the last full stop before ``end``."""
    for index in range(end - 1, -1, -1):
        token = place.tokens[index]
        if (
            token.text in {".", "!", "?"}
            and place.reading.quote_of(token) < 0
            and index > 0
            and not place.tokens[index - 1].text.isdigit()
        ):
            return index + 1
    return 0


def _leading(place: Place, verb: ReportingVerb, start: int, stop: int) -> Frame | None:
    reading = place.reading
    cue = verb_cue(reading, verb)
    if "document" in verb.verb.uses and verb.verb.lemma in {"heißen", "stehen", "lauten"}:
        own = subject(reading, verb.token)
        if verb.verb.lemma == "lauten":
            return utterance_frame(reading, own, cue) if own is not None else None
        found = source_below(reading, verb.token) or source_between(reading, start, stop)
        return Frame("document-frame", reading, found, cue, touching=True)
    if "cite" in verb.verb.uses:
        finite = next((t for t in reading.children(verb.token, Relation.AUXILIARY, Relation.PASSIVE)), verb.token)
        frame = citation_before(place, verb, finite, start, stop)
        if frame is not None:
            return frame
    if not verb.verb.uses & {"speech", "write", "report", "object", "emotion", "naming", "as", "before", "of", "cite"}:
        return None
    if verb.passive:
        speaker = agent(reading, verb.token)
    else:
        speaker = subject(reading, verb.token)
    if (
        speaker is None
        or not start <= speaker.index < stop
        or speaker.text.casefold() in IMPERSONAL - {"wir", "ich"}
        or not could_speak(reading, speaker)
    ):
        speaker = phrase_head(reading, start, stop) or speaker
    if speaker is None:
        return None
    utterance = utterance_frame(reading, speaker, cue)
    return utterance or Frame("leading-frame", reading, speaker, cue, touching=True)


def _colon_without_verb(place: Place, start: int, colon: Token) -> Frame | None:
    reading = place.reading
    cue = word_cue(reading, colon)
    for token in reading.outside(start, colon.index):
        if token.text.casefold() == "so" and token.index <= start + 1:
            head = phrase_head(reading, token.index + 1, colon.index)
            return Frame("so-frame", reading, head, word_cue(reading, token), touching=True) if head else None
    source = source_frame(place, start, colon.index)
    if source is not None:
        return source
    verbs = [t for t in reading.outside(start, colon.index) if t.pos in {"VERB", "AUX"}]
    for verb in reversed(verbs):
        own = subject(reading, verb)
        pronoun = next(
            (t for t in objects(reading, verb) if t.text.casefold() in {"er", "sie"} and t.index == verb.index + 1),
            None,
        )
        if pronoun is not None and (own is None or own.index < verb.index):
            return Frame(
                "colon-frame", reading, pronoun, cue, touching=True
            )  # „hält sie für …: “ right behind the verb
        if own is not None and start <= own.index < colon.index:
            utterance = utterance_frame(reading, own, cue)
            if utterance is not None and utterance.speaker is None:
                dative = next(iter(objects(reading, verb)), None)
                utterance = replace(utterance, speaker=dative) if dative is not None else utterance
            if own.text.casefold() in IMPERSONAL:
                return Frame("colon-frame", reading, None, cue, touching=True)
            if not could_speak(reading, own):
                owner = next((c for c in reading.children(own, Relation.ATTRIBUTE) if could_speak(reading, c)), None)
                return Frame("colon-frame", reading, owner, cue, touching=True)
            return utterance or Frame("colon-frame", reading, own, cue, touching=True)
    head = phrase_head(reading, start, colon.index)
    if head is None:
        return Frame("colon-frame", reading, None, cue, touching=True)
    utterance = utterance_frame(reading, head, cue)
    if utterance is not None:
        return utterance
    return Frame("colon-frame", reading, head, cue, touching=True)
