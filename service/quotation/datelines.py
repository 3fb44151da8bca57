"""Datelines and bylines: „Bergheim (dpa) – “ in front of a report, „Von Jana Brandt, Berlin“ above it.

They say where and by whom a report was written, and nothing of that speaks in it.
"""

from __future__ import annotations

import re

_PLACE = r"([A-ZÄÖÜ][\w.'-]*(?: (?:am |an der |im )?[A-ZÄÖÜ][\w.'-]*){0,2}?)(?: [A-Z]{2})?(?:/[\w. -]{2,20})?"
_DATE = r"(?:, (?:\d{1,2}\. ?\w+\.? ?\d{0,4}|\d{4}-\d\d-\d\d))?"
_DATELINE = re.compile(rf"{_PLACE}(?: \([\w/ .,-]{{2,30}}\))?{_DATE} ?[–—-] (?=[A-ZÄÖÜ„»«\"“0-9])")
_CANTONS = "AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH"
_SWISS_DATELINE = re.compile(rf"([A-ZÄÖÜ][\w'-]+(?: [A-ZÄÖÜ][\w'-]+)?) (?:{_CANTONS}) (?=[A-ZÄÖÜ«])")  # „Holm GL Der …“
_BYLINE = re.compile(r"(?:Von|VON|von) [A-ZÄÖÜ][^.!?:\n]{3,80}$")
_LONGEST = 80
_FIRST_PARAGRAPHS = 5  # the paragraphs of an article that may have a dateline or be a byline


def dateline(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The place of a dateline that opens the stretch, and where the report begins behind it."""
    stop = min(end, start + _LONGEST)
    found = _DATELINE.match(text, start, stop) or _SWISS_DATELINE.match(text, start, stop)
    return (found.group(1), found.end()) if found is not None else None


def report_start(text: str, number: int, start: int, end: int) -> int:
    """Where the report begins in the paragraph of this number: behind its dateline, else at its start."""
    found = dateline(text, start, end) if number < _FIRST_PARAGRAPHS else None
    return found[1] if found is not None else start


def is_byline(text: str, number: int, start: int, end: int) -> bool:
    """Whether the paragraph of this number only says who wrote the article."""
    return number < _FIRST_PARAGRAPHS and _BYLINE.fullmatch(text[start:end].strip()) is not None
