"""Parsing with the embedded pipeline: offsets, order, batches and memory."""

import pytest
import spacy

from service.language import STAND_IN, Pipeline, load
from service.language.load import EMBEDDED
from service.language.pipeline import BATCH_CHARACTERS, BATCH_TEXTS
from service.language.tree import Relation
from service.language.universal import UNIVERSAL

TEXTS = [
    "„Das genügt“, sagte Mirja Olden am Montag.",
    "",
    "   \n ",
    "Ein\u00a0Satz\u00ad mit 😀 und e\u0301.\n\nNoch  einer!",
    "„„““»«",
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


def test_there_is_one_parse_for_each_text_in_order(pipeline: Pipeline) -> None:
    assert [parse.text for parse in pipeline.parse(TEXTS)] == TEXTS
    assert pipeline.parse([]) == []


def test_offsets_slice_to_the_text(pipeline: Pipeline) -> None:
    for parse in pipeline.parse(TEXTS):
        for index, token in enumerate(parse.tokens):
            assert token.index == index
            assert parse.text[token.start : token.end] == token.text
            assert 0 <= token.head < len(parse.tokens)


def test_empty_texts_have_no_tokens(pipeline: Pipeline) -> None:
    parses = pipeline.parse(TEXTS)
    assert parses[1].tokens == parses[2].tokens == ()


def test_every_sentence_has_a_root(pipeline: Pipeline) -> None:
    for parse in pipeline.parse(TEXTS):
        sentences = {token.sentence for token in parse.tokens}
        roots = {token.sentence for token in parse.tokens if token.relation is Relation.ROOT}
        assert roots == sentences


def test_a_plain_frame_is_read(pipeline: Pipeline) -> None:
    (parse,) = pipeline.parse([f"„{STAND_IN}“, sagte Ministerin Mirja Olden am Montag."])
    said = next(token for token in parse.tokens if token.text == "sagte")
    (subject,) = parse.children(said, Relation.SUBJECT)
    assert subject.text == "Ministerin"
    assert [token.text for token in parse.children(subject, Relation.APPOSITION)] == ["Mirja"]
    assert {token.text for token in parse.tokens if token.entity == "PER"} == {"Mirja", "Olden"}


def test_texts_parse_alike_alone_and_together(pipeline: Pipeline) -> None:
    together = pipeline.parse(TEXTS)
    assert together == [pipeline.parse([text])[0] for text in TEXTS]


def test_a_text_longer_than_the_longest_piece_is_parsed_in_stretches(pipeline: Pipeline) -> None:
    text = "Die Lage sei ernst, sagte sie. " * (2 * pipeline.max_length // 30)
    (parse,) = pipeline.parse([text])
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
    assert [token.index for token in parse.tokens] == list(range(len(parse.tokens)))
    assert all(parse.tokens[token.head].sentence == token.sentence for token in parse.tokens)
    assert "".join(token.text for token in parse.tokens) == text.replace(" ", "")


def test_a_long_text_without_a_space_is_parsed(pipeline: Pipeline) -> None:
    text = "„" * (pipeline.max_length + 10)
    (parse,) = pipeline.parse([text])
    assert "".join(token.text for token in parse.tokens) == text


def test_between_batches_is_called_between_batches_only(pipeline: Pipeline) -> None:
    calls: list[int] = []
    pipeline.parse(["Ja."] * BATCH_TEXTS, between_batches=lambda: calls.append(1))
    assert not calls
    pipeline.parse(["Ja."] * (2 * BATCH_TEXTS + 1), between_batches=lambda: calls.append(1))
    assert len(calls) == 2


def test_batches_are_bounded_by_characters(pipeline: Pipeline) -> None:
    calls: list[int] = []
    text = "Es regnet. " * (BATCH_CHARACTERS // 2 // 11)
    pipeline.parse([text[: pipeline.max_length]] * 9, between_batches=lambda: calls.append(1))
    assert len(calls) >= 1


def test_between_batches_may_stop_the_work(pipeline: Pipeline) -> None:
    def stop() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        pipeline.parse(["Ja."] * (BATCH_TEXTS + 1), between_batches=stop)
    assert pipeline.parse(["Ja."])[0].tokens, "the pipeline can be used again"


def test_calls_in_one_zone_give_what_calls_alone_give(pipeline: Pipeline) -> None:
    alone = [pipeline.parse([text]) for text in TEXTS]
    with pipeline.zone():
        assert [pipeline.parse([text]) for text in TEXTS] == alone
    assert pipeline.parse(TEXTS[:1]) == alone[0]


def _words_after(made: Pipeline, rounds: int) -> int:
    """How many words stay in memory when each round parses 400 new ones."""
    for round_ in range(rounds):
        made.parse([" ".join(f"Wort{round_}x{number}" for number in range(400))])
    return len(list(made._nlp.vocab.strings))


def test_words_stay_in_memory_for_the_texts_to_come() -> None:
    nlp = spacy.load(EMBEDDED)
    before = len(list(nlp.vocab.strings))
    assert _words_after(Pipeline(nlp, UNIVERSAL, before + 100_000), 5) >= before + 5 * 400


@pytest.mark.parametrize("room", [0, 3000])
def test_no_more_words_stay_in_memory_than_there_is_room_for(room: int) -> None:
    nlp = spacy.load(EMBEDDED)
    made = Pipeline(nlp, UNIVERSAL, len(list(nlp.vocab.strings)) + room)
    full = _words_after(made, 20)
    assert full <= made._kept_words
    assert _words_after(made, 20) == full


def test_the_parse_is_that_of_spacy(pipeline: Pipeline) -> None:
    nlp = spacy.load(EMBEDDED)
    texts = ["„Das genügt“, sagte Mirja Olden am Montag.", "Der Deich hält. Das Amt in Bergheim prüft ihn trotzdem."]
    for parse, doc in zip(pipeline.parse(texts), nlp.pipe(texts), strict=True):
        assert [(t.text, t.pos, t.head) for t in parse.tokens] == [(t.text, t.pos_, t.head.i) for t in doc]
        assert [t.entity for t in parse.tokens] == [t.ent_type_ for t in doc]
