"""Quotation marks: which stretches of the raw text stand between marks, and which marks had to be repaired.

One pass over the text, a paragraph at a time, with a stack: linear in the length of the text. What a
stretch between marks means, and who said it, is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from service.lexicon import load_lexicon
from service.lexicon.tables import MarkSign

MAX_DEPTH = 4  # quotes within quotes deeper than this are left alone
MAX_MARKS = 100_000  # marks of one text that are read; no article has as many

_TAG = r"</?[A-Za-z][^<>]{0,300}>"  # the marks around a tag's attributes are none
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks.

    ``parts`` are the words inside, one ``(start, end)`` for each paragraph; ``outer`` runs from the opening
    mark to behind the closing one; ``nested`` are the stretches inside it; ``repaired`` says that a mark was
    missing, doubled or of the wrong kind.
    """

    parts: tuple[tuple[int, int], ...]
    outer: tuple[int, int]
    family: str
    nested: tuple[Marked, ...] = ()
    repaired: bool = False

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


@dataclass(frozen=True, slots=True)
class Scan:
    """All stretches in the order of the text, the marks that found no partner, and the steps it took.

    ``unread_from`` is where reading stopped because there were too many marks, None where all were read.
    """

    marked: tuple[Marked, ...]
    unbalanced: tuple[tuple[int, int], ...]
    steps: int
    unread_from: int | None = None


@dataclass(slots=True)
class _Open:
    """A mark on the stack that waits for its partner."""

    sign: MarkSign
    start: int
    end: int
    parts: list[tuple[int, int]]
    nested: list[Marked]
    repaired: bool = False


class _Mark(NamedTuple):
    sign: MarkSign
    start: int
    end: int
    can_open: bool
    can_close: bool
    inch: bool  # a straight mark behind a number: 55" unless it closes a quote


class _Ahead(NamedTuple):
    """What is left of a mark's family behind it in its paragraph.

    ``closing`` marks may close; ``surplus`` is by how many the closing ones ever outnumber the opening ones: a mark
    that opens inside an open quote of its own family stands for a nested quote only where both will be closed.
    """

    closing: int
    surplus: int


_NOTHING_AHEAD = _Ahead(0, 0)


def _ahead(marks: Sequence[_Mark]) -> list[_Ahead]:
    """For each mark of a paragraph what follows of its family."""
    found = [_NOTHING_AHEAD] * len(marks)
    families: dict[str, _Ahead] = {}
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        behind = found[index] = families.get(mark.sign.family, _NOTHING_AHEAD)
        closes = mark.can_close or mark.sign.usual == "close"
        change = int(closes) - int(mark.can_open or mark.sign.usual == "open")
        surplus = behind.surplus + change
        families[mark.sign.family] = _Ahead(behind.closing + closes, surplus if surplus > 0 else 0)
    return found


@lru_cache(maxsize=1)
def _signs() -> tuple[re.Pattern[str], dict[str, MarkSign]]:
    signs = {sign.text: sign for sign in load_lexicon().marks}
    longest_first = sorted(signs, key=len, reverse=True)
    return re.compile("|".join([_TAG, *map(re.escape, longest_first)])), signs


def scan(text: str, paragraphs: Sequence[tuple[int, int]]) -> Scan:
    """Find what stands between quotation marks in ``text``, whose paragraphs are ``(start, end)`` each."""
    return _Scanner(text, paragraphs).run()


def has_marks(text: str) -> bool:
    """Whether there is any mark at all: without one no quote is possible."""
    pattern, signs = _signs()
    return any(match.group() in signs for match in pattern.finditer(text))


@lru_cache(maxsize=8192)
def _read(mark: str, before: str, after: str) -> tuple[MarkSign, bool, bool, bool] | None:
    """A mark between two characters: its sign, whether it opens, closes, stands for inches; None where it is none."""
    sign = _signs()[1].get(mark)
    if sign is None or sign.text in "'’‘" and (before.isalnum() and after.isalnum() or before.isdigit()):
        return None
    opens = (not after.isspace() and after not in ",.;!?)]}" and not before.isalnum() and before not in ".,;!?%)…") or (
        before.isspace() and after in "….[("
    )
    closes = not before.isspace() and not after.isalnum() and before not in "(["
    return sign, opens, closes, sign.text == '"' and before.isdigit() and after not in ",.;:!?"


