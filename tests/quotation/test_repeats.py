"""Repeats and pull quotes: words that an article gives twice, and lines signed „Name, role“."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.quotation.attribution import Attribution
from service.quotation.identity import Person
from service.quotation.marks import scan
from service.quotation.paragraphs import paragraphs
from service.quotation.pull_quotes import find, is_signature, signature_below
from service.quotation.repeats import Repeated, repeated
from service.quotation.result import Kind

BODY = "Der Rat tagte lange. „Uns fehlt das Geld für solche Träume“, sagte Henno Wiards."


def links(text: str, *, speakers: Sequence[bool] = ()) -> list[Repeated]:
    """The repetitions, where each stretch between marks is a quote with a speaker unless said otherwise."""
    marked = scan(text, paragraphs(text)).marked
    somebody = Person(1, "Henno Wiards", Kind.PERSON)
    known = [*speakers, *[True] * len(marked)]
    quotes = [
        (stretch.parts, Attribution(index, "inverted-frame", somebody if known[index] else None))
        for index, stretch in enumerate(marked)
    ]
    return repeated(text, marked, [], quotes)


def signed(text: str) -> list[str]:
    blocks = paragraphs(text)
    return [text[m.start : m.end] for m in find(text, blocks, scan(text, blocks).marked)]


def test_a_headline_points_to_the_body() -> None:
    (link,) = links(f"„Uns fehlt das Geld“\n\n{BODY}")
    assert (link.draft, link.of) == (0, 1)


def test_a_headline_with_a_name_before_its_colon_does_too() -> None:
    (link,) = links(f"Wiards zum Radweg: „Uns fehlt das Geld“\n\n{BODY}")
    assert (link.draft, link.of) == (0, 1)


def test_a_pull_quote_below_points_back() -> None:
    (link,) = links(f"{BODY}\n\n„Uns fehlt das Geld für solche Träume.“\nHenno Wiards, Stadtbaurat")
    assert (link.draft, link.of) == (1, 0)


def test_words_without_marks_point_back_where_they_are_signed() -> None:
    text = f"{BODY}\n\nUns fehlt das Geld für solche Träume.\n\nHenno Wiards, zuständig für Verkehr"
    (link,) = links(text)
    assert (link.draft, link.of, link.signed) == (None, 0, True)
    assert [text[a:b] for a, b in link.parts] == ["Uns fehlt das Geld für solche Träume."]


@pytest.mark.parametrize(
    "text",
    [
        f"„Das Geld“\n\n{BODY}",
        f"„Uns fehlt das Gel“\n\n{BODY}",
        f"{BODY} „Uns fehlt das Geld für solche Träume“, sagte er wieder.",
        f"{BODY}\n\nUns fehlt das Geld für solche Träume.\n\nDer Rat kommt wieder zusammen.",
    ],
)
def test_what_is_no_repetition(text: str) -> None:
    assert links(text) == []


def test_nobody_is_pointed_to_without_a_speaker() -> None:
    assert links(f"„Uns fehlt das Geld“\n\n{BODY}", speakers=[True, False]) == []


@pytest.mark.parametrize(
    "line",
    [
        "Petra Kolbach, Schwimmtrainerin",
        "— Dr. Uwe Seel, Arzt in Kielhausen",
        "Karin Ohm (45), Vorsitzende des Vereins",
        "Jan van der Velt, niederländischer Minister",
    ],
)
def test_a_line_that_signs(line: str) -> None:
    assert is_signature(line)


@pytest.mark.parametrize(
    "line",
    [
        "Von Carola Stumm, Redakteurin",
        "Jörn Stegner, Fotograf",
        "Der Minister, Sprecher der Regierung",
        "Petra Kolbach ging nach Hause, die Trainerin blieb.",
        "Petra Kolbach",
        "Petra Kolbach, am Montag",
        "",
    ],
)
def test_a_line_that_does_not(line: str) -> None:
    assert not is_signature(line)


def test_words_above_a_signature_are_found_without_marks() -> None:
    assert signed("Das Bad schließt.\n\nWir wussten von nichts.\n\nPetra Kolbach, Trainerin\n\nEnde.") == [
        "Wir wussten von nichts."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Vorstand steht fest.\n\nKarin Ohm, Vorsitzende\nBert Lindner, Kassenwart",
        "Foto: Blick auf den Hafen.\nJörn Stegner, Kapitän",
        "Wir wussten von nichts\nPetra Kolbach, Trainerin",
        "„Wir wussten von nichts.“\nPetra Kolbach, Trainerin",
        "Wir wussten.\nPetra Kolbach kam.",
    ],
)
def test_lines_that_are_no_pull_quote(text: str) -> None:
    assert signed(text) == []


def test_the_signature_is_the_next_line() -> None:
    text = "„Wir gehen.“\n\n  Petra Kolbach, Trainerin\nEnde."
    found = signature_below(text, text.index("“") + 1)
    assert found is not None
    assert text[slice(*found)] == "Petra Kolbach, Trainerin"
    assert signature_below("„Wir gehen.“ Petra Kolbach, Trainerin", 12) is None
    assert signature_below("„Wir gehen.“", 12) is None


@given(st.text(alphabet=st.sampled_from("aB,. \n\r„“()"), max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_stretches_inside_of_it(text: str) -> None:
    blocks = paragraphs(text)
    for stretch in find(text, blocks, scan(text, blocks).marked):
        assert 0 <= stretch.start < stretch.end <= len(text)
    for link in links(text):
        assert all(0 <= a < b <= len(text) for a, b in link.parts)
    for at in range(len(text)):
        signature_below(text, at)
