"""A mention: how somebody stands in the text, taken apart. Only the data; how it is read is in the files beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from service.quotation.result import Kind, Span


class Form(StrEnum):
    """How somebody is mentioned."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. ``gender`` is m, f, n or u for unknown; ``definite`` says whether it points back (der, dieser)."""

    span: Span
    form: Form
    kind: Kind
    name: str
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    gender: str = "u"
    plural: bool = False
    definite: bool = False
    members: tuple[Mention, ...] = ()
    sentence: int = field(default=0, compare=False)
    is_subject: bool = field(default=False, compare=False)
    possessive: bool = field(default=False, compare=False)  # „ihr Sprecher“: the affiliation stands before
    is_place: bool = field(default=False, compare=False)  # a town or river, which seldom speaks
    gained: tuple[str, ...] = field(
        default=(), compare=False
    )  # affiliations that its clause says of it: „arbeitet am …“
