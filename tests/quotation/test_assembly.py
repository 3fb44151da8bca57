"""Assembly: from attributions to the answer. Parts are joined, quotes and speakers numbered, repeats linked."""

import re

from service.quotation import assembly
from service.quotation.attribution import Attribution
from service.quotation.identity import Person
from service.quotation.marks import Marked
from service.quotation.mentions import Form, Mention
from service.quotation.paragraphs import paragraphs
from service.quotation.result import Article, Cue, Extent, Kind, Quote, Span
from service.quotation.sentences import split


def marks_of(text: str) -> list[Marked]:
    return [Marked((m.span(1),), m.span(), "double") for m in re.finditer("„([^“]*)“", text)]


def person(
    name: str, key: int = 0, roles: tuple[str, ...] = (), affiliations: tuple[str, ...] = (), at: int = 0
) -> Person:
    return Person(key, name, Kind.PERSON, [mention(name, roles, affiliations, at)])


def mention(name: str, roles: tuple[str, ...] = (), affiliations: tuple[str, ...] = (), at: int = 0) -> Mention:
    return Mention(Span(name, at, at + len(name)), Form.NAME, Kind.PERSON, name, roles, affiliations)


def said(quote: int, by: Person | None, rule: str = "inverted-frame", cue: Cue | None = None) -> Attribution:
    if by is None:
        return Attribution(quote, "unattributed", reason="no-frame")
    return Attribution(quote, rule, by, by.mentions[0], None, cue)


def assembled(text: str, *found: Attribution, inner: dict[int, list[assembly.Inner]] | None = None) -> Article:
    marked = marks_of(text)
    by_quote = {attribution.quote: attribution for attribution in found}
    return assembly.article(text, marked, split(text, paragraphs(text), marked), by_quote, inner or {}, ())


def cue_in(text: str, word: str) -> Cue:
    start = text.index(word)
    return Cue(word, "sagen", start, start + len(word))


# --- one quote in several parts ---

CUT = "„Wir prüfen das“, sagte Brandt, „und dann sehen wir weiter.“"
JANA = person("Jana Brandt")


def test_what_follows_an_interrupting_frame_is_a_part_of_the_quote() -> None:
    (quote,) = assembled(CUT, said(0, JANA, cue=cue_in(CUT, "sagte")), said(1, JANA, "continuation")).quotes
    assert quote.text == "Wir prüfen das und dann sehen wir weiter."
    assert [part.text for part in quote.parts] == ["Wir prüfen das", "und dann sehen wir weiter."]
    assert (quote.start, quote.end) == (quote.parts[0].start, quote.parts[1].end)
    assert (quote.rule, quote.extent) == ("interrupting-frame", Extent.STATEMENT)


def test_behind_a_full_stop_a_new_quote_begins() -> None:
    text = CUT.replace("Brandt,", "Brandt.")
    found = assembled(text, said(0, JANA, cue=cue_in(text, "sagte")), said(1, JANA, "continuation")).quotes
    assert [q.rule for q in found] == ["inverted-frame", "continuation"]


def test_in_the_next_paragraph_a_new_quote_begins() -> None:
    text = CUT.replace("Brandt, ", "Brandt,\n")
    assert len(assembled(text, said(0, JANA, cue=cue_in(text, "sagte")), said(1, JANA, "continuation")).quotes) == 2


def test_words_of_somebody_else_are_a_quote_of_their_own() -> None:
    timo = person("Timo Lind", 1)
    assert len(assembled(CUT, said(0, JANA, cue=cue_in(CUT, "sagte")), said(1, timo, "continuation")).quotes) == 2


def test_a_frame_that_stood_elsewhere_does_not_interrupt() -> None:
    text = f"Brandt sagte: {CUT}"
    first = said(0, JANA, "leading-frame", cue_in(text, "sagte"))
    assert len(assembled(text, first, said(1, JANA, "continuation")).quotes) == 2


def test_without_a_cue_between_them_two_quotes_stay_two() -> None:
    assert len(assembled(CUT, said(0, JANA), said(1, JANA, "continuation")).quotes) == 2


# --- numbers ---


def test_quotes_are_numbered_in_the_order_of_the_text() -> None:
    found = assembled("„Eins“ und „zwei“ und „drei“.", said(2, JANA), said(0, JANA), said(1, None)).quotes
    assert [(q.id, q.text) for q in found] == [(1, "Eins"), (2, "zwei"), (3, "drei")]


