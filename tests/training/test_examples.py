"""Examples for spaCy: what a source does not annotate is missing."""

import json
import random
from pathlib import Path

import pytest
from spacy.language import Language

from training.conllu import Sentence, Word
from training.examples import entity_examples, example_of, grouped
from training.pipeline import Shape, build

FIRST: Sentence = (
    Word("Ada", "PROPN", 1, "nsubj", True, "B-PER"),
    Word("schwieg", "VERB", 1, "ROOT", False, "O"),
    Word(".", "PUNCT", 1, "punct", True, "O"),
)
BARE: Sentence = tuple(Word(word.text, word.pos, word.head, word.relation, word.space_after) for word in FIRST)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build(Shape())


def test_two_sentences_make_one_text_with_two_roots(nlp: Language) -> None:
    reference = example_of(nlp, [FIRST, FIRST]).reference
    assert reference.text == "Ada schwieg. Ada schwieg. "
    assert [token.head.i for token in reference] == [1, 1, 1, 4, 4, 4]
    assert len(list(reference.sents)) == 2
    assert [entity.label_ for entity in reference.ents] == ["PER", "PER"]


def test_entities_that_are_not_annotated_are_missing(nlp: Language) -> None:
    assert not example_of(nlp, [BARE]).reference.has_annotation("ENT_IOB")
    assert example_of(nlp, [FIRST]).reference.has_annotation("ENT_IOB")


def test_groups_hold_every_sentence_once_and_do_not_mix_sources() -> None:
    sentences = [FIRST, FIRST, BARE, FIRST, BARE, BARE] * 5
    groups = grouped(sentences, random.Random(1))
    assert [sentence for group in groups for sentence in group] == sentences
    assert all(len({sentence[0].entity is None for sentence in group}) == 1 for group in groups)


def test_entity_records_have_entities_and_nothing_else(nlp: Language, tmp_path: Path) -> None:
    text = "Kurz\nDie Reederei Kogge und ihre Chefin Ada Wetzel schweigen."
    name, role, firm = text.index("Ada"), text.index("Chefin"), text.index("Kogge")
    entities = [[name, name + 10, "PER"], [role, role + 6, "ROLE"], [firm, firm + 5, "ORG"]]
    (tmp_path / "records.jsonl").write_text(json.dumps({"text": text, "entities": entities}) + "\n", encoding="utf-8")
    (example,) = entity_examples(nlp, tmp_path / "records.jsonl")
    assert [(entity.text, entity.label_) for entity in example.reference.ents] == [
        ("Kogge", "ORG"),
        ("Ada Wetzel", "PER"),
    ]
    assert not example.reference.has_annotation("DEP")
    assert not example.reference.has_annotation("POS")


def test_the_tokenizer_parts_every_mark_from_the_stand_in(nlp: Language) -> None:
    for opening, closing in ("„“", "»«", "«»", "“”", "‚‘", "›‹", '""'):
        tokens = [token.text for token in nlp.make_doc(f"{opening}⁂{closing}, sagte sie.")]
        assert tokens == [opening, "⁂", closing, ",", "sagte", "sie", "."]
    assert [token.text for token in nlp.make_doc("Sie sei „⁂.“")][-4:] == ["„", "⁂", ".", "“"]
