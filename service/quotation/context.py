"""Affiliation from context: whom somebody speaks for when only the article as a whole says it.

„Die Rektorin“ in an article about one university speaks for that university. Only a role that is held in an
organisation, a party or a state is completed, and only from what the article names; nothing is invented.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from heapq import nlargest

from service.lexicon import load_lexicon, word_list
from service.lexicon.holders import Holder, load_country_signs, load_holders
from service.quotation.abbreviations import introduced
from service.quotation.identity import Person
from service.quotation.mentions import Form, Mention
from service.quotation.named import (
    CLUB,
    ORGANISATION,
    PARTY,
    Named,
    bare_nouns,
    municipality,
    organisations,
    parties,
)
from service.quotation.result import Kind
from service.quotation.roles import masculine

_LOOKED_AT = 20_000  # characters of the article in which names are looked for
_PARTY_REACH = 350  # characters before a role in which its party must be named
_OPENING = re.compile(
    r"(?:(?<=\n)|(?<=^)|(?<=[.!?“”»«\"] ))(?:(?:Der|Die|Das|Beim|Bei der|Auch die|Auch der|Auch das) )?(?=[A-ZÄÖÜ])"
)
_SET_IN = re.compile(r"(?<!\w)(?:In|Aus) ([A-ZÄÖÜ][\w-]+(?: (?:am|an der|im|bei) [A-ZÄÖÜ][\w-]+)?)")
_NO_HOUSES = word_list("no_houses")
_COMPANIES_IN_GENERAL = word_list("companies_in_general")
_BOARDS = frozenset({"Vorstand", "Aufsichtsrat", "Verwaltungsrat"})  # held in a company that the article names
# General nouns in a compound that stand for what the paragraph is about: „Verbandsdirektorin“.
_STAND_FOR_ANOTHER = frozenset({"Verband", "Firma", "Konzern", "Unternehmen", "Klub", "Club", "Verein", "Gewerkschaft"})
_OPPONENTS = re.compile(r"[^.\n]{0,40}\b(?:[Bb]ei den Gästen|[Bb]eim Gegner|[Bb]ei den Gegnern)\b|Auf der Gegenseite\b")
_STATES = frozenset({"country", "union", "land", "canton"})
_FORMER = re.compile(r"(?:früher|ehemalig|einstig|damalig|Ex-)")
_FIRST_WEIGHT = 3  # the country that headline or dateline name first counts as often
_OPENS_WITHIN = 20  # characters from the start of a sentence in which its first organisation stands
_FAR = 6  # sentences of a paragraph that are looked at before a role
_TWICE = 2
_THRICE = 3


class Context:
    """What an article names: its organisations, parties, places and countries, with where they stand."""

    def __init__(self, text: str, mentions: Sequence[Mention], abbreviations: Mapping[str, str] | None = None) -> None:
        """``mentions`` are those of the sentences that were read, ``abbreviations`` what the article introduces."""
        self._text = text
        self._start = text[:_LOOKED_AT]
        self._mentions = mentions
        self._abbreviations = introduced(self._start) if abbreviations is None else abbreviations
        self._of_kind: dict[str, list[Named]] = {}
        self._counts: dict[str, int] = {}
        self._nouns: dict[str, list[tuple[int, str]]] = {}

    def affiliation(self, person: Person) -> str | None:
        """The affiliation of a speaker who has a role but none of their own; None where the article does not say it."""
        own = {role for m in person.mentions if m.form is Form.NAME for role in m.roles} or set(person.roles[:1])
        former = {role.split(" ")[-1] for role in person.roles if _FORMER.match(role)}
        for role in person.roles:
            held = role in own and role.split(" ")[-1] not in former
            found = self._of_role(person, role) if held else None
            if found is not None:
                return found
        return None

    def _of_role(self, person: Person, role: str) -> str | None:
        said = next((m for m in person.mentions if role in m.roles), person.mentions[0])
        at = said.span.start
        kinds, held = _holders(role)
        if said.possessive:
            party = any(holder.kind == PARTY for holder in kinds)
            owner = self._nearest(at, PARTY) if party else None
            if owner is None and self._text[at : at + 1].isupper():
                owner = self._opening(at, nouns=True, back=1)
            owner = owner or self._nearest(at)
            if owner is not None:
                return owner
        if person.affiliations:
            full = self._full_name(person.affiliations, at)
            if full is None and set(person.affiliations) & _STAND_FOR_ANOTHER:
                full = self._opening(at, nouns=True, back=2)
            if full is not None or not set(person.affiliations) & _BOARDS:
                return full
        presides = masculine(role.split(" ")[-1]).casefold().endswith("präsident")
        house = self._opening(at, nouns=True, back=2) if presides else None
        if house is not None and house not in _NO_HOUSES and load_lexicon().country_form(house) is None:
            return house
        for holder in kinds:
            opposed = role.startswith("Gäste") or holder.kind == CLUB and self._is_on_the_other_side(at)
            found = self._opponent(holder) if opposed else self._in_kind(holder, at)
            if found is not None:
                return found
        if kinds and all(holder.kind == PARTY for holder in kinds) and self._opening(at, nouns=True) is None:
            only = {n.name for n in (*self._named(PARTY), *parties(self._start, in_compounds=True))}
            return only.pop() if len(only) == 1 else None
        if not held:
            return None
        named = self._not_media
        found = self._opening(at, nouns=not kinds) or self._topic(at)
        if found in _COMPANIES_IN_GENERAL:
            before = _between(named, 0, at)
            found = before[-1].name if before else found
        found = found or self._last_before(named, at) or self._dominant(named, _THRICE)
        return found if found is not None or kinds else self._noun_before(at)

    def _in_kind(self, holder: Holder, at: int) -> str | None:
        """The organisation, party, state or place of one kind that a role at an offset is held in."""
        match holder.kind:
            case "party":
                before = _between(self._named(PARTY), at - _PARTY_REACH, at)
                return self._opens(before, at, back=2) or (before[-1].name if before else None)
            case "state":
                return self._country_near(at) or self._country
            case "union":
                return "EU" if re.search(r"\b(?:EU|Brüssel)\b", self._start) else None
            case "municipality":
                return self._town_near(at) or self._municipality
            case _:
                return self._held_in(holder, at)

    def _nearest(self, at: int, kind: str | None = None) -> str | None:
        """„deren Sprecher“: the organisation, with a name or without, that is named last before in the paragraph."""
        low = self._text.rfind("\n", 0, at) + 1
        if kind is not None:
            named = _between(self._named(kind), low, at)
            return named[-1].name if named else None
        found = [
            *((n.start, n.name) for n in _between(self._organisations, low, at)),
            *self._nouns_between(low, at),
        ]
        return max(found)[1] if found else None

    def _full_name(self, nouns: Sequence[str], at: int) -> str | None:
        """The organisation that a general noun stands for: „Verbandspräsidentin“ in a report on a Bauernverband."""
        for noun in nouns:
            ending = noun.casefold()
            named = [n for n in self._organisations if any(w.casefold().endswith(ending) for w in n.name.split(" "))]
            holder = load_holders().of_noun(noun)
            found = self._dominant(named, 0) or (named[0].name if named else None)
            found = found or (self._in_kind(holder, at) if holder is not None else None)
            if found is not None:
                return found
        return None

    # --- what is named ---

    @cached_property
    def _organisations(self) -> list[Named]:
        """Every organisation with a name of its own, from the raw text and from the mentions."""
        found = organisations(self._start, self._abbreviations)
        names = {named.name for named in found}
        for mention in self._mentions:
            for single in mention.members or (mention,):
                if single.name not in names and _is_own_name(single):
                    found.append(Named(single.name, ORGANISATION, single.span.start))
        return sorted(found, key=lambda named: named.start)

    @cached_property
    def _not_media(self) -> list[Named]:
        """Those that nobody is taken to speak for only because they pass the words on."""
        media = load_lexicon().media
        return [
            named
            for named in self._organisations
            if named.kind != "medium"
            and named.name not in media
            and named.name.split(" ")[0] not in {"Agentur", "Nachrichtenagentur"}
        ]

    def _named(self, kind: str) -> list[Named]:
        if kind not in self._of_kind:
            self._of_kind[kind] = [named for named in self._organisations if named.kind == kind]
        return self._of_kind[kind]

    def _fitting(self, holder: Holder) -> list[Named]:
        """The organisations of a kind; where there are none, those with one of its nouns in their name."""
        noun = f"noun of {holder.kind}"
        if noun not in self._of_kind:
            self._of_kind[noun] = self._named(holder.kind) or [
                named for named in self._organisations if any(holder.is_noun(word) for word in named.name.split(" "))
            ]
        return self._of_kind[noun]

    @cached_property
    def _bare_nouns(self) -> list[tuple[int, str]]:
        return bare_nouns(self._start)

    @cached_property
    def _municipality(self) -> str | None:
        return municipality(self._start)

    @cached_property
    def _country(self) -> str | None:
        """The country that the article names most often; the one named first counts more."""
        lexicon, signs = load_lexicon(), load_country_signs()
        counts: Counter[str] = Counter()
        for word in re.findall(r"[A-Za-zÄÖÜäöü][\w-]+", self._start):
            name = lexicon.country_form(word) if word[:1].isupper() else lexicon.country_of_adjective(word)
            place = lexicon.seat(name or "") or lexicon.places.get(name or signs.get(word, ""))
            if place is not None and place.kind in _STATES:
                counts[place.name] += 1 if counts else _FIRST_WEIGHT
        ranked = counts.most_common(1)
        return ranked[0][0] if ranked else None

    def _country_near(self, at: int) -> str | None:
        """The state in which the paragraph of a role is set before it: „In Tunis … Außenminister X“."""
        lexicon = load_lexicon()
        low = self._text.rfind("\n", 0, at) + 1
        found = None
        for match in _SET_IN.finditer(self._text, low, at):
            place = lexicon.seat(match.group(1)) or lexicon.places.get(lexicon.country_form(match.group(1)) or "")
            found = place.name if place is not None and place.kind in _STATES else found
        return found

    def _town_near(self, at: int) -> str | None:
        """The town in which the paragraph of a role is set: „In Gries hängt ein Plakat. Bürgermeisterin X …“."""
        lexicon = load_lexicon()
        low = self._text.rfind("\n", 0, at) + 1
        towns = [match.group(1) for match in _SET_IN.finditer(self._text, low, at)]
        known = [t for t in towns if lexicon.country_form(t) is None and lexicon.organisation_noun(t) is None]
        return known[-1] if known else None

    # --- which of them ---

    def _held_in(self, holder: Holder, at: int) -> str | None:
        """The one organisation of a kind that the article is about, or the one named last before the role."""
        fitting = self._fitting(holder)
        if fitting:
            beside = _between(fitting, self._text.rfind("\n", 0, at) + 1, at)
            most = max(fitting, key=lambda named: self._count(named.name)).name
            first = fitting[0].name if holder.kind == CLUB else None  # a report opens with the club it is about
            return self._dominant(fitting, 0) or first or (beside[-1].name if beside else most)
        return self._bare(holder, at) if holder.bare else None

    def _is_on_the_other_side(self, at: int) -> bool:
        """Whether the paragraph of a role opens with the opponents of the club that the report is about."""
        return _OPPONENTS.match(self._text, self._text.rfind("\n", 0, at) + 1, at) is not None

    def _opponent(self, holder: Holder) -> str | None:
        """The other club of a match: „Gästetrainer“ in a report that is about the hosts."""
        ranked = Counter(named.name for named in self._named(holder.kind)).most_common(2)
        return ranked[1][0] if len(ranked) > 1 else None

    def _dominant(self, named: Sequence[Named], least: int) -> str | None:
        """The one that the article names at least so often, and twice as often as any other."""
        ranked = nlargest(2, {n.name for n in named}, key=lambda name: (self._count(name), name))
        if not ranked or self._count(ranked[0]) < least:
            return None
        clear = len(ranked) == 1 or self._count(ranked[0]) >= _TWICE * self._count(ranked[1])
        return ranked[0] if clear else None

    def _count(self, name: str) -> int:
        """How often the article names an organisation, by its last word alone too (Bergheim for VfB Bergheim)."""
        if name not in self._counts:
            last = name.rpartition(" ")[2]
            short = last if len(last) > 3 and load_lexicon().organisation_noun(last) is None else name
            self._counts[name] = self._start.count(short)
        return self._counts[name]

    def _bare(self, holder: Holder, at: int) -> str | None:
        """The noun alone, „Universität“, where the article never gives the name; the last one before the role."""
        if holder.kind not in self._nouns:
            self._nouns[holder.kind] = [(start, base) for start, base in self._bare_nouns if holder.is_noun(base)]
        fitting = self._nouns[holder.kind]
        return fitting[max(0, bisect_left(fitting, (at, "")) - 1)][1] if fitting else None

    def _noun_before(self, at: int) -> str | None:
        """The noun of an organisation named last in the paragraph of the role: „Die Polizei … ein Sprecher“."""
        before = self._nouns_between(self._text.rfind("\n", 0, at) + 1, at)
        plain = [noun for _, noun in before if noun.casefold() in load_lexicon().organisation_forms()]
        return plain[-1] if plain else None

    def _last_before(self, named: Sequence[Named], at: int) -> str | None:
        """The one named last before an offset, in the same paragraph or the one before."""
        low = self._text.rfind("\n", 0, max(0, self._text.rfind("\n\n", 0, at)))
        before = _between(named, max(0, low), at)
        return before[-1].name if before else None

    def _opening(self, at: int, *, nouns: bool, back: int = _FAR) -> str | None:
        """„Das Amt prüft das. … sagte ein Sprecher“: what the nearest sentence before, in the paragraph, opens with.

        ``nouns`` takes organisations without a name of their own too; ``back`` is how many sentences are looked at.
        """
        low = self._text.rfind("\n", 0, at) + 1
        without_name = (
            [Named(noun, ORGANISATION, start) for start, noun in self._nouns_between(low, at)] if nouns else []
        )
        return self._opens([*without_name, *_between(self._not_media, low, at)], at, back=back)

    def _opens(self, named: Sequence[Named], at: int, *, back: int) -> str | None:
        """The one of these that the nearest of the last ``back`` sentences opens with."""
        found = {each.start: each.name for each in named}
        low = self._text.rfind("\n", 0, at) + 1
        starts = [match.end() for match in _OPENING.finditer(self._text, low, at)]
        for start in reversed(starts[-back:]):
            opening = min((place for place in found if start <= place <= start + _OPENS_WITHIN), default=None)
            if opening is not None:
                return found[opening]
        return None

    def _nouns_between(self, low: int, high: int) -> Sequence[tuple[int, str]]:
        """The nouns of organisations that start from ``low`` up to ``high``, which is not included."""
        found = self._bare_nouns[bisect_left(self._bare_nouns, (low, "")) : bisect_left(self._bare_nouns, (high, ""))]
        return [noun for noun in found if noun[1] != "Agentur" and load_lexicon().role(noun[1]) is None]

    def _topic(self, at: int) -> str | None:
        """What the paragraph of a role opens with, in the sentences before it."""
        before = _between(self._not_media, self._text.rfind("\n", 0, at) + 1, at)
        return before[0].name if before else None


def _between(named: Sequence[Named], low: int, high: int) -> Sequence[Named]:
    """Those that start from ``low`` up to ``high``, which is not included."""
    return named[bisect_left(named, low, key=_start_of) : bisect_left(named, high, key=_start_of)]


def _start_of(named: Named) -> int:
    return named.start


def _holders(role: str) -> tuple[tuple[Holder, ...], bool]:
    """The kinds of organisation that a role is held in, and whether it is held in some organisation at all."""
    lexicon, holders = load_lexicon(), load_holders()
    head = role.split(" ")[-1]
    match = lexicon.role(head)
    heads = [role, head, *([match.role.nominative] if match is not None else [])]
    forms = [masculine(word).casefold() for word in heads]
    kinds = next((found for form in forms if (found := holders.of_role(form))), ())
    return kinds, any(form.endswith(lexicon.organisation_roles) for form in forms)


def _is_own_name(mention: Mention) -> bool:
    """Whether a mention names one organisation, and neither a kind of them, a medium nor a place."""
    lexicon = load_lexicon()
    name = mention.name
    if mention.form is not Form.ORGANISATION or mention.kind is not Kind.ORGANISATION:
        return False
    if lexicon.country_form(name) or lexicon.seat(name) or name in lexicon.media:
        return False
    noun = lexicon.organisation_noun(name.split()[0])
    if noun is None:
        return name.casefold() in lexicon.prefixes
    compound = noun.prefix.endswith("-") or noun.prefix != "" and not mention.definite
    return noun.kind == "organisation" and (" " in name or compound)
