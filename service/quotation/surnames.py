"""Surnames: which words of an article are surnames, seen from what stands around a full name in the raw text.

A cheap look, so that „Brandt“ alone is read as a person even where the tagger is in doubt.
"""

from __future__ import annotations

import re
from functools import lru_cache

from service.lexicon import load_lexicon, word_list

_PARTICLES = (
    r"(?: (?:von|van|vom|zu|de|der|den|del|della|di|da|dos|du|al|el|bin|ten|ter|af|av|Graf|Gräfin|Freiherr|Freifrau))*"
)
_LAST = r"((?:(?:al|el|an|as|ad|ar|at|ash|asch)-)?[A-ZÄÖÜ][\w’'-]*\w)"
_FULL_NAME = re.compile(rf"([A-ZÄÖÜ][\w’'-]+)(?=(?: [A-Z]\.)?{_PARTICLES} {_LAST})")
_ROLE_BEFORE = re.compile(r"\b([A-ZÄÖÜ][\w-]{3,}) $")
_ROLE_BEHIND = re.compile(
    r"(?: \([^()]{1,30}\))?, (?:(?:der|die|ein|eine) )?(?:[a-zäöü]+ )?([A-ZÄÖÜ][\w-]+)",
)
_AGE_OR_PARTY = re.compile(r" \((?:\d\d|[A-ZÖÄ]{2,5}|Grüne|Linke)\)")
_LONGEST_ROLE = 60  # characters in front of a name in which its role is looked for


def surnames(text: str) -> frozenset[str]:
    """The surnames of a text: behind a first name of the lexicon, behind or before a role, before an age or party."""
    lexicon = load_lexicon()
    found, trades = set(), set()
    for match in _FULL_NAME.finditer(text):
        first, last = match.groups()
        if match.start() and text[match.start() - 1].isalnum():
            continue
        if first in lexicon.first_names or "-" in first and first.split("-")[0] in lexicon.first_names:
            found.add(last)
            if _ends_like_role(last) or _is_trade(last):
                trades.add(last)
        elif last not in found and not _is_common(first) and _is_introduced(text, match.start(), match.end(2)):
            found.add(last)
    return frozenset(word for word in found if word in trades or not _is_common(word))


def _is_introduced(text: str, start: int, end: int) -> bool:
    """Whether a role stands before or behind a name, or an age or party in brackets behind it."""
    role = load_lexicon().role
    before = _ROLE_BEFORE.search(text, max(0, start - _LONGEST_ROLE), start)
    if before is not None and role(before.group(1)) is not None:
        return True
    behind = _ROLE_BEHIND.match(text, end)
    return behind is not None and role(behind.group(1)) is not None or _AGE_OR_PARTY.match(text, end) is not None


def _ends_like_role(word: str) -> bool:
    """„Aigelsreiter“, „Pichlbauer“: the end of the name is a trade, the whole of it none."""
    match = load_lexicon().role(word)
    return match is not None and match.prefix != "" and "-" not in match.prefix


def _is_trade(word: str) -> bool:
    """„Bauer“, „Richter“, „König“: a trade or rank that is a family name too."""
    match = load_lexicon().role(word)
    trade = match is not None and not match.prefix and match.role.role_class == "profession"
    return trade and not word.endswith("in") or word in _RANKS


@lru_cache(maxsize=8192)
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
