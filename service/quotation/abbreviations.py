"""Abbreviations that the article introduces itself: „Bund der Imker (BdI)“ → BdI stands for Bund der Imker."""

from __future__ import annotations

import re

from service.lexicon import word_list

_BRACKET = re.compile(r" \(([A-ZÄÖÜ][\w.&-]{1,9})\)")
_SMALL = word_list("small_words_of_organisation_names")
_MOST_WORDS = 9
_FARTHEST = 160  # characters before the bracket


def introduced(text: str) -> dict[str, str]:
    """The abbreviations in brackets with the name in front of each; only where the letters fit the words."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        before = text[max(0, match.start() - _FARTHEST) : match.start()].rpartition("\n")[2]
        name = _name(before.split()[-_MOST_WORDS:], match.group(1))
        if name is not None:
            found.setdefault(match.group(1), name)
    return found


def _name(words: list[str], abbreviation: str) -> str | None:
    """The shortest run of words at the end whose letters spell the abbreviation, capital by capital."""
    letters = [c.casefold() for c in abbreviation if c.isalpha()]
    if sum(c.isupper() for c in abbreviation) < 2:
        return None
    for first in range(len(words) - 1, -1, -1):
        run = words[first:]
        if run[0].casefold() in _SMALL or not run[0][:1].isupper() or run[0][:1].casefold() != letters[0]:
            continue
        if _spells("".join(run).casefold(), letters):
            return " ".join(run)
    return None


def _spells(text: str, letters: list[str]) -> bool:
    at = 0
    for letter in letters:
        at = text.find(letter, at) + 1
        if at == 0:
            return False
    return True
