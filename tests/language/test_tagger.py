"""Parts of speech with NumPy: those of spaCy's morphologizer, and only where it is built as it is known."""

from typing import Any

import pytest
import spacy

from service.language.encoder import encoder_of
from service.language.load import EMBEDDED
from service.language.tagger import tagger_of

NLP: Any = spacy.load(EMBEDDED)
TEXTS = ["Ministerin Mirja Olden schwieg am Montag.", "Ja", "Das Amt hat 14 Boote, die „Wal“ ist das größte."]


def test_the_parts_of_speech_are_those_of_spacy() -> None:
    encoder, tagger = encoder_of(NLP.get_pipe("tok2vec").model), tagger_of(NLP.get_pipe("morphologizer"))
    assert encoder is not None
    assert tagger is not None
    docs = list(NLP.pipe(TEXTS))
    assert tagger.tags(encoder.vectors(docs)) == [[token.pos_ for token in doc] for doc in docs]


@pytest.mark.parametrize("listens", [True, False])
def test_a_tagger_with_vectors_of_its_own_is_left_to_spacy(listens: bool) -> None:
    nlp: Any = spacy.blank("de")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    config = {"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}} if listens else {}
    nlp.add_pipe("morphologizer", config=config).add_label("POS=NOUN")
    nlp.initialize()
    assert (tagger_of(nlp.get_pipe("morphologizer")) is not None) is listens
