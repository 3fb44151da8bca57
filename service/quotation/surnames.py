"""Surnames: which words of an article are surnames, seen from what stands around a full name in the raw text.

A cheap look, so that „Brandt“ alone is read as a person even where the tagger is in doubt.
"""

from __future__ import annotations

import re

from service.lexicon import load_lexicon, word_list

_PARTICLES = (
    r"(?: (?:von|van|vom|zu|de|der|den|del|della|di|da|dos|du|al|el|bin|ten|ter|af|av|Graf|Gräfin|Freiherr|Freifrau))*"
)
_LAST = r"((?:(?:al|el|an|as|ad|ar|at|ash|asch)-)?[A-ZÄÖÜ][\w’'-]*\w)"
_FIRST = r"([A-ZÄÖÜ][\w’'-]+)"
_FULL_NAME = re.compile(rf"\b(?={_FIRST}(?: [A-Z]\.)?{_PARTICLES} {_LAST})")
_AFTER_ROLE = re.compile(rf"\b(?=([A-ZÄÖÜ][\w-]{{3,}}) {_FIRST}(?: [A-Z]\.)?{_PARTICLES} {_LAST})")
_BEFORE_ROLE = re.compile(
    rf"\b(?={_FIRST}{_PARTICLES} {_LAST}(?: \([^()]{{1,30}}\))?, "
    r"(?:(?:der|die|ein|eine) )?(?:[a-zäöü]+ )?([A-ZÄÖÜ][\w-]+))"
)
_AGE_OR_PARTY = re.compile(rf"\b(?={_FIRST}{_PARTICLES} {_LAST} \((?:\d\d|[A-ZÖÄ]{{2,5}}|Grüne|Linke)\))")


def surnames(text: str) -> frozenset[str]:
    """The surnames of a text: behind a first name of the lexicon, behind or before a role, before an age or party."""
    lexicon = load_lexicon()
    found, trades = set(), set()
    for match in _FULL_NAME.finditer(text):
        first, last = match.groups()
        if first in lexicon.first_names or "-" in first and first.split("-")[0] in lexicon.first_names:
            found.add(last)
            if _ends_like_role(last) or _is_trade(last):
                trades.add(last)
    for match in _AFTER_ROLE.finditer(text):
        role, first, last = match.groups()
        if not _is_common(first) and lexicon.role(role) is not None:
            found.add(last)
    for match in _BEFORE_ROLE.finditer(text):
        first, last, role = match.groups()
        if not _is_common(first) and lexicon.role(role) is not None:
            found.add(last)
    for match in _AGE_OR_PARTY.finditer(text):
        first, last = match.groups()
        if not _is_common(first):
            found.add(last)
    return frozenset(word for word in found if word in trades or not _is_common(word))


def _ends_like_role(word: str) -> bool:
    """„Aigelsreiter“, „Pichlbauer“: the end of the name is a trade, the whole of it none."""
    match = load_lexicon().role(word)
    return match is not None and match.prefix != "" and "-" not in match.prefix


def _is_trade(word: str) -> bool:
    """„Bauer“, „Richter“, „König“: a trade or rank that is a family name too."""
    match = load_lexicon().role(word)
    trade = match is not None and not match.prefix and match.role.role_class == "profession"
    return trade and not word.endswith("in") or word in _RANKS


def _is_common(word: str) -> bool:
    """A word that is no name although it stands where one might (Martin Luther Universität, Der Minister)."""
    lexicon = load_lexicon()
    return (
        lexicon.organisation_noun(word) is not None
        or lexicon.country_form(word) is not None
        or lexicon.role(word) is not None
        or lexicon.title_noun(word) is not None
        or bool(lexicon.speech_noun(word))
        or lexicon.country_of_adjective(word) is not None
        or word.casefold() in lexicon.prefixes
        or word in _FUNCTION
        or word in lexicon.media
        or word.endswith(("ung", "heit", "keit", "schaft", "tion"))
    )


_FUNCTION = word_list("capitals_that_are_no_names")
_RANKS = word_list("ranks_that_are_surnames")
