"""The embedded pipeline without spaCy's components: it says what they say, and others are left to spaCy."""

import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.language.annotation import annotation_of
from service.language.direct import direct_of
from service.language.load import EMBEDDED

NLP = spacy.load(EMBEDDED)
DIRECT = direct_of(NLP)
WORDS = "Mirja Olden Bergheim UNO sagte der ; : .. „a“ !? 3,5 Küstenamt- e\u0301 😀 ⁂ X\u200dY".split()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join), min_size=1, max_size=4))
@example(["Das sagte Ministerin Mirja Olden. In Bergheim regnet es."])
def test_it_says_what_the_components_say(texts: list[str]) -> None:
    assert DIRECT is not None
    said = DIRECT.annotate([NLP.make_doc(text) for text in texts], [[] for _ in texts])
    assert said == [annotation_of(doc) for doc in NLP.pipe(texts)]


def test_the_documents_stay_as_they_are() -> None:
    assert DIRECT is not None
    doc = NLP.make_doc("Mirja Olden schwieg.")
    DIRECT.annotate([doc], [[]])
    assert not doc.has_annotation("DEP")


def test_a_pipeline_with_other_components_is_left_to_spacy() -> None:
    nlp = spacy.load(EMBEDDED)
    nlp.add_pipe("sentencizer", before="parser")
    assert direct_of(nlp) is None


def test_a_pipeline_that_lacks_one_is_left_to_spacy() -> None:
    nlp = spacy.load(EMBEDDED, exclude=["ner"])
    assert direct_of(nlp) is None
