"""Marks: which stretches of the raw text stand between them, and what is repaired."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.quotation.marks import MAX_DEPTH, MAX_MARKS, Marked, Scan, has_marks, scan
from service.quotation.paragraphs import paragraphs

MARKED_TEXT = st.text(alphabet=st.sampled_from("aB1 ,.!-\n\r\u00ad\u200b„“”\"'‚‘’«»‹›<>&;,´`"), max_size=120)


def scanned(text: str) -> Scan:
    return scan(text, paragraphs(text))


def words(text: str) -> list[str]:
    return [" ".join(text[a:b] for a, b in stretch.parts) for stretch in scanned(text).marked]


def all_of(stretches: tuple[Marked, ...]) -> list[Marked]:
    return [one for stretch in stretches for one in (stretch, *all_of(stretch.nested))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagte „ja“ und ging.", "ja"),
        ("Er sagte »ja« und ging.", "ja"),
        ("Er sagte «ja» und ging.", "ja"),
        ("Er sagte “ja” und ging.", "ja"),
        ('Er sagte "ja" und ging.', "ja"),
        ("Er sagte ‚ja‘ und ging.", "ja"),
        ("Er sagte ›ja‹ und ging.", "ja"),
        ("Er sagte ,,ja'' und ging.", "ja"),
        ("Er sagte &bdquo;ja&ldquo; und ging.", "ja"),
        ("Er sagte &quot;ja&quot; und ging.", "ja"),
    ],
)
def test_every_style_of_marks_is_read(text: str, expected: str) -> None:
    assert words(text) == [expected]
    assert not scanned(text).unbalanced


def test_a_text_without_a_mark_has_none() -> None:
    assert not has_marks("Ein Satz ohne alles. <b>Fett</b>")
    assert has_marks("Ein „Satz.")


def test_marks_around_the_attributes_of_a_tag_are_none() -> None:
    assert words('<a href="https://example.org" title="Das ist kein Satz">„Ein Satz“</a>') == ["Ein Satz"]


def test_a_nested_quote_stands_inside_the_outer_one() -> None:
    (outer,) = scanned("„Er rief ‚Halt‘ und lief“, sagte sie.").marked
    assert len(outer.nested) == 1
    assert words("„Er hat „nein“ gesagt“, sagte sie.") == ["Er hat „nein“ gesagt"]


def test_a_doubled_mark_is_a_repair_and_one_quote() -> None:
    for text in ("„Wir gehen““, sagte sie.", "„„Wir gehen“, sagte sie.", '„Wir gehen"“, sagte sie.'):
        (quote,) = scanned(text).marked
        assert text[quote.start : quote.end] == "Wir gehen"
        assert quote.repaired


def test_two_closing_marks_of_two_quotes_are_no_repair() -> None:
    (quote,) = scanned("„Er ging „heim““, sagte sie.").marked
    assert not quote.repaired
    assert len(quote.nested) == 1


def test_empty_marks_hold_nothing_and_swallow_nothing() -> None:
    assert words('Er schrieb "" und ging. Er sagte "ja".') == ["ja"]


def test_a_quote_without_a_closing_mark_ends_before_its_frame() -> None:
    text = "„Wir gehen, sagte Ute Karg. Dann kam „der Rest“, sagte Ott. Und „keiner blieb“."
    assert words(text) == ["Wir gehen", "der Rest", "keiner blieb"]
    assert [stretch.repaired for stretch in scanned(text).marked] == [True, False, False]
    assert scanned(text).unbalanced == ((0, 1),)


def test_a_quote_runs_on_only_where_no_frame_stands_in_it() -> None:
    assert words("„Wir gehen.\n„Wir kommen“, sagte Karg.") == ["Wir gehen. Wir kommen"]
    assert words("„Wir gehen, sagte Ott.\n„Wir kommen“, sagte Karg.") == ["Wir gehen", "Wir kommen"]


def test_so_within_the_words_is_no_frame() -> None:
    assert words("„Wenn das so ist, so müssen wir gehen.\n„Bald“, sagte Karg.") == [
        "Wenn das so ist, so müssen wir gehen. Bald"
    ]


def test_one_bad_mark_does_not_reach_into_the_next_paragraph() -> None:
    assert words("Die „Halle schließt bald.\n\nEs war leer. „Schade“, sagte sie.")[-1] == "Schade"


def test_a_closing_mark_alone_is_repaired_where_a_frame_follows() -> None:
    assert words("Alles gut. Wir schaffen das“, sagte Ute Karg.") == ["Wir schaffen das"]
    assert words("Der Bus fährt bis Freitag nicht“.") == []


def test_inches_and_apostrophes_are_no_marks() -> None:
    assert words('Ein 27"-Schirm und einer mit 65", beide neu.') == []
    assert words('„Der 32"-Schirm ist neu“, sagte sie.') == ['Der 32"-Schirm ist neu']
    assert words('Die "Falke 9"-Rakete und die "Adler 2".') == ["Falke 9", "Adler 2"]
    assert words("Wie geht's Hans’ Bruder?") == []


@given(MARKED_TEXT)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_ordered_stretches_inside_of_it(text: str) -> None:
    found = scanned(text)
    assert [m.outer for m in found.marked] == sorted(m.outer for m in found.marked)
    for left, right in zip(found.marked, found.marked[1:], strict=False):
        assert left.outer[1] <= right.outer[0]
    for stretch in all_of(found.marked):
        assert 0 <= stretch.outer[0] <= stretch.start < stretch.end <= stretch.outer[1] <= len(text)
        for (a, b), (c, _) in zip(stretch.parts, [*stretch.parts[1:], (stretch.end, 0)], strict=True):
            assert a < b <= c
            assert text[a:b].strip() == text[a:b]
        for inner in stretch.nested:
            assert stretch.outer[0] <= inner.outer[0] < inner.outer[1] <= stretch.outer[1]
    assert all(0 <= a < b <= len(text) for a, b in found.unbalanced)


@pytest.mark.parametrize(
    "piece", ["„", '"', "„a“", "„a ", '"a" ', "„a ‚b ", "„a, sagte b. ", "a“, sagte b. ", "»«", "'a ", "„a\n"]
)
def test_the_steps_grow_no_faster_than_the_text(piece: str) -> None:
    short, long = (scanned(piece * count).steps for count in (2_000, 8_000))
    assert long <= 4 * short + 8


def test_quotes_are_nested_to_a_bounded_depth_and_marks_are_read_to_a_bounded_number() -> None:
    def depth(stretch: Marked) -> int:
        return 1 + max(map(depth, stretch.nested), default=0)

    assert max(map(depth, scanned("„a " * 50 + "b“ " * 50).marked)) <= MAX_DEPTH
    found = scanned("„a“ " * MAX_MARKS)
    assert len(found.marked) <= MAX_MARKS
    assert found.unread_from is not None
