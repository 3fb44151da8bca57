"""What a label scheme is: labels to recognise it by, and a function from a labelled tree to relations.

The schemes themselves stand in `universal.py` and `tiger.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.language.tree import Relation


@dataclass(frozen=True, slots=True)
class Labelled:
    """A parsed text in the labels of its scheme: one entry for each token, ``heads`` by index, a root its own."""

    words: list[str]
    pos: list[str]
    tags: list[str]  # language-specific parts of speech, "" where the pipeline has none
    heads: list[int]
    labels: list[str]


@dataclass(frozen=True, slots=True)
class Related:
    """The same text in the relations of the rules."""

    heads: list[int]
    relations: list[Relation]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A label scheme. A pipeline is in it when its parser knows all of ``marks``."""

    name: str
    marks: frozenset[str]
    relate: Callable[[Labelled], Related]
