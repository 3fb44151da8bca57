"""Pull quotes without marks: a line of somebody's words, and below it a line „Name, role“.

Found by their shape alone, on the raw text. Who the name belongs to is read from the parse of that line, elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from service.lexicon import load_lexicon
from service.quotation.marks import Marked
from service.quotation.paragraphs import trimmed

FAMILY = "line"  # of stretches that stand between line breaks instead of marks
_FEWEST, _MOST = 3, 60  # words of a pull quote
_MOST_PULL_QUOTES = 50  # of one article
_LONGEST_SIGNATURE = 140  # characters
_PARTICLES = r"(?:von|van|de|der|den|di|da|del|al|bin|el|zu)"
_NAME = rf"[A-ZÄÖÜ][\w.’'\-]*(?: (?:{_PARTICLES}|[A-ZÄÖÜ][\w.’'\-]*)){{1,4}}"
_SIGNATURE = re.compile(rf"[—–\-\s]*(?:Dr\. |Prof\. )*({_NAME})(?: \([^()]{{1,30}}\))?, ([^.!?:]{{3,100}})$")
_NO_NAME = re.compile(r"(?:Von|Foto|Fotos|Bild|Text|Quelle|Der|Die|Das|Ein|Eine|Im|In|Am|Auf|Mit|Nach)\b")
_LABELLED = re.compile(r"[\w\s]{1,20}:|[—–\-*•]")
_AUTHOR = re.compile(r"(?:Fotograf|Redakteur|Reporter|Autor|Journalist|Korrespondent|Volontär)(?:in)?")
_WORD = re.compile(r"[\w\-]+")


def find(text: str, paragraphs: Sequence[tuple[int, int]], marked: Sequence[Marked]) -> list[Marked]:
    """The signed lines without a mark, as stretches whose outer extent is that of their words."""
    starts = [stretch.outer[0] for stretch in marked]
    found: list[Marked] = []
    for index, (start, end) in enumerate(paragraphs[:-1]):
        if not _is_signed(text, paragraphs, index) or not _is_speech(text[start:end]):
            continue
        before = bisect_left(starts, end) - 1
        if before >= 0 and marked[before].outer[1] > start:
            continue
        low, high = trimmed(text, start, end)
        found.append(Marked(((low, high),), (low, high), FAMILY))
        if len(found) == _MOST_PULL_QUOTES:
            break
    return found


def signature_below(text: str, end: int) -> tuple[int, int] | None:
    """Where the line „Name, role“ stands that follows right below what ends at ``end``; None where none does."""
    at = end
    while at < len(text) and at < end + 8 and text[at] not in "\n\r":
        if text[at].isalnum():
            return None
        at += 1
    while at < len(text) and at < end + 40 and text[at].isspace():
        at += 1
    stop = at
    while stop < len(text) and stop <= at + _LONGEST_SIGNATURE and text[stop] not in "\n\r":
        stop += 1
    if "\n" not in text[end:at] and "\r" not in text[end:at] or not is_signature(text[at:stop]):
        return None
    return trimmed(text, at, stop)


def is_signature(line: str, *, of_role: bool = True) -> bool:
    """Whether a line has the shape „Name, role“ (or, not ``of_role``, „Name, anything“), and is no by-line."""
    line = line.strip()
    if len(line) > _LONGEST_SIGNATURE or _NO_NAME.match(line):
        return False
    match = _SIGNATURE.match(line)
    if match is None:
        return False
    words = _WORD.findall(match.group(2))
    if any(_AUTHOR.fullmatch(word) for word in words):
        return False
    return not of_role or any(load_lexicon().role(word) is not None for word in words)


def _is_signed(text: str, paragraphs: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether the next paragraph is a signature and the one after it none: several in a row are a list."""
    if not is_signature(_line(text, paragraphs, index + 1)):
        return False
    neighbours = (_line(text, paragraphs, index), _line(text, paragraphs, index + 2))
    return not any(is_signature(line, of_role=False) for line in neighbours)


def _line(text: str, paragraphs: Sequence[tuple[int, int]], index: int) -> str:
    if index >= len(paragraphs):
        return ""
    start, end = paragraphs[index]
    return text[start : min(end, start + 2 * _LONGEST_SIGNATURE)]


def _is_speech(line: str) -> bool:
    """A few words that end like a sentence, without a label („Foto: …“) or a dash in front."""
    line = line.strip()
    if line[-1:] not in {".", "!", "?", "…"} or len(line) > 12 * _MOST or _LABELLED.match(line):
        return False
    return _FEWEST <= len(line.split()) <= _MOST
