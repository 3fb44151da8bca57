"""Who may speak: a speaker in the making, and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from service.lexicon import load_lexicon, word_list
from service.quotation.affiliations import add_new
from service.quotation.mentions import Mention
from service.quotation.result import Kind

GENERIC_ORGANISATIONS = word_list("generic_organisations")


@dataclass(slots=True)
class Person:
    """A speaker in the making: everybody and everything that may be quoted."""

    key: int
    name: str
    kind: Kind
    mentions: list[Mention] = field(default_factory=list)
    gender: str = "u"
    from_context: str | None = None  # an affiliation that only the article as a whole gives
    _gathered: tuple[int, tuple[str, ...], tuple[str, ...]] = (0, (), ())  # of so many mentions

    def gathered(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Roles and affiliations in the order in which the article gives them; those said with a role come first."""
        if self._gathered[0] != len(self.mentions):
            roles: list[str] = []
            for mention in self.mentions:
                add_new(roles, mention.roles)
            affiliations: list[str] = []
            for mention in [*(m for m in self.mentions if m.roles), *(m for m in self.mentions if not m.roles)]:
                add_new(affiliations, mention.affiliations)
            for mention in self.mentions:
                add_new(affiliations, mention.gained)
            self._gathered = (len(self.mentions), tuple(roles), tuple(affiliations))
        _, found, named = self._gathered
        if self.name in named:
            named = tuple(name for name in named if name != self.name)
        if self.from_context and all(name in GENERIC_ORGANISATIONS for name in named):
            named = (self.from_context, *named)
        return found, named

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that the article gives, in its order."""
        return self.gathered()[0]

    @property
    def affiliations(self) -> tuple[str, ...]:
        """Every affiliation that the article gives."""
        return self.gathered()[1]


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without case, accents, hyphens and spaces: Kim Jong-un and Kim Jong Un are one."""
    if name.isascii():
        return re.sub(r"[^a-z0-9]", "", name.casefold())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return re.sub(r"[^\w]|_", "", "".join(c for c in plain if not unicodedata.combining(c)))


@lru_cache(maxsize=16384)
def words_of(name: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in name.split() if folded(word))


@lru_cache(maxsize=16384)
def parts_of(name: str) -> frozenset[str]:
    """The words of a name and the parts of its hyphenated ones."""
    return frozenset(part for w in name.split() for part in (folded(w), *map(folded, re.split(r"[-’']", w))))


def offices(roles: Sequence[str]) -> list[str]:
    """The roles that are more than a relation to somebody (Kollege, Vater)."""
    lexicon = load_lexicon()
    return [r for r in roles if (m := lexicon.role(r.split(" ")[-1])) is None or m.role.role_class != "relation"]


def joint_name(names: Sequence[str]) -> str:
    """„A und B“, „A, B und C“."""
    return f"{', '.join(names[:-1])} und {names[-1]}" if len(names) > 1 else names[0]


def last_before(person: Person, offset: int) -> int:
    return max((m.span.start for m in person.mentions if m.span.start < offset), default=-1)


def last_sentence(person: Person, offset: int) -> int:
    return max((m.sentence for m in person.mentions if m.span.start < offset), default=-(10**6))


def genders_differ(person: Person, mention: Mention) -> bool:
    """Whether one is a man and the other a woman; what is not known does not differ."""
    return {person.gender, mention.gender} == {"m", "f"}


def is_place(name: str) -> bool:
    return name in load_lexicon().places or load_lexicon().country_form(name) is not None
