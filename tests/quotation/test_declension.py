"""Phrases brought into the nominative: strong and weak adjectives, genitives, plurals, names that stay."""

from __future__ import annotations

import pytest

from service.quotation.declension import Word, nominative


@pytest.mark.parametrize(
    ("before", "head", "after", "article", "expected"),
    [
        (["Nationalen"], "Sicherheitsrats", [], "des", "Nationaler Sicherheitsrat"),
        (["Städtischen"], "Gesundheitsamtes", [], "des", "Städtisches Gesundheitsamt"),
        (["Deutschen"], "Gesellschaft", ["für", "Moorkunde"], "der", "Deutsche Gesellschaft für Moorkunde"),
        (["Frankfurter"], "Kanzlei", [], "einer", "Frankfurter Kanzlei"),
        (["Frankfurter"], "Kanzlei", [], "eine", "Frankfurter Kanzlei"),
        ([], "Landgerichtes", ["Seeheim"], "des", "Landgericht Seeheim"),
        ([], "Kantonspolizei", ["Graubünden"], "der", "Kantonspolizei Graubünden"),
        ([], "Stadtwerken", ["Seeheim"], "den", "Stadtwerke Seeheim"),
        (["Besorgten"], "Forum", ["Seeheim"], "des", "Besorgten Forum Seeheim"),
    ],
)
def test_nominative(before: list[str], head: str, after: list[str], article: str, expected: str) -> None:
    words = [*(Word(w, adjective=True) for w in before), Word(head), *(Word(w) for w in after)]
    assert nominative(words, len(before), article) == expected


def test_country_is_no_compound_of_bund() -> None:
    assert nominative([Word("Graubünden")], 0, None) == "Graubünden"
