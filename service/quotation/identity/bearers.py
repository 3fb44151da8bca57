"""Bearers: whom a role noun stands for: „der Minister“, „die Rathauschefin“, „der Norweger“, „der Sprecher“."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.lexicon import load_lexicon, word_list
from service.quotation.identity.person import (
    GENERIC_ORGANISATIONS,
    Person,
    folded,
    genders_differ,
    is_place,
    last_before,
    last_sentence,
    offices,
)
from service.quotation.identity.salience import REACH, best_salience
from service.quotation.mentions import Form, Mention
from service.quotation.result import Kind
from service.quotation.roles import masculine

_BEHIND = 3  # sentences behind a role in which a name without a role may say who it is
_GENERIC_CLASSES = frozenset({"relation", "profession"})
_OFTEN_UNNAMED = word_list("often_unnamed")
_GENERIC = word_list("generic_persons")
_PARLIAMENTS = tuple(word_list("parliaments"))  # „der Landtagsabgeordnete“ for the politician just named
_OF_ANOTHER = tuple(word_list("of_another"))
_ON_TRIAL = word_list("on_trial")
_OFFICIALS = tuple(word_list("officials"))
_HEADS = ("minister", "ministerin", "sprecher", "sprecherin", "prasident", "prasidentin", "chef", "chefin")


@dataclass(frozen=True, slots=True)
class Bearers:
    """Asks who is meant among ``people``, which grows while the cast is made.

    ``speaking`` holds the spans of the mentions that speak in a frame, ``told`` who is mentioned in each sentence.
    """

    people: list[Person]
    speaking: frozenset[tuple[int, int]]
    told: Mapping[int, Sequence[tuple[Mention, Person]]]

    def bearer(self, mention: Mention) -> Person | None:
        """Who held the role before, or is called otherwise by it; None where that is nobody."""
        people = [
            p
            for p in self.people
            if p.kind is Kind.PERSON
            and p.mentions[0].span.start < mention.span.start
            and not genders_differ(p, mention)
        ]
        held = self._who_held(mention, people) if mention.roles else None
        return held if held is not None else self._called_otherwise(mention, people)

    def _who_held(self, mention: Mention, people: Sequence[Person]) -> Person | None:
        """The person with the same role, with one that ends alike, or with one of the same family."""
        role, start = mention.roles[0], mention.span.start
        fitting = [p for p in people if not _contradicts(p, mention)]
        held = {p.key: [r for m in p.mentions if m.span.start < start for r in m.roles] for p in fitting}
        exact = [p for p in fitting if folded(role) in map(folded, held[p.key])]
        if exact:
            return max(exact, key=lambda p: last_before(p, start))
        named = [p for p in fitting if p.mentions[0].form is Form.NAME]
        alike = [p for p in named if any(_same_role(role, other) for other in held[p.key])]
        if alike and not any(p.kind is Kind.PERSON and folded(role) in map(folded, p.roles) for p in self.people):
            return max(alike, key=lambda p: last_before(p, start))
        ever = [
            p
            for p in self.people
            if p.kind is Kind.PERSON
            and any(_same_role(role, r) for r in p.roles)
            and not genders_differ(p, mention)
            and not _contradicts(p, mention)
        ]
        if len(ever) == 1:
            return ever[0]
        family = [p for p in named if _is_family(p, mention.name)]
        return max(family, key=lambda p: last_before(p, start), default=None)

    def _called_otherwise(self, mention: Mention, people: Sequence[Person]) -> Person | None:
        """The person just named, or about to be named, of whom the role may be another word."""
        if not _is_generic(mention):
            just = self._just_named(mention, people)
            if just is not None and not offices(just.roles):
                return just
            found = self._without_role(mention, people) or self._named_behind(mention) or just
            return found or self._at_a_house(mention, people)
        unnamed = bool(mention.roles) and mention.roles[0] in _OFTEN_UNNAMED and not self._is_framed(mention)
        if unnamed or mention.name.casefold().endswith(_OF_ANOTHER):
            return None
        near = [
            p
            for p in people
            if mention.sentence - last_sentence(p, mention.span.start) <= REACH
            and p.mentions[0].form is Form.NAME
            and not (mention.roles and _on_the_other_side(p, mention))
        ]
        return max(near, key=lambda p: best_salience(p, mention), default=None)

    def _at_a_house(self, mention: Mention, people: Sequence[Person]) -> Person | None:
        """„der Professor der Universität Holm“ right after „der Seismologe Beck“, of whom no house has been named."""
        lexicon = load_lexicon()
        near = [
            p
            for p in people
            if p.mentions[0].form is Form.NAME
            and not p.affiliations
            and mention.sentence - last_sentence(p, mention.span.start) == 1
            and p.roles
            and all((m := lexicon.role(r.split(" ")[-1])) and m.role.role_class == "profession" for r in p.roles)
        ]
        speaks = self.speaks(mention) and mention.roles[0] not in _OFTEN_UNNAMED
        return near[0] if speaks and mention.affiliations and len(near) == 1 else None

    def _named_behind(self, mention: Mention) -> Person | None:
        """The one person without a role who is named right behind it.

        „Wer dem Staatschef begegnet, den grüßt Beck“; „Der Minister ist gut vorbereitet. … „…“, sagt Beck.“
        """
        if mention.roles[0] in _OFTEN_UNNAMED:
            return None
        behind = [
            (m.span.start, m, p)
            for sentence in range(mention.sentence, mention.sentence + _BEHIND + 1)
            for m, p in self.told.get(sentence, ())
            if m.span.start > mention.span.end and m.form is Form.NAME and p.mentions[0].form is Form.NAME
        ]
        here = {
            p.key: p
            for _, m, p in behind
            if m.sentence == mention.sentence and not offices(p.roles) and p.gender in {"u", mention.gender}
        }
        if here or not mention.is_subject or not behind:
            return next(iter(here.values())) if len(here) == 1 else None
        _, first, person = min(behind, key=lambda found: found[0])
        named = self._is_framed(first) and person.gender in {"u", mention.gender} and not offices(person.roles)
        return person if named else None

    def _without_role(self, mention: Mention, people: Sequence[Person]) -> Person | None:
        """„Boris Beck war da. Der Minister …“: the person just named of whom no role has been said."""
        if not self.speaks(mention) or not offices(mention.roles) or mention.roles[0] in _OFTEN_UNNAMED:
            return None
        places = set(mention.affiliations) & set(load_lexicon().places)
        elsewhere = {a for a in mention.affiliations if load_lexicon().organisation_noun(a.split(" ")[0]) is None}
        near = [
            p
            for p in people
            if p.mentions[0].form is Form.NAME
            and not offices([r for m in p.mentions for r in m.roles])
            and not (p.affiliations and elsewhere and not elsewhere & set(p.affiliations))
            and not (
                self._is_framed(mention)
                and any(m.sentence == mention.sentence and self._is_framed(m) for m in p.mentions)
            )
            and (mention.sentence - last_sentence(p, mention.span.start) <= 3 or places & set(p.affiliations))
        ]
        return max(near, key=lambda p: last_before(p, mention.span.start), default=None)

    def _just_named(self, mention: Mention, people: Sequence[Person]) -> Person | None:
        """„der Urner Ständerat“, „der Rathauschef“ right after a person was named: another word for that person."""
        if (
            not self.speaks(mention)
            or not offices(mention.roles)
            or mention.roles[0] in _OFTEN_UNNAMED
            or any(
                not is_place(a)
                and a not in load_lexicon().party_names
                and a not in GENERIC_ORGANISATIONS
                and not a.casefold().endswith(_PARLIAMENTS)
                for a in mention.affiliations
            )
        ):
            return None
        named = [p for p in people if p.mentions[0].form is Form.NAME and not _on_the_other_side(p, mention)]
        for reach in (2, 6):
            near = [p for p in named if mention.sentence - last_sentence(p, mention.span.start) <= reach]
            if near and (reach == 2 or len(near) == 1):
                return max(near, key=lambda p: best_salience(p, mention))
        return None

    def speaks(self, mention: Mention) -> bool:
        """Whether a mention is the subject of its sentence or the speaker of a quote."""
        return mention.is_subject or self._is_framed(mention)

    def _is_framed(self, mention: Mention) -> bool:
        """Whether a mention is the speaker in a frame."""
        return (mention.span.start, mention.span.end) in self.speaking

    def announces(self, nameless: Person, name: Mention) -> bool:
        """Whether a role without a name, in the sentence before, is that of a name without a role."""
        last = nameless.mentions[-1]
        first = nameless.mentions[0]
        new = not first.definite or first.possessive or bool(first.affiliations)
        return (
            last.sentence == name.sentence - 1
            and new
            and not last.plural
            and bool(offices(first.roles))
            and first.roles[0] not in _OFTEN_UNNAMED | _ON_TRIAL
            and first.name not in _GENERIC
            and not any(self._is_framed(m) for m in nameless.mentions)
            and not genders_differ(nameless, name)
        )

    def unnamed_before(self, mention: Mention) -> Person | None:
        """„der Sprecher“ after „ein Sprecher“: the unnamed speaker of before."""
        if mention.form is not Form.ROLE or not (mention.definite or mention.plural):
            return None
        fitting = [
            p
            for p in self.people
            if p.mentions[0].form is Form.ROLE
            and p.mentions[0].span.start < mention.span.start
            and _same_unnamed(mention.name, p.name)
            and p.kind is mention.kind
            and not (mention.affiliations and p.affiliations and not set(mention.affiliations) & set(p.affiliations))
            and not genders_differ(p, mention)
        ]
        if not fitting:
            return None
        return max(fitting, key=lambda p: last_before(p, mention.span.start))


def _is_family(person: Person, role: str) -> bool:
    """„die Richterin“ for the Gerichtspräsidentin, „der Rathauschef“ for the Bürgermeister."""
    lexicon = load_lexicon()
    wanted = lexicon.role_families(masculine(role.split(" ")[-1]))
    held = {r.split(" ")[-1] for r in person.roles}
    held.update(word for m in person.mentions if m.roles for word in m.span.text.split())  # whole compounds
    return bool(wanted) and any(wanted & lexicon.role_families(masculine(word)) for word in held)


def _contradicts(person: Person, mention: Mention) -> bool:
    """„der ukrainische Präsident“ is not the Russian one, „der CSU-Politiker“ none of another party."""
    lexicon = load_lexicon()
    for known in (lexicon.places, lexicon.party_names):
        theirs = {a for a in person.affiliations if a in known}
        mine = {a for a in mention.affiliations if a in known}
        if theirs and mine and not theirs & mine:
            return True
    return False


def _is_generic(mention: Mention) -> bool:
    """A role noun that fits nearly everybody: „der 58-Jährige“, „die Luzernerin“, „die Juristin“."""
    if not mention.roles or re.search(r"\d-jährige", mention.span.text):
        return True
    if (
        "-" in mention.name and mention.name.rpartition("-")[2] in _GENERIC
    ):  # „der CDU-Politiker“, „die Labour-Politikerin“
        return True
    if any(not is_place(a) and a not in load_lexicon().party_names for a in mention.affiliations):
        return False
    match = load_lexicon().role(mention.name)
    return (
        mention.name in _GENERIC
        or load_lexicon().inhabitant(mention.name) is not None
        or (match is not None and match.role.role_class in _GENERIC_CLASSES)
    )


def _on_the_other_side(person: Person, mention: Mention) -> bool:
    """„der Angeklagte“ is not the prosecutor, judge or witness who was named before."""
    return mention.roles[0] in _ON_TRIAL and any(r.casefold().endswith(_OFFICIALS) for r in person.roles)


def _same_role(one: str, other: str) -> bool:
    """minister and verteidigungsminister; sprecher and kremlsprecher; but not anwalt and staatsanwalt."""
    word = max(one, other, key=len)
    short, long = sorted((folded(one), folded(other)), key=len)
    if short == long:
        return True
    if len(short) < 4 or not long.endswith(short):
        return False
    match = load_lexicon().role(word.split(" ")[-1])
    return short in _HEADS or match is None or bool(match.prefix)


def _same_unnamed(one: str, other: str) -> bool:
    """An unnamed speaker again: the same noun, or a spokesperson with and without the compound."""
    return (
        folded(one) == folded(other)
        or _same_role(one, other)
        and folded(one).endswith(("sprecher", "sprecherin"))
        and folded(other).endswith(("sprecher", "sprecherin"))
    )