def _visible_before(text: str, at: int) -> str:
    at -= 1
    if at >= 0 and text[at] not in _INVISIBLE:
        return text[at]
    low = max(0, at - 8)
    while at >= low and text[at] in _INVISIBLE:
        at -= 1
    return text[at] if at >= low else " "


def _visible_after(text: str, at: int) -> str:
    if at < len(text) and text[at] not in _INVISIBLE:
        return text[at]
    high = min(len(text), at + 8)
    while at < high and text[at] in _INVISIBLE:
        at += 1
    return text[at] if at < high else " "


class _Scanner:
    """The state of one pass."""

    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.found: list[Marked] = []
        self.unbalanced: list[tuple[int, int]] = []
        self.stack: list[_Open] = []
        self.steps = 0
        self.unread_from: int | None = None

    def run(self) -> Scan:
        paragraphs = self.paragraphs
        marks = [list(self._marks(start, end)) for start, end in paragraphs]
        following: list[_Mark | None] = [None] * len(paragraphs)  # the first mark after each paragraph's end
        for index in range(len(paragraphs) - 2, -1, -1):
            following[index] = marks[index + 1][0] if marks[index + 1] else following[index + 1]
        for index, (start, end) in enumerate(paragraphs):
            self._paragraph(marks[index], start)
            if self.stack:
                next_start = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else end
                self._end_of_paragraph(end, next_start, following[index])
        self._give_up(len(self.text))
        found = tuple(sorted(self.found, key=lambda m: m.outer))
        return Scan(found, tuple(sorted(self.unbalanced)), self.steps, self.unread_from)

    def _marks(self, start: int, end: int) -> Iterator[_Mark]:
        text = self.text
        for match in _signs()[0].finditer(text, start, end):
            at, behind = match.span()
            if self.steps >= MAX_MARKS:
                self.unread_from = at if self.unread_from is None else self.unread_from
                return
            self.steps += 1
            found = _read(match.group(), _visible_before(text, at), _visible_after(text, behind))
            if found is not None:
                yield _Mark(found[0], at, behind, *found[1:])

    def _paragraph(self, marks: list[_Mark], start: int) -> None:
        ahead = _ahead(marks)
        skip = -1
        for index, mark in enumerate(marks):
            self.steps += 1
            following = marks[index + 1] if index + 1 < len(marks) else None
            if index == skip or mark.inch and self._is_inch(mark, following):
                continue
            doubled = following is not None and self._doubled(mark, following)
            if self._opens(mark):
                self._open(mark, ahead[index], start)
                if doubled and following is not None and following.can_open and self.stack:
                    skip = index + 1
                    self.stack[-1].end = following.end
                    self.stack[-1].repaired = True
            else:
                self._close(mark, start)
                if doubled and following is not None and following.can_close and not self._is_open(mark):
                    skip = index + 1
                    self._closed_twice(mark.end, following.end)

    def _is_inch(self, mark: _Mark, following: _Mark | None) -> bool:
        """32" is a measure unless the mark closes a quote: it does where no other mark is left to close it."""
        if not self._is_open(mark):
            return True
        return (
            following is not None
            and following.sign.family == mark.sign.family
            and following.can_close
            and not following.can_open
        )

    def _closed_twice(self, end: int, second_end: int) -> None:
        """The stretch just closed has a second closing mark: a repair."""
        done = self.stack[-1].nested if self.stack else self.found
        if done and done[-1].outer[1] == end:
            done[-1] = replace(done[-1], outer=(done[-1].outer[0], second_end), repaired=True)

    @staticmethod
    def _doubled(mark: _Mark, other: _Mark) -> bool:
        """Two outer marks of one family that touch: one of them is a typing error."""
        return (
            mark.sign.level == "outer"
            and other.sign.family == mark.sign.family
            and other.start == mark.end
            and (mark.sign.usual == other.sign.usual or "either" in (mark.sign.usual, other.sign.usual))
        )

    def _is_open(self, mark: _Mark) -> bool:
        return any(opened.sign.family == mark.sign.family for opened in self.stack)

    def _opens(self, mark: _Mark) -> bool:
        waiting = self._is_open(mark)
        if mark.sign.usual == "open":
            return not (waiting and mark.can_close and not mark.can_open)
        if mark.can_open and not mark.can_close:
            return True if mark.sign.usual == "either" or not waiting else not mark.can_close
        if mark.can_close and not mark.can_open:
            return False
        return not waiting and mark.sign.usual == "either"

    def _open(self, mark: _Mark, ahead: _Ahead, paragraph_start: int) -> None:
        for depth, opened in enumerate(self.stack):
            if opened.sign.family != mark.sign.family:
                continue
            reopens = opened.parts and not self.text[paragraph_start : mark.start].strip()
            if reopens:
                del self.stack[depth + 1 :]
                opened.end = mark.end
                return
            same = sum(1 for other in self.stack if other.sign.family == mark.sign.family)
            if ahead.surplus <= same or len(self.stack) >= MAX_DEPTH:
                self._repair_missing_close(depth, mark.start)
            break
        if mark.sign.level == "inner" and ahead.closing == 0:
            return  # an apostrophe, a comma, a foreign name
        if len(self.stack) < MAX_DEPTH:
            self.stack.append(_Open(mark.sign, mark.start, mark.end, [], []))

    def _close(self, mark: _Mark, paragraph_start: int) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            opened = self.stack[depth]
            if opened.sign.family == mark.sign.family:
                self._drop(depth + 1)
                self._finish(opened, mark.start, mark.end, wrong=mark.sign.text not in opened.sign.closed_by)
                return
        if mark.sign.level == "outer":
            self.unbalanced.append((mark.start, mark.end))
            self._repair_missing_open(mark, paragraph_start)

    def _repair_missing_open(self, mark: _Mark, paragraph_start: int) -> None:
        """A closing mark alone: with a frame right behind it, the quote began with its sentence."""
        if self.stack or not is_frame_behind(self.text, mark.end):
            return
        low = max(paragraph_start, mark.start - _LONGEST, self.found[-1].outer[1] if self.found else 0)
        starts = [m.end() for m in _SENTENCE_START.finditer(self.text, low, mark.start)]
        for part in trimmed(self.text, starts[-1] if starts else low, mark.start):
            self.found.append(Marked((part,), (part[0], mark.end), mark.sign.family, repaired=True))

    def _drop(self, depth: int) -> None:
        """Forget the marks above ``depth``: they found no partner. What they held is kept."""
        for opened in self.stack[depth:]:
            if opened.sign.level == "outer":
                self.unbalanced.append((opened.start, opened.end))
            (self.stack[depth - 1].nested if depth > 0 else self.found).extend(opened.nested)
        del self.stack[depth:]

    def _finish(self, opened: _Open, end: int, outer_end: int, *, wrong: bool = False) -> None:
        """Close ``opened``, the top of the stack, before ``end``."""
        self.stack.pop()
        parts = [*opened.parts, *trimmed(self.text, opened.end, end)]
        if not parts:
            return
        done = Marked(
            parts=tuple(parts),
            outer=(opened.start, outer_end),
            family=opened.sign.family,
            nested=tuple(sorted(opened.nested, key=lambda m: m.outer)),
            repaired=opened.repaired or wrong,
        )
        (self.stack[-1].nested if self.stack else self.found).append(done)

    def _end_of_paragraph(self, end: int, next_start: int, following: _Mark | None) -> None:
        """Marks still open at a paragraph's end go on only where the next paragraph says so."""
        bottom = self.stack[0]
        near = following is not None and following.start - end < _FARTHEST
        if following is not None and near and following.sign.family == bottom.sign.family:
            if self._opens_at_start(following):
                reopens = not self.text[next_start : following.start].strip()
                if reopens and not self._holds_a_frame(bottom, end):
                    bottom.parts.extend(trimmed(self.text, bottom.end, end))
                    bottom.end = end
                    del self.stack[1:]
                    return
            elif _ONE_BREAK.fullmatch(self.text, end, next_start):
                return
        self._give_up(end)

    def _holds_a_frame(self, opened: _Open, end: int) -> bool:
        """Whether „, sagte X“ stands among the words: then the quote ended there, and its mark is missing."""
        at = opened.end
        for inner in [*opened.nested, None]:
            stop = inner.outer[0] if inner is not None else end
            if first_frame(self.text, at, stop) is not None:
                return True
            at = inner.outer[1] if inner is not None else end
        return False

    @staticmethod
    def _opens_at_start(mark: _Mark) -> bool:
        return mark.can_open and mark.sign.usual != "close"

    def _give_up(self, end: int) -> None:
        while self.stack:
            self._repair_missing_close(0, end)

    def _repair_missing_close(self, depth: int, end: int) -> None:
        """The mark at ``depth`` was never closed: end it where its frame or its paragraph ends."""
        self._drop(depth + 1)
        opened = self.stack[depth]
        if opened.sign.level == "outer":
            self.unbalanced.append((opened.start, opened.end))
        if opened.sign.level == "outer" or opened.parts:
            opened.repaired = True
            stop = where_it_ends(self.text, opened.end, end)
            if stop is not None:
                behind = [inner for inner in opened.nested if inner.outer[1] > stop]
                opened.nested = [inner for inner in opened.nested if inner.outer[1] <= stop]
                self._finish(opened, stop, stop)
                self._keep(behind)
                return
        self.stack.pop()
        self._keep(opened.nested)

    def _keep(self, stretches: list[Marked]) -> None:
        """What stood inside a mark that turned out to hold nothing stands one level further out."""
        (self.stack[-1].nested if self.stack else self.found).extend(stretches)


