"""Named: the organisations, parties and towns that the raw text of an article names, with where they stand.

Found by pattern, without a parse, so that sentences that were never read count too. Which of them a speaker
belongs to is decided in ``context``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from service.lexicon import load_lexicon, word_list
from service.lexicon.holders import load_clubs, load_holders
from service.quotation.declension import Word, nominative

ORGANISATION = "organisation"
COMPANY = "company"
CLUB = "club"
PARTY = "party"

_WORD = r"[A-ZÄÖÜ][\wäöüßéèôç’'.-]*[\wäöüß]"
_LEGAL_FORMS = ("AG", "GmbH", "SE", "SA", "KGaA", "Inc", "Corp", "plc", "Ltd")
_FIELD = rf"für (?:[a-zäöüß]+en? )?{_WORD}(?:-? und {_WORD})?"  # Moorkunde, angewandte Kunst, Gräser und Farne
_CAPITALISED = re.compile(_WORD)
# What makes a name of a class noun when it stands right behind it.
_NAMED = re.compile(rf" ((?:St\. )?{_WORD}(?: & {_WORD}| {_WORD}){{0,2}})")
_PLACED = re.compile(rf" ((?:am|an der) {_WORD}|{_FIELD})")  # Theater am Ring, Institut für Moorkunde
_MARKED = re.compile(r" [„“\"»«”]([A-ZÄÖÜ0-9][^„“\"»«”\n]{1,39})[“”\"«»]")
_HYPHENED = re.compile(rf"(?<![\w-]){_WORD}-{_WORD}(?![\w-])")
_ANY_LEGAL_FORM = re.compile(rf" (?:{'|'.join(_LEGAL_FORMS)})(?![\w-])")
_LEGAL_FORM = re.compile(rf"(?<![\w-])((?:{_WORD} (?:& )?){{1,4}}?)({'|'.join(_LEGAL_FORMS)})(?![\w-])")
_PARTNERS = re.compile(rf"(?<![\w-]){_WORD} & {_WORD}(?![\w-])")
_ADJECTIVE_BEFORE = re.compile(r"(?<=[a-zäöüß] )([A-ZÄÖÜ][a-zäöüß]+(?:en|e|er) )$")
_WORD_BEFORE = re.compile(r"(\w+) $")
_DATELINE = re.compile(
    r"(?m)^([A-ZÄÖÜ][\w.'-]*(?: [A-ZÄÖÜ][\w.'-]*){0,2}?)(?: [A-Z]{2})?(?:/[\w. -]{2,20})?"
    r"(?: \([\w/ .-]{2,20}\)(?: ?[–—-])?|\.| [–—-]) (?=[A-ZÄÖÜ„»«\"“0-9])"
)
_IN_TOWN = re.compile(rf"\b(?:in|In|aus|von) ({_WORD})(?! [A-ZÄÖÜ])")
_WHOLE_WORD = re.compile(r"(?<![\w-])[A-ZÄÖÜ]\w+(?![\w-])")
_BEFORE_HYPHEN = re.compile(r"(?<![\w-])[A-ZÄÖÜ]\w+(?=-[A-ZÄÖÜ])")
_HOUSES = frozenset({"stage", "school"})  # kinds that are named by where they stand
_KNOWN_WORD = re.compile(r"\w[\w.-]*\w|\w")
_CAPITAL_BEHIND = re.compile(r" [A-ZÄÖÜ]")
_POSTED_ON = frozenset({"auf", "bei", "via", "Plattform", "Netzwerk", "Kurznachrichtendienst"})
_NUMERALS = word_list("numerals")
_AMBIGUOUS_PARTIES = word_list("ambiguous_parties")
_ARTICLES = word_list("articles_at_the_start")
_TWICE = 2
_LOOK_BACK = 30  # characters in which the word before a name is looked for


Place = tuple[str, int, int]  # a word with where it starts and ends


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the nominative, the kind of organisation that bears it, and where it stands."""

    name: str
    kind: str
    start: int


