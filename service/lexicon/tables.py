"""Reading the data files into frozen look-up tables, once a process. The files explain themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

_COMPOUND_FROM = 2  # a compound's first part has at least this many letters
_BEFORE_AMT = 4  # … and in front of the short „amt“ this many


@dataclass(frozen=True, slots=True)
class MarkSign:
    """A quotation mark as it is typed."""

    family: str
    level: str
    usual: str
    text: str
    closed_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its lemma, its separable particle, and what it may do with a quote."""

    lemma: str
    particle: str | None
    uses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun in the form that was met, with its nominative."""

    nominative: str
    gender: str  # m, f or u where the form is both
    plural: bool
    splits: bool
    role_class: str


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A word taken apart: ``prefix`` (with its hyphen, "" for none) and the role noun behind it."""

    prefix: str
    role: Role


@dataclass(frozen=True, slots=True)
class Country:
    """A country, land or canton."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class OrganisationNoun:
    """A noun of an organisation, group, document or medium in the form that was met."""

    base: str
    gender: str  # m, f, n or pl
    kind: str
    plural: bool
    prefix: str  # what stood before it in a compound


class Lexicon:
    """All tables. Look-ups take a word as it stands in the text."""

    def __init__(self) -> None:
        self.marks = tuple(
            MarkSign(family, level, usual, text, frozenset(_items(closed)))
            for family, level, usual, text, closed in _rows("marks.tsv")
        )
        self._verbs = _verb_forms()
        self._roles = _role_forms()
        self._organisations = _organisation_forms()
        self._no_organisations = frozenset(noun.casefold() for (noun, *_) in _rows("no_organisations.txt"))
        self.families = tuple(frozenset(_items(nouns)) for (nouns, *_) in _rows("role_families.tsv"))
        self._no_roles = frozenset(noun.casefold() for (noun, *_) in _rows("no_roles.txt"))
        self.countries = _Countries()
        institutions = list(_rows("institutions.tsv"))
        self.prefixes: dict[str, tuple[str, str]] = {
            form.casefold(): (affiliation, kind)
            for prefix, affiliation, kind, full in institutions
            for form in (prefix, affiliation, full)
        }
        for _prefix, affiliation, kind, full in institutions:
            for name in (affiliation, full):
                for weak in _weak_forms(name):
                    self.prefixes.setdefault(weak.casefold(), (name, kind))
        self.parties: Mapping[str, str] = {
            form: affiliation for form, (affiliation, kind) in self.prefixes.items() if kind == "party"
        }
        self.party_names = frozenset(self.parties.values())
        self.first_names: Mapping[str, str] = {name: gender for name, gender, *_ in _rows("first_names.tsv")}
        self.media: Mapping[str, str] = {
            form: name for name, aliases, *_ in _rows("media.txt") for form in (name, *_items(aliases))
        }
        self.abbreviations = frozenset(form.casefold() for (form, *_) in _rows("abbreviations.txt"))
        self.title_nouns = {noun: kind for noun, kind, *_ in _rows("title_nouns.txt")}
        self._speech_nouns = _speech_noun_forms()
        self._party_adjectives = dict(_rows("party_adjectives.tsv"))
        held = (role.casefold() for (role, *_) in _rows("organisation_roles.txt"))
        self.organisation_roles = tuple(end for end in held if len(end) > 3)  # a shorter one ends too many other words
        self.company_nouns = tuple(noun for (noun, *_) in _rows("company_nouns.txt"))
        self._pseudo = tuple(stem for (stem, *_) in _rows("pseudo_quotes.txt"))
        self.titles: Mapping[str, bool] = {form: keep == "keep" for form, keep, *_ in _rows("titles.txt")}
        self.role_adjectives = tuple(stem for (stem, *_) in _rows("role_adjectives.txt"))
        self.subjunctives = frozenset(form for (form, *_) in _rows("subjunctives.txt"))
        self.comment_headings = frozenset(line.casefold() for (line, *_) in _rows("comment_headings.txt"))

    @property
    def places(self) -> Mapping[str, Country]:
        """Countries and their seats by name."""
        return self.countries.places

    def verbs(self, form: str) -> tuple[Verb, ...]:
        """The reporting verbs that this form may belong to."""
        return self._verbs.get(form.casefold(), ())

    def is_speech_form(self, form: str) -> bool:
        """Whether the form may frame a whole quote that stands before it."""
        return any(verb.uses & _FRAMING for verb in self.verbs(form))

    def role(self, word: str) -> RoleMatch | None:
        """The role noun that the word is or ends in; the longest one counts."""
        return _role_match(self, word)

    def role_forms(self) -> Mapping[str, Role]:
        return self._roles

    def organisation_noun(self, word: str) -> OrganisationNoun | None:
        """The organisation, group, document or medium noun that the word is or ends in."""
        return _organisation_match(self, word)

    def organisation_forms(self) -> Mapping[str, OrganisationNoun]:
        return self._organisations

    def is_no_organisation(self, word: str) -> bool:
        """Whether the word only ends like an organisation's noun: Haltestelle, Pressekonferenzen."""
        return _has_form_of(word, self._no_organisations)

    def role_families(self, role: str) -> frozenset[int]:
        """The families that a role in the masculine belongs to, by their number: those who are called alike in turn."""
        return _families_of(self, role)

    def is_no_role(self, word: str) -> bool:
        """Whether the word only ends like a role noun: Halbleiter, Lautsprechern."""
        return _has_form_of(word, self._no_roles)

    def country_form(self, word: str) -> str | None:
        """The nominative of a country, land, canton or seat, from any case of it."""
        return self.countries.nominative(word)

    def country_prefix(self, prefix: str) -> str | None:
        """The country at the front of a compound: USA for „US“."""
        return self.countries.prefixes.get(prefix.casefold())

    def inhabitant(self, word: str) -> tuple[str, str] | None:
        """``(country, gender)`` of an inhabitant: Schweiz, m for „Schweizer“."""
        return self.countries.inhabitants.get(word)

    def party_of_adjective(self, word: str) -> str | None:
        """Grüne for „grüne“, „grünen“."""
        return self._party_adjectives.get(_ADJECTIVE_ENDING.sub("", word)) if word[:1].islower() else None

    def country_of_adjective(self, word: str) -> str | None:
        """Russland for „russischer“, „Russische“; Moskau for „Moskauer“."""
        return _country_of_adjective(self, word)

    def seat(self, word: str) -> Country | None:
        """The country whose government a capital or seat stands for."""
        return self.countries.seats.get(word)

    def title_noun(self, word: str) -> str | None:
        """The class of a noun in front of titles and names in marks (film, ship, paper …)."""
        return _title_noun(self, word)

    def speech_noun(self, word: str) -> frozenset[str]:
        """The classes of a noun of speech (utterance, slogan, term, source); empty for every other word."""
        return self._speech_nouns.get(word, frozenset())

    def is_pseudo(self, word: str) -> bool:
        """Whether the word announces so-called use: „sogenannte“, „selbst ernannte“."""
        return word.casefold().startswith(self._pseudo)


