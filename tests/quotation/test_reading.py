"""The reading of a sentence: from tokens of the passage back to the article and its quotes."""

from service.language import Parse, Relation, Token
from service.quotation.marks import scan
from service.quotation.paragraphs import paragraphs
from service.quotation.passages import passage
from service.quotation.reading import OUTSIDE, Reading
from service.quotation.sentences import split
from tests.quotation.parses import article, reading, token

TWO = "„ Ja/INTJ/clause “ , sagte/VERB/root Jana/PROPN/subject/sagte/PER* , „ nein/INTJ/clause “ ."


def in_words(text: str) -> Reading:
    """The reading of a one-sentence article whose passage is cut at its spaces."""
    blocks = paragraphs(text)
    marked = scan(text, blocks).marked
    (sentence,) = split(text, blocks, marked)
    where = passage(text, sentence, marked)
    tokens, at = [], 0
    for index, word in enumerate(where.text.split()):
        at = where.text.index(word, at)
        tokens.append(Token(index, word, at, at + len(word), "X", Relation.OTHER, 0, "", False, 0))
        at += len(word)
    return Reading(text, where, Parse(where.text, tuple(tokens)), marked)


def test_tokens_know_their_quote_marks_included() -> None:
    built = reading(TWO)
    assert [built.quote_of(t) for t in built.tokens] == [0, 0, 0, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE, 1, 1, 1, OUTSIDE]
    assert built.quote_tokens(0) == (0, 2)
    assert built.quote_tokens(1) == (7, 9)


def test_a_quote_of_another_sentence_has_no_tokens_here() -> None:
    second = article(TWO, "„ So/ADV/root “ .").readings[1]
    assert second.quote_tokens(2) == (0, 2)
    assert second.quote_tokens(0) is None


def test_outside_are_the_words_between_the_quotes() -> None:
    built = reading(TWO)
    assert [t.text for t in built.outside()] == [",", "sagte", "Jana", ",", "."]
    assert [t.text for t in built.outside(4, 6)] == ["sagte", "Jana"]


def test_a_span_is_a_slice_of_the_article() -> None:
    second = article("Es/PRON/subject/regnete regnete/VERB/root .", TWO).readings[1]
    span = second.span(token(second, "sagte").index, token(second, "Jana").index)
    assert span.text == "sagte Jana"
    assert second.article[span.start : span.end] == span.text


def test_what_the_parser_is_not_shown_is_in_the_span() -> None:
    built = in_words("Jana Bra\u00adndt sagte nichts")
    assert [t.text for t in built.tokens[:2]] == ["Jana", "Brandt"]
    assert built.span(0, 1).text == "Jana Bra\u00adndt"


def test_behind_a_stand_in_offsets_are_those_of_the_article() -> None:
    text = "„Wir prüfen das alles jetzt noch einmal ganz genau“ , sagte Jana"
    built = in_words(text)
    assert len(built.tokens) < len(text.split())
    assert built.span(len(built.tokens) - 1, len(built.tokens) - 1).start == text.index("Jana")
    assert built.quote_tokens(0) == (0, 0)


def test_words_are_spaced_as_in_the_text() -> None:
    built = reading(TWO)
    assert built.words(built.tokens[3:6]) == ", sagte Jana"
    assert built.words([built.tokens[4], built.tokens[8]]) == "sagte nein"
    assert built.words([]) == ""
