"""Reports in sentences without a quote: who says something there, and whether the subjunctive carries it on."""

from __future__ import annotations

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.quotation.frames.inside import GOVERNING
from service.quotation.frames.place import Frame, Place, verb_cue, word_cue
from service.quotation.frames.sources import it_says, opinion_of, source_frame
from service.quotation.reading import Reading
from service.quotation.verbs import IMPERSONAL, reporting_verb, subject

_REACTIONS = word_list("reactions")


def report(reading: Reading) -> Frame | None:
    """Who reports something in a sentence without a quote: the subject of its main reporting verb, or its source."""
    found: list[tuple[tuple[bool, int, int], Frame]] = []
    for token in reading.outside():
        verb = reporting_verb(reading, token)
        if verb is None or token.pos not in {"VERB", "AUX"} or not verb.verb.uses & GOVERNING or verb.passive:
            continue
        own = subject(reading, token)
        if own is None or own.text.casefold() in IMPERSONAL:
            continue
        depth = sum(1 for _ in reading.ancestors(token))
        found.append(
            (
                (is_reported(reading, token), depth, token.index),
                Frame("clause-frame", reading, own, verb_cue(reading, verb)),
            )
        )
    if found:
        return min(found, key=lambda item: item[0])[1]
    if not reading.tokens:
        return None
    place = Place(reading, -1, len(reading.tokens), len(reading.tokens))
    return it_says(place) or source_frame(place) or opinion_of(place) or _came_from(reading)


def _came_from(reading: Reading) -> Frame | None:
    """„Widerspruch kam von X“, „Unterstützung erhielt er von X“: what X said of it follows."""
    said = next((t for t in reading.outside() if t.text in _REACTIONS and t.relation is Relation.SUBJECT), None)
    verb = reading.parse.head(said) if said is not None else None
    if verb is None or verb.text.casefold() not in {"kam", "kommt", "gab", "folgte"}:
        return None
    for token in reading.children(verb, Relation.OBLIQUE, Relation.ATTRIBUTE):
        if any(t.text.casefold() in {"von", "vom"} for t in reading.children(token, Relation.CASE)):
            return Frame("clause-frame", reading, token, word_cue(reading, verb))
    return None


def is_reported(reading: Reading, verb: Token) -> bool:
    """„er habe nichts gesehen“: a verb in the subjunctive is part of what is reported."""
    helpers = reading.children(verb, Relation.AUXILIARY, Relation.PASSIVE, Relation.COPULA)
    return any(t.text.casefold() in load_lexicon().subjunctives for t in (verb, *helpers))


def has_reported_cue(frame: Frame) -> bool:
    """Whether the verb of a frame is in the subjunctive of reported speech: „Das Gericht habe betont, …“."""
    cue = frame.cue
    verb = next(
        (t for t in frame.reading.outside() if cue is not None and frame.reading.start_of(t) == cue.start), None
    )
    return verb is not None and verb.pos in {"VERB", "AUX"} and is_reported(frame.reading, verb)


def main_subject(reading: Reading) -> Token | None:
    """The subject of the sentence's main clause, outside of quotation marks."""
    for token in reading.outside():
        if token.relation is Relation.ROOT:
            found = subject(reading, token)
            if found is not None and found.text.casefold() not in IMPERSONAL:
                return found
            if token.pos in {"NOUN", "PROPN"}:
                return token
    return None


def is_subjunctive(reading: Reading) -> bool:
    """Whether the sentence speaks in the subjunctive of reported speech outside of its quotes."""
    forms = load_lexicon().subjunctives
    for token in reading.outside():
        if token.pos not in {"VERB", "AUX"} or token.relation is Relation.RELATIVE_CLAUSE:
            continue
        word = token.text.casefold()
        if word in forms:
            own = subject(reading, token)
            if own is not None and own.text.casefold() in {"ich", "wir"}:
                continue
            return True
        if token.relation is Relation.ROOT and word.endswith("e") and not word.endswith(("te", "de")) and len(word) > 3:
            own = subject(reading, token)
            follower = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else None
            if own is None and follower is not None and follower.text in {"man", "er", "sie", "es"}:
                return True
            if own is not None and own.text.casefold() not in {"ich", "die"} and not word.startswith("ge"):
                return True
    return False