_FRAMING = frozenset({"speech", "write", "emotion", "cite", "document", "naming"})


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of this process."""
    return Lexicon()


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list in ``words.tsv``; KeyError for a list that is not there."""
    return {key: frozenset(_items(words)) for key, words in _rows("words.tsv")}[name]


def _rows(name: str) -> Iterator[list[str]]:
    text = files("service.lexicon").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [column.strip() for column in line.split("\t")]


def _items(column: str) -> tuple[str, ...]:
    return () if column in ("-", "") else tuple(item for item in column.split("|") if item)


def _verb_forms() -> dict[str, tuple[Verb, ...]]:
    found: dict[str, tuple[Verb, ...]] = {}
    for lemma, particle, uses, forms in _rows("reporting_verbs.tsv"):
        verb = Verb(lemma, None if particle == "-" else particle, frozenset(_items(uses)))
        for form in {*_items(forms), lemma}:
            found[form.casefold()] = (*found.get(form.casefold(), ()), verb)
    return found


def _speech_noun_forms() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for noun, forms, kind in _rows("speech_nouns.tsv"):
        for form in {noun, *_items(forms)}:
            found[form] = found.get(form, frozenset()) | {kind}
    return found


def _role_forms() -> dict[str, Role]:
    found: dict[str, Role] = {}
    for masculine, feminine, plurals, splits, role_class, declension in _rows("roles.tsv"):
        split = splits == "yes"

        def add(
            form: str, nominative: str, gender: str, plural: bool, split: bool = split, kind: str = role_class
        ) -> None:
            found.setdefault(form.casefold(), Role(nominative, gender, plural, split, kind))

        if masculine != "-":
            for form in _singular_forms(masculine, declension):
                add(form, masculine, "m", False)
        if feminine != "-":
            forms = (feminine, f"{feminine}n", f"{feminine}r") if declension == "adjective" else (feminine,)
            for form in forms:
                add(form, feminine, "f", False)
        for plural in _items(plurals):
            gender = "f" if feminine != "-" and plural.startswith(feminine) and declension != "adjective" else "u"
            add(plural, plural, gender, True)
            if not plural.endswith(("n", "s")):
                add(f"{plural}n", plural, gender, True)
    return found