_FARTHEST = 2_000  # characters that a quote may go on behind a line break
_LONGEST = 1_500  # characters that a quote without its second mark may have
_ONE_BREAK = re.compile(r"[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r]*")
_FRAME_BEHIND = re.compile(r"(?:,|(?<=[!?…]))[ \u00a0]+(?=([^\W\d_]+)\b((?: (?:der|die|das|ein|eine))? [A-ZÄÖÜ])?)")
_SENTENCE_START = re.compile(r"[.!?…:]\s+(?=[A-ZÄÖÜ])")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


def is_frame_behind(text: str, at: int) -> bool:
    """Whether „, sagte …“ or „, so X“ follows at once."""
    match = _FRAME_BEHIND.match(text, at)
    return match is not None and _opens_a_frame(match)


def _opens_a_frame(match: re.Match[str]) -> bool:
    word = match.group(1)
    if word == "so":
        return match.group(2) is not None
    return word.islower() and load_lexicon().is_speech_form(word)


def first_frame(text: str, start: int, end: int) -> int | None:
    """Where the first „, sagte X“ among the first 1,500 characters begins."""
    for match in _FRAME_BEHIND.finditer(text, start, min(end, start + _LONGEST)):
        if _opens_a_frame(match):
            return match.start()
    return None


def where_it_ends(text: str, start: int, end: int) -> int | None:
    """Where a quote without a closing mark ends: before the comma of its frame, else with its paragraph.

    Nothing is guessed in a paragraph that goes on for more than 1,500 characters, nor where no word follows.
    """
    frame = first_frame(text, start, end)
    if frame is not None:
        return frame
    stop = end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if stop - start > _LONGEST or not any(char.isalnum() for char in text[start:stop]):
        return None
    if not _SENTENCE_END.search(text, stop - 1, stop + 1) and " " not in text[start:stop]:
        return None
    return stop


def trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """``[(start, end)]`` without white space around it, or nothing where no letter or digit is left."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return [(start, end)] if any(char.isalnum() for char in text[start:end]) else []
