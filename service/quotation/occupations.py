"""Occupations: what a clause says of somebody: „…, der das Amt leitet“, „sie arbeitet am Institut“."""

from __future__ import annotations

import re

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.declension import Word, nominative
from service.quotation.reading import Reading
from service.quotation.roles import as_written

_SINCE = r"(?:seit (?:dem Jahr )?\d{4} |seit \w+ Jahren )?"
_BRACKETS = r"(?: \([^()\n]{1,20}\))?"
_LEADS = re.compile(
    rf"{_BRACKETS}, (der|die) {_SINCE}(?:(?:bei der|beim|an der|am|im|in der) [^,.;„“\"«»()\n]{{3,40}}? )?"
    rf"(das|den|die) ([^,.;„“\"«»()\n]{{3,80}}?) {_SINCE}(leitet|anführt|gegründet hat)\b"
)
_WORK_VERBS = "arbeitet|forscht|lehrt|unterrichtet|untersucht|erforscht|leitet|betreut"
_PLAIN_TEXT = r"[^,.;„“\"«»()\n]"
_WORKS_AT = re.compile(
    rf"{_BRACKETS}, (?:der|die) {_SINCE}(am|an der|beim|bei der|für den|für das|für die) "
    rf"((?:(?! das | die | den | in ){_PLAIN_TEXT}){{3,80}}?)(?: in [A-ZÄÖÜ][\w-]+)?"
    rf"(?: (?:das|die|den) {_PLAIN_TEXT}{{3,60}}?)? (?:[a-zäöü]+ )?(?:{_WORK_VERBS})\b"
)
WORKS_THERE = re.compile(rf"{_BRACKETS}, (?:der|die) dort (?:{_PLAIN_TEXT}{{3,80}} )?(?:{_WORK_VERBS})\b")
LEADS = frozenset({"leitet", "leitete"})
WORKS = frozenset({"arbeitet", "arbeitete", "forscht", "lehrt"})
_SITS_FOR = re.compile(rf"{_BRACKETS}, (?:(?:der|die) )?{_SINCE}für (?:die|den|das) ([\w-]+) (?:im|in der) [A-ZÄÖÜ]")


def said_behind(article: str, at: int) -> tuple[str | None, str | None]:
    """Role and affiliation that a clause right behind a name gives, None for what it does not.

    „…, der das Amt seit 2019 leitet“ → Leiter, Amt; „…, seit 2014 für die SPD im Stadtrat“ → None, SPD.
    """
    leads = _LEADS.match(article, at)
    if leads is not None:
        pronoun, determiner, phrase, verb = leads.groups()
        role = "Gründer" if verb.startswith("gegründet") else "Leiter"
        named = _organisation_in(phrase, determiner)
        if named is not None:
            return role if pronoun == "der" else f"{role}in", named
    works = _WORKS_AT.match(article, at)
    if works is not None:
        return None, _organisation_in(works.group(2), works.group(1).split(" ")[-1])
    sits = _SITS_FOR.match(article, at)
    if sits is not None:
        group = sits.group(1)
        noun = load_lexicon().organisation_noun(group)  # „für die ABC-Fraktion im Ausschuss“
        return None, load_lexicon().parties.get(group.casefold()) or (noun.base if noun is not None else None)
    return None, None


def occupation(reading: Reading, verb: Token, gender: str) -> tuple[str | None, str | None]:
    """Role and affiliation that a verb of work or of leading gives its subject, None for what it does not.

    „leitet das Museum“ → Leiter, Museum; „arbeitet am Institut“ → None, Institut; „… als Tischler“ → Tischler, None.
    """
    lexicon = load_lexicon()
    if verb.text.casefold() in LEADS:
        nouns = [t for t in reading.children(verb, Relation.OBJECT, Relation.SUBJECT) if reading.quote_of(t) < 0]
        led = next((t for t in nouns if _is_house(t)), None)
        if led is None or gender not in {"m", "f"}:
            return None, None
        return "Leiter" if gender == "m" else "Leiterin", _house(reading, led)
    role = affiliation = None
    for token in reading.children(verb, Relation.OBLIQUE):
        case = next((t.text.casefold() for t in reading.children(token, Relation.CASE)), "")
        if case == "als" and (match := lexicon.role(token.text)) is not None and not match.role.plural:
            role = match.prefix + as_written(match.role.nominative, match.prefix)
        elif case in {"am", "an", "bei", "beim"} and _is_house(token) and not _is_any(reading, token):
            affiliation = _house(reading, token)
    return role, affiliation


def _is_any(reading: Reading, token: Token) -> bool:
    """„bei einer Versicherung“: some house, of which nothing more is said."""
    return any(t.text.casefold().startswith("ein") for t in reading.children(token, Relation.DETERMINER))


def _is_house(token: Token) -> bool:
    noun = load_lexicon().organisation_noun(token.text)
    return noun is not None and noun.kind == "organisation"


def _house(reading: Reading, noun: Token) -> str:
    """The name of an organisation in the nominative, from its noun to the end of its phrase."""
    first = noun.index
    while first > 0 and reading.tokens[first - 1].pos == "ADJ":
        first -= 1
    article = reading.tokens[first - 1].text if first > 0 else None
    last = max(
        (t.index for t in reading.parse.subtree(noun) if t.pos not in {"PUNCT", "VERB", "AUX"}), default=noun.index
    )
    if any(t.pos in {"PUNCT", "VERB", "AUX", "PRON"} for t in reading.tokens[noun.index : last + 1]):
        last = noun.index
    words = [Word(t.text, t.index < noun.index) for t in reading.tokens[first : last + 1]]
    return nominative(words, noun.index - first, article)


def _organisation_in(phrase: str, article: str) -> str | None:
    """The phrase in the nominative, where one of its words is an organisation's noun."""
    words = phrase.split()
    head = next((i for i, word in enumerate(words) if load_lexicon().organisation_noun(word) is not None), None)
    return (
        nominative([Word(word, i < head) for i, word in enumerate(words)], head, article) if head is not None else None
    )
