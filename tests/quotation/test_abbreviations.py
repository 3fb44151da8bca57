"""Abbreviations that an article introduces itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.quotation.abbreviations import introduced


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Bund der Imker (BdI) warnt.", {"BdI": "Bund der Imker"}),
        ("Die Neue Alpine Bahn (NAB) warnt.", {"NAB": "Neue Alpine Bahn"}),
        ("Das Bundesamt für Seilbahnen (BSB) warnt.", {"BSB": "Bundesamt für Seilbahnen"}),
        (
            "Der Verband Ostschweizer Wirte (VOW) und der Bund der Imker (BdI).",
            {"VOW": "Verband Ostschweizer Wirte", "BdI": "Bund der Imker"},
        ),
    ],
)
def test_letters_that_spell_the_words_before_the_bracket(text: str, found: dict[str, str]) -> None:
    assert introduced(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Der Bund der Imker (SPD) warnt.",  # the letters are of other words
        "Jana Brandt (Bern) warnt.",  # a place, no abbreviation
        "Der Bund der Imker (siehe BdI) warnt.",
        "Der Bund der Imker\n(BdI) warnt.",  # the name must stand in the same line
        "(BdI) warnt.",
        "der bund der imker (BdI) warnt.",
    ],
)
def test_a_bracket_that_is_no_abbreviation(text: str) -> None:
    assert introduced(text) == {}


def test_the_first_introduction_counts() -> None:
    assert introduced("Der Bund der Imker (BdI). Die Bande der Iltisse (BdI).") == {"BdI": "Bund der Imker"}


@given(st.text(alphabet=st.sampled_from("BdI bund er(). \n"), max_size=80))
@settings(deadline=None)
def test_name_and_abbreviation_stand_in_the_text(text: str) -> None:
    for abbreviation, name in introduced(text).items():
        assert abbreviation in text
        assert all(word in text for word in name.split())
