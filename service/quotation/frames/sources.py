"""Sources: laut X, nach Angaben von X, hieß es aus dem Rathaus, in dem Papier ist von … die Rede."""

from __future__ import annotations

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.frames.place import POSSESSIVE, SUBJUNCTIVES_ON_E, TIMES, Frame, Place, verb_cue, word_cue
from service.quotation.reading import Reading
from service.quotation.verbs import agent, is_passive, reporting_verb

_BEFORE_SOURCE = frozenset({"in", "im", "aus", "bei", "beim", "von", "vom", "seitens", "auf"})


def source_below(reading: Reading, verb: Token) -> Token | None:
    """„hieß es aus dem Rathaus“, „heißt es in dem Bericht“, „heißt es bei der Bahn“."""
    for child in reading.children(verb, Relation.OBLIQUE, Relation.ATTRIBUTE, Relation.OBJECT):
        case = next(iter(reading.children(child, Relation.CASE)), None)
        if case is not None and case.text.casefold() in _BEFORE_SOURCE:
            if child.pos in {"NOUN", "PROPN"} and child.text not in TIMES and reading.quote_of(child) < 0:
                return child
    return None


def source_between(reading: Reading, start: int, stop: int) -> Token | None:
    """The noun behind „in“, „aus“, „bei“, „auf“ where the parse hung it elsewhere."""
    for token in reading.outside(start, stop):
        if token.text in TIMES or token.pos not in {"NOUN", "PROPN"}:
            continue
        case = next(iter(reading.children(token, Relation.CASE)), None)
        if case is not None and case.text.casefold() in _BEFORE_SOURCE:
            return token
    return None


def source_frame(place: Place, start: int = 0, stop: int | None = None) -> Frame | None:
    """laut X, nach Angaben von X, X zufolge, nach den Worten von X, nach Ansicht der Y."""
    reading = place.reading
    for token in reading.outside(start, stop):
        folded = token.text.casefold()
        if folded not in {"laut", "zufolge", "gemäß", "gemäss", "nach", "aus", "seitens"} or not (
            token.pos in {"ADP", "ADV", "ADJ"} or token.relation is Relation.CASE
        ):
            continue
        noun = reading.parse.head(token)
        before = reading.tokens[token.index - 1] if token.index else None
        if folded == "zufolge" and before is not None and before.text.casefold() in {"ihm", "ihr", "ihnen"}:
            noun = before
        elif noun is None or noun.pos not in {"NOUN", "PROPN", "PRON"} or reading.quote_of(noun) >= 0:
            noun = phrase_head_behind(reading, token) if folded != "zufolge" else None
        if noun is None:
            continue
        classes = load_lexicon().speech_noun(noun.text)
        if folded in {"nach", "aus"} and "source" not in classes:
            continue
        speaker = noun
        if "source" in classes or "utterance" in classes:
            owner = _owner(reading, noun)
            if owner is None and folded in {"nach", "aus"}:
                continue
            speaker = owner or noun
        if speaker.text in TIMES:
            continue
        last = noun if noun.index > token.index and "source" in classes else token
        first = token if token.index < last.index or last is token else last
        return Frame(
            "according-to", reading, speaker, word_cue(reading, first, last if last.index >= first.index else None)
        )
    return None


def _owner(reading: Reading, noun: Token) -> Token | None:
    """Whose words, view or information: the attribute of the noun, or its possessive."""
    for child in reading.children(noun, Relation.ATTRIBUTE, Relation.APPOSITION):
        if child.pos in {"NOUN", "PROPN", "PRON"}:
            return child
    for child in reading.children(noun, Relation.DETERMINER):
        if child.text.casefold() in POSSESSIVE:
            return child
    return None


def phrase_head_behind(reading: Reading, token: Token) -> Token | None:
    """The first noun within three tokens behind a preposition."""
    for other in reading.tokens[token.index + 1 : token.index + 5]:
        if reading.quote_of(other) >= 0:
            return None
        if other.pos in {"NOUN", "PROPN"}:
            return other
    return None


def it_says(place: Place) -> Frame | None:
    """…, hieß es aus dem Rathaus; in dem Papier heißt es, …; aus Kreisen der Regierung verlautete."""
    reading = place.reading
    for token in reading.outside():
        verb = reporting_verb(reading, token) if token.pos in {"VERB", "AUX"} else None
        if verb is None:
            continue
        if verb.verb.lemma == "stehen" and (document := _states(place, token)) is not None:
            return Frame("document-frame", reading, document, verb_cue(reading, verb))
        if verb.verb.lemma not in {"heißen", "verlauten"}:
            continue
        impersonal = any(t.text.casefold() == "es" for t in reading.tokens[max(0, token.index - 4) : token.index + 4])
        if not impersonal and verb.verb.lemma == "heißen":
            continue
        found = source_below(reading, token) or source_between(reading, token.index + 1, len(place.tokens))
        found = found or source_between(reading, 0, token.index)
        if found is not None:
            return Frame("document-frame", reading, found, verb_cue(reading, verb))
    return None


