"""Datelines and bylines, and sentences that only look like one."""

import pytest

from service.quotation.datelines import dateline, is_byline, report_start


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Bergheim (dpa) – Der Hafen wird tiefer.", "Bergheim"),
        ("Bergheim – Der Hafen wird tiefer.", "Bergheim"),
        ("Ried im Innkreis (apa) - Der Hafen wird tiefer.", "Ried im Innkreis"),
        ("Holm/Bergheim (sda) – Der Hafen wird tiefer.", "Holm"),
        ("Bergheim (Deutschland), 12.03.2019 – Der Hafen wird tiefer.", "Bergheim"),
    ],
)
def test_a_report_begins_behind_its_dateline(line: str, place: str) -> None:
    found = dateline(line, 0, len(line))
    assert found is not None
    assert found[0] == place
    assert line[found[1] :] == "Der Hafen wird tiefer."
    assert report_start(line, 0, 0, len(line)) == found[1]


@pytest.mark.parametrize(
    "line", ["Der Hafen – er ist alt – wird tiefer.", "Bergheim wird tiefer.", "„Ja“ – Das war es."]
)
def test_a_dash_alone_makes_no_dateline(line: str) -> None:
    assert dateline(line, 0, len(line)) is None


def test_deep_in_an_article_there_is_none() -> None:
    line = "Bergheim – Der Hafen wird tiefer."
    assert report_start(line, 9, 0, len(line)) == 0


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Von Jana Brandt, Bergheim", True),
        ("VON JANA BRANDT", True),
        ("Von Jana Brandt und Ole Beck, dpa", True),
        ("Von Jana Brandt kam Kritik.", False),
        ("Der Hafen wird tiefer", False),
    ],
)
def test_a_byline_is_a_line_of_its_own(line: str, expected: bool) -> None:
    assert is_byline(line, 1, 0, len(line)) is expected
