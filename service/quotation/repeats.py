"""Repeats: headlines and pull quotes that give words of the body again, with or without marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.quotation.attribution import Attribution
from service.quotation.marks import Marked
from service.quotation.paragraphs import trimmed
from service.quotation.pull_quotes import is_signature
from service.quotation.sentences import Sentence

Parts = tuple[tuple[int, int], ...]

_FEWEST = 3  # words that a repetition has at least
_LONGEST_LINE = 200  # characters of a heading
_HEADINGS = 50  # headings that are looked for in the body
_BODY = 200  # quotes of the body that they are looked for in
_WORDS = re.compile(r"\w+")
_LINE = re.compile(r"[^\n\r]+")


@dataclass(frozen=True, slots=True)
class Repeated:
    """``parts`` repeat the words of the body quote ``of``; ``draft`` is the quote they are, None for words without
    marks; ``signed`` says that a line „Name, role“ follows."""

    parts: Parts
    of: int | None
    draft: int | None
    signed: bool


def repeated(
    text: str, marked: Sequence[Marked], sentences: Sequence[Sentence], quotes: Sequence[tuple[Parts, Attribution]]
) -> list[Repeated]:
    """The repetitions among the quotes and the unmarked pull quotes of an article. Each body quote has a speaker."""
    words = [_normal(" ".join(text[start:end] for start, end in parts)) for parts, _ in quotes[:_BODY]]
    headings = [index for index in range(len(words)) if _in_own_line(text, quotes[index][0])]
    bodies = {i: words[i] for i in set(range(len(words))) - set(headings) if quotes[i][1].person is not None}
    found: list[Repeated] = []
    for index in headings[:_HEADINGS]:
        of = _holder(words[index], bodies)
        if of is not None:
            found.append(Repeated(quotes[index][0], of, index, False))
    return [*found, *_unmarked(text, marked, bodies)]


def _normal(words: str) -> str:
    return " ".join(_WORDS.findall(words.casefold()))


def _in_own_line(text: str, parts: Parts) -> bool:
    """Whether the quote's line is a heading or its own: short, and without a full stop where more stands in it."""
    start, end = parts[0][0], parts[-1][1]
    low, high = max(0, start - _LONGEST_LINE), min(len(text), end + _LONGEST_LINE)
    front = text.rfind("\n", low, start)
    behind = text.find("\n", end, high)
    if front < 0 < low or behind < 0 and high < len(text):
        return False
    low, high = front + 1 if front >= 0 else 0, behind if behind >= 0 else len(text)
    if _normal(text[low:start]) == "" == _normal(text[end:high]):
        return high - low < 2 * _LONGEST_LINE
    line = text[low:high].strip()
    return len(line) < _LONGEST_LINE and line[-1:] not in {".", "!", "?"}


def _holder(words: str, bodies: Mapping[int, str]) -> int | None:
    """The first quote of the body that holds these words, of at least three."""
    if words.count(" ") + 1 < _FEWEST:
        return None
    return next((index for index in sorted(bodies) if _holds(bodies[index], words)), None)


def _holds(longer: str, shorter: str) -> bool:
    """Whether whole words of the one are all of the other."""
    return f" {shorter} " in f" {longer} "


def _unmarked(text: str, marked: Sequence[Marked], bodies: Mapping[int, str]) -> list[Repeated]:
    """Words without marks on a line of their own, with a line „Name, …“ below, that the body quotes."""
    starts = [stretch.outer[0] for stretch in marked]
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    found: list[Repeated] = []
    for (start, end), (low, high) in zip(lines, lines[1:], strict=False):
        below = text[low : min(high, low + _LONGEST_LINE)]
        if end - start > 2 * _LONGEST_LINE or not is_signature(below, of_role=False):
            continue
        before = bisect_left(starts, end) - 1
        if before >= 0 and marked[before].outer[1] > start:
            continue
        of = _holder(_normal(text[start:end]), bodies)
        if of is not None:
            found.append(Repeated((trimmed(text, start, end),), of, None, True))
        if len(found) == _HEADINGS:
            break
    return found