def _singular_forms(noun: str, declension: str) -> tuple[str, ...]:
    if declension == "adjective":
        stem = noun.removesuffix("r")
        return (noun, stem, f"{stem}n", f"{stem}m")
    if declension == "weak":
        ending = "n" if noun.endswith(("e", "r", "ar")) and not noun.endswith(("är", "ur")) else "en"
        return (noun, f"{noun}{ending}", f"{noun}{ending}s", f"{noun}s", f"{noun}en")
    return (noun, f"{noun}s", f"{noun}es", f"{noun}e")


def _organisation_forms() -> dict[str, OrganisationNoun]:
    found: dict[str, OrganisationNoun] = {}
    for noun, gender, genitives, datives, kind in _rows("organisation_nouns.tsv"):
        for form in (noun, *_items(genitives)):
            found.setdefault(form.casefold(), OrganisationNoun(noun, gender, kind, gender == "pl", ""))
        for form in _items(datives):
            plural = OrganisationNoun(_plural(form, noun, gender), "pl", kind, True, "")
            for each in (form, plural.base):
                found.setdefault(each.casefold(), plural)
    return found


def _plural(dative: str, noun: str, gender: str) -> str:
    """The nominative plural of a dative one: its -n goes, unless the plural itself has it (Behörden)."""
    feminine = gender == "f" and dative in {f"{noun}en", f"{noun}n"}
    latin = dative.endswith("ien") or noun.endswith(("um", "a", "ma")) and dative.endswith("en")
    return dative if feminine or latin or noun.endswith("en") else dative.removesuffix("n")


def _compounds(word: str) -> Iterator[tuple[str, str]]:
    """``(prefix, rest)`` of every way to cut a compound, the longest rest first, the whole word before all."""
    yield "", word
    for cut in range(_COMPOUND_FROM, len(word) - 2):
        yield word[:cut], word[cut:]


def _weak_forms(name: str) -> tuple[str, ...]:
    """„rote kreuz“, „roten kreuz“, „roten kreuzes“: a name that begins with a strong adjective, behind an article."""
    match = _STRONG.match(name)
    if match is None:
        return ()
    stem, rest = match.groups()
    genitives = () if " " in rest else (f"{stem}en {rest}s", f"{stem}en {rest}es")
    return (f"{stem}e {rest}", f"{stem}en {rest}", *genitives)


