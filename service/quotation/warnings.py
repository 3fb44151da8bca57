"""Warnings: what the reader of an answer should know about the text that was sent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.lexicon import word_list
from service.quotation.marks import Marked, Scan
from service.quotation.result import Warning

_MOJIBAKE = re.compile(r"â€[\u0080-\u00bfœžš™¦“”\x9c-\x9f]?|Ã[\u0080-\u00bf¤¶¼Ÿ„–œ]|Â[«»\u00a0]|\ufffd")
_GERMAN = word_list("frequent_german")
_ENGLISH_AND_OTHERS = word_list("frequent_foreign")
_FEWEST_WORDS = 12


def find(text: str, scanned: Scan, kept: Sequence[Marked]) -> tuple[Warning, ...]:
    """The warnings of a text with marks, in the order of the text."""
    found = [*about_text(text)]
    if len(kept) < len(scanned.marked):
        found.append(Warning("truncated", scanned.marked[len(kept)].outer[0], len(text)))
    elif scanned.unread_from is not None:
        found.append(Warning("truncated", scanned.unread_from, len(text)))
    found.extend(Warning("unbalanced-mark", start, end) for start, end in scanned.unbalanced[:100])
    return tuple(sorted(found, key=lambda w: (w.start, w.end, w.code)))


def about_text(text: str) -> tuple[Warning, ...]:
    """Warnings that need no mark: wrong decoding, another language."""
    found = []
    match = _MOJIBAKE.search(text)
    if match is not None:
        found.append(Warning("mojibake", match.start(), match.end()))
    if not is_german(text):
        found.append(Warning("not-german", 0, len(text)))
    return tuple(found)


def is_german(text: str) -> bool:
    """Whether the commonest words of the text's first 20,000 characters are German ones; short texts pass."""
    words = text[:20_000].casefold().split()
    if len(words) < _FEWEST_WORDS:
        return True
    return sum(map(_GERMAN.__contains__, words)) >= sum(map(_ENGLISH_AND_OTHERS.__contains__, words))
