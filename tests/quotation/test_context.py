"""Affiliation from the article as a whole: which organisation a bare role is completed by, and where none is."""

from __future__ import annotations

import pytest

from service.quotation.context import Context
from service.quotation.identity import Person
from service.quotation.mentions import Form, Mention
from service.quotation.result import Kind, Span


def _affiliation(text: str, role: str, *, possessive: bool = False, name: str = "Jo Brandt") -> str | None:
    at = text.index(name)
    said = Mention(Span(name, at, at + len(name)), Form.NAME, Kind.PERSON, name, (role,), possessive=possessive)
    return Context(text, []).affiliation(Person(1, name, Kind.PERSON, [said]))


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Der Zulieferer Reinwerk baut um. Vorstandschefin Jo Brandt warb dafür.", "Vorstandschefin", "Reinwerk"),
        ("Die Papiere von Reinwerk & Söhne fielen. Finanzchef Jo Brandt klagte.", "Finanzchef", "Reinwerk & Söhne"),
        ("Die Universität Bergheim zahlt nicht. Rektorin Jo Brandt bedauert es.", "Rektorin", "Universität Bergheim"),
        ("Der Streit an der Universität hält an. Rektorin Jo Brandt schweigt.", "Rektorin", "Universität"),
        ("Mit 2:1 gewann der VfL Bergheim. Trainer Jo Brandt war froh.", "Trainer", "VfL Bergheim"),
        ("Der IG Metall reicht das nicht. Bezirksleiterin Jo Brandt rief dazu auf.", "Bezirksleiterin", "IG Metall"),
        ("Der SPD geht das zu langsam. Die Abgeordnete Jo Brandt drängt.", "Abgeordnete", "SPD"),
        ("Bergheim. Das Bad bleibt zu. In Bergheim sagte Kämmerer Jo Brandt Nein.", "Kämmerer", "Bergheim"),
        ("Norwegen öffnet die Grenze. Außenministerin Jo Brandt reist ab.", "Außenministerin", "Norwegen"),
        ("In Brüssel wird beraten. Handelskommissarin Jo Brandt wartet.", "Handelskommissarin", "EU"),
        (
            "Das Landgericht Bergheim urteilt. Der Vorsitzende Richter Jo Brandt fragte.",
            "Vorsitzender Richter",
            "Landgericht Bergheim",
        ),
    ],
)
def test_completed(text: str, role: str, expected: str) -> None:
    assert _affiliation(text, role) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Der Zulieferer Reinwerk baut um. Anwohner Jo Brandt freut sich.", "Anwohner"),
        ("Die Universität Bergheim zahlt nicht. Verteidiger Jo Brandt bleibt ruhig.", "Verteidiger"),
        ("Der Zulieferer Reinwerk baut um. Ein früherer Chef, Jo Brandt, warnt.", "früherer Chef"),
        ("Es regnet. Vorstandschefin Jo Brandt wartet.", "Vorstandschefin"),
    ],
)
def test_not_completed(text: str, role: str) -> None:
    assert _affiliation(text, role) is None


def test_possessive_takes_what_was_named_last() -> None:
    text = "Die Polizei half. Das traf den Campingplatz «Seeblick». Dessen Betreiber Jo Brandt klagt."
    assert _affiliation(text, "Betreiber", possessive=True) == "Seeblick"


def test_the_guests_coach_is_of_the_other_club() -> None:
    text = "Der VfL Bergheim schlug Eintracht Seeheim. Bergheim, der VfL Bergheim, jubelt. Gästecoach Jo Brandt nicht."
    assert _affiliation(text, "Gästecoach") == "Eintracht Seeheim"


def test_a_noun_alone_stands_for_whom_a_spokesman_speaks() -> None:
    assert _affiliation("Die Polizei sucht Zeugen. Sprecher Jo Brandt bat um Hilfe.", "Sprecher") == "Polizei"
    assert _affiliation("Die Polizei sucht Zeugen. Rektorin Jo Brandt bat um Hilfe.", "Rektorin") is None
