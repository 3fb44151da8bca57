"""The shared layer with NumPy alone: the same numbers as spaCy's own, and only where it is built as it is known."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language

from service.language.encoder import Encoder, encoder_of
from service.language.load import EMBEDDED

TEXTS = [
    "„⁂“, sagte Ministerin Mirja Olden am Montag in Bergheim.",
    "Ja",
    "Der Verband warnte vor einem „Rückschritt“, Ole Brandis widersprach ihm aber noch am selben Abend.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(EMBEDDED)


@pytest.fixture(scope="module")
def encoder(nlp: Language) -> Encoder:
    found = encoder_of(_component(nlp).model)
    assert found is not None
    return found


def _component(nlp: Language) -> Any:
    return nlp.get_pipe("tok2vec")


def test_the_vectors_are_those_of_the_component(nlp: Language, encoder: Encoder) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    for ours, theirs in zip(encoder.vectors(docs), _component(nlp).predict(docs), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_a_text_has_the_same_vectors_alone_and_among_others(nlp: Language, encoder: Encoder) -> None:
    docs = [nlp.make_doc(text) for text in TEXTS]
    for doc, among in zip(docs, encoder.vectors(docs), strict=True):
        np.testing.assert_allclose(encoder.vectors([doc])[0], among, atol=1e-4)


@pytest.mark.parametrize(
    "built_otherwise",
    [
        {"encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 16, "depth": 1, "window_size": 2}},
        {"embed": {"@architectures": "spacy.CharacterEmbed.v2", "width": 16, "rows": 50, "nM": 4, "nC": 4}},
    ],
)
def test_a_layer_that_is_built_otherwise_is_left_to_spacy(built_otherwise: dict[str, dict[str, object]]) -> None:
    parts: dict[str, dict[str, object]] = {
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 16,
            "attrs": ["NORM", "SHAPE"],
            "rows": [50, 50],
            "include_static_vectors": False,
        },
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 16, "depth": 1, "window_size": 1},
    }
    for changed, is_known in (({}, True), (built_otherwise, False)):
        made = {
            name: {"maxout_pieces": 2, **part} if name == "encode" else part for name, part in (parts | changed).items()
        }
        if made["embed"]["@architectures"] == "spacy.CharacterEmbed.v2":
            made["embed"] |= {"include_static_vectors": False, "feature": "NORM"}
        nlp = spacy.blank("de")
        nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", **made}})
        nlp.initialize()
        assert (encoder_of(_component(nlp).model) is not None) is is_known
