"""Sentences by rule: where they end, that a quote is never cut, and that no word is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.quotation.marks import scan
from service.quotation.paragraphs import is_hard_wrapped, paragraphs
from service.quotation.sentences import MAX_SENTENCE, Sentence, split

ANY_TEXT = st.text(alphabet=st.sampled_from('aB1 .!?…,\n\r\u2028„“"»«)/'), max_size=150)


def sentences(text: str) -> list[Sentence]:
    blocks = paragraphs(text)
    return split(text, blocks, scan(text, blocks).marked)


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Oktober kam Dr. Ute Karg.",
        "Die Feier zum 50. Jubiläum fiel aus.",
        "Er wohnt z. B. in Bad Tölz.",
        "Karl M. Ott war da.",
        "„Wir gehen. Dann kommen wir“, sagte sie.",
        "Er rief „Halt!“ und lief.",
    ],
)
def test_a_sentence_that_is_not_cut(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Er ging.|Sie blieb.",
        "Das steht auf Seite 38.|Verantwortlich sei niemand.",
        "„Wir gehen.“|Sie ging.",
        "Wer war das?|„Ich“, sagte er.",
        "„Es wird teurer“, seufzte ein Händler.|/abc/de/f",
    ],
)
def test_a_text_that_is_cut_once(text: str) -> None:
    first, second = text.split("|")
    assert cut(f"{first} {second}" if second[0] != "/" else first + second)[0] == first


def test_a_quote_over_paragraphs_stays_in_one_sentence() -> None:
    assert len(sentences("Sie sagte: „Wir gehen.\n\n„Dann kommen wir.“\n\nEnde.")) == 2


def test_a_text_without_a_full_stop_is_cut_all_the_same() -> None:
    assert max(s.end - s.start for s in sentences("und dann " * 1_000)) <= MAX_SENTENCE + 100


@pytest.mark.parametrize("piece", ["a", ".", "a. ", "1. ", "„a“ ", "a\n", ".)", "!“ "])
def test_a_long_text_gives_no_more_sentences_than_its_length_allows(piece: str) -> None:
    short, long = (len(sentences(piece * count)) for count in (2_000, 8_000))
    assert long <= 4 * short + 8


@given(ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_no_word_is_lost_and_none_stands_in_two_sentences(text: str) -> None:
    found = sentences(text)
    assert [s.index for s in found] == list(range(len(found)))
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
    marked = scan(text, paragraphs(text)).marked
    assert [q for s in found for q in s.quotes] == list(range(len(marked)))
    for sentence in found:
        for quote in sentence.quotes:
            assert sentence.start <= marked[quote].outer[0]
            assert marked[quote].outer[1] <= sentence.end


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_paragraphs_hold_all_but_the_blanks(text: str) -> None:
    blocks = paragraphs(text)
    assert all(a[1] <= b[0] for a, b in zip(blocks, blocks[1:], strict=False))
    assert "".join("".join(text[a:b].split()) for a, b in blocks) == "".join(text.split())


def test_a_text_wrapped_by_hand_keeps_its_paragraphs() -> None:
    wrapped = "\n".join(["Der Rat hat am Montag lange über den neuen Haushalt der Stadt"] * 6)
    assert is_hard_wrapped(wrapped)
    assert len(paragraphs(f"{wrapped}\n\n{wrapped}")) == 2
    assert not is_hard_wrapped("Ein Satz.\nNoch ein Satz.\nUnd ein dritter.\nEnde.")
