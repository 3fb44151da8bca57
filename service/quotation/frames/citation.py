"""Citations: somebody passes the words on (zitierte ihn Y; wurde X zitiert)."""

from __future__ import annotations

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.frames.place import Frame, Place, verb_cue
from service.quotation.reading import Reading
from service.quotation.verbs import (
    PASSIVE_AUXILIARIES,
    ReportingVerb,
    agent,
    has_accusative_article,
    objects,
    phrase_head,
    subject,
)


def citation(place: Place, verb: ReportingVerb, finite: Token, stop: int) -> Frame | None:
    """zitierte ihn Y (the object speaks, Y passes on); wurde X zitiert (X speaks)."""
    reading = place.reading
    cue = verb_cue(reading, verb)
    own = subject(reading, verb.token) or subject(reading, finite)
    if own is not None and reading.quote_of(own) >= 0:
        own = None
    let = finite.text.casefold() in {"lässt", "lassen", "ließ", "liess", "ließen", "liessen"}
    passive = (
        let
        or verb.passive
        or finite.text.casefold() in PASSIVE_AUXILIARIES
        or any(t.text.casefold() in PASSIVE_AUXILIARIES for t in reading.children(verb.token))
    )
    if passive:
        speaker = own or phrase_head(reading, finite.index + 1, stop)
        found = agent(reading, verb.token) or _agent_between(reading, finite.index, stop)
        return Frame("passive-citation", reading, speaker, cue, found, touching=True) if speaker else None
    cited = objects(reading, verb.token)
    if own is not None and cited and cited[0].index == own.index:
        cited = []
    if own is not None and own.pos == "PRON" and own.text.casefold() == "sie" and cited and cited[0].pos != "PRON":
        own, cited = cited[0], [own]  # „zitierte sie der Sender“: the noun is the subject
    beside = _behind_medium(reading, finite.index + 1, stop)
    if beside is not None:
        return Frame("citation", reading, beside[1], cue, beside[0], touching=True)
    phrases = _phrases(reading, finite.index + 1, stop)
    people = [t for t in phrases if t.entity == "PER" or load_lexicon().role(t.text) is not None]
    if len(phrases) > 1 and len(people) == 1 and not any(t.pos == "PRON" for t in phrases):
        other = next(t for t in phrases if t is not people[0])
        return Frame("citation", reading, people[0], cue, other, touching=True)
    if not cited or own is None:
        accusative = [t for t in phrases if t.text.casefold() in {"ihn", "sie"} or has_accusative_article(reading, t)]
        if accusative and len(phrases) > 1:
            cited = [accusative[0]]
            own = next((t for t in phrases if t.index != accusative[0].index), None)
        elif own is None and phrases:
            own = phrases[0]
    if cited:
        return Frame("citation", reading, cited[0], cue, own, touching=True)
    return None


def _behind_medium(reading: Reading, start: int, stop: int) -> tuple[Token, Token] | None:
    """„zitierte die Agentur Nordpress Minister Jan Pohl“: medium and speaker, which the parse takes for one phrase."""
    lexicon = load_lexicon()
    medium: Token | None = None
    for token in reading.outside(start, stop):
        noun = lexicon.organisation_noun(token.text)
        agency = token.text.casefold().endswith("agentur")
        if medium is None and (agency or noun is not None and noun.kind == "medium" or token.text in lexicon.media):
            medium = token
        elif medium is not None and (token.entity == "PER" or lexicon.role(token.text) is not None):
            return medium, token
        elif medium is not None and not token.text[:1].isupper():
            return None
    return None


def _agent_between(reading: Reading, start: int, stop: int) -> Token | None:
    for token in reading.outside(start, stop):
        if any(c.text.casefold() in {"von", "vom"} for c in reading.children(token, Relation.CASE)):
            return token
    return None


def _phrases(reading: Reading, start: int, stop: int) -> list[Token]:
    """The heads of the noun phrases without preposition, in order."""
    found: list[Token] = []
    at = start
    while at < stop and len(found) < 4:
        head = phrase_head(reading, at, stop)
        if head is None:
            break
        found.append(head)
        at = max(t.index for t in reading.parse.subtree(head) if t.index < stop) + 1
        at = max(at, head.index + 1)
    return found


def citation_before(place: Place, verb: ReportingVerb, finite: Token, start: int, stop: int) -> Frame | None:
    reading = place.reading
    own = subject(reading, verb.token)
    passive = verb.passive or any(t.text.casefold() in PASSIVE_AUXILIARIES for t in reading.outside(start, stop))
    cue = verb_cue(reading, verb)
    if passive:
        speaker = own or phrase_head(reading, start, stop)
        return (
            Frame("passive-citation", reading, speaker, cue, agent(reading, verb.token), touching=True)
            if speaker
            else None
        )
    cited = [t for t in objects(reading, verb.token) if start <= t.index < stop]
    if cited and own is not None:
        return Frame("citation", reading, cited[0], cue, own, touching=True)
    phrases = _phrases(reading, start, stop)
    if len(phrases) > 1:
        return Frame("citation", reading, phrases[1], cue, phrases[0], touching=True)
    return None
