"""Passages: the text that is given to the parser, and the way back from it to the article.

A long quotation is replaced by one stand-in token between its marks, so that the parser reads the frame
alone; soft hyphens, zero-width characters and tags are left out, entities read as their character. Every offset
can be led back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from service.language import STAND_IN
from service.quotation.marks import Marked
from service.quotation.sentences import Sentence

KEPT_WORDS = 4  # a quotation of at most this many words is read by the parser as it stands
_REPLACED = re.compile(
    r"[\u00ad\u200b-\u200d\u2060\ufeff]+|</?[A-Za-z][^<>]{0,300}>|&(?:[A-Za-z]{2,8}|#[0-9]{2,5}|#x[0-9A-Fa-f]{2,4});"
)
_OTHER_SPACE = re.compile(r"[^\S ]")
_ENDS = re.compile(r"[.!?…]")


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` for the parser; ``starts[i]`` in it is ``origins[i]`` in the article, up to the next start."""

    sentence: Sentence
    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    collapsed: frozenset[int]  # indices of the quotes that a stand-in stands for

    def article_offset(self, offset: int) -> int:
        """Where the character at ``offset`` of the passage stands in the article."""
        piece = bisect_right(self.starts, offset) - 1 if len(self.starts) > 1 else 0
        return self.origins[piece] + offset - self.starts[piece]


def passage(text: str, sentence: Sentence, marked: Sequence[Marked], *, keep: bool = False) -> Passage:
    """Make the passage of a sentence. ``keep`` leaves its quotations as they stand."""
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    collapsed = set()

    def put(piece: str, origin: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            origins.append(origin)
            length += len(piece)

    def add(start: int, end: int) -> None:
        at = start
        for gap in _REPLACED.finditer(text, start, end):
            put(_OTHER_SPACE.sub(" ", text[at : gap.start()]), at)
            put(_replacement(gap.group()), gap.start())
            at = gap.end()
        put(_OTHER_SPACE.sub(" ", text[at:end]), at)

    at = sentence.start
    for index in sentence.quotes:
        quote = marked[index]
        if keep or not is_long(text, quote):
            continue
        add(at, quote.start)
        put(STAND_IN, quote.start)
        collapsed.add(index)
        at = quote.end
    add(at, sentence.end)
    if not starts:
        starts, origins = [0], [sentence.start]
    return Passage(sentence, "".join(pieces), tuple(starts), tuple(origins), frozenset(collapsed))


def _replacement(found: str) -> str:
    """What the parser reads instead: an entity's character, nothing for a tag or an invisible character."""
    if found[0] != "&":
        return ""
    character = unescape(found)
    return _OTHER_SPACE.sub(" ", character) if len(character) == 1 else found


def without_quotes(text: str, marked: Sequence[Marked]) -> str:
    """The text with spaces for the words of its long quotations: what they name is not the reporter's. Offsets stay."""
    pieces: list[str] = []
    at = 0
    for quote in marked:
        if is_long(text, quote) and quote.start >= at:
            pieces += [text[at : quote.start], re.sub(r"[^\n]", " ", text[quote.start : quote.end])]
            at = quote.end
    return "".join([*pieces, text[at:]])


def is_long(text: str, quote: Marked) -> bool:
    """Whether the quotation is read as a stand-in: several sentences, paragraphs or many words."""
    if len(quote.parts) > 1 or quote.end - quote.start > 200:
        return True
    inner = text[quote.start : quote.end]
    return inner.count(" ") >= KEPT_WORDS or _ENDS.search(inner) is not None
