"""The small grammar: trees written down by hand, and the sentences it makes."""

from training.conllu import Sentence, text_of
from training.grammar import sentences
from training.nodes import Node, name, phrase, punct, sentence_of


def shape(sentence: Sentence) -> list[tuple[str, str, str]]:
    return [(word.text, word.relation, sentence[word.head].text) for word in sentence]


def test_a_phrase_is_read_from_its_notation() -> None:
    sentence = sentence_of(phrase("des/D Alten/A Rates/N in/C Neustadt/L Ost/P", "ORG"))
    assert shape(sentence) == [
        ("des", "det", "Rates"),
        ("Alten", "amod", "Rates"),
        ("Rates", "ROOT", "Rates"),
        ("in", "case", "Neustadt"),
        ("Neustadt", "nmod", "Rates"),
        ("Ost", "flat", "Neustadt"),
    ]
    assert [word.entity for word in sentence] == ["O", "B-ORG", "I-ORG", "I-ORG", "I-ORG", "I-ORG"]


def test_a_proper_noun_after_a_noun_is_its_apposition() -> None:
    sentence = sentence_of(phrase("die/D Zeitung/N q(Abendruf/P)"))
    assert shape(sentence)[3] == ("Abendruf", "appos", "Zeitung")
    assert text_of(sentence) == "die Zeitung „Abendruf“"


def test_a_name_is_an_entity_without_what_hangs_on_it() -> None:
    person = name("Ada van Wetzel")
    person.left.append(("compound", Node("Dr.", "NOUN")))
    person.right += [punct(","), ("appos", Node("Ärztin", "NOUN"))]
    sentence = sentence_of(person)
    assert [word.entity for word in sentence] == ["O", "B-PER", "I-PER", "I-PER", "O", "O"]
    assert text_of(sentence) == "Dr. Ada van Wetzel, Ärztin"


def test_one_seed_makes_one_set_of_sentences() -> None:
    assert list(sentences(3, 50)) == list(sentences(3, 50))
    assert list(sentences(3, 50)) != list(sentences(4, 50))


def test_every_sentence_is_a_projective_tree_with_one_root() -> None:
    for sentence in sentences(1, 400):
        assert sum(word.head == place for place, word in enumerate(sentence)) == 1
        for place, word in enumerate(sentence):
            low, high = sorted((place, word.head))
            for between in range(low + 1, high):
                assert low <= sentence[between].head <= high, text_of(sentence)


def test_entities_begin_with_b_and_go_on_with_i() -> None:
    for sentence in sentences(2, 400):
        before = "O"
        for word in sentence:
            assert word.entity is not None
            if word.entity.startswith("I-"):
                assert before[2:] == word.entity[2:], text_of(sentence)
            before = word.entity


def test_the_sentences_are_written_as_german_is() -> None:
    for sentence in sentences(4, 400):
        text = text_of(sentence)
        assert not any(fault in text for fault in (" ,", " .", ",,", ", .", "( ", " )", "„ ", " “,")), text
        assert text[0].isupper() or not text[0].isalpha()
