"""Hand-made parses for the tests of rules: what a rule does with a tree must not hang on the embedded model.

A sentence is written token by token, ``word/POS/relation/head/entity``, with a space between tokens:

    „ Nein/INTJ/clause “ , sagte/VERB/root Jana/PROPN/subject/sagte/PER* Lind/PROPN/name/Jana/PER .

The head is a word of the sentence (``der#2`` is the second „der“), the root when it is left out; a star begins an
entity. A token without a slash is punctuation below the root. „ and “ are the marks of a quote. ``¶`` in front starts
a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from service.language import Parse, Relation, Token
from service.quotation.frames import Frame, find
from service.quotation.marks import Marked
from service.quotation.passages import Passage
from service.quotation.reading import Reading
from service.quotation.sentences import Sentence

_CLINGS_LEFT = frozenset(", . : ; ! ? “ )".split())
_CLINGS_RIGHT = frozenset("„ (".split())


@dataclass(frozen=True)
class Read:
    """An article read sentence by sentence."""

    text: str
    marked: list[Marked]
    readings: list[Reading]

    @property
    def sentences(self) -> list[Sentence]:
        return [reading.passage.sentence for reading in self.readings]


def reading(sentence: str, surnames: Collection[str] = ()) -> Reading:
    """The reading of an article of this one sentence."""
    return article(sentence, surnames=surnames).readings[0]


def article(*sentences: str, surnames: Collection[str] = ()) -> Read:
    """An article of these sentences, every one of them read."""
    text = ""
    paragraph = 0
    marked: list[Marked] = []
    parses: list[tuple[Sentence, Parse]] = []
    for index, sentence in enumerate(sentences):
        paragraph += sentence.startswith("¶")
        parse = _parse(sentence.removeprefix("¶").split())
        text += ("\n" if sentence.startswith("¶") else " ") if text else ""
        quotes = _quotes(parse, len(text))
        numbers = range(len(marked), len(marked) + len(quotes))
        parses.append((Sentence(index, len(text), len(text) + len(parse.text), paragraph, tuple(numbers)), parse))
        marked += quotes
        text += parse.text
    readings = [
        Reading(text, Passage(where, parse.text, (0,), (where.start,), frozenset()), parse, marked, frozenset(surnames))
        for where, parse in parses
    ]
    return Read(text, marked, readings)


def token(of: Reading, word: str) -> Token:
    """The token of this word (``der#2``: the second „der“)."""
    return of.tokens[_place(word, [t.text for t in of.tokens])]


def _parse(items: list[str]) -> Parse:
    rows = [item.split("/") for item in items]
    words = [row[0] for row in rows]
    root = next((index for index, row in enumerate(rows) if row[2:3] == ["root"]), 0)
    text = ""
    tokens = []
    for index, (word, *rest) in enumerate(rows):
        pos, relation, head, entity = (*rest, *["PUNCT", "punctuation", "", ""][len(rest) :])
        if text and word not in _CLINGS_LEFT and words[index - 1] not in _CLINGS_RIGHT:
            text += " "
        tokens.append(
            Token(
                index=index,
                text=word,
                start=len(text),
                end=len(text) + len(word),
                pos=pos,
                relation=Relation[relation.upper()],
                head=_place(head, words) if head else root,
                entity=entity.removesuffix("*"),
                entity_starts=entity.endswith("*"),
                sentence=0,
            )
        )
        text += word
    return Parse(text, tuple(tokens))


def _place(word: str, words: list[str]) -> int:
    word, _, nth = word.partition("#")
    places = [index for index, other in enumerate(words) if other == word]
    return places[int(nth or 1) - 1]


def _quotes(parse: Parse, offset: int) -> list[Marked]:
    found = []
    for match in re.finditer("„([^“]*)“", parse.text):
        (start, end), (first, last) = match.span(), match.span(1)
        found.append(Marked(((first + offset, last + offset),), (start + offset, end + offset), "double"))
    return found


@dataclass(frozen=True)
class Found:
    """What a frame says, in words: its rule, the head of the speaker's phrase, the cue, the medium's head."""

    rule: str
    speaker: str | None
    cue: str | None = None
    medium: str | None = None


def framed(sentence: str, *, quote: int = 0, surnames: Collection[str] = ()) -> Found | None:
    """The frame of a quote of this one sentence."""
    return found_in(find(reading(sentence, surnames), quote))


def found_in(frame: Frame | None) -> Found | None:
    """A frame in words; the lemma stands for the cue."""
    if frame is None:
        return None
    speaker = frame.speaker.text if frame.speaker else None
    medium = frame.medium.text if frame.medium else None
    return Found(frame.rule, speaker, frame.cue.lemma if frame.cue else None, medium)
