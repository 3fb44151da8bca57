"""Rules for what follows the quote at once: „…“, sagte X; „…“, so X; „…“, wie X sagte."""

from __future__ import annotations

from dataclasses import replace

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.quotation.frames.citation import citation
from service.quotation.frames.place import Frame, Place, clause_end, owner_of_words, verb_cue, word_cue
from service.quotation.frames.sources import source_below, source_between
from service.quotation.reading import Reading
from service.quotation.result import Cue
from service.quotation.verbs import (
    IMPERSONAL,
    PASSIVE_AUXILIARIES,
    ReportingVerb,
    agent,
    could_speak,
    phrase_head,
    reporting_verb,
    subject,
)

_DASHES = frozenset({",", "-", "–", "—", "…", "...", ")"})
_FINITE_HELPERS = word_list("finite_helpers")


def _first_behind(place: Place) -> Token | None:
    """The first word behind the closing mark, over a comma or a dash; None at a full stop."""
    at = place.last + 1
    while at < len(place.tokens) and at < place.last + 4 and place.tokens[at].text in _DASHES:
        at += 1
    return place.tokens[at] if at < len(place.tokens) and place.reading.quote_of(place.tokens[at]) < 0 else None


def _has_comma_behind(place: Place) -> bool:
    """A comma between quote and frame, or a mark at the quote's end that makes it needless."""
    token = place.after()
    if token is not None and token.text in _DASHES:
        return True
    quote = place.reading.marked[place.quote]
    return place.reading.article[quote.end - 1] in ",!?…" or (
        place.reading.article[quote.end - 1] == "." and token is not None and token.text[:1].islower()
    )


def so_behind(place: Place) -> Frame | None:
    """„…“, so X."""
    token = _first_behind(place)
    if token is None or token.text != "so" or not _has_comma_behind(place):
        return None
    follower = place.tokens[token.index + 1] if token.index + 1 < len(place.tokens) else None
    if follower is None:
        return None
    verb = reporting_verb(place.reading, follower)
    if verb is not None and follower.pos in {"VERB", "AUX"}:
        return _verb_behind(place, follower)
    return so_frame(place, token)


def so_frame(place: Place, token: Token) -> Frame | None:
    stop = clause_end(place, token.index + 1)
    head = _noble_name(place.reading, token) or phrase_head(place.reading, token.index + 1, stop)
    if head is None or head.index > token.index + 8:
        return None
    return Frame(
        "so-frame", place.reading, owner_of_words(place.reading, head), word_cue(place.reading, token), touching=True
    )


def _noble_name(reading: Reading, token: Token) -> Token | None:
    """„so von der Heide“: a surname of the article behind its particles, which are no prepositions."""
    for other in reading.tokens[token.index + 1 : token.index + 4]:
        if reading.is_surname(other):
            return other if other.index > token.index + 1 else None
        if other.text not in {"von", "van", "de", "der", "den", "zu", "al"}:
            return None
    return None


def as_behind(place: Place) -> Frame | None:
    """„…“, wie X sagte."""
    token = _first_behind(place)
    return as_frame(place, token, touching=True) if token is not None and token.text == "wie" else None


def as_frame(place: Place, token: Token, *, touching: bool = False) -> Frame | None:
    stop = clause_end(place, token.index + 1)
    for other in place.reading.outside(token.index + 1, min(stop, token.index + 25)):
        verb = reporting_verb(place.reading, other)
        if (
            verb is None
            or other.pos not in {"VERB", "AUX"}
            or not verb.verb.uses & {"report", "speech", "write", "document", "cite"}
        ):
            continue
        if verb.verb.lemma in {"heißen", "verlauten"}:
            source = source_below(place.reading, other) or source_between(place.reading, token.index + 1, stop)
            if source is not None:
                return Frame("as-frame", place.reading, source, verb_cue(place.reading, verb), touching=touching)
        speaker = subject(place.reading, other)
        if speaker is None or speaker.index <= token.index or speaker.text.casefold() in IMPERSONAL:
            speaker = phrase_head(place.reading, token.index + 1, stop)
        if speaker is not None:
            return Frame("as-frame", place.reading, speaker, verb_cue(place.reading, verb), touching=touching)
    return None


