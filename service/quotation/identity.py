"""Identity: which speaker a mention stands for, and all that the article says of that speaker.

Names are brought together by their words, pronouns and bare role nouns are followed back to the nearest speaker
they fit. Everything is decided from the mentions in the order of the text; the text itself is not read here.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from service.lexicon import load_lexicon, word_list
from service.quotation.affiliations import add_new
from service.quotation.mentions import Form, Mention
from service.quotation.result import Kind
from service.quotation.roles import masculine

_REACH = 12  # sentences that a pronoun may be followed back
_BEHIND = 3  # sentences behind a role in which a name without a role may say who it is
_OTHER_WORDS = {
    "Ressort": "ministerium",
    "Blatt": "zeitung",
    "Hochschule": "universitat",
    "Kammer": "gericht",
    "Höchstgericht": "gerichtshof",
    "Spital": "klinik",
    "Klub": "verein",
    "Club": "verein",
    "Geldhaus": "bank",
    "Institut": "bank",
}
_AUTHORITIES = frozenset(
    {"Behörde", "Amt", "Ministerium", "Gericht", "Kammer", "Kommission", "Regierung", "Aufsicht", "Ressort"}
)
_AUTHORITY_ENDS = (
    "amt",
    "amts",
    "behörde",
    "ministerium",
    "polizei",
    "direktion",
    "präsidium",
    "gericht",
    "anwaltschaft",
    "regierung",
    "landtag",
    "bundestag",
    "parlament",
    "kommission",
    "aufsicht",
    "verwaltung",
    "netzagentur",
    "kartellamt",
    "rat",
)
_GENERIC_CLASSES = frozenset({"relation", "profession"})
_OFTEN_UNNAMED = word_list("often_unnamed")
_GENERIC = word_list("generic_persons")
_PARLIAMENTS = tuple(word_list("parliaments"))  # „der Landtagsabgeordnete“ for the politician just named
_OF_ANOTHER = tuple(word_list("of_another"))
_ON_TRIAL = word_list("on_trial")
_OFFICIALS = tuple(word_list("officials"))
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
    _gathered: tuple[int, tuple[str, ...], tuple[str, ...]] | None = None

    def gathered(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Roles and affiliations in the order in which the article gives them; those said with a role come first."""
        if self._gathered is None or self._gathered[0] != len(self.mentions):
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
def _words(name: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in name.split() if folded(word))


@lru_cache(maxsize=16384)
def _parts(name: str) -> frozenset[str]:
    """The words of a name and the parts of its hyphenated ones."""
    return frozenset(part for w in name.split() for part in (folded(w), *map(folded, re.split(r"[-’']", w))))


