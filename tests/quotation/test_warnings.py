"""Warnings: each code on the text that needs it, and not on the near one."""

import pytest

from service.quotation.marks import MAX_MARKS, scan
from service.quotation.paragraphs import paragraphs
from service.quotation.warnings import about_text, find

GERMAN = "Der Rat hat am Montag die Sanierung der alten Mühle beschlossen und will im Mai damit beginnen."


def codes(text: str, cap: int = 5_000) -> list[str]:
    scanned = scan(text, paragraphs(text))
    return [warning.code for warning in find(text, scanned, scanned.marked[:cap])]


def test_a_clean_text_gives_none() -> None:
    assert codes(f"{GERMAN} „Wir freuen uns“, sagte Ute Karg.") == []
    assert about_text("") == ()


def test_a_mark_without_its_partner() -> None:
    assert codes("„Wir gehen, sagte Ute Karg.") == ["unbalanced-mark"]
    assert codes("Der Bus fährt nicht“.") == ["unbalanced-mark"]


def test_more_quotes_than_the_cap() -> None:
    assert codes("„a“ und „b“ und „c“", cap=2) == ["truncated"]
    assert codes("„a“ und „b“", cap=2) == []


def test_more_marks_than_are_read() -> None:
    assert "truncated" in codes("„" * (MAX_MARKS + 1))


@pytest.mark.parametrize("text", ["â€žWir gehenâ€œ", "Die GemÃ¼hle", "FranÃ§ois", "Caf\ufffd"])
def test_wrong_decoding(text: str) -> None:
    assert [warning.code for warning in about_text(text)] == ["mojibake"]


@pytest.mark.parametrize("text", ["São Paulo", "Ângela", "Âne", "Ãndere", "50 € und ein „Café“"])
def test_foreign_letters_are_rightly_decoded(text: str) -> None:
    assert about_text(text) == ()


def test_a_text_in_another_language() -> None:
    english = "The council said on Monday that it will not raise the taxes this year and that it would vote in March."
    assert [warning.code for warning in about_text(english)] == ["not-german"]
    assert about_text(GERMAN) == ()
    assert about_text("Too short to say.") == ()
