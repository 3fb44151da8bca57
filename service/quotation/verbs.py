"""Reporting verbs in the parse: which verb a form is, what its subject is, and whether it is passive.

The lexicon knows the forms; the particle that a separable verb left at the end of its clause is looked for here.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.lexicon.tables import Verb
from service.quotation.reading import Reading

_FEMININE_THINGS = word_list("feminine_things")
_NOT_WITH_SICH = word_list("not_reporting_with_sich")
_MODAL_OR_LET = word_list("modals_and_let")
PASSIVE_AUXILIARIES = frozenset({"wird", "wurde", "werden", "wurden"})
_NO_PART_OF_SPEECH = frozenset({Relation.ADVERB, Relation.OTHER, Relation.ADJECTIVE})  # what no name is to its verb
IMPERSONAL = frozenset({"es", "man", "das", "dies", "was", "wer", "wir", "ich", "du"})


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A reporting verb in a sentence: the token that carries its lemma, the entry, the particle's token."""

    token: Token
    verb: Verb
    particle: Token | None
    passive: bool


def reporting_verb(reading: Reading, token: Token, *, by_place: bool = False) -> ReportingVerb | None:
    """The reporting verb that this token carries; None for every other word.

    ``by_place`` says that only a finite verb can stand there (behind the comma of a quote), whatever the tagger says.
    """
    known: dict[tuple[int, bool], ReportingVerb | None] = reading.memo.verbs
    key = (token.index, by_place)
    if key not in known:
        known[key] = _reporting_verb(reading, token, by_place=by_place)
    return known[key]


def _reporting_verb(reading: Reading, token: Token, *, by_place: bool) -> ReportingVerb | None:
    entries = load_lexicon().verbs(token.text) if token.text[:1].isalpha() else ()
    if not entries or token.pos in {"PROPN", "DET", "PRON", "ADP", "PUNCT"} and not by_place:
        return None
    if (
        not by_place
        and token.pos in {"NOUN", "ADJ"}
        and token.relation in {Relation.ADJECTIVE, Relation.ATTRIBUTE, Relation.APPOSITION}
    ):
        return None
    if token.text[:1].isupper() and token.index > 0 and token.pos == "NOUN":
        return None
    folded = token.text.casefold()
    separable = [e for e in entries if e.particle is not None and not _is_joined(folded, e.particle)]
    particles = _particles(reading, token) if separable else {}
    for entry in separable:
        particle = particles.get(entry.particle or "")
        if particle is not None:
            return ReportingVerb(token, entry, particle, False)
    for entry in entries:
        if entry.lemma in _NOT_WITH_SICH and any(t.text == "sich" for t in reading.children(token)):
            continue
        if entry.particle is None or _is_joined(folded, entry.particle):
            if entry.particle is None and _has_other_particle(reading, token):
                continue
            return ReportingVerb(token, entry, None, is_passive(reading, token))
    return None


def _is_joined(form: str, particle: str) -> bool:
    return form.startswith(particle) and len(form) > len(particle) + 2


def _particles(reading: Reading, token: Token) -> dict[str, Token]:
    """What may be the separated particle of a verb, in lower case: below it, or at a clause's end behind it."""
    found: dict[str, Token] = {}
    for child in reading.children(token):
        if child.relation is not Relation.CASE and child.index > token.index and reading.quote_of(child) < 0:
            found.setdefault(child.text.casefold(), child)
    for other in reading.outside(token.index + 1, token.index + 40):
        if other.pos in {"ADP", "ADV", "PART", "VERB", "ADJ"}:
            after = reading.tokens[other.index + 1] if other.index + 1 < len(reading.tokens) else None
            if after is None or after.pos == "CCONJ" or after.text in {",", ".", ":", ";", "–", "!", "?", ")"}:
                found.setdefault(other.text.casefold(), other)
    return found


def _has_other_particle(reading: Reading, token: Token) -> bool:
    return any(
        child.index > token.index
        and child.relation is Relation.PARTICLE
        and reading.quote_of(child) < 0
        and child.text not in {"laut", "leise"}
        for child in reading.children(token)
    )


def is_passive(reading: Reading, token: Token) -> bool:
    """Whether the verb stands in the passive: „wurde zitiert“, „wird … genannt“."""
    if reading.has_child(token, Relation.PASSIVE):
        return True
    return (
        token.text.casefold().startswith(("ge", "zitiert", "be", "ver"))
        and any(
            child.text.casefold() in {"wird", "wurde", "werden", "wurden", "worden"}
            for child in reading.children(token, Relation.AUXILIARY)
        )
        and not any(
            child.text.casefold() in {"wird", "werden"} and not token.text.casefold().endswith("t")
            for child in reading.children(token, Relation.AUXILIARY)
        )
    )


