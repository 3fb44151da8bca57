"""The parse as the rules see it: tokens, a few relations, heads. No spaCy and no label scheme in here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Relation(StrEnum):
    """How a token depends on its head, whatever scheme the pipeline was trained in."""

    ROOT = "root"
    SUBJECT = "subject"  # of an active or passive verb
    OBJECT = "object"  # accusative and dative objects
    OBLIQUE = "oblique"  # an adverbial noun phrase of a verb
    ATTRIBUTE = "attribute"  # a genitive or prepositional attribute of a noun
    APPOSITION = "apposition"  # also a name after its role noun
    NAME = "name"  # a further part of a name
    ADJECTIVE = "adjective"
    DETERMINER = "determiner"
    NUMBER = "number"
    CASE = "case"  # a preposition, below its noun
    MARKER = "marker"  # a subordinating conjunction
    AUXILIARY = "auxiliary"  # below the full verb
    PASSIVE = "passive"  # the auxiliary of a passive, below the full verb
    COPULA = "copula"  # below the predicate
    PARTICLE = "particle"  # a separated verb particle
    ADVERB = "adverb"
    CLAUSE = "clause"  # a clausal subject or object, an infinitive
    ADVERBIAL_CLAUSE = "adverbial clause"
    RELATIVE_CLAUSE = "relative clause"
    PARATAXIS = "parataxis"
    CONJUNCT = "conjunct"
    COORDINATOR = "coordinator"
    EXPLETIVE = "expletive"
    PUNCTUATION = "punctuation"
    OTHER = "other"


class Token(NamedTuple):
    """One token. Offsets are code points into the parsed text; ``head`` is an index, its own for a root.

    A named tuple, for there are thousands in an article, and a frozen dataclass takes ten times as long to make.
    """

    index: int  # type: ignore[assignment]  # hides the method of tuples, which nobody needs
    text: str
    start: int
    end: int
    pos: str  # Universal part of speech
    relation: Relation
    head: int
    entity: str  # PER, ORG, LOC, MISC or ""
    entity_starts: bool
    sentence: int  # which sentence of the text, from 0


@dataclass(frozen=True)
class Parse:
    """One parsed text: its tokens in order."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def _children(self) -> list[list[Token]]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token)
        return found

    def head(self, token: Token) -> Token | None:
        """The head of the token, None for a root."""
        return None if token.head == token.index else self.tokens[token.head]

    def children(self, token: Token, *relations: Relation) -> Sequence[Token]:
        """Its dependents in the order of the text, of these relations only where any are named."""
        below = self._children[token.index]
        if not below or not relations:
            return below
        return [child for child in below if child.relation in relations]

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in the order of the text."""
        found, open_ = [], [token]
        while open_:
            found.append(open_.pop())
            open_.extend(self._children[found[-1].index])
        return sorted(found)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the head of the token up to the root."""
        above = self.head(token)
        while above is not None:
            yield above
            above = self.head(above)
