"""What an extraction gives back: plain frozen data, ready to be serialised.

Offsets are Unicode code points into the text as it was given, end exclusive; nothing here holds a
spaCy object, so a result may outlive the memory zone it was made in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of speaker said it."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class Extent(StrEnum):
    """A whole clause or more, or words woven into the reporter's sentence."""

    STATEMENT = "statement"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: ``text == article[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that marks the reported speech: a finite verb, or *so*, *laut*, a colon …"""

    text: str
    lemma: str
    start: int
    end: int
    particle: str | None = None


@dataclass(frozen=True, slots=True)
class Medium:
    """Who passes the words on: the agency, the paper, the broadcaster."""

    name: str
    mention: Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of one quote, resolved over the whole article."""

    name: str
    kind: Kind
    role: str | None
    affiliation: str | None
    mention: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """One direct quote. ``reason`` says why there is no speaker; it is None where there is one."""

    id: int
    text: str
    start: int
    end: int
    parts: tuple[Span, ...]
    extent: Extent
    nested: tuple[Quote, ...]
    repaired: bool
    same_as: int | None
    speaker_id: int | None
    speaker: Speaker | None
    cue: Cue | None
    medium: Medium | None
    rule: str
    confidence: float
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One speaker of the article with everything the article says of them."""

    id: int
    name: str
    kind: Kind
    role: str | None
    roles: tuple[str, ...]
    affiliation: str | None
    affiliations: tuple[str, ...]
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Warning:
    """Something the reader of the answer should know: a code and the place it is about."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """The answer for one article."""

    language: str
    quotes: tuple[Quote, ...]
    speakers: tuple[Profile, ...]
    warnings: tuple[Warning, ...]