def subject(reading: Reading, verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb it is joined to or depends on.

    A subject inside quotation marks is none; in a relative clause a person counts before the relative pronoun.
    """
    opening = reading.tokens[0]
    if verb.index == 1 and opening.relation in _NO_PART_OF_SPEECH and reading.is_surname(opening):
        return opening
    token: Token | None = verb
    for _ in range(4):
        if token is None:
            return None
        own = [t for t in reading.children(token, Relation.SUBJECT) if reading.quote_of(t) < 0]
        own = [t for t in own if not is_oblique(reading, t) and not _is_object_of_conjunct(reading, token, t)]
        if len(own) > 1 and own[0].index == 0 and not _is_somebody(reading, own[0]):
            own = [t for t in own if _is_somebody(reading, t)] or own  # „Unzufrieden äußerte sich der Minister“
        if own and not _repeats_verb(reading, token, own[0]):
            return _person_before_pronoun(reading, token, own[0])
        if token.relation in {Relation.CONJUNCT, Relation.AUXILIARY, Relation.PASSIVE, Relation.COPULA} or (
            token.relation is Relation.CLAUSE and token.pos in {"VERB", "AUX"} and _infinitive_of(reading, token)
        ):
            token = reading.parse.head(token)
        else:
            break
    return _sentence_opening_name(reading, verb)


def _is_somebody(reading: Reading, token: Token) -> bool:
    lexicon = load_lexicon()
    known = token.entity in {"PER", "ORG"} or reading.is_surname(token) or token.pos == "PRON"
    return known or lexicon.role(token.text) is not None or lexicon.organisation_noun(token.text) is not None


def _is_object_of_conjunct(reading: Reading, verb: Token, token: Token) -> bool:
    """„Die Bahn prüft die Kritik und nannte sie …“: behind „und“ and its verb the pronoun is the object."""
    if verb.relation is not Relation.CONJUNCT or verb.index == 0 or token.index != verb.index + 1:
        return False
    joined = reading.tokens[verb.index - 1].text in {"und", "oder", "sondern", "aber", "sowie"}
    uses = {use for entry in load_lexicon().verbs(verb.text) for use in entry.uses}
    return joined and token.text in {"sie", "es"} and bool(uses & {"naming", "as"})


def _sentence_opening_name(reading: Reading, verb: Token) -> Token | None:
    """„Von der Heide betonte …“: a surname with a particle at the sentence's start is no prepositional phrase."""
    if reading.tokens[0].text not in {"Von", "Van", "De", "Al", "Zu", "Ten"}:
        return None
    for token in reading.tokens[1 : min(4, verb.index)]:
        if reading.is_surname(token):
            return token
        if token.text not in {"der", "den", "dem", "de", "la", "und"}:
            return None
    return None


def is_oblique(reading: Reading, head: Token) -> bool:
    """Whether the article shows that a noun phrase is no nominative: „dem Sender“, „der Zeitung“ (feminine)."""
    article = next(iter(reading.children(head, Relation.DETERMINER)), None)
    if article is None or article.index > head.index:
        return False
    word = article.text.casefold()
    if word in {"dem", "des", "einem", "eines", "einer", "einen"}:
        return True
    lexicon = load_lexicon()
    noun = lexicon.organisation_noun(head.text)
    role = lexicon.role(head.text)
    if word == "der" and role is not None and head.text.endswith("en") and role.role.nominative.endswith(("er", "e")):
        return not role.role.plural or role.role.gender == "f"  # „der Angeklagten“: a dative of the feminine
    if word != "der" or role is not None:
        return False
    return (
        noun is not None
        and noun.gender == "f"
        and not noun.plural
        or head.text.endswith(("ung", "heit", "keit", "schaft", "tion"))
        or head.text in _FEMININE_THINGS
    )


def _repeats_verb(reading: Reading, verb: Token, found: Token) -> bool:
    """„sagte A und sagte B, er werde …“: a repeated verb is repeated for its object, not for another subject."""
    head = reading.parse.head(verb)
    return (
        verb.relation is Relation.CONJUNCT
        and head is not None
        and head.text == verb.text
        and found.index == verb.index + 1
        and reading.has_child(head, Relation.SUBJECT)
    )


def _infinitive_of(reading: Reading, token: Token) -> bool:
    head = reading.parse.head(token)
    if head is None or head.pos not in {"VERB", "AUX"}:
        return False
    marked = any(t.text.casefold() == "zu" for t in reading.children(token)) or "zu" in token.text.casefold()
    return marked or head.text.casefold() in _MODAL_OR_LET


def _person_before_pronoun(reading: Reading, verb: Token, found: Token) -> Token:
    if verb.relation is not Relation.RELATIVE_CLAUSE or found.text.casefold() not in {"die", "das", "was"}:
        return found
    for other in reading.children(verb, Relation.OBJECT, Relation.OBLIQUE):
        if other.entity == "PER" and not reading.has_child(other, Relation.CASE):
            return other
    return found


def agent(reading: Reading, verb: Token) -> Token | None:
    """Who does it in a passive: „von der Ministerin“."""
    for child in reading.children(verb, Relation.OBLIQUE, Relation.ATTRIBUTE, Relation.OBJECT):
        if any(c.text.casefold() in {"von", "vom", "durch"} for c in reading.children(child, Relation.CASE)):
            return child
    return None


def objects(reading: Reading, verb: Token) -> list[Token]:
    """Its objects outside of quotation marks; an accusative article makes one of what the parse calls a subject."""
    return [
        t
        for t in reading.children(verb, Relation.OBJECT, Relation.SUBJECT)
        if reading.quote_of(t) < 0 and (t.relation is Relation.OBJECT or has_accusative_article(reading, t))
    ]


def has_accusative_article(reading: Reading, token: Token) -> bool:
    """Whether the article shows an accusative: „den Sprecher“, „einen Händler“."""
    return any(t.text.casefold() in {"den", "einen"} for t in reading.children(token, Relation.DETERMINER))


def phrase_head(reading: Reading, start: int, stop: int) -> Token | None:
    """The head of the first noun phrase without preposition between the tokens ``start`` and ``stop``."""
    tokens = reading.tokens
    for token in tokens[start:stop]:
        if reading.quote_of(token) >= 0 or token.pos not in {"NOUN", "PROPN", "PRON", "X"}:
            if (
                token.text.casefold() not in {"dieser", "diese", "jener", "letzterer", "letztere"}
                or token.pos != "PRON"
            ):
                continue
        if token.text.casefold() in {"sich", "es", "das", "dies", "uns", "mir"} or not could_speak(reading, token):
            continue
        head = token
        for _ in range(6):
            above = reading.parse.head(head)
            nominal = above is not None and above.pos in {"NOUN", "PROPN"} and start <= above.index < stop
            if (
                above is None
                or not nominal
                or head.relation not in {Relation.ATTRIBUTE, Relation.NAME, Relation.APPOSITION, Relation.OTHER}
            ):
                break
            if head.relation is Relation.ATTRIBUTE and above.index < head.index:
                break
            head = above
        if _has_preposition(reading, head) or is_oblique(reading, head):
            continue
        return head
    return None


def could_speak(reading: Reading, token: Token) -> bool:
    """Whether a word may be somebody who speaks: a name, a pronoun, a role, an organisation, a document."""
    if token.index == 0 and token.text.casefold().endswith(("lich", "isch", "weise", "ig", "sam", "anders")):
        return False
    bare = (
        token.relation is Relation.SUBJECT
        and not reading.has_child(token, Relation.DETERMINER, Relation.ADJECTIVE)
        and (token.index > 0 or token.pos == "PROPN")
    )
    if token.pos in {"PROPN", "PRON"} or token.entity or reading.is_surname(token) or bare:
        return True
    lexicon = load_lexicon()
    return (
        lexicon.role(token.text) is not None
        or lexicon.organisation_noun(token.text) is not None
        or lexicon.inhabitant(token.text) is not None
        or bool(lexicon.speech_noun(token.text))
        or "-Jährige" in token.text
        or any(c.pos == "PROPN" for c in reading.children(token, Relation.APPOSITION, Relation.NAME))
    )


def _has_preposition(reading: Reading, head: Token) -> bool:
    first = min((t.index for t in reading.children(head)), default=head.index)
    before = reading.tokens[first - 1] if 0 < first <= head.index else None
    return reading.has_child(head, Relation.CASE) or (before is not None and before.pos == "ADP")
