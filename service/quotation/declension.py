"""Declension: a noun phrase of the text brought into the nominative, without its article.

„des Hohen Rats der Küste“ → „Hoher Rat der Küste“. Gender comes from the
lexicon's organisation nouns, else from the article; only the head and its adjectives are touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.lexicon import load_lexicon, word_list

_MASCULINE_OR_NEUTER = word_list("articles_masculine_or_neuter")
_FEMININE_OR_PLURAL = word_list("articles_feminine_or_plural")
_PLURAL = word_list("articles_dative_plural")
_NEUTER = word_list("articles_neuter")
_GENITIVE = word_list("articles_genitive")
_SIBILANTS = ("s", "ß", "x", "z")
_FEMININE_ENDS = ("ung", "heit", "keit", "schaft", "ion", "tät", "ei", "ie", "e", "ik", "enz", "anz", "in", "ur")
_STRONG = {"m": "er", "f": "e", "n": "es", "pl": "e"}
_ADJECTIVE_END = re.compile(r"(?:en|em|er|es|e)$")
_CONSONANT_BEFORE_ES = re.compile(r"[bcdfgklmnpqrstvwxzß]es$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the phrase and whether it is an adjective (or a participle) before the head."""

    text: str
    adjective: bool = False


def nominative(words: Sequence[Word], head: int, article: str | None) -> str:
    """The phrase in the nominative.

    ``words`` are its words without preposition and article, ``head`` the place of its head noun among them,
    ``article`` the article or contraction that stood before it (``vom``, ``des``), None for none. Words behind
    the head stay as they are.
    """
    lexicon = load_lexicon()
    determiner = article.casefold() if article else None
    noun = words[head].text
    entry = lexicon.organisation_noun(noun) if lexicon.country_form(noun) is None else None
    uninflected = entry is not None and noun == entry.base and entry.gender in "mn" and not noun.endswith(_SIBILANTS)
    if determiner in _GENITIVE and uninflected:
        return join([word.text for word in words])  # „des Erwerbslosen Forum“: a name that is not inflected
    base = entry.base if entry else _without_genitive(noun, determiner)
    gender = entry.gender if entry else _gender(noun, base, determiner)
    if entry and entry.gender in "mn" and determiner in _FEMININE_OR_PLURAL - {"der"}:
        gender = "pl"
    before = [_strong(word.text, gender, determiner) if word.adjective else word.text for word in words[:head]]
    after = [word.text for word in words[head + 1 :]]
    return join([*before, base, *after])


def join(words: Sequence[str]) -> str:
    """Words to text: a space between them, none before a comma or after an opening bracket."""
    out = ""
    for word in words:
        tight = word in {",", ")", ".", "“", "’", "/", "”"} or out.endswith(("(", "„", "/"))
        out += word if not out or tight else f" {word}"
    return out


def _without_genitive(noun: str, article: str | None) -> str:
    lexicon = load_lexicon()
    country = lexicon.country_form(noun)
    if country is not None:
        return country
    if article in _GENITIVE and len(noun) > 3:
        if noun.endswith("sses"):
            return noun[:-2]
        if _CONSONANT_BEFORE_ES.search(noun) and not noun.endswith(("eres", "eles", "enes")):
            return noun[:-2]
        if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "os", "as")):
            return noun[:-1]
    if article is None and noun.endswith("s") and noun[:-1] in lexicon.places:
        return noun[:-1]
    return noun


def _gender(noun: str, base: str, article: str | None) -> str:
    if noun in {"USA", "Niederlande", "Philippinen"} or article in _PLURAL:
        return "pl"
    if article in _NEUTER:
        return "n"
    if article in _MASCULINE_OR_NEUTER:
        return "n" if base.endswith(("um", "ment", "haus", "werk", "land", "chen", "amt", "büro", "team")) else "m"
    if article in _FEMININE_OR_PLURAL:
        return "m" if article == "der" and not _looks_feminine(noun) else "f"
    return "f"


def _looks_feminine(noun: str) -> bool:
    return noun.endswith(_FEMININE_ENDS)


def _strong(adjective: str, gender: str, article: str | None) -> str:
    """The adjective with its strong ending; „Berliner“ and other forms without inflection stay."""
    if adjective.endswith("er") and (adjective[:1].isupper() or article not in {"ein", "eine"}):
        return adjective
    if not _ADJECTIVE_END.search(adjective) or len(adjective) < 4:
        return adjective
    return _ADJECTIVE_END.sub("", adjective) + _STRONG[gender]