def organisations(text: str, abbreviations: Mapping[str, str]) -> list[Named]:
    """The organisations that ``text`` names, in its order; ``abbreviations`` are those that the article introduces."""
    words = [(match.group(), match.start(), match.end()) for match in _CAPITALISED.finditer(text)]
    found = [
        *_behind_nouns(text, words),
        *_hyphened(text, words),
        *_companies(text),
        *_clubs(text, words),
        *parties(text),
        *_known(text),
        *_abbreviated(text, abbreviations),
    ]
    return sorted(found, key=lambda named: named.start)


def parties(text: str, *, in_compounds: bool = False) -> list[Named]:
    """The parties that the text names by a word that means nothing else.

    ``in_compounds`` takes those that stand in front of a hyphen instead: „die FDP-Abgeordnete“.
    """
    known = load_lexicon().parties
    return [
        Named(known[word], PARTY, match.start())
        for match in (_BEFORE_HYPHEN if in_compounds else _WHOLE_WORD).finditer(text)
        if (word := match.group().casefold()) in known and word not in _AMBIGUOUS_PARTIES
    ]


def bare_nouns(text: str) -> list[tuple[int, str]]:
    """Nouns of organisations, in the nominative, with where they stand."""
    lexicon = load_lexicon()
    return [
        (match.start(), noun.base)
        for match in re.finditer(_WORD, text)
        if (noun := lexicon.organisation_noun(match.group())) is not None
        and noun.kind == ORGANISATION
        and not noun.plural
        and noun.base != "Stelle"  # „an einer Stelle am Bach“
    ]


def municipality(text: str) -> str | None:
    """The town of the dateline where the article names it again, else the one most often behind „in“."""
    dateline = _DATELINE.search(text)
    if dateline is not None:
        town = re.compile(rf"(?<![\w-]){re.escape(dateline.group(1))}(?=s?(?![\w-]))", re.IGNORECASE)
        again = [m.group() for m in town.finditer(text) if m.start() != dateline.start()]
        if again:
            return next((name for name in again if not name.isupper()), again[0])
    lexicon = load_lexicon()
    for name, count in Counter(_IN_TOWN.findall(text)).most_common(3):
        if count >= _TWICE and not lexicon.role(name) and not lexicon.organisation_noun(name):
            return str(name)
    return None


def _behind_nouns(text: str, words: Sequence[Place]) -> Iterator[Named]:
    """„der Zulieferer Reinwerk“, „die Technische Universität Bergheim“, „der Campingplatz «Seeblick»“."""
    holders, lexicon = load_holders(), load_lexicon()
    for noun, start, end in words:
        if start and (text[start - 1].isalnum() or text[start - 1] in "-_"):
            continue
        entry, holder = lexicon.organisation_noun(noun), holders.of_noun(noun)
        if holder is None and (entry is None or entry.kind != ORGANISATION or entry.plural):
            continue
        if noun.casefold() in _NUMERALS:
            continue  # „Elf Minuten“ is no team
        for pattern in (_NAMED, _PLACED, _MARKED):
            match = pattern.match(text, end)
            name = match.group(1).strip(" .,'") if match is not None else ""
            if match is None or pattern is not _PLACED and not _is_proper(name):
                continue
            kind = holder.kind if holder is not None else ORGANISATION
            own_name = holder is not None and holder.own_name
            house = holder is not None and holder.kind in _HOUSES
            if pattern is _PLACED and (own_name or not house and not name.startswith("für ")):
                continue
            if own_name or pattern is _MARKED:
                yield Named(name, kind, start)
                continue
            adjective = _ADJECTIVE_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
            first = start - len(adjective.group(1)) if adjective is not None else start
            yield Named(_in_nominative(text, first, f"{text[first:start]}{noun} {name}"), kind, start)


def _hyphened(text: str, words: Sequence[Place]) -> Iterator[Named]:
    """„die ABC-Gruppe“, „die Nordwind-Stiftung“."""
    lexicon = load_lexicon()
    for word, start, _ in words:
        match = _HYPHENED.match(text, start) if "-" in word else None
        entry = lexicon.organisation_noun(match.group()) if match is not None else None
        if entry is not None and entry.kind == ORGANISATION and entry.prefix.endswith("-") and not entry.plural:
            yield Named(entry.base, ORGANISATION, start)


