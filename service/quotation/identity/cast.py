"""The cast: which speaker a mention stands for, and all that the article says of that speaker.

Names are brought together by their words, pronouns and bare role nouns are followed back to the nearest speaker
they fit. Everything is decided from the mentions in the order of the text; the text itself is not read here.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import count

from service.quotation.identity.bearers import Bearers
from service.quotation.identity.organisations import organisation_before
from service.quotation.identity.person import Person, folded, genders_differ, joint_name, parts_of, words_of
from service.quotation.identity.salience import REACH, fits, salience
from service.quotation.mentions import Form, Mention
from service.quotation.result import Kind


class Cast:
    """Everybody in the article. Made once from all mentions that were read; then only asked."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        abbreviations: Mapping[str, str] | None = None,
        speaking: frozenset[tuple[int, int]] = frozenset(),
        behind: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """``speaking`` and ``behind`` are the spans of mentions that speak in a frame, and in one behind its quote."""
        self._behind = behind
        self._abbreviations = abbreviations or {}
        self.people: list[Person] = []
        self._by_part: dict[str, list[Person]] = {}  # people with a full name, by each part of it
        self._by_name: dict[str, Person] = {}
        self._of_mention: dict[tuple[int, int], Person] = {}
        self._told: dict[int, list[tuple[Mention, Person]]] = {}  # who is mentioned in a sentence
        self._keys = count()
        self._bearers = Bearers(self.people, speaking, self._told)
        self._surnames = {words_of(m.name)[-1] for m in mentions if m.form is Form.NAME and " " in m.name}
        self._houses = {
            m.name
            for m in mentions
            if m.form is Form.ORGANISATION and m.kind is Kind.ORGANISATION and m.name != m.span.text
            if self._surnames.isdisjoint(words_of(m.name))
        }
        told = sorted(mentions, key=lambda m: len(m.roles) + len(m.affiliations) + len(m.gained))
        unique = {(m.span.start, m.span.end): self._corrected(m) for m in told}  # of several, the one that says most
        self._ordered = sorted(unique.values(), key=lambda m: m.span.start)
        self._enter_full_names()
        self._enter_short_names()
        self._enter_organisations()
        self._attach_definite_roles()
        self._name_whom_a_role_announced()
        self._attach_pronouns()

    def _corrected(self, mention: Mention) -> Mention:
        """A surname that was taken for an organisation, and an organisation that was taken for a surname.

        What the article names with its class noun („der Hersteller Hellwag“) is none of a person.
        """
        if mention.form is Form.NAME and mention.name in self._houses and not mention.roles:
            return replace(mention, form=Form.ORGANISATION, kind=Kind.ORGANISATION, gender="u")
        if mention.form is Form.ORGANISATION and mention.name in self._abbreviations:
            return replace(mention, name=self._abbreviations[mention.name], definite=False)
        words = words_of(mention.name)
        if mention.form is Form.ORGANISATION and len(words) == 1 and words[0] in self._surnames:
            return replace(mention, form=Form.NAME, kind=Kind.PERSON, gender="u")
        return mention

    def _new(self, mention: Mention, name: str, kind: Kind) -> Person:
        person = Person(next(self._keys), name, kind)
        self.people.append(person)
        if kind is Kind.PERSON and " " in name:
            for part in parts_of(name):
                self._by_part.setdefault(part, []).append(person)
        self._attach(person, mention)
        return person

    def _attach(self, person: Person, mention: Mention) -> None:
        insort(person.mentions, mention, key=lambda m: m.span.start)
        if person.gender == "u" and mention.gender in {"m", "f"}:
            person.gender = mention.gender
        self._of_mention[mention.span.start, mention.span.end] = person
        self._told.setdefault(mention.sentence, []).append((mention, person))

    @cached_property
    def _full_names(self) -> Mapping[str, set[tuple[str, ...]]]:
        """Every full name of the article by each of its words."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for words in {words_of(m.name) for m in self._names if " " in m.name}:
            for word in words:
                found.setdefault(word, set()).add(words)
        return found

    @cached_property
    def _names(self) -> list[Mention]:
        found = []
        for mention in self._ordered:
            if mention.form is Form.NAME:
                found.append(mention)
            found.extend(m for m in mention.members if m.form is Form.NAME)
        return found

    def _enter_full_names(self) -> None:
        for mention in sorted(self._names, key=lambda m: -len(words_of(m.name))):
            words = words_of(mention.name)
            if len(words) < 2 or self._is_two_people(words):
                continue
            known = self._by_name.get(folded(mention.name)) or self._same_person(words, mention)
            if known is None:
                known = self._new(mention, mention.name, Kind.PERSON)
            else:
                self._attach(known, mention)
            self._by_name.setdefault(folded(mention.name), known)

    def _is_two_people(self, words: tuple[str, ...]) -> bool:
        """Two names that met without a comma („dass Kim Putin trifft“): each word belongs to another full name."""
        if len(words) != 2:
            return False
        first, second = words
        return any(second not in other for other in self._full_names.get(first, ())) and any(
            first not in other for other in self._full_names.get(second, ())
        )

    def _same_person(self, words: tuple[str, ...], mention: Mention) -> Person | None:
        """A person whose fuller name holds all these words in order (Lula da Silva)."""
        for person in self._by_part.get(words[0], ()):
            full = words_of(person.name)
            if len(full) > len(words) and _is_run(words, full):
                return person
            bare = words_of(mention.name.removesuffix("s"))
            if mention.name.endswith("s") and folded(mention.name[:-1]) == folded(person.name) and bare:
                return person
            if full[-1] == words[-1] and len(full) > len(words) and full[0] == words[0]:
                return person
        return None

    def _enter_short_names(self) -> None:
        for mention in self._names:
            words = words_of(mention.name)
            if len(words) != 1 or (mention.span.start, mention.span.end) in self._of_mention:
                continue
            person = self._bearer(words[0], mention) or (
                self._bearer(words[0][:-1], mention) if words[0].endswith("s") and len(words[0]) > 3 else None
            )
            if person is None:
                name = mention.name
                known = self._by_name.get(folded(name)) or (
                    self._by_name.get(folded(name)[:-1]) if name.endswith("s") else None
                )
                person = known or self._new(mention, name, Kind.PERSON)
                self._by_name.setdefault(folded(name), person)
            if self._of_mention.get((mention.span.start, mention.span.end)) is not person:
                self._attach(person, mention)

    def _bearer(self, word: str, mention: Mention) -> Person | None:
        """The person with this surname (or first name): the one mentioned last before it, else the first after it."""
        fitting = [
            p
            for p in self._by_part.get(word, ())
            if (len(word) > 2 or word == words_of(p.name)[-1]) and not genders_differ(p, mention)
        ]
        surname = [p for p in fitting if words_of(p.name)[-1] == word] or fitting
        if not surname:
            return None
        before = [p for p in surname if p.mentions[0].span.start < mention.span.start]
        if before:
            return max(
                before, key=lambda p: max(m.span.start for m in p.mentions if m.span.start <= mention.span.start)
            )
        return min(surname, key=lambda p: p.mentions[0].span.start)

    def _enter_organisations(self) -> None:
        for mention in self._ordered:
            for single in mention.members or (mention,):
                if single.form not in {Form.ORGANISATION, Form.DOCUMENT}:
                    continue
                known = self._by_name.get(folded(single.name)) or organisation_before(self.people, single)
                if known is None or known.kind is Kind.PERSON:
                    known = self._new(single, single.name, single.kind)
                    self._by_name.setdefault(folded(single.name), known)
                else:
                    self._attach(known, single)

    def _attach_definite_roles(self) -> None:
        for mention in self._ordered:
            if mention.form is not Form.ROLE:
                continue
            person = self._bearers.bearer(mention) if mention.definite and not mention.plural else None
            person = person or self._bearers.unnamed_before(mention)
            if person is None:
                self._new(mention, mention.name, mention.kind)
            elif self._of_mention.get((mention.span.start, mention.span.end)) is not person:
                self._attach(person, mention)

    def _name_whom_a_role_announced(self) -> None:
        """„Den Preis bekam eine Dirigentin. Jana Brandt hatte …“: a role without a name, then a name without a role.

        Only from one sentence to the next, and only where both stand for themselves.
        """
        for person in [p for p in self.people if p.kind is Kind.PERSON and " " in p.name and not p.roles]:
            first = person.mentions[0]
            here = [p for m, p in self._told[first.sentence] if m.form is Form.NAME and " " in m.name]
            before = {p.key: p for _, p in self._told.get(first.sentence - 1, ())}.values()
            announced = [p for p in before if self._bearers.announces(p, first)]
            if len(announced) == 1 and all(p is person for p in here) and self._bearers.speaks(first):
                self._merge(announced[0], person)

    def _merge(self, nameless: Person, person: Person) -> None:
        """All that is said of the first is said of the second, who stays alone."""
        self.people.remove(nameless)
        for mention in nameless.mentions:
            told = self._told[mention.sentence]
            told[:] = [(m, p) for m, p in told if p is not nameless]
            self._attach(person, mention)

    def _attach_pronouns(self) -> None:
        """Pronouns that are subjects, in order: what „er“ stands for goes on being what the article talks of."""
        for mention in self._ordered:
            if mention.form is Form.PRONOUN and mention.is_subject and not mention.plural:
                person = self._antecedent(mention, ())
                if person is not None and person.kind is Kind.PERSON:
                    self._attach(person, mention)

    def who(self, mention: Mention, speakers: Sequence[tuple[int, Person]] = ()) -> Person | None:
        """Whom the mention stands for; ``speakers`` are those of the quotes before it, with their offsets."""
        mention = self._corrected(mention)
        known = self._of_mention.get((mention.span.start, mention.span.end))
        if known is not None:
            return known
        if mention.form is Form.PRONOUN:
            return self._antecedent(mention, speakers)
        if mention.form is Form.NAME:
            known = self._by_name.get(folded(mention.name)) or self._bearer(folded(mention.name), mention)
            return known or self._new(mention, mention.name, Kind.PERSON)
        if mention.form is Form.GROUP:
            return self._joint(mention)
        again = mention.form is Form.ROLE and mention.definite and not mention.plural
        person = (self._bearers.bearer(mention) if again else None) or self._bearers.unnamed_before(mention)
        return person if person is not None else self._new(mention, mention.name, mention.kind)

    def _joint(self, mention: Mention) -> Person:
        name = joint_name([self._full(m) for m in mention.members]) if mention.members else mention.name
        known = self._by_name.get(folded(name))
        if known is None:
            known = self._new(mention, name, Kind.GROUP)
            for member in mention.members:
                person = self._of_mention.get((member.span.start, member.span.end))
                if person is not None and person.kind is Kind.PERSON and person.mentions:
                    for other in [m for m in person.mentions if m is not member and m.roles]:
                        known.mentions.append(other)
                        self._told.setdefault(other.sentence, []).append((other, known))
            self._by_name[folded(name)] = known
        return known

    def _full(self, member: Mention) -> str:
        person = self._of_mention.get((member.span.start, member.span.end)) or self._by_name.get(folded(member.name))
        return person.name if person is not None else member.name

    def _antecedent(self, mention: Mention, speakers: Sequence[tuple[int, Person]]) -> Person | None:
        """The nearest person before the pronoun that fits it; in one sentence the first one mentioned wins."""
        best: tuple[tuple[int, int, int], Person] | None = None
        reported = (mention.span.start, mention.span.end) in self._behind
        if mention.plural:
            for offset, person in reversed(speakers):
                if offset < mention.span.start and person.kind is Kind.GROUP:
                    return person
        for sentence in range(mention.sentence - REACH, mention.sentence + 1):
            for m, person in self._told.get(sentence, ()):
                if m.span.end > mention.span.start or not self._may_mean(mention, person):
                    continue
                if reported and m.sentence == mention.sentence and m.form is Form.NAME:
                    continue  # „Brandt habe „…“ versprochen, sagte er“: somebody else
                rank = salience(m, mention, person)
                if best is None or rank > best[0]:
                    best = (rank, person)
        if best is not None:
            return best[1]
        return next((p for o, p in reversed(speakers) if o < mention.span.start and fits(p, mention)), None)

    @staticmethod
    def _may_mean(pronoun: Mention, person: Person) -> bool:
        if not pronoun.plural:
            return fits(person, pronoun)
        return person.kind is Kind.GROUP or any(m.plural for m in person.mentions)


def _is_run(short: Sequence[str], long: Sequence[str]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
