"""The extractor with the embedded pipeline: what holds for every text, whatever the parser makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.language import Parse, Pipeline, load
from service.language.pipeline import BATCH_TEXTS
from service.quotation import Article, Extractor
from service.quotation.result import Quote, Span

NAMES = ("Jana Brandt", "Timo Lind", "Nele Roth", "Ole Beck", "Xaver Quendel")
ARTICLE = (
    "Bergheim. Die Stadt baut eine Fähre. „Wir prüfen das“, sagte Jana Brandt, Sprecherin des Senats, am Montag, "
    "„und dann sehen wir weiter.“ Sie nannte den Plan „ein großes Spiel“. Das Vorgehen sei „teuer“.\n\n"
    "„Alles bleibt, wie es ist“, zitierte sie die Agentur Nordfunk. Laut Timo Lind war es ‚nichts‘.\n"
)

PIECES = st.sampled_from(
    [
        *"„“”‚‘»«›‹\"'():,.!?–-\n\r\t \u00a0\u00ad\u200b\u2028\u0301\0🙂1",
        "sagte ",
        "so ",
        "wie ",
        "laut ",
        "heißt es in ",
        "Jana Brandt",
        " Brandt",
        "der Sprecher ",
        "sei ",
        "er ",
        "sie ",
        "„“",
        ", sagte B. ",
        "Die Polizei ",
        "zitierte ihn ",
        "US-Präsident ",
        "(SPD)",
        "&bdquo;",
        "<b>",
        "â€ž",
        "\n\n",
        ",,",
        "''",
    ]
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
TEXTS = st.lists(st.one_of(PIECES, ANYTHING), max_size=40).map("".join)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


class Counted:
    """A pipeline that counts what it is given."""

    def __init__(self, inner: Pipeline) -> None:
        self._inner = inner
        self.calls = 0
        self.tokens = 0

    def zone(self) -> AbstractContextManager[None]:
        return self._inner.zone()

    def parse(self, texts: Sequence[str], *, between_batches: Callable[[], None] | None = None) -> list[Parse]:
        parses = self._inner.parse(texts, between_batches=between_batches)
        self.calls += 1
        self.tokens += sum(len(parse.tokens) for parse in parses)
        return parses


def counted(pipeline: Pipeline, text: str, max_quotes: int = 5000) -> tuple[Counted, Article]:
    """An extraction with a count of what was parsed for it."""
    counter = Counted(pipeline)
    return counter, Extractor(counter, max_quotes).extract(text)  # type: ignore[arg-type]


def every_quote(quotes: Sequence[Quote]) -> Iterator[Quote]:
    for quote in quotes:
        yield quote
        yield from every_quote(quote.nested)


def spans(of: object) -> Iterator[Span]:
    """Everything in an answer that is a stretch of the text."""
    if isinstance(of, tuple):
        for item in of:
            yield from spans(item)
    elif is_dataclass(of) and not isinstance(of, type):
        values = {field.name: getattr(of, field.name) for field in fields(of)}
        if {"text", "start", "end"} <= values.keys() and "parts" not in values:
            yield Span(values["text"], values["start"], values["end"])
        for value in values.values():
            yield from spans(value)


# --- any text ---


@given(TEXTS)
@example("")
@example("„")
@example("„“")
@example("„A“, sagte B.\r\n\r\n„A")
@example("â€žNeinâ€œ, sagte Jana Brandt.")
@example("„Er rief: ‚Halt‘“, sagte sie. „‚Nein‘, sagte Ole Beck“, sagte Jana Brandt.")
@example(ARTICLE)
@settings(max_examples=250, deadline=None)
def test_any_text_gets_an_answer_whose_spans_are_slices(pipeline: Pipeline, text: str) -> None:
    found = Extractor(pipeline).extract(text)
    for span in spans(found):
        assert text[span.start : span.end] == span.text
        assert span.text
    for quote in every_quote(found.quotes):
        assert quote.text == " ".join(part.text for part in quote.parts)
        assert (quote.start, quote.end) == (quote.parts[0].start, quote.parts[-1].end)
        assert all(before.end <= after.start for before, after in zip(quote.parts, quote.parts[1:], strict=False))
        assert (quote.speaker is None) == (quote.reason is not None)
        assert 0 <= quote.confidence <= 1
    for warning in found.warnings:
        assert 0 <= warning.start <= warning.end <= len(text)


@given(TEXTS)
@example(ARTICLE)
@settings(max_examples=150, deadline=None)
def test_quotes_and_speakers_are_numbered_and_belong_together(pipeline: Pipeline, text: str) -> None:
    found = Extractor(pipeline).extract(text)
    ids = [quote.id for quote in every_quote(found.quotes)]
    assert ids == list(range(1, len(ids) + 1))
    assert [speaker.id for speaker in found.speakers] == list(range(1, len(found.speakers) + 1))
    spoken = {quote.id: quote.speaker_id for quote in found.quotes if quote.speaker_id is not None}
    assert spoken == {number: speaker.id for speaker in found.speakers for number in speaker.quotes}
    assert all(quote.same_as in ids for quote in found.quotes if quote.same_as is not None)
    starts = [quote.start for quote in found.quotes]
    assert starts == sorted(starts)


@given(TEXTS)
@example(ARTICLE)
@settings(max_examples=60, deadline=None)
def test_the_same_text_gets_the_same_answer(pipeline: Pipeline, text: str) -> None:
    assert Extractor(pipeline).extract(text) == Extractor(pipeline).extract(text)


def test_the_article_of_these_tests_has_quotes(pipeline: Pipeline) -> None:
    found = Extractor(pipeline).extract(ARTICLE)
    assert len(found.quotes) > 2
    assert len(found.speakers) > 0
    assert len(list(spans(found))) > 6


# --- how much is read ---

SIGNS = "\"'„“”‚‘’‛‟»«›‹`´,<>&;⹂〝〞〟＂＇"  # no text of these is without a mark


@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\"'„“”‚‘’‛‟»«›‹`´,<>&;⹂〝〞〟＂＇"), max_size=200
    )
)
@settings(deadline=None)
def test_a_text_without_marks_is_not_parsed(pipeline: Pipeline, text: str) -> None:
    counter, found = counted(pipeline, text)
    assert (counter.calls, found.quotes) == (0, ())


def test_a_text_with_marks_is(pipeline: Pipeline) -> None:
    assert counted(pipeline, ARTICLE)[0].calls > 0


def test_what_is_far_from_any_quote_is_not_parsed(pipeline: Pipeline) -> None:
    plain = "Es regnete in Bergheim den ganzen Tag.\n\n"
    alone, _ = counted(pipeline, ARTICLE)
    within, _ = counted(pipeline, ARTICLE + plain * 200)
    assert within.tokens <= alone.tokens + 50


def many_names(count: int) -> str:
    return "".join(f"„Ja, das machen wir“, sagte {NAMES[i % 5]}{'abcdefghij'[i % 10]}. Er kam. " for i in range(count))


NASTY: dict[str, Callable[[int], str]] = {
    "opening marks": lambda n: "„" * 20 * n,
    "closing marks": lambda n: "“" * 20 * n,
    "straight marks": lambda n: '"' * 20 * n,
    "short quotes": lambda n: "„a“ " * 10 * n,
    "joined quotes": lambda n: "„a“" * 10 * n,
    "frames": lambda n: "„a“, sagte B. " * 5 * n,
    "nested marks": lambda n: "„a ‚b ‚c " * 5 * n,
    "one sentence": lambda n: "„a“ " + "und das Boot liegt noch im Hafen " * 10 * n,
    "line breaks": lambda n: "„a“" + "\n" * 200 * n + "„b“",
    "many names": many_names,
    "one word": lambda n: "„a“, sagte B" + "b" * 200 * n,
    "pronouns": lambda n: "„Ja, das machen wir“, sagte er. " * 3 * n,
}


@pytest.mark.parametrize("build", NASTY.values(), ids=NASTY.keys())
def test_four_times_the_text_is_at_most_four_times_the_tokens(pipeline: Pipeline, build: Callable[[int], str]) -> None:
    small, large = build(10), build(40)
    once, _ = counted(pipeline, small)
    four, _ = counted(pipeline, large)
    assert four.tokens <= 4 * once.tokens + 100
    assert four.tokens <= len(large)


@pytest.mark.parametrize("build", NASTY.values(), ids=NASTY.keys())
def test_the_answer_is_bounded_by_the_cap(pipeline: Pipeline, build: Callable[[int], str]) -> None:
    _, found = counted(pipeline, build(40), max_quotes=10)
    assert len(found.quotes) <= 10


def test_the_cap_keeps_the_first_quotes_and_warns(pipeline: Pipeline) -> None:
    text = "„Ja, das machen wir“, sagte Jana Brandt. " * 12
    _, capped = counted(pipeline, text, max_quotes=5)
    _, whole = counted(pipeline, text)
    assert [q.text for q in capped.quotes] == [q.text for q in whole.quotes[:5]]
    assert "truncated" in {warning.code for warning in capped.warnings}
    assert "truncated" not in {warning.code for warning in whole.warnings}


def test_the_cap_bounds_the_work_too(pipeline: Pipeline) -> None:
    capped, _ = counted(pipeline, many_names(100), max_quotes=10)
    whole, _ = counted(pipeline, many_names(100))
    assert capped.tokens < whole.tokens / 2


# --- stopping, and what is left behind ---


class StoppedError(Exception):
    """What the tests stop an extraction with."""


def test_the_check_is_called_and_may_stop_the_work(pipeline: Pipeline) -> None:
    called: list[int] = []
    assert Extractor(pipeline).extract(ARTICLE, lambda: called.append(1)) == Extractor(pipeline).extract(ARTICLE)
    assert called

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        Extractor(pipeline).extract(ARTICLE, stop)


def test_after_it_was_stopped_between_two_batches_the_extractor_works_again(pipeline: Pipeline) -> None:
    before = Extractor(pipeline).extract(ARTICLE)
    calls = 0

    def stop_later() -> None:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise StoppedError

    many = "„Ja“, sagte Jana Brandt. " * (BATCH_TEXTS + 1)
    with pytest.raises(StoppedError):
        Extractor(pipeline).extract(many, stop_later)
    assert Extractor(pipeline).extract(ARTICLE) == before
