"""Passages: what the parser reads instead of a sentence, and the way back to the article."""

from hypothesis import given, settings
from hypothesis import strategies as st

from service.language import STAND_IN
from service.quotation.marks import scan
from service.quotation.paragraphs import paragraphs
from service.quotation.passages import Passage, passage
from service.quotation.sentences import split

ANY_TEXT = st.text(alphabet=st.sampled_from("aB1 .,\n\u00ad\u200b„“<>/&;amp"), max_size=150)


def passages(text: str) -> list[Passage]:
    blocks = paragraphs(text)
    marked = scan(text, blocks).marked
    return [passage(text, sentence, marked) for sentence in split(text, blocks, marked)]


def test_a_long_quotation_is_one_token_and_a_short_one_stands() -> None:
    (long,) = passages("„Wir gehen jetzt alle zusammen nach Hause zurück“, sagte Ute Karg.")
    assert long.text == f"„{STAND_IN}“, sagte Ute Karg."
    (short,) = passages("Karg nannte das „reine Willkür“.")
    assert short.text == "Karg nannte das „reine Willkür“."


def test_what_nobody_sees_is_left_out_and_entities_are_read() -> None:
    text = "<b>Gerichts\u00adsprecherin</b> Ute M&uuml;ller sagte &bdquo;nein&ldquo;."
    (found,) = passages(text)
    assert found.text == "Gerichtssprecherin Ute Müller sagte „nein“."
    for word, there in (("Ute", "Ute"), ("sagte", "sagte"), ("nein", "nein")):
        assert found.article_offset(found.text.index(word)) == text.index(there)


def test_an_ampersand_in_a_name_stands() -> None:
    (found,) = passages("Karg & Söhne sagte „nein“ zu A&O;")
    assert "Karg & Söhne" in found.text


@given(ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_every_character_leads_back_to_its_place(text: str) -> None:
    for found in passages(text):
        assert list(found.starts) == sorted(found.starts)
        assert list(found.origins) == sorted(found.origins)
        collapsed = {
            found.starts[i] for i, origin in enumerate(found.origins) if found.text[found.starts[i] :][:1] == STAND_IN
        }
        for offset, character in enumerate(found.text):
            there = found.article_offset(offset)
            assert found.sentence.start <= there < found.sentence.end
            assert text[there] in {character, "&"} or text[there].isspace() or offset in collapsed