class Cast:
    """Everybody in the article. Made once from all mentions that were read; then only asked."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        abbreviations: Mapping[str, str] | None = None,
        speaking: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        self._speaking = speaking
        self._abbreviations = abbreviations or {}
        self.people: list[Person] = []
        self._by_part: dict[str, list[Person]] = {}  # people with a full name, by each part of it
        self._by_name: dict[str, Person] = {}
        self._of_mention: dict[tuple[int, int], Person] = {}
        self._surnames = {_words(m.name)[-1] for m in mentions if m.form is Form.NAME and " " in m.name}
        self._houses = {
            m.name
            for m in mentions
            if m.form is Form.ORGANISATION and m.kind is Kind.ORGANISATION and m.name != m.span.text
            if self._surnames.isdisjoint(_words(m.name))
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

    # --- making ---

    def _corrected(self, mention: Mention) -> Mention:
        """A surname that was taken for an organisation, and an organisation that was taken for a surname.

        What the article names with its class noun („der Hersteller Hellwag“) is none of a person.
        """
        if mention.form is Form.NAME and mention.name in self._houses and not mention.roles:
            return replace(mention, form=Form.ORGANISATION, kind=Kind.ORGANISATION, gender="u")
        if mention.form is Form.ORGANISATION and mention.name in self._abbreviations:
            return replace(mention, name=self._abbreviations[mention.name], definite=False)
        words = _words(mention.name)
        if mention.form is Form.ORGANISATION and len(words) == 1 and words[0] in self._surnames:
            return replace(mention, form=Form.NAME, kind=Kind.PERSON, gender="u")
        return mention

    def _new(self, mention: Mention, name: str, kind: Kind) -> Person:
        person = Person(len(self.people), name, kind)
        self.people.append(person)
        if kind is Kind.PERSON and " " in name:
            for part in _parts(name):
                self._by_part.setdefault(part, []).append(person)
        self._attach(person, mention)
        return person

    def _attach(self, person: Person, mention: Mention) -> None:
        insort(person.mentions, mention, key=lambda m: m.span.start)
        if person.gender == "u" and mention.gender in {"m", "f"}:
            person.gender = mention.gender
        self._of_mention[mention.span.start, mention.span.end] = person

    @cached_property
    def _full_names(self) -> Mapping[str, set[tuple[str, ...]]]:
        """Every full name of the article by each of its words."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for words in {_words(m.name) for m in self._names() if " " in m.name}:
            for word in words:
                found.setdefault(word, set()).add(words)
        return found

    def _names(self) -> list[Mention]:
        found = []
        for mention in self._ordered:
            if mention.form is Form.NAME:
                found.append(mention)
            found.extend(m for m in mention.members if m.form is Form.NAME)
        return found

    def _enter_full_names(self) -> None:
        for mention in sorted(self._names(), key=lambda m: -len(_words(m.name))):
            words = _words(mention.name)
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
            full = _words(person.name)
            if len(full) > len(words) and _is_run(words, full):
                return person
            bare = _words(mention.name.removesuffix("s"))
            if mention.name.endswith("s") and folded(mention.name[:-1]) == folded(person.name) and bare:
                return person
            if full[-1] == words[-1] and len(full) > len(words) and full[0] == words[0]:
                return person
        return None

    def _enter_short_names(self) -> None:
        for mention in self._names():
            words = _words(mention.name)
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
            if (len(word) > 2 or word == _words(p.name)[-1])
            and not (mention.gender in "mf" and p.gender in "mf" and mention.gender != p.gender)
        ]
        surname = [p for p in fitting if _words(p.name)[-1] == word] or fitting
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
                known = self._by_name.get(folded(single.name)) or self._organisation_before(single)
                if known is None or known.kind is Kind.PERSON:
                    known = self._new(single, single.name, single.kind)
                    self._by_name.setdefault(folded(single.name), known)
                else:
                    self._attach(known, single)

    def _organisation_before(self, mention: Mention) -> Person | None:
        """„das Unternehmen“, „das Ministerium“: the organisation named before that it stands for."""
        if not mention.definite or mention.form is Form.DOCUMENT:
            return None
        *adjective, noun = mention.name.split()
        if not adjective and noun not in GENERIC_ORGANISATIONS:
            return None
        lexicon = load_lexicon()
        introduced = [p for p in self.people if p.name != mention.name and _introduced_as(p, mention)]
        if introduced:
            return max(introduced, key=lambda p: _last_before(p, mention.span.start))
        before = [
            p
            for p in self.people
            if p.kind in {Kind.ORGANISATION, Kind.GROUP}
            and p.name not in GENERIC_ORGANISATIONS
            and p.mentions[0].span.start < mention.span.start
            and p.mentions[0].form is Form.ORGANISATION
            and not p.mentions[0].is_place
            and _is_authority(p.name) is (noun in _AUTHORITIES or _is_authority(noun))
            and lexicon.country_form(p.name) is None
            and p.name not in lexicon.media
            and "agentur" not in p.name.casefold()
        ]
        ending = _OTHER_WORDS.get(noun, folded(noun))
        fitting = [p for p in before if any(w.endswith(ending) for w in _words(p.name))]
        if not fitting and adjective:  # „der oberste Gerichtshof“ was not named before
            return None
        if not fitting and mention.name in {
            "Ministerium",
            "Gericht",
            "Kommission",
            "Universität",
            "Gewerkschaft",
            "Partei",
            "Regierung",
        }:
            return None
        fitting = fitting or [
            p for p in before if lexicon.organisation_noun(p.name.split()[0]) is None or " " in p.name
        ]
        return max(fitting, key=lambda p: _last_before(p, mention.span.start), default=None)

    def _attach_definite_roles(self) -> None:
        for mention in self._ordered:
            if mention.form is not Form.ROLE:
                continue
            person = self._bearer_of_role(mention) if mention.definite and not mention.plural else None
            person = person or self._unnamed_before(mention)
            if person is None:
                self._new(mention, mention.name, mention.kind)
            elif self._of_mention.get((mention.span.start, mention.span.end)) is not person:
                self._attach(person, mention)

    def _name_whom_a_role_announced(self) -> None:
        """„Geklagt hat eine Tierärztin. Jana Brandt bekam …“: a role without a name, then a name without a role.

        Only from one sentence to the next, and only where both stand for themselves.
        """
        nameless = [p for p in self.people if p.kind is Kind.PERSON and p.mentions[0].form is Form.ROLE]
        for person in [p for p in self.people if p.kind is Kind.PERSON and " " in p.name and not p.roles]:
            first = person.mentions[0]
            others = [m for m in self._names() if m.sentence == first.sentence and " " in m.name and m is not first]
            announced = [p for p in nameless if self._announces(p, first)]
            if len(announced) == 1 and not others and self._speaks(first):
                self.people.remove(announced[0])
                nameless.remove(announced[0])
                for mention in announced[0].mentions:
                    self._attach(person, mention)

    def _announces(self, nameless: Person, name: Mention) -> bool:
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
            and not (name.gender in "mf" and nameless.gender in "mf" and name.gender != nameless.gender)
        )

    def _attach_pronouns(self) -> None:
        """Pronouns that are subjects, in order: what „er“ stands for goes on being what the article talks of."""
        for mention in self._ordered:
            if mention.form is Form.PRONOUN and mention.is_subject and not mention.plural:
                person = self._antecedent(mention, ())
                if person is not None and person.kind is Kind.PERSON:
                    self._attach(person, mention)

    def _bearer_of_role(self, mention: Mention) -> Person | None:
        people = [
            p
            for p in self.people
            if p.kind is Kind.PERSON
            and p.mentions[0].span.start < mention.span.start
            and not (mention.gender in "mf" and p.gender in "mf" and p.gender != mention.gender)
        ]
        role = mention.roles[0] if mention.roles else ""
        if role:
            fitting = [p for p in people if not self._contradicts(p, mention)]
            held = {
                p.key: [r for m in p.mentions if m.span.start < mention.span.start for r in m.roles] for p in fitting
            }
            exact = [p for p in fitting if folded(role) in map(folded, held[p.key])]
            named = [p for p in fitting if p.mentions[0].form is Form.NAME]
            alike = [p for p in named if any(_same_role(role, other) for other in held[p.key])]
            if exact:
                return max(exact, key=lambda p: _last_before(p, mention.span.start))
            if alike and not any(p.kind is Kind.PERSON and folded(role) in map(folded, p.roles) for p in self.people):
                return max(alike, key=lambda p: _last_before(p, mention.span.start))
            later = [
                p
                for p in self.people
                if p.kind is Kind.PERSON
                and any(_same_role(role, r) for r in p.roles)
                and not (mention.gender in "mf" and p.gender in "mf" and p.gender != mention.gender)
                and not self._contradicts(p, mention)
            ]
            if len(later) == 1:
                return later[0]
            called = [p for p in named if p in fitting and self._is_family(p, mention.name)]
            if called:
                return max(called, key=lambda p: _last_before(p, mention.span.start))
        if not self._is_generic(mention):
            just = self._just_named(mention, people)
            if just is not None and not offices(just.roles):
                return just
            return self._without_role(mention, people) or self._named_behind(mention) or just
        if mention.roles and mention.roles[0] in _OFTEN_UNNAMED and not self._is_framed(mention):
            return None
        if mention.name.casefold().endswith(_OF_ANOTHER):
            return None
        near = [
            p
            for p in people
            if mention.sentence - _last_sentence(p, mention.span.start) <= _REACH
            and p.mentions[0].form is Form.NAME
            and not (mention.roles and _on_the_other_side(p, mention))
        ]
        return max(near, key=lambda p: self._best_salience(p, mention), default=None)

    @staticmethod
    def _is_family(person: Person, role: str) -> bool:
        """„die Richterin“ for the Gerichtspräsidentin, „der Rathauschef“ for the Bürgermeister."""
        lexicon = load_lexicon()
        wanted = lexicon.role_families(masculine(role.split(" ")[-1]))
        held = {r.split(" ")[-1] for r in person.roles}
        held.update(word for m in person.mentions if m.roles for word in m.span.text.split())  # whole compounds
        return bool(wanted) and any(wanted & lexicon.role_families(masculine(word)) for word in held)

    def _named_behind(self, mention: Mention) -> Person | None:
        """The one person without a role who is named right behind it.

        „Wer dem Staatschef begegnet, den grüßt Beck“; „Der Minister braucht nur vier Minuten. … „…“, sagt Beck.“
        """
        if mention.roles[0] in _OFTEN_UNNAMED:
            return None
        found = [
            p
            for p in self.people
            if p.mentions[0].form is Form.NAME
            and not offices(p.roles)
            and p.gender in {"u", mention.gender}
            and any(m.sentence == mention.sentence and m.span.start > mention.span.end for m in p.mentions)
        ]
        if found or not mention.is_subject:
            return found[0] if len(found) == 1 else None
        behind = next((m for m in self._names() if m.span.start > mention.span.end), None)
        person = self._of_mention.get((behind.span.start, behind.span.end)) if behind is not None else None
        if behind is None or person is None or not self._is_framed(behind):
            return None
        near = behind.sentence - mention.sentence <= _BEHIND and person.gender in {"u", mention.gender}
        return person if near and not offices(person.roles) else None

    def _without_role(self, mention: Mention, people: Sequence[Person]) -> Person | None:
        """„Boris Beck war da. Der Minister …“: the person just named of whom no role has been said."""
        if not self._speaks(mention) or not offices(mention.roles) or mention.roles[0] in _OFTEN_UNNAMED:
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
            and (mention.sentence - _last_sentence(p, mention.span.start) <= 3 or places & set(p.affiliations))
        ]
        return max(near, key=lambda p: _last_before(p, mention.span.start), default=None)

    def _speaks(self, mention: Mention) -> bool:
        """Whether a mention is the subject of its sentence or the speaker of a quote."""
        return mention.is_subject or self._is_framed(mention)

    def _is_framed(self, mention: Mention) -> bool:
        """Whether a mention is the speaker in a frame."""
        return (mention.span.start, mention.span.end) in self._speaking

    def _just_named(self, mention: Mention, people: Sequence[Person]) -> Person | None:
        """„der Urner Ständerat“, „der Rathauschef“ right after a person was named: another word for that person."""
        if (
            not self._speaks(mention)
            or not offices(mention.roles)
            or mention.roles[0] in _OFTEN_UNNAMED
            or any(
                not _is_place(a)
                and a not in load_lexicon().parties.values()
                and a not in GENERIC_ORGANISATIONS
                and not a.casefold().endswith(_PARLIAMENTS)
                for a in mention.affiliations
            )
        ):
            return None
        named = [p for p in people if p.mentions[0].form is Form.NAME and not _on_the_other_side(p, mention)]
        for reach in (2, 6):
            near = [p for p in named if mention.sentence - _last_sentence(p, mention.span.start) <= reach]
            if near and (reach == 2 or len(near) == 1):
                return max(near, key=lambda p: self._best_salience(p, mention))
        return None

    def _best_salience(self, person: Person, mention: Mention) -> tuple[int, int, int]:
        """How near the person's most salient mention before ``mention`` is."""
        before = [m for m in person.mentions if m.span.start < mention.span.start]
        return max((self._salience(m, mention, person) for m in before), default=(-1, 0, 0))

    @staticmethod
    def _contradicts(person: Person, mention: Mention) -> bool:
        """„der ukrainische Präsident“ is not the Russian one, „der CSU-Politiker“ none of another party."""
        lexicon = load_lexicon()
        parties = set(lexicon.parties.values())
        for known in (lexicon.places, parties):
            theirs = {a for a in person.affiliations if a in known}
            mine = {a for a in mention.affiliations if a in known}
            if theirs and mine and not theirs & mine:
                return True
        return False

    @staticmethod
    def _is_generic(mention: Mention) -> bool:
        """A role noun that fits nearly everybody: „der 58-Jährige“, „die Luzernerin“, „die Juristin“."""
        if not mention.roles or re.search(r"\d-jährige", mention.span.text):
            return True
        if (
            "-" in mention.name and mention.name.rpartition("-")[2] in _GENERIC
        ):  # „der CDU-Politiker“, „die Labour-Politikerin“
            return True
        if any(not _is_place(a) and a not in load_lexicon().parties.values() for a in mention.affiliations):
            return False
        match = load_lexicon().role(mention.name)
        return (
            mention.name in _GENERIC
            or load_lexicon().inhabitant(mention.name) is not None
            or (match is not None and match.role.role_class in _GENERIC_CLASSES)
        )

    # --- asking ---

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
        person = (self._bearer_of_role(mention) if again else None) or self._unnamed_before(mention)
        return person if person is not None else self._new(mention, mention.name, mention.kind)

    def _unnamed_before(self, mention: Mention) -> Person | None:
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
            and not (p.gender in "mf" and mention.gender in "mf" and p.gender != mention.gender)
        ]
        if not fitting:
            return None
        return max(fitting, key=lambda p: _last_before(p, mention.span.start))

    def _joint(self, mention: Mention) -> Person:
        name = joint_name([self._full(m) for m in mention.members]) if mention.members else mention.name
        known = self._by_name.get(folded(name))
        if known is None:
            known = self._new(mention, name, Kind.GROUP)
            for member in mention.members:
                person = self._of_mention.get((member.span.start, member.span.end))
                if person is not None and person.kind is Kind.PERSON and person.mentions:
                    known.mentions.extend(m for m in person.mentions if m is not member and m.roles)
            self._by_name[folded(name)] = known
        return known

    def _full(self, member: Mention) -> str:
        person = self._of_mention.get((member.span.start, member.span.end)) or self._by_name.get(folded(member.name))
        return person.name if person is not None else member.name

    def _antecedent(self, mention: Mention, speakers: Sequence[tuple[int, Person]]) -> Person | None:
        """The nearest person before the pronoun that fits it; in one sentence the first one mentioned wins."""
        best: tuple[tuple[int, int, int], Person] | None = None
        if mention.plural:
            for offset, person in reversed(speakers):
                if offset < mention.span.start and person.kind is Kind.GROUP:
                    return person
        for person in self.people:
            if not mention.plural and not _fits(person, mention):
                continue
            if mention.plural and person.kind is not Kind.GROUP and not any(m.plural for m in person.mentions):
                continue
            for m in person.mentions:
                if m.span.end > mention.span.start or mention.sentence - m.sentence > _REACH:
                    continue
                rank = self._salience(m, mention, person)
                if best is None or rank > best[0]:
                    best = (rank, person)
        last = next(((o, p) for o, p in reversed(speakers) if o < mention.span.start and _fits(p, mention)), None)
        if best is None:
            return last[1] if last else None
        return best[1]

    @staticmethod
    def _salience(m: Mention, pronoun: Mention, person: Person) -> tuple[int, int, int]:
        """How near an antecedent is: its sentence, whether it is its subject, its place.

        In the pronoun's own sentence only a subject counts; „dieser“ takes the last mention, other pronouns the first;
        organisations come after people.
        """
        sentence = m.sentence
        if sentence == pronoun.sentence and not m.is_subject:
            sentence -= 2
        if person.kind is not Kind.PERSON:
            sentence -= 1 if m.is_subject else 2
        if pronoun.name.casefold().startswith(("diese", "letzter")):
            return (sentence, 0, m.span.start)
        return (sentence, int(m.is_subject), -m.span.start)


