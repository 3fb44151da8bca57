"""The notation of the hand-made parses: a mistake in it would make every test of a rule worthless."""

from service.language import Relation
from tests.quotation.parses import article, reading, token

SENTENCE = "„ Nein/X/clause/sagte “ , sagte/VERB/root Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER ."


def test_a_sentence_is_spaced_as_in_print() -> None:
    assert reading(SENTENCE).article == "„Nein“, sagte Jana Brandt."


def test_every_token_is_a_slice_of_the_article() -> None:
    read = article("Es/PRON/subject/regnete regnete/VERB/root .", f"¶ {SENTENCE}")
    assert read.text == "Es regnete.\n„Nein“, sagte Jana Brandt."
    for each in read.readings:
        for one in each.tokens:
            assert each.article[each.start_of(one) : each.end_of(one)] == one.text
    assert [s.paragraph for s in read.sentences] == [0, 1]


def test_heads_relations_and_entities_are_those_that_were_written() -> None:
    built = reading(SENTENCE)
    name = token(built, "Brandt")
    assert built.parse.head(name) == token(built, "Jana")
    assert (name.relation, name.entity, name.entity_starts) == (Relation.NAME, "PER", False)
    assert token(built, "Jana").entity_starts
    assert built.parse.head(token(built, "sagte")) is None


def test_the_quote_is_what_stands_between_the_marks() -> None:
    built = reading(SENTENCE)
    assert [built.article[q.start : q.end] for q in built.marked] == ["Nein"]
    assert [t.text for t in built.tokens if built.quote_of(t) == 0] == ["„", "Nein", "“"]
    assert built.quote_of(token(built, "sagte")) < 0


def test_the_second_of_two_equal_words_is_found_by_its_number() -> None:
    built = reading("Der/DET/determiner/Rat lobt/VERB/root den/DET/determiner/Rat#2 Rat/NOUN/object Rat/NOUN/object")
    assert token(built, "Rat#2").index == 4
    assert token(built, "den").head == 4
