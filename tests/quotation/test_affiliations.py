"""Brackets behind names: parties and institutions are affiliations, ages and places in a picture are not."""

from __future__ import annotations

import pytest

from service.quotation.affiliations import add_new, bracketed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo Brandt (CDU) sagte", ["CDU"]),
        ("Jo Brandt (SVP/LU) sagte", ["SVP"]),
        ("Jo Brandt (43) sagte", []),
        ("Jo Brandt (Mitte/GR) sagte", ["Mitte"]),
        ("Jo Brandt (Mitte) und ihr Team am Ufer. Foto: Kern", []),
        ("Jo Brandt sagte (CDU)", []),
    ],
)
def test_bracketed(text: str, expected: list[str]) -> None:
    assert bracketed(text, len("Jo Brandt")) == expected


def test_add_new_keeps_order_and_drops_what_is_there() -> None:
    found = ["CDU"]
    add_new(found, ["CDU", "", "Stadtrat"])
    assert found == ["CDU", "Stadtrat"]
