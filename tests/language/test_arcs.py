"""The dependency parser with NumPy: the same trees as spaCy's own, and only where it is built as it is known."""

from typing import Any

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from service.language.annotation import annotation_of
from service.language.arcs import ArcDecoder, arc_decoder_of
from service.language.encoder import Encoder, encoder_of
from service.language.load import EMBEDDED

NLP: Any = spacy.load(EMBEDDED)
WORDS = "Mirja Olden , der sagte die dass kommt . „ ⁂ “ und Hafen von dem Amt nicht ! ja".split()
SENTENCE = "Den Vertrag, den Mirja Olden unterschrieb, hat der Verband, sagte sie, nicht zu kündigen versucht."


def _encoder() -> Encoder:
    found = encoder_of(NLP.get_pipe("tok2vec").model)
    assert found is not None
    return found


def _decoder() -> ArcDecoder:
    found = arc_decoder_of(NLP.get_pipe("parser"))
    assert found is not None
    return found


ENCODER, DECODER = _encoder(), _decoder()


def _compare(docs: list[Doc]) -> None:
    known = [[token.i for token in doc if token.i and token.is_sent_start] for doc in docs]
    trees = DECODER.trees(ENCODER.vectors(docs), known)
    for doc, tree in zip(docs, trees, strict=True):
        for name in ("tok2vec", "parser"):
            NLP.get_pipe(name)(doc)
        said = annotation_of(doc)
        assert (tree.heads, tree.labels, tree.begins) == (said.heads, said.labels, said.begins)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join), min_size=1, max_size=4))
@example([SENTENCE, "Ja"])
def test_the_trees_are_those_of_spacy(texts: list[str]) -> None:
    _compare([NLP.make_doc(text) for text in texts])


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=20), st.data())
def test_they_keep_the_sentences_that_are_known_before(words: list[str], data: st.DataObject) -> None:
    doc = Doc(NLP.vocab, words=words)
    for place in data.draw(st.sets(st.integers(1, len(words) - 1))):
        doc[place].is_sent_start = True
    _compare([doc])


def test_a_subject_hangs_on_its_verb() -> None:
    doc = NLP.make_doc("Der Verband widersprach.")
    (tree,) = DECODER.trees(ENCODER.vectors([doc]), [[]])
    assert tree.heads == [1, 2, 2, 2]
    assert tree.labels == ["det", "nsubj", "ROOT", "punct"]
    assert tree.begins == [True, False, False, False]


def test_two_sentences_are_two_trees() -> None:
    doc = NLP.make_doc("Der Verband widersprach. Mirja Olden schwieg.")
    (tree,) = DECODER.trees(ENCODER.vectors([doc]), [[]])
    assert [place for place, begins in enumerate(tree.begins) if begins] == [0, 4]
    assert tree.labels.count("ROOT") == 2


@pytest.mark.parametrize(
    ("known", "built"),
    [(True, {}), (False, {"use_upper": False}), (False, {"extra_state_tokens": True})],
)
def test_a_parser_that_is_built_otherwise_is_left_to_spacy(known: bool, built: dict[str, bool]) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec")
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"},
        **built,
    }
    parser: Any = nlp.add_pipe("parser", config={"model": model})
    parser.add_label("nsubj")
    nlp.initialize()
    assert (arc_decoder_of(parser) is not None) is known
