"""A sentence as read by the parser, led back to the article: which token stands where, and inside which quote.

The rules in ``frames`` and ``mentions`` look at the text only through this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from service.language import Parse, Relation, Token
from service.lexicon import load_lexicon, word_list
from service.quotation.marks import Marked
from service.quotation.passages import Passage
from service.quotation.result import Span

OUTSIDE = -1
_BEFORE_A_NOUN = word_list("before_a_noun")


@dataclass(slots=True)
class Memo:
    """What was already worked out for the tokens of a reading, by their index; kept as long as the reading."""

    heads: dict[int, Token] = field(default_factory=dict)  # of the phrase that a token belongs to
    described: dict[int, Any] = field(default_factory=dict)
    speakers: dict[int, Any] = field(default_factory=dict)
    verbs: dict[tuple[int, bool], Any] = field(default_factory=dict)
    mentions: Any = None  # all of the sentence


@dataclass(frozen=True)
class Reading:
    """One passage with its parse. ``quotes`` are the article's quotes that start in it, by their index."""

    article: str
    passage: Passage
    parse: Parse
    marked: Sequence[Marked]
    surnames: frozenset[str] = frozenset()  # words known as surnames from the whole article
    tokens: tuple[Token, ...] = field(init=False)
    memo: Memo = field(init=False, default_factory=Memo, repr=False, compare=False)
    _owner: list[int] = field(init=False, repr=False)  # for each token the quote it stands in, marks included
    _extent: dict[int, tuple[int, int]] = field(init=False, repr=False)  # by quote its first and last token

    def __post_init__(self) -> None:
        owner, extent = self._quoted(self.parse.tokens)
        for name, value in (("tokens", self.parse.tokens), ("_owner", owner), ("_extent", extent)):
            object.__setattr__(self, name, value)

    def _quoted(self, tokens: Sequence[Token]) -> tuple[list[int], dict[int, tuple[int, int]]]:
        owner = [OUTSIDE] * len(tokens)
        extent: dict[int, tuple[int, int]] = {}
        spans = [(index, *self.marked[index].outer) for index in self.passage.sentence.quotes]
        at = 0
        for token in tokens if spans else ():
            start = self.passage.article_offset(token.start)
            while at < len(spans) and start >= spans[at][2]:
                at += 1
            if at < len(spans) and start >= spans[at][1]:
                index = spans[at][0]
                owner[token.index] = index
                first, _ = extent.get(index, (token.index, token.index))
                extent[index] = (first, token.index)
        return owner, extent

    def quote_of(self, token: Token) -> int:
        """The index of the quote the token stands in (its marks too), or ``OUTSIDE``."""
        return self._owner[token.index]

    def quote_tokens(self, quote: int) -> tuple[int, int] | None:
        """First and last token of a quote, its marks included; None when the parse holds none of it."""
        return self._extent.get(quote)

    def outside(self, start: int = 0, stop: int | None = None) -> Sequence[Token]:
        """The tokens that stand in no quote, from ``start`` up to ``stop``."""
        tokens = self.tokens if start == 0 and stop is None else self.tokens[start:stop]
        if not self._extent:
            return tokens
        owner = self._owner
        return [token for token in tokens if owner[token.index] == OUTSIDE]

    def start_of(self, token: Token) -> int:
        """Where the token starts in the article."""
        return self.passage.article_offset(token.start)

    def end_of(self, token: Token) -> int:
        """Where it ends in the article."""
        return self.passage.article_offset(token.end - 1) + 1

    def span(self, first: int, last: int) -> Span:
        """The stretch of the article from token ``first`` to token ``last``, both included."""
        start, end = self.start_of(self.tokens[first]), self.end_of(self.tokens[last])
        return Span(self.article[start:end], start, end)

    def is_surname(self, token: Token) -> bool:
        """Whether the token is a surname of the article, in the genitive too.

        One that is a trade as well (Bauer, Richter) is none behind an article: „ein Bauer“.
        """
        name = token.text if token.text in self.surnames else token.text.removesuffix("s")
        if name not in self.surnames:
            return False
        match = load_lexicon().role(name) if token.index else None
        if match is None or match.prefix:
            return True
        before = self.tokens[token.index - 1]
        return before.pos not in {"DET", "ADJ"} and before.text.casefold() not in _BEFORE_A_NOUN

    def words(self, tokens: Sequence[Token]) -> str:
        """The words of tokens that follow each other, spaced as in the text."""
        out = ""
        previous: Token | None = None
        for token in tokens:
            if previous is not None and (token.start > previous.end or token.index != previous.index + 1):
                out += " "
            out += token.text
            previous = token
        return out.strip()

    def ancestors(self, token: Token) -> Iterator[Token]:
        return self.parse.ancestors(token)

    def children(self, token: Token, *relations: Relation) -> Sequence[Token]:
        return self.parse.children(token, *relations)

    def has_child(self, token: Token, *relations: Relation) -> bool:
        return bool(self.parse.children(token, *relations))