def verb_behind_quote(place: Place) -> Frame | None:
    """„…“, sagte X; „…“, heißt es in …; „…“, zitierte ihn Y; „…“, wurde X zitiert."""
    token = _first_behind(place)
    if token is None or not token.text[:1].islower() or not _has_comma_behind(place):
        return None
    return _verb_behind(place, token)


def _verb_behind(place: Place, token: Token) -> Frame | None:
    reading = place.reading
    verb = reporting_verb(reading, token, by_place=token.pos not in {"ADP", "DET", "PRON", "SCONJ", "CCONJ"})
    stop = clause_end(place, token.index + 1)
    main = token
    follower = place.tokens[token.index + 1] if token.index + 1 < len(place.tokens) else None
    impersonal = follower is not None and follower.text == "es" and token.pos in {"VERB", "AUX", "ADJ", "NOUN"}
    if impersonal and (verb is None or "document" not in verb.verb.uses):
        speaker = _speaks_from(reading, token, stop)  # „…“, kam es von X; nobody in „…“, tönte es aus dem Saal
        rule = "inverted-frame" if speaker is not None else "unattributed"
        return Frame(rule, reading, speaker, word_cue(reading, token), touching=True)
    if verb is None or token.pos == "AUX" or (token.pos == "ADV" and verb is None):
        if token.pos not in {"AUX", "VERB"} and token.text not in _FINITE_HELPERS:
            return None
        verb = _verb_with_helper(reading, token, stop) or verb
    if verb is None:
        return _unlisted_verb(place, token, stop)
    main = verb.token
    if verb.verb.lemma in {"heißen", "lauten", "stehen"} and "document" in verb.verb.uses:
        found = source_below(reading, token) or source_between(reading, token.index + 1, stop)
        return Frame("document-frame", reading, found, verb_cue(reading, verb), touching=True)
    if "cite" in verb.verb.uses:
        return citation(place, verb, token, stop)
    if verb.passive or main.index != token.index and token.text in PASSIVE_AUXILIARIES:
        speaker = agent(reading, main)
        return Frame("inverted-frame", reading, speaker, verb_cue(reading, verb), touching=True) if speaker else None
    speaker = _subject_behind(reading, main, token, stop)
    if speaker is None:
        return None
    return Frame("inverted-frame", reading, speaker, verb_cue(reading, verb), touching=True)


def _speaks_from(reading: Reading, verb: Token, stop: int) -> Token | None:
    """The person behind „von“: „…“, kam es von X zurück."""
    for token in reading.outside(verb.index + 2, stop):
        behind_von = any(t.text.casefold() in {"von", "vom"} for t in reading.children(token, Relation.CASE))
        if behind_von and (token.entity == "PER" or load_lexicon().role(token.text) is not None):
            return token
    return None


def _verb_with_helper(reading: Reading, helper: Token, stop: int) -> ReportingVerb | None:
    """The full verb of „hatte X erklärt“, „wird X zitiert“, „ließ X mitteilen“."""
    for token in reading.outside(helper.index + 1, min(stop, helper.index + 40)):
        if token.pos in {"VERB", "AUX"} or token.relation is Relation.ROOT:
            verb = reporting_verb(reading, token)
            if verb is not None:
                return replace(verb, passive=verb.passive or helper.text in PASSIVE_AUXILIARIES)
    return None


def _subject_behind(reading: Reading, main: Token, finite: Token, stop: int) -> Token | None:
    found = subject(reading, main) or subject(reading, finite)
    if found is not None and not could_speak(reading, found):
        found = phrase_head(reading, finite.index + 1, stop) or found
    if (
        found is not None
        and finite.index < found.index < stop
        and found.text.casefold() not in IMPERSONAL - {"wir", "ich"}
    ):
        return found
    return phrase_head(reading, finite.index + 1, stop)


def _unlisted_verb(place: Place, token: Token, stop: int) -> Frame | None:
    """Any other finite verb right behind the comma of a whole quote: „…“, grantelte X."""
    if token.pos != "VERB" or not _stands_alone(place):
        return None
    found = _subject_behind(place.reading, token, token, stop)
    if found is None or found.index > token.index + 12:
        return None
    span = place.reading.span(token.index, token.index)
    return Frame("inverted-frame", place.reading, found, Cue(span.text, span.text, span.start, span.end), touching=True)


def _stands_alone(place: Place) -> bool:
    """Whether the quote begins its sentence (nothing but quotes before it)."""
    return not any(t.pos != "PUNCT" for t in place.reading.outside(0, place.first))
