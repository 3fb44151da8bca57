"""Entities with NumPy: the same as spaCy's own, and only where the recogniser is built as it is known."""

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from service.language.encoder import encoder_of
from service.language.entities import entity_decoder_of
from service.language.load import EMBEDDED

NLP = spacy.load(EMBEDDED)
WORDS = [
    "Mirja",
    "Olden",
    "Bergheim",
    "Küstenamt",
    "sagte",
    "der",
    "in",
    ",",
    ".",
    "„",
    "⁂",
    "UNO",
    "Ole",
    "von",
    "Ruth-Anne",
]


def _component(nlp: Language, name: str) -> Any:
    return nlp.get_pipe(name)


ENCODER, DECODER = encoder_of(_component(NLP, "tok2vec").model), entity_decoder_of(_component(NLP, "ner"))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join), min_size=1, max_size=4))
def test_the_entities_are_those_of_spacy(texts: list[str]) -> None:
    assert ENCODER is not None
    assert DECODER is not None
    docs = list(NLP.pipe(texts))
    starts = [[token.is_sent_start is True for token in doc] for doc in docs]
    found = DECODER.spans(ENCODER.vectors(docs), starts)
    assert found == [[(entity.start, entity.end, entity.label_) for entity in doc.ents] for doc in docs]


def test_a_name_of_two_words_is_one_entity() -> None:
    assert ENCODER is not None
    assert DECODER is not None
    doc = NLP.make_doc("Das sagte Ministerin Mirja Olden.")
    assert DECODER.spans(ENCODER.vectors([doc]), [[True, *[False] * 5]]) == [[(3, 5, "PER")]]


@pytest.mark.parametrize(("known", "hidden"), [(True, {"use_upper": True}), (False, {"use_upper": False})])
def test_a_recogniser_that_is_built_otherwise_is_left_to_spacy(known: bool, hidden: dict[str, bool]) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 2,
        "tok2vec": listener,
        **hidden,
    }
    ner: Any = nlp.add_pipe("ner", config={"model": model})
    ner.add_label("PER")
    nlp.initialize()
    assert (entity_decoder_of(ner) is not None) is known
