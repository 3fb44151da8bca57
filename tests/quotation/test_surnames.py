"""Surnames: which words of the raw text are surnames."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.quotation.surnames import surnames


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gestern kam Jana Quendel.", {"Quendel"}),
        ("Gestern kam Jana M. Quendel.", {"Quendel"}),
        ("Gestern kam Jana von der Quendel.", {"Quendel"}),
        ("Gestern kam Jana al-Quendel.", {"al-Quendel"}),
        ("Gestern kam Jana-Sophie Quendel-Roth.", {"Quendel-Roth"}),
        ("Gestern kam Ministerin Xqua Quendel.", {"Quendel"}),
        ("Gestern kam Xqua Quendel, Sprecherin des Amts.", {"Quendel"}),
        ("Gestern kam Xqua Quendel (SPD).", {"Quendel"}),
        ("Gestern kam Xqua Quendel (44).", {"Quendel"}),
    ],
)
def test_a_surname_is_known_by_what_stands_around_it(text: str, found: set[str]) -> None:
    assert surnames(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Gestern kam Xqua Quendel.",
        "Gestern kam Xqua Quendel, Tonnen von Sand.",
        "Gestern kam Xqua Quendel (dort).",
        "Gestern kam Jana. Der Wagen stand.",
        "Gestern kam Jana Sprecherin.",
        "Gestern las Jana Zeitung.",
        "Gestern kam Jana Montag.",
        "Gestern sah Jana Frankreich.",
        "gestern kam jana quendel.",
        "",
    ],
)
def test_another_word_is_none(text: str) -> None:
    assert surnames(text) == frozenset()


@given(st.text(alphabet=st.sampled_from("Jana Quendl.-’(),SPD\n"), max_size=80))
@settings(deadline=None)
def test_every_surname_stands_in_the_text(text: str) -> None:
    assert all(word in text for word in surnames(text))