def _states(place: Place, verb: Token) -> Token | None:
    """„In dem Vertrag steht, diese gelte „…““: the document, where a clause in the subjunctive follows."""
    reading = place.reading
    said = any(t.pos in {"VERB", "AUX"} and _is_reported(t) for t in reading.outside(verb.index + 1))
    documents = [t for t in reading.children(verb, Relation.OBLIQUE) if _is_document_within(reading, t)]
    return documents[0] if said and documents else None


def passive_in_document(place: Place) -> Frame | None:
    """In dem Vermerk wird vor „…“ gewarnt: a passive without an agent, in a sentence that opens with a document."""
    reading = place.reading
    document = next((t for t in reading.outside(0, place.first) if _is_document_within(reading, t)), None)
    if document is None or any(_is_by_somebody(reading, t) for t in reading.outside()):
        return None
    for token in reading.outside():
        if token.pos == "VERB" and is_passive(reading, token) and agent(reading, token) is None:
            return Frame("document-frame", reading, document, word_cue(reading, token))
    return None


def document_of_relative(reading: Reading, verb: Token) -> Token | None:
    """„ein Bericht, in dem das Verfahren als „…“ bezeichnet wird“: the document that the relative clause is about."""
    noun = reading.parse.head(verb) if verb.relation is Relation.RELATIVE_CLAUSE else None
    known = load_lexicon().organisation_noun(noun.text) if noun is not None else None
    if known is None or known.kind != "document":
        return None
    for token in reading.children(verb, Relation.OBLIQUE):
        case = next(iter(reading.children(token, Relation.CASE)), None)
        if token.pos == "PRON" and case is not None and case.text.casefold() == "in":
            return noun
    return None


def _is_by_somebody(reading: Reading, token: Token) -> bool:
    """„von Ministerin Brandt“: a person behind „von“, wherever the parse hangs it."""
    by = any(t.text.casefold() in {"von", "vom", "durch"} for t in reading.children(token, Relation.CASE))
    return by and (token.entity == "PER" or load_lexicon().role(token.text) is not None)


def _is_document_within(reading: Reading, token: Token) -> bool:
    """„im Bericht“, „in einem Schreiben“."""
    noun = load_lexicon().organisation_noun(token.text)
    case = next(iter(reading.children(token, Relation.CASE)), None)
    within = case is not None and case.text.casefold() in {"in", "im"}
    return noun is not None and noun.kind == "document" and within


def opinion_of(place: Place) -> Frame | None:
    """Für X ist das „…“: what something is for somebody are that somebody's words."""
    reading = place.reading
    for token in reading.outside(0, place.first):
        opens = token.index == 0 or reading.tokens[token.index - 1].text in {",", ";", "–"}
        if token.text.casefold() != "für" or not opens:
            continue
        noun = reading.parse.head(token)
        if noun is None or noun.pos not in {"NOUN", "PROPN"} or noun.relation is Relation.ATTRIBUTE:
            continue
        if noun.entity != "PER" and not reading.is_surname(noun) and not _could_hold_an_opinion(noun.text):
            continue
        verbs = [t for t in reading.outside(noun.index + 1, place.first) if t.pos in {"VERB", "AUX"}]
        if verbs and not any(_is_reported(t) for t in verbs):
            return Frame("according-to", reading, noun, word_cue(reading, token))
    return None


def _is_reported(verb: Token) -> bool:
    """„Für viele gebe es …“: somebody else says so."""
    word = verb.text.casefold()
    return word in load_lexicon().subjunctives or word in SUBJUNCTIVES_ON_E


def _could_hold_an_opinion(word: str) -> bool:
    lexicon = load_lexicon()
    return lexicon.role(word) is not None or word.casefold() in lexicon.parties


def talk_is_of(place: Place) -> Frame | None:
    """In dem Gutachten ist von „…“ die Rede."""
    reading = place.reading
    words = {t.text.casefold() for t in place.tokens[max(0, place.first - 4) : place.first]}
    talk = next((t for t in reading.outside(place.last + 1) if t.text == "Rede"), None)
    if talk is None or not words & {"von", "vom"}:
        return None
    found = source_between(reading, 0, place.first) or source_between(reading, place.last + 1, len(place.tokens))
    return Frame("document-frame", reading, found, word_cue(reading, talk)) if found is not None else None