def _has_form_of(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word, or its last part behind a hyphen, is one of these nouns in any case or number."""
    folded = word.rpartition("-")[2].casefold()
    return any(folded.removesuffix(ending) in nouns for ending in ("", "s", "n", "en", "es"))


@lru_cache(maxsize=4096)
def _families_of(lexicon: Lexicon, role: str) -> frozenset[int]:
    found = frozenset(number for number, family in enumerate(lexicon.families) if role in family)
    match = lexicon.role(role) if not found else None
    return _families_of(lexicon, match.role.nominative) if match is not None and match.prefix else found


@lru_cache(maxsize=8192)
def _role_match(lexicon: Lexicon, word: str) -> RoleMatch | None:
    if not word or not word[-1].isalpha() or len(word) > 60 or lexicon.is_no_role(word):
        return None
    found = [RoleMatch(prefix, _as_spelled(role, rest)) for prefix, rest, role in _roles_in(lexicon, word)]
    # Feuerwehr-sprecher, not Feuer-wehrsprecher: where the longest role leaves no known first part, a shorter one may.
    if not found or not found[0].prefix or found[0].prefix.endswith("-"):
        return found[0] if found else None
    return next((match for match in found if lexicon.organisation_noun(match.prefix.capitalize())), found[0])


def _roles_in(lexicon: Lexicon, word: str) -> Iterator[tuple[str, str, Role]]:
    """``(prefix, rest, role)`` of every role noun that the word ends in, the longest first."""
    table = lexicon.role_forms()
    for prefix, rest in _compounds(word):
        role = table.get(rest.casefold())
        if role is not None and (not prefix or _is_compound(prefix, rest)) and not _is_surname_end(prefix, rest):
            yield prefix, rest, role


def _is_surname_end(prefix: str, rest: str) -> bool:
    """„Rehmann“ is no sort of man; „Vertrauensmann“ is, and what else ends in -mann stands in the list whole."""
    joined = prefix.endswith(("-", "s")) and len(prefix) > 4
    return prefix != "" and not joined and rest in {"mann", "manns", "frau"}


def _as_spelled(role: Role, rest: str) -> Role:
    """The role with the spelling of the text: Großvater, Grossvater."""
    if rest.casefold() != role.nominative.casefold():
        return role
    return replace(role, nominative=rest[:1].upper() + rest[1:])


def _is_compound(prefix: str, rest: str) -> bool:
    """Whether ``rest`` may be the last part of a compound: long enough, or set off by a hyphen."""
    if prefix.endswith("-"):
        return rest[:1].isupper()
    return rest[:1].islower() and len(rest) >= 4 and len(prefix) >= 3


@lru_cache(maxsize=8192)
def _organisation_match(lexicon: Lexicon, word: str) -> OrganisationNoun | None:
    if not word or len(word) > 80 or not (word[0].isupper() or "-" in word):
        return None
    table = lexicon.organisation_forms()
    for prefix, rest in _compounds(word):
        noun = table.get(rest.casefold())
        office = rest in {"amt", "amts"} and len(prefix) >= _BEFORE_AMT
        if noun is None or (prefix and not office and not _is_compound(prefix, rest)):
            continue
        if not prefix:
            return noun
        if lexicon.is_no_organisation(word):
            return None
        base = noun.base if prefix.endswith("-") else noun.base[:1].lower() + noun.base[1:]
        return OrganisationNoun(prefix + base, noun.gender, noun.kind, noun.plural, prefix)
    return None


@lru_cache(maxsize=8192)
def _country_of_adjective(lexicon: Lexicon, word: str) -> str | None:
    return lexicon.countries.of_adjective(word)


@lru_cache(maxsize=8192)
def _title_noun(lexicon: Lexicon, word: str) -> str | None:
    for prefix, rest in _compounds(word):
        whole = rest if not prefix or prefix.endswith("-") else rest[:1].upper() + rest[1:]
        if whole in lexicon.title_nouns and (not prefix or len(rest) >= 4):
            return lexicon.title_nouns[whole]
    return None


_STRONG = re.compile(r"([A-ZÄÖÜ][a-zäöüß]{2,})(?:es|er) (\D+)$")
_ADJECTIVE_ENDING = re.compile(r"(?:en|em|er|es|e)?$")


class _Countries:
    """Countries, lands, cantons and unions: names in any case, adjectives, compound prefixes, seats."""

    def __init__(self) -> None:
        self.places: dict[str, Country] = {}
        self.seats: dict[str, Country] = {}
        self.prefixes: dict[str, str] = {}
        self.inhabitants: dict[str, tuple[str, str]] = {}
        self._forms: dict[str, str] = {}
        self._adjectives: dict[str, str] = {}
        for name, _article, cases, adjectives, prefixes, seats, inhabitants, kind in _rows("countries.tsv"):
            country = Country(name, kind)
            self.places[name] = country
            for form in (name, *_items(cases)):
                self._forms.setdefault(form, name)
            for adjective in _items(adjectives):
                self._adjectives.setdefault(adjective.casefold(), name)
            for prefix in _items(prefixes):
                self.prefixes.setdefault(prefix.casefold(), name)
            for seat in _items(seats):
                self.seats.setdefault(seat, country)
            for inhabitant, gender in zip(_items(inhabitants), "mfmf", strict=False):
                self.inhabitants.setdefault(inhabitant, (name, gender))
        for seat, country in self.seats.items():
            self.places.setdefault(seat, country)
            for form in (seat, f"{seat}s"):
                self._forms.setdefault(form, seat)
        for adjective, city in _rows("city_adjectives.tsv"):
            self._adjectives.setdefault(adjective.casefold(), city)
            for form in (city, f"{city}s"):
                self._forms.setdefault(form, city)

    def nominative(self, word: str) -> str | None:
        return self._forms.get(word)

    def of_adjective(self, word: str) -> str | None:
        folded = word.casefold()
        stem = _ADJECTIVE_ENDING.sub("", folded)
        for form in (folded, stem):
            if form in self._adjectives:
                return self._adjectives[form]
        if word[:1].isupper() and word.endswith("er") and word[:-2] in self.places:
            return word[:-2]
        return None
