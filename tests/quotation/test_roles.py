"""Roles taken apart: compounds with an institution in front, offices that stay whole, clauses behind a name."""

from __future__ import annotations

import pytest

from service.lexicon import load_lexicon
from service.quotation.occupations import said_behind
from service.quotation.roles import masculine, split_compound


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Kremlsprecher", ("Sprecher", "Kreml")),
        ("US-Außenminister", ("Außenminister", "USA")),
        ("Pro-Ge-Landessekretär", ("Landessekretär", "Pro-Ge")),
        ("Grünen-Fraktionschefin", ("Fraktionschefin", "Grüne")),
        ("Handelskommissarin", ("Handelskommissarin", None)),
        ("Verteidigungsminister", ("Verteidigungsminister", None)),
        ("Vizepräsident", ("Vizepräsident", None)),
        ("Sprecherin", ("Sprecherin", None)),
    ],
)
def test_split_compound(word: str, expected: tuple[str, str | None]) -> None:
    match = load_lexicon().role(word)
    assert match is not None
    assert split_compound(match, word) == expected


@pytest.mark.parametrize(
    ("feminine", "expected"),
    [
        ("Rektorin", "Rektor"),
        ("Landrätin", "Landrat"),
        ("Amtsärztin", "Amtsarzt"),
        ("Vorsitzende", "Vorsitzender"),
        ("Klubobfrau", "Klubobmann"),
        ("Staatsanwältin", "Staatsanwalt"),
        ("Trainer", "Trainer"),
    ],
)
def test_masculine(feminine: str, expected: str) -> None:
    assert masculine(feminine) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (", die das Städtische Gesundheitsamt seit 2019 leitet.", ("Leiterin", "Städtisches Gesundheitsamt")),
        (", der die Stiftung Moorland leitet, sagte", ("Leiter", "Stiftung Moorland")),
        (", der das Unternehmen vor Jahren verkauft hat.", (None, None)),
        (", die seit 2014 für die SPD im Stadtrat sitzt", (None, "SPD")),
        (", seit 2014 für die SPD im Stadtrat", (None, "SPD")),
        (", der das Fahrrad anführt", (None, None)),
        (" sagte am Montag", (None, None)),
    ],
)
def test_said_behind(behind: str, expected: tuple[str | None, str | None]) -> None:
    name = "Jo Brandt"
    assert said_behind(name + behind, len(name)) == expected
