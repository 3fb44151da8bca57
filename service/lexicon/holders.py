"""Reading ``holders.tsv`` (in which kind of organisation a bare role is held), ``country_signs.tsv`` and ``clubs.txt``.

Only the affiliation from context uses them; the files explain themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from service.lexicon.tables import _items, _rows


@dataclass(frozen=True, slots=True)
class Holder:
    """A kind of organisation: its nouns, whether its name stands without the noun, whether the noun alone is enough."""

    kind: str
    nouns: tuple[str, ...]
    own_name: bool
    bare: bool

    def is_noun(self, word: str) -> bool:
        """Whether the word is one of the nouns or a compound that ends in one."""
        return word.casefold().endswith(self.nouns) if self.nouns else False


@dataclass(frozen=True, slots=True, eq=False)
class Holders:
    """All kinds, and the kind that each role belongs to."""

    kinds: tuple[Holder, ...]
    _by_role: Mapping[str, tuple[Holder, ...]]

    def of_role(self, role: str) -> tuple[Holder, ...]:
        """The kinds of organisation that a role, masculine and in lower case, is held in; the likeliest first."""
        return self._by_role.get(role, ())

    def of_noun(self, word: str) -> Holder | None:
        """The kind of organisation that a noun stands for."""
        return _of_noun(self, word)


@lru_cache(maxsize=8192)
def _of_noun(holders: Holders, word: str) -> Holder | None:
    return next((holder for holder in holders.kinds if holder.is_noun(word)), None)


@lru_cache(maxsize=1)
def load_holders() -> Holders:
    """The table of this process."""
    kinds: list[Holder] = []
    roles: dict[str, tuple[Holder, ...]] = {}
    for kind, names, nouns, name, bare in _rows("holders.tsv"):
        holder = Holder(kind, _items(nouns), name == "own", bare == "yes")
        kinds.append(holder)
        roles.update((role, (*roles.get(role, ()), holder)) for role in _items(names))
    return Holders(tuple(kinds), roles)


@lru_cache(maxsize=1)
def load_country_signs() -> Mapping[str, str]:
    """Words that show which country an article is about, with the country."""
    return {word: country for word, country, *_ in _rows("country_signs.tsv")}


@lru_cache(maxsize=1)
def load_clubs() -> tuple[str, ...]:
    """Words that open the name of a sports club."""
    return tuple(word for word, *_ in _rows("clubs.txt"))
