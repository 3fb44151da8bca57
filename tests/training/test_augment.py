"""Quotations collapsed to the stand-in, other marks, Swiss spelling."""

import random

from service.language import STAND_IN
from training import augment
from training.augment import augmented, collapsed, mark_spans, renamed, restyled, swiss
from training.conllu import Sentence, Word, text_of


def sentence(*rows: tuple[str, int, str]) -> Sentence:
    """Words of (text, head, relation); marks and stops are punctuation; spacing as in German text."""
    glue_after = {i for i, row in enumerate(rows) if row[0] == "„"}
    glue_before = {i - 1 for i, row in enumerate(rows) if row[0] in ("“", ",", ".")}
    return tuple(
        Word(text, "PUNCT" if relation == "punct" else "NOUN", head, relation, i not in glue_after | glue_before, "O")
        for i, (text, head, relation) in enumerate(rows)
    )


SAID = sentence(
    ("„", 3, "punct"),
    ("Wir", 3, "nsubj"),
    ("draußen", 3, "advmod"),
    ("warten", 6, "ccomp"),
    ("“", 3, "punct"),
    (",", 3, "punct"),
    ("sagte", 6, "ROOT"),
    ("Ada", 6, "nsubj"),
    (".", 6, "punct"),
)


def test_both_sides_know_the_same_stand_in() -> None:
    assert augment.STAND_IN == STAND_IN


def test_the_stand_in_takes_the_place_of_the_quotation() -> None:
    short = collapsed(SAID)
    assert short is not None
    assert text_of(short) == f"„{STAND_IN}“, sagte Ada."
    assert [(word.head, word.relation, word.pos) for word in short] == [
        (1, "punct", "PUNCT"),
        (4, "ccomp", "X"),
        (1, "punct", "PUNCT"),
        (1, "punct", "PUNCT"),
        (4, "ROOT", "NOUN"),
        (4, "nsubj", "NOUN"),
        (4, "punct", "PUNCT"),
    ]


def test_a_quotation_that_is_the_whole_sentence_leaves_a_root() -> None:
    short = collapsed((*SAID[:3], Word("warten", "VERB", 3, "ROOT", False, "O"), SAID[4]))
    assert short is not None
    assert [word.head for word in short] == [1, 1, 1]


def test_a_short_quotation_stays() -> None:
    assert collapsed(SAID, shortest=4) is None


def test_a_quotation_of_two_pieces_stays() -> None:
    two = sentence(
        ("Ada", 1, "nsubj"),
        ("nannte", 1, "ROOT"),
        ("„", 3, "punct"),
        ("Pläne", 1, "obj"),
        ("der", 5, "det"),
        ("Gier", 1, "xcomp"),
        ("“", 3, "punct"),
    )
    assert collapsed(two) is None


def test_a_quotation_on_whose_inner_words_something_outside_hangs_stays() -> None:
    hanging = (*SAID[:7], Word("Ada", "PROPN", 1, "nmod", True, "O"), SAID[8])
    assert collapsed(hanging) is None


def test_marks_are_paired_by_style() -> None:
    words = sentence(("„", 0, "ROOT"), ("a", 0, "dep"), ("»", 0, "punct"), ("“", 0, "punct"), ('"', 0, "punct"))
    assert mark_spans(words) == [(0, 3)]


def test_other_marks_leave_the_tree_alone() -> None:
    other = restyled(SAID, random.Random(3))
    assert other is not None
    assert (other[0].text, other[4].text) != ("„", "“")
    assert [(word.head, word.relation) for word in other] == [(word.head, word.relation) for word in SAID]
    assert restyled(SAID[5:], random.Random(3)) is None


def test_swiss_spelling_has_guillemets_and_no_sharp_s() -> None:
    written = swiss(SAID)
    assert written is not None
    assert text_of(written) == "«Wir draussen warten», sagte Ada."
    assert swiss(SAID[6:8]) is None


def test_augmenting_is_the_same_for_the_same_seed() -> None:
    first = list(augmented([SAID] * 10, random.Random(5)))
    assert first == list(augmented([SAID] * 10, random.Random(5)))
    assert any(word.text == STAND_IN for words in first for word in words)


def test_people_get_other_names_and_the_tree_follows() -> None:
    words = (
        Word("Chefin", "NOUN", 3, "nsubj", True, "O"),
        Word("Ada", "PROPN", 0, "appos", True, "B-PER"),
        Word("Wetzel", "PROPN", 1, "flat", True, "I-PER"),
        Word("lobte", "VERB", 3, "ROOT", True, "O"),
        Word("Oldens", "PROPN", 5, "nmod", True, "B-PER"),
        Word("Mut", "NOUN", 3, "obj", False, "O"),
        Word(".", "PUNCT", 3, "punct", True, "O"),
    )
    other = renamed(words, lambda: "Bo van Hall")
    assert other is not None
    assert text_of(other) == "Chefin Bo van Hall lobte Halls Mut."
    assert [(word.head, word.relation) for word in other] == [
        (4, "nsubj"),
        (0, "appos"),
        (1, "flat"),
        (1, "flat"),
        (4, "ROOT"),
        (6, "nmod"),
        (4, "obj"),
        (4, "punct"),
    ]
    assert [word.entity for word in other] == ["O", "B-PER", "I-PER", "I-PER", "O", "B-PER", "O", "O"]


def test_a_sentence_without_people_keeps_its_words() -> None:
    assert renamed(SAID, lambda: "Bo Hall") is None