def _companies(text: str) -> Iterator[Named]:
    """„die Nordwind AG“ (Nordwind where that is the usual name), „Reinwerk & Söhne“."""
    for match in _LEGAL_FORM.finditer(text) if _ANY_LEGAL_FORM.search(text) else ():
        words = match.group(1).split()
        while words and (words[0] in _ARTICLES or not _is_proper(words[0])):
            words.pop(0)
        if words:
            short = " ".join(words)
            full = f"{short} {match.group(2)}"
            yield Named(short if text.count(short) > text.count(full) else full, COMPANY, match.start())
    for match in _PARTNERS.finditer(text) if " & " in text else ():
        yield Named(match.group(), COMPANY, match.start())


@lru_cache(maxsize=1)
def _club_pattern() -> tuple[frozenset[str], re.Pattern[str]]:
    """The words that may open a club's name, and the whole of such a name."""
    clubs = load_clubs()
    first = frozenset(word for club in clubs for word in club.removeprefix("1. ").split()[:1])
    return first, re.compile(rf"(?:{'|'.join(map(re.escape, clubs))}) (?:St\. )?{_WORD}")


def _clubs(text: str, words: Sequence[Place]) -> Iterator[Named]:
    openers, pattern = _club_pattern()
    end = 0
    for word, at, _ in words:
        if word not in openers or at < end:
            continue
        start = at - 3 if text.startswith("1. ", max(0, at - 3)) else at
        match = pattern.match(text, start) or pattern.match(text, at)
        if match is not None and not (start and (text[start - 1].isalnum() or text[start - 1] in "-_")):
            end = match.end()
            yield Named(match.group(), CLUB, match.start())


def _known(text: str) -> Iterator[Named]:
    """The institutions that the lexicon knows by name, of up to four words; not where something was posted."""
    lexicon, openers = load_lexicon(), _openers()
    words = [match.span() for match in _KNOWN_WORD.finditer(text)]
    for index, (start, end) in enumerate(words):
        if not text[start].isupper() or text[start:end].casefold() not in openers:
            continue
        if lexicon.country_form(text[start:end]) or index and text[slice(*words[index - 1])] in _POSTED_ON:
            continue
        for _, last in reversed(words[index : index + 4]):
            spelled = text[start:last]
            name, kind = lexicon.prefixes.get(spelled.casefold(), ("", ""))
            if kind != ORGANISATION or lexicon.organisation_noun(name) is not None:
                continue
            if name.isupper() and not spelled.isupper():
                continue  # „Man“ is no MAN
            longer = last == end and _CAPITAL_BEHIND.match(text, last)
            if not longer:
                yield Named(name if " " in name else spelled if " " in spelled else name, kind, start)
            break


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """The first words of the names that the lexicon knows, in lower case."""
    names = load_lexicon().prefixes
    return frozenset(match.group() for name in names if (match := _KNOWN_WORD.match(name)) is not None)


def _abbreviated(text: str, abbreviations: Mapping[str, str]) -> Iterator[Named]:
    """Names that were introduced with an abbreviation in brackets, at each place of the abbreviation."""
    for short, name in abbreviations.items():
        named = _in_nominative(text, text.find(name), name)
        for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text):
            yield Named(named, ORGANISATION, match.start())


def _is_proper(name: str) -> bool:
    """Whether a capitalised word may open a name: no role, first name, class noun or adjective of a place."""
    lexicon = load_lexicon()
    first = name.split(" ")[0]
    noun = lexicon.organisation_noun(first)  # „Reinwerk“, „Bergheim“: a name may end like one
    return not (
        lexicon.role(first)
        or noun is not None
        and not noun.prefix
        or first in lexicon.first_names
        or lexicon.speech_noun(first)
        or first in _LEGAL_FORMS
        or first.endswith("er")
        and lexicon.country_of_adjective(first)
    )


def _in_nominative(text: str, start: int, name: str) -> str:
    """A name as the text gives it at ``start`` („des Vereins für …“, „der Europäische Hof“), in the nominative."""
    lexicon = load_lexicon()
    words = name.split(" ")
    head = next((i for i, word in enumerate(words) if lexicon.organisation_noun(word) is not None), None)
    if head is None:
        return name
    before = _WORD_BEFORE.search(text[max(0, start - _LOOK_BACK) : max(0, start)])
    article = before.group(1) if before is not None else None
    return nominative([Word(word, i < head and not word.endswith("er")) for i, word in enumerate(words)], head, article)
