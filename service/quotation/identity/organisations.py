"""„das Unternehmen“, „das Ministerium“: which of the organisations named before is meant."""

from __future__ import annotations

from collections.abc import Sequence

from service.lexicon import load_lexicon
from service.quotation.identity.person import GENERIC_ORGANISATIONS, Person, folded, last_before, words_of
from service.quotation.mentions import Form, Mention
from service.quotation.result import Kind

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


def organisation_before(people: Sequence[Person], mention: Mention) -> Person | None:
    """„das Unternehmen“, „das Ministerium“: the organisation named before that it stands for."""
    if not mention.definite or mention.form is Form.DOCUMENT:
        return None
    *adjective, noun = mention.name.split()
    if not adjective and noun not in GENERIC_ORGANISATIONS:
        return None
    lexicon = load_lexicon()
    introduced = [p for p in people if p.name != mention.name and _introduced_as(p, mention)]
    if introduced:
        return max(introduced, key=lambda p: last_before(p, mention.span.start))
    before = [
        p
        for p in people
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
    fitting = [p for p in before if any(w.endswith(ending) for w in words_of(p.name))]
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
    fitting = fitting or [p for p in before if lexicon.organisation_noun(p.name.split()[0]) is None or " " in p.name]
    return max(fitting, key=lambda p: last_before(p, mention.span.start), default=None)


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


def _is_authority(name: str) -> bool:
    """Whether one of the words of a name is that of an authority: Polizeidirektion Holm, Landesamt für Umwelt."""
    return any(word.casefold().endswith(_AUTHORITY_ENDS) for word in name.split())
