"""Needs: which sentences are read besides those with a quote."""

import pytest

from service.quotation.attribution import Attribution
from service.quotation.identity import Person
from service.quotation.mentions import Form, Mention
from service.quotation.needs import Needs
from service.quotation.result import Kind, Span
from service.quotation.sentences import Sentence

TEXT = (
    "Jana Brandt leitet das Amt.\n"  # 0
    "Es regnete.\n"  # 1
    "Das Boot lag im Hafen.\n"  # 2
    "Brandts Boot auch.\n"  # 3
    "Ein Sportminister kam.\n"  # 4
    "Dann war Ruhe.\n"  # 5
    "Ein Quotient.\n"  # 6
    "Die Brandtmauer hielt.\n"  # 7
)


def sentences(paragraph_of: dict[int, int] | None = None) -> list[Sentence]:
    """The lines of the text as sentences, all of one paragraph unless it is said otherwise."""
    found = []
    start = 0
    for index, line in enumerate(TEXT.splitlines()):
        found.append(Sentence(index, start, start + len(line), (paragraph_of or {}).get(index, 0), ()))
        start += len(line) + 1
    return found


def mention(name: str, form: Form = Form.NAME, *, roles: tuple[str, ...] = (), definite: bool = True) -> Mention:
    return Mention(Span(name, 0, len(name)), form, Kind.PERSON, name, roles, definite=definite)


def near(speaker: Mention | None, sentence: int, paragraph_of: dict[int, int] | None = None) -> set[int]:
    """What the first round asks for, where the one quote stands in ``sentence`` and its frame names ``speaker``."""
    split = sentences(paragraph_of)
    return Needs(TEXT, split).near({0: speaker}, {0: split[sentence]})


def far(person: Person | None, sentence: int) -> set[int]:
    split = sentences()
    return Needs(TEXT, split).far([Attribution(0, "continuation", person)], {0: split[sentence]})


def test_a_surname_is_looked_up_where_it_first_stands() -> None:
    assert 0 in near(mention("Brandt"), 6)


def test_a_full_name_with_its_role_needs_nothing() -> None:
    assert near(mention("Jana Brandt", roles=("Leiterin",)), 6) == set()


def test_the_genitive_counts_and_a_longer_word_does_not() -> None:
    found = Needs(TEXT, sentences()).introduction("Brandt", 10)
    assert found == {0, 3}


def test_a_name_is_looked_up_in_so_many_sentences_at_the_most() -> None:
    needs = Needs(TEXT, sentences())
    assert needs.introduction("Brandt", 1) == {0}
    assert needs.introduction("Brandt", 0) == set()


def test_a_name_with_signs_of_a_pattern_is_looked_up_as_it_stands() -> None:
    assert Needs(TEXT, sentences()).introduction("Brandt(", 3) == set()


def test_a_pronoun_asks_for_the_sentences_before() -> None:
    assert near(mention("sie", Form.PRONOUN), 4) == {2, 3}


def test_a_pronoun_asks_not_over_two_paragraphs() -> None:
    assert near(mention("sie", Form.PRONOUN), 4, {4: 2, 3: 1}) == {3}


def test_an_unknown_speaker_asks_for_the_sentence_before() -> None:
    assert 3 in near(None, 4)


def test_the_first_sentence_has_none_before_it() -> None:
    assert min(near(None, 0), default=0) >= 0
    assert near(mention("sie", Form.PRONOUN), 0) == set()


def test_a_definite_role_is_looked_up_in_compounds_too() -> None:
    assert 4 in near(mention("Minister", Form.ROLE, roles=("Minister",)), 6)


def test_an_indefinite_role_is_looked_up_nowhere() -> None:
    assert near(mention("Minister", Form.ROLE, roles=("Minister",), definite=False), 6) == set()


def test_a_speaker_still_unknown_asks_farther_back() -> None:
    assert far(None, 7) > near(mention("sie", Form.PRONOUN), 7)


@pytest.mark.parametrize(("name", "roles", "asked"), [("Brandt", (), True), ("Jana Brandt", ("Leiterin",), False)])
def test_a_person_not_yet_introduced_is_looked_up(name: str, roles: tuple[str, ...], asked: bool) -> None:
    person = Person(0, name, Kind.PERSON, [mention(name, roles=roles)])
    assert bool(far(person, 7)) is asked


def test_a_chain_of_pronouns_is_followed_to_its_beginning() -> None:
    text = "Jana kam. Sie sprach. Sie ging. Sie rief an. Sie kam."
    split, start = [], 0
    for index, words in enumerate(text.split(". ")):
        split.append(Sentence(index, start, start + len(words), 0, ()))
        start += len(words) + 2
    needs = Needs(text, split)
    assert 0 in needs.near({0: mention("sie", Form.PRONOUN)}, {0: split[4]})
    assert 0 not in needs.near({0: mention("er", Form.PRONOUN)}, {0: split[4]})


def test_a_role_asks_for_no_chain_of_its_word() -> None:
    wide = near(mention("Ruhe", Form.ORGANISATION), 7)
    assert wide == {5, 6}
