"""Paragraphs: where the blocks of the raw text begin and end.

A line is a paragraph, as web pages and agencies send them, unless the text is wrapped by hand at a fixed
width: then only an empty line ends one.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BLOCK = re.compile(r"(?:[^\n\r\u2028\u2029]+(?:\r\n|[\n\r])?)+")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """``(start, end)`` of each paragraph that is not blank, in the order of the text."""
    pattern = _BLOCK if is_hard_wrapped(text) else _LINE
    return [match.span() for match in pattern.finditer(text) if not match.group().isspace()]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_hard_wrapped(text: str) -> bool:
    """Whether lines break at a fixed width and not where a paragraph ends (mail, old agency wires).

    Judged by the first 200 lines: most full lines are of 50 to 90 characters and go on in the next line.
    """
    lines = [match.group() for match in _LINE.finditer(text, 0, min(len(text), 20_000))][:200]
    if len(lines) < 4:
        return False
    full = [line for line in lines if 50 <= len(line.rstrip()) <= 90]
    open_ended = sum(1 for line in full if line.rstrip()[-1:] not in '.!?:“”"«»')
    return len(full) >= 0.5 * len(lines) and open_ended >= 0.6 * len(full) and max(map(len, lines)) <= 100