def _fits(person: Person, mention: Mention) -> bool:
    if mention.plural:
        return person.kind is Kind.GROUP
    if person.kind is Kind.PERSON:
        return person.gender in {"u", mention.gender} or mention.gender == "u"
    if person.kind in {Kind.ORGANISATION, Kind.GROUP}:
        genders = {m.gender for m in person.mentions}
        return mention.gender in genders
    return False


def offices(roles: Sequence[str]) -> list[str]:
    """The roles that are more than a relation to somebody (Kollege, Vater)."""
    lexicon = load_lexicon()
    return [r for r in roles if (m := lexicon.role(r.split(" ")[-1])) is None or m.role.role_class != "relation"]


def joint_name(names: Sequence[str]) -> str:
    """„A und B“, „A, B und C“."""
    return f"{', '.join(names[:-1])} und {names[-1]}" if len(names) > 1 else names[0]


def _is_run(short: Sequence[str], long: Sequence[str]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


_HEADS = ("minister", "ministerin", "sprecher", "sprecherin", "prasident", "prasidentin", "chef", "chefin")


def _introduced_as(person: Person, mention: Mention) -> bool:
    """„die staatliche Agentur Norpress“ … „die Agentur“: an organisation that was named with the noun."""
    ending = folded(mention.name)
    return person.kind in {Kind.ORGANISATION, Kind.GROUP} and any(
        m.form is Form.ORGANISATION
        and m.span.start < mention.span.start
        and m.name == person.name
        and ending in {folded(word) for word in m.span.text.removesuffix(m.name).split()}
        for m in person.mentions[:3]
    )


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


def _on_the_other_side(person: Person, mention: Mention) -> bool:
    """„der Angeklagte“ is not the prosecutor, judge or witness who was named before."""
    return mention.roles[0] in _ON_TRIAL and any(r.casefold().endswith(_OFFICIALS) for r in person.roles)


def _is_place(name: str) -> bool:
    return name in load_lexicon().places or load_lexicon().country_form(name) is not None


def _is_authority(name: str) -> bool:
    """Whether one of the words of a name is that of an authority: Polizeidirektion Holm, Landesamt für Umwelt."""
    return any(word.casefold().endswith(_AUTHORITY_ENDS) for word in name.split())


def _last_before(person: Person, offset: int) -> int:
    return max((m.span.start for m in person.mentions if m.span.start < offset), default=-1)


def _last_sentence(person: Person, offset: int) -> int:
    return max((m.sentence for m in person.mentions if m.span.start < offset), default=-(10**6))