def test_speakers_are_numbered_in_the_order_of_their_first_quotes() -> None:
    timo = person("Timo Lind", 9)
    found = assembled("„Eins“ und „zwei“ und „drei“.", said(0, timo), said(1, JANA), said(2, timo))
    assert [(s.id, s.name, s.quotes) for s in found.speakers] == [(1, "Timo Lind", (1, 3)), (2, "Jana Brandt", (2,))]
    assert [q.speaker_id for q in found.quotes] == [1, 2, 1]


def test_a_quote_without_speaker_says_why() -> None:
    (quote,) = assembled("„Eins“.", said(0, None)).quotes
    assert (quote.speaker, quote.speaker_id, quote.confidence, quote.reason) == (None, None, 0.0, "no-frame")


def test_stretches_that_are_no_quotes_are_left_out() -> None:
    assert [q.text for q in assembled("„Eins“ und „zwei“.", said(1, JANA)).quotes] == ["zwei"]


def test_every_part_is_a_slice_of_the_text() -> None:
    text = "Ä „Eins“ und 🙂 „zwei“."
    for quote in assembled(text, said(0, JANA), said(1, JANA)).quotes:
        assert text[quote.start : quote.end] == quote.text


def test_a_text_without_quotes_gives_an_empty_answer() -> None:
    found = assembly.nothing("Es regnete.")
    assert (found.language, found.quotes, found.speakers) == ("de", (), ())


# --- the speaker ---


def speaker_of(someone: Person, here: Mention) -> tuple[str, str | None, str | None]:
    (quote,) = assembled("„Eins“.", Attribution(0, "inverted-frame", someone, here)).quotes
    assert quote.speaker is not None
    return quote.speaker.name, quote.speaker.role, quote.speaker.affiliation


def test_the_role_said_beside_the_quote_comes_first() -> None:
    someone = person("Jana Brandt", roles=("Sprecherin",), affiliations=("Senat",))
    assert speaker_of(someone, mention("Brandt", ("Chefin",), ("Nordwerke",))) == ("Jana Brandt", "Chefin", "Nordwerke")


def test_a_bare_mention_gets_what_the_article_says() -> None:
    someone = person("Jana Brandt", roles=("Sprecherin",), affiliations=("Senat",))
    assert speaker_of(someone, mention("Brandt")) == ("Jana Brandt", "Sprecherin", "Senat")


def test_the_affiliation_is_that_of_the_role() -> None:
    someone = person("Jana Brandt", roles=("Sprecherin",), affiliations=("Senat",))
    someone.mentions.append(mention("Brandt", ("Pilotin",), ("Nordwerke",), 50))
    assert speaker_of(someone, mention("Brandt", ("Pilotin",))) == ("Jana Brandt", "Pilotin", "Nordwerke")


def test_a_relation_is_a_role_only_where_there_is_no_other() -> None:
    someone = person("Jana Brandt", roles=("Kollegin", "Ministerin"))
    assert speaker_of(someone, mention("Brandt"))[1] == "Ministerin"
    assert speaker_of(person("Jana Brandt", roles=("Kollegin",)), mention("Brandt"))[1] == "Kollegin"


# --- quotes within quotes, repeats ---


def test_a_quote_within_a_quote_is_numbered_behind_it() -> None:
    text = "„Er rief Halt und ging“, sagte Brandt. „Eins“."
    start = text.index("Halt")
    inner = assembly.Inner(Marked(((start, start + 4),), (start, start + 4), "single"), None, None, None)
    found = assembled(text, said(0, JANA), said(1, JANA), inner={0: [inner]}).quotes
    assert [(q.id, q.text) for q in found] == [(1, "Er rief Halt und ging"), (3, "Eins")]
    assert [(q.id, q.text, q.speaker) for q in found[0].nested] == [(2, "Halt", None)]


HEADLINE = "„Wir bauen das Boot“\n\nDer Rat tagte lange. „Wir bauen das Boot noch im Herbst“, sagte Brandt."


def headline_and_body(text: str) -> tuple[Quote, Quote]:
    (headline, body) = assembled(text, said(0, None), said(1, JANA)).quotes
    return headline, body


def test_a_headline_points_to_the_words_in_the_body_and_has_their_speaker() -> None:
    headline, body = headline_and_body(HEADLINE)
    assert (headline.same_as, headline.rule, headline.speaker_id) == (body.id, "repeated", body.speaker_id)


def test_other_words_in_the_headline_point_nowhere() -> None:
    headline, _ = headline_and_body(HEADLINE.replace("Wir bauen das Boot“\n", "Alle fahren ins Tal“\n"))
    assert (headline.same_as, headline.speaker) == (None, None)
