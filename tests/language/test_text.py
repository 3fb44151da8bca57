"""Preparing text: pieces, white space, invisible characters."""

import spacy

from service.language.text import pieces, prepare


def test_a_short_text_is_one_piece() -> None:
    assert [(piece.start, piece.text) for piece in pieces("Guten Tag.", 100)] == [(0, "Guten Tag.")]
    assert [(piece.start, piece.text) for piece in pieces("", 100)] == [(0, "")]


def test_a_long_text_is_cut_after_a_line_a_sentence_or_a_word() -> None:
    assert [piece.text for piece in pieces("aaa bb.\ncc dd ee", 10)] == ["aaa bb.\n", "cc dd ee"]
    assert [piece.text for piece in pieces("aaa bb. cc dd ee", 10)] == ["aaa bb. ", "cc dd ee"]
    assert [piece.text for piece in pieces("aaa bb cc dd ee", 10)] == ["aaa bb cc ", "dd ee"]


def test_a_text_without_white_space_is_cut_hard() -> None:
    assert [(piece.start, piece.text) for piece in pieces("x" * 25, 10)] == [
        (0, "x" * 10),
        (10, "x" * 10),
        (20, "x" * 5),
    ]


def test_the_pieces_are_the_text() -> None:
    text = "Ein Satz. Noch einer\n" * 50
    found = list(pieces(text, 64))
    assert "".join(piece.text for piece in found) == text
    assert all(text[piece.start :].startswith(piece.text) for piece in found)


def test_white_space_makes_no_tokens() -> None:
    text = "Ja,\u00a0 sagte\n\n  sie.\t"
    prepared = prepare(spacy.blank("de"), text)
    assert [token.text for token in prepared.doc] == ["Ja", ",", "sagte", "sie", "."]
    assert [text[s:e] for s, e in zip(prepared.starts, prepared.ends, strict=True)] == ["Ja", ",", "sagte", "sie", "."]


def test_a_blank_line_starts_a_sentence_and_a_line_break_does_not() -> None:
    prepared = prepare(spacy.blank("de"), "Eine Zeile\nnoch eine\n\nund ein Absatz")
    assert [token.text for token in prepared.doc if token.is_sent_start] == ["Eine", "und"]


def test_invisible_characters_are_not_shown_to_the_pipeline() -> None:
    text = "Ver\u00adkehrs\u200bamt"
    prepared = prepare(spacy.blank("de"), text)
    assert "".join(token.text for token in prepared.doc) == "Verkehrsamt"
    assert "".join(text[s:e] for s, e in zip(prepared.starts, prepared.ends, strict=True)) == text


def test_only_invisible_characters_do_no_harm() -> None:
    prepared = prepare(spacy.blank("de"), "\u00ad\u200b")
    assert len(prepared.doc) == len(prepared.starts)


def test_a_long_run_without_white_space_is_tokenized_in_strands() -> None:
    text = "„" * 450 + " Ende."
    prepared = prepare(spacy.blank("de"), text)
    assert [token.text for token in prepared.doc][-3:] == ["„", "Ende", "."]
    assert len(prepared.doc) == 452
    assert prepared.starts[:450] == list(range(450))
    assert prepared.starts[-2:] == [451, 455]


def test_an_apostrophe_joins_the_parts_of_a_name_and_parts_what_it_marks() -> None:
    assert prepare(spacy.blank("de"), "Ja, Dell’Acqua kam.").words == ["Ja", ",", "Dell’Acqua", "kam", "."]
    assert prepare(spacy.blank("de"), "Sein ’Haus’ ist alt.").words == ["Sein", "’", "Haus", "’", "ist", "alt", "."]
