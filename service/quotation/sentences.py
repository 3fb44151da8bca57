"""Sentences of the raw text, found by rule: cheap enough for the whole article, and never cut inside a quote.

The parser only ever sees the few sentences that are needed; this file says which stretches those may be.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from service.lexicon import load_lexicon, word_list
from service.quotation.datelines import is_byline, report_start
from service.quotation.marks import Marked
from service.quotation.paragraphs import trimmed

MAX_SENTENCE = 1_200  # characters; a longer stretch without a full stop is cut at a space
_CANDIDATE = re.compile(r"(?<![.!?…])[.!?…]++[)\]’'”“\"»«‘]*+(?=\s)")
_SIGN_OFF = re.compile(r"(?<=[.!?“”«»\"])/\w{2,5}(?:/\w{1,5}){0,5}\s*\Z")  # the agency's: „… ein Händler./abc/de“
_NEXT = re.compile(r"\s*(\S)")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_NOUN_BEFORE = re.compile(r"(?<!\w)([A-ZÄÖÜ]\w+) $")
_BEFORE_ORDINALS = word_list("before_ordinals")
_BEHIND_ORDINALS = word_list("behind_ordinals")
_OPENERS = "„“”\"»«‚‘›‹'(–—-•*["


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, in which paragraph, and the quotes (indices) whose start it holds."""

    index: int
    start: int
    end: int
    paragraph: int
    quotes: tuple[int, ...]


def split(text: str, paragraphs: Sequence[tuple[int, int]], marked: Sequence[Marked]) -> list[Sentence]:
    """Cut the text into sentences. A quote belongs to one sentence whole, even over paragraphs."""
    found: list[Sentence] = []
    starts = [quote.outer[0] for quote in marked]
    edges = [start for start, _ in paragraphs]
    reach = 0  # where the quote that ran over the last paragraph's end is closed
    for number, (start, end) in enumerate(paragraphs):
        start = max(report_start(text, number, start, end), reach)
        if start >= end or is_byline(text, number, start, end):
            continue
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        while last > first and marked[last - 1].outer[1] > end:
            closed = marked[last - 1].outer[1]
            end = max(paragraphs[bisect_left(edges, closed) - 1][1], closed)
            last = bisect_left(starts, end)
        inside = marked[first:last]
        reach = max(reach, end)
        for low, high in _cut_long(text, _boundaries(text, start, end, inside), inside):
            low, high = trimmed(text, low, high)
            if low < high:
                held = range(bisect_left(starts, low), bisect_left(starts, high))
                found.append(Sentence(len(found), low, high, number, tuple(held)))
    return found


def _boundaries(text: str, start: int, end: int, inside: Sequence[Marked]) -> list[tuple[int, int]]:
    """The paragraph cut into ``(start, end)`` at each sentence's end outside of quotes."""
    cuts: list[int] = []
    at = start
    for quote in inside:
        if quote.outer[0] >= at:
            cuts.extend(_ends(text, at, quote.outer[0]))
        at = max(at, quote.outer[1])
        if text[quote.end - 1] in ".!?…" and _starts_sentence(text, at, end):
            cuts.append(at)
    cuts.extend(_ends(text, at, end))
    sign_off = _SIGN_OFF.search(text, max(at, end - 40), end)
    if sign_off is not None:
        cuts.append(sign_off.start())
    edges = [start, *sorted(set(cuts)), end]
    return list(zip(edges, edges[1:], strict=False))


def _starts_sentence(text: str, at: int, end: int) -> bool:
    if at >= end or not text[at].isspace():
        return False
    match = _NEXT.match(text, at, end)
    return match is not None and (match.group(1).isupper() or match.group(1).isdigit() or match.group(1) in _OPENERS)


def _ends(text: str, start: int, end: int) -> list[int]:
    """The offsets behind each sentence end between ``start`` and ``end``."""
    found = []
    for match in _CANDIDATE.finditer(text, start, min(end + 1, len(text))):
        if match.end() > end:
            break
        following = _NEXT.match(text, match.end(), min(match.end() + 20, len(text)))
        if following is None or not (
            following.group(1).isupper() or following.group(1).isdigit() or following.group(1) in _OPENERS
        ):
            continue
        low = max(start, match.start() - 40)
        if match.group()[0] == "." and _is_abbreviation(text, low, match.start(), match.end()):
            continue
        found.append(match.end())
    return found


def _is_abbreviation(text: str, low: int, dot: int, behind: int) -> bool:
    """Whether the full stop at ``dot`` belongs to the word before it: an initial, an ordinal, „Dr.“."""
    first = dot
    while first > low and (text[first - 1].isalnum() or text[first - 1] in "_.-"):
        first -= 1
    word = text[first:dot]
    if not word:
        return False
    if word.isdigit():
        return len(word) <= 2 and not _is_counted(text, low, dot - len(word), behind)
    last = word.rsplit(".", 1)[-1]
    if len(last) == 1 and last.isalpha():
        return True
    known = load_lexicon().abbreviations
    return f"{word}.".casefold() in known or f"{last}.".casefold() in known


def _is_counted(text: str, low: int, number: int, behind: int) -> bool:
    """Seite 38. Danach …: a number behind its noun is no ordinal, unless a month follows."""
    before, following = _NOUN_BEFORE.search(text, low, number), _NEXT_WORD.match(text, behind)
    return (
        before is not None
        and before.group(1) not in _BEFORE_ORDINALS
        and (following is None or following.group(1) not in _BEHIND_ORDINALS)
    )


def _cut_long(text: str, spans: list[tuple[int, int]], inside: Sequence[Marked]) -> list[tuple[int, int]]:
    """Sentences without end are cut at a space outside of quotes, every ``MAX_SENTENCE`` characters."""
    found: list[tuple[int, int]] = []
    starts = [quote.outer[0] for quote in inside]
    for start, end in spans:
        while end - start > MAX_SENTENCE:
            at = start + MAX_SENTENCE
            index = bisect_left(starts, at) - 1
            if index >= 0 and inside[index].outer[1] > at:
                at = inside[index].outer[1]
            space = text.find(" ", at, min(at + 100, end))
            at = space if space >= 0 else min(at + 100, end)
            index = bisect_left(starts, at) - 1
            if index >= 0 and inside[index].outer[1] > at:
                at = inside[index].outer[1]
            if at >= end:
                break
            found.append((start, at))
            start = at
        found.append((start, end))
    return found
