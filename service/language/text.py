"""Prepares text for the pipeline: white space, invisible characters and over-long pieces. Offsets stay those of the
text as it came. No labels in here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

LONGEST_RUN = 200
LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}")
STRAND = re.compile(rf"\S{{1,{LONGEST_RUN}}}\s*|\s+")

INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
INNER_APOSTROPHE = re.compile("[’'](?<=[^\\W\\d_].)(?=[A-ZÄÖÜÉ])")
PLACE: list[int | str] = ["IDX", "LENGTH", "IS_SPACE"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text which is parsed as one; ``start`` is its offset into the text."""

    start: int
    text: str


def pieces(text: str, longest: int) -> Iterator[Piece]:
    """The text in stretches of at most ``longest`` characters; together they are the text.

    A cut is made after the last line break, full stop or white space in the second half of the stretch, else hard.
    """
    start = 0
    while len(text) - start > longest:
        end = start + longest
        middle = start + longest // 2
        for separator in ("\n", ". ", " "):
            found = text.rfind(separator, middle, end)
            if found >= 0:
                end = found + len(separator)
                break
        yield Piece(start, text[start:end])
        start = end
    yield Piece(start, text[start:])


@dataclass(frozen=True, slots=True)
class Prepared:
    """A tokenized piece without white-space tokens: its words and their offsets into the piece."""

    doc: Doc
    words: list[str]
    starts: list[int]
    ends: list[int]
    begins: tuple[int, ...] = ()  # the words behind a blank line, which begin a sentence


def prepare(nlp: Language, text: str) -> Prepared:
    """Tokenizes a piece. White space makes no tokens, a blank line ends a sentence, invisible characters are not
    shown to the pipeline."""
    if not (INVISIBLE.search(text) or INNER_APOSTROPHE.search(text) or LONG_RUN.search(text)):
        doc = nlp.make_doc(text)
        starts, lengths, spaces = doc.to_array(PLACE).T.tolist()
        if not any(spaces):
            ends = [start + length for start, length in zip(starts, lengths, strict=True)]
            return Prepared(doc, [text[start:end] for start, end in zip(starts, ends, strict=True)], starts, ends)
    return _prepared_by_word(nlp, text)


def _prepared_by_word(nlp: Language, text: str) -> Prepared:
    """The same for a piece in which not each token of the tokenizer is a word."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for strand in _strands(text):
        for offset, length, is_space in nlp.make_doc(strand.text).to_array(PLACE).tolist():
            if not is_space:
                start = strand.start + offset
                words.append(text[start : start + length])
                starts.append(start)
                ends.append(start + length)
    _join_names(text, words, starts, ends)
    shown = [INVISIBLE.sub("", word) or word for word in words]
    afters = [*starts[1:], len(text)]
    doc = Doc(nlp.vocab, words=shown, spaces=[end < after for end, after in zip(ends, afters, strict=False)])
    begins = tuple(i for i in range(1, len(words)) if text.count("\n", ends[i - 1], starts[i]) > 1)
    for index in begins:
        doc[index].is_sent_start = True
    return Prepared(doc, words, starts, ends, begins)


def _join_names(text: str, words: list[str], starts: list[int], ends: list[int]) -> None:
    """Makes one word of „Dell’Acqua“, which the tokenizer splits as it splits marks; changes the lists."""
    for index in range(len(words) - 2, 0, -1):
        joined = starts[index] == ends[index - 1] and ends[index] == starts[index + 1]
        if joined and INNER_APOSTROPHE.match(text, starts[index]):
            words[index - 1 : index + 2] = [text[starts[index - 1] : ends[index + 1]]]
            del starts[index : index + 2], ends[index - 1 : index + 1]


def _strands(text: str) -> list[Piece]:
    """The text cut where white space is long in coming: the tokenizer takes the square of such a run's length."""
    if not LONG_RUN.search(text):
        return [Piece(0, text)]
    return [Piece(found.start(), found.group()) for found in STRAND.finditer(text)]
