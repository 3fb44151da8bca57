"""Names of people: where a name begins and ends, and what is left out of it."""

import pytest

from service.quotation.mentions import names
from tests.quotation.parses import reading, token


def whole(sentence: str, word: str, surnames: frozenset[str] = frozenset()) -> str:
    """The whole name around ``word``."""
    built = reading(sentence, surnames)
    return built.words(names.whole_name(built, token(built, word)))


# --- the words of a name ---


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Frau Dr. Jana Brandt", "Jana Brandt"),
        ("Jana\u00a0Brandt", "Jana Brandt"),
        ("Ja\u00adna Brandt,", "Jana Brandt"),
        ("Erwin Graf Talheim", "Erwin Graf Talheim"),
        ("Lena von der Aue", "Lena von der Aue"),
        ("„Jana Brandt“", "Jana Brandt"),
        ("Herr", ""),
    ],
)
def test_a_name_is_given_without_address_and_academic_title(written: str, name: str) -> None:
    assert names.clean_name(written) == name


def test_a_first_name_tells_the_gender() -> None:
    assert names.first_name_gender("Jana Brandt") == "f"
    assert names.first_name_gender("Timo Lind") == "m"
    assert names.first_name_gender("Jana-Maria Brandt") == "f"


def test_a_single_word_or_an_unknown_name_does_not() -> None:
    assert names.first_name_gender("Jana") == "u"
    assert names.first_name_gender("Xqu Lind") == "u"
    assert names.first_name_gender("") == "u"


# --- where it begins and ends ---


def test_the_parts_that_hang_on_a_name_belong_to_it() -> None:
    assert (
        whole("Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER sagte/VERB/root es/PRON/object .", "Jana")
        == "Jana Brandt"
    )


def test_a_name_is_found_from_any_of_its_words() -> None:
    sentence = (
        "Jana/PROPN/subject/sagte/PER* Maria/PROPN/name/Jana/PER Brandt/PROPN/name/Jana/PER sagte/VERB/root "
        "es/PRON/object ."
    )
    assert {whole(sentence, word) for word in ("Jana", "Maria", "Brandt")} == {"Jana Maria Brandt"}


def test_the_next_persons_name_is_another_name() -> None:
    sentence = (
        "Gestern/ADV/adverb traf/VERB/root Jana/PROPN/subject/traf/PER* Timo/PROPN/object/traf/PER* "
        "Lind/PROPN/name/Timo/PER ."
    )
    assert whole(sentence, "Timo").endswith("Timo Lind")
    assert "Lind" not in whole(sentence, "Jana")


def test_small_words_of_nobility_stay_in_the_name() -> None:
    sentence = (
        "Lena/PROPN/subject/sagte/PER* von/ADP/case/Aue der/DET/determiner/Aue Aue/PROPN/attribute/Lena "
        "sagte/VERB/root es/PRON/object ."
    )
    assert whole(sentence, "Lena") == "Lena von der Aue"


def test_von_before_an_organisation_is_no_part_of_the_name() -> None:
    sentence = (
        "Lena/PROPN/subject/sagte/PER* von/ADP/case/Verband dem/DET/determiner/Verband Verband/NOUN/attribute/Lena "
        "sagte/VERB/root es/PRON/object ."
    )
    assert whole(sentence, "Lena") == "Lena"


def test_a_role_in_front_is_no_part_of_the_name() -> None:
    sentence = (
        "Ministerin/NOUN/subject/sagte/PER* Jana/PROPN/apposition/Ministerin/PER Brandt/PROPN/name/Jana/PER "
        "sagte/VERB/root es/PRON/object ."
    )
    assert whole(sentence, "Jana") == "Jana Brandt"


def test_a_known_first_name_in_front_joins_the_surname() -> None:
    sentence = "Jana/NOUN/other/sagte Brandt/PROPN/subject/sagte/PER* sagte/VERB/root es/PRON/object ."
    assert whole(sentence, "Brandt") == "Jana Brandt"


def test_a_word_inside_quotation_marks_is_no_part_of_the_name() -> None:
    sentence = "Jana/PROPN/subject/sagte/PER* „ Brandt/PROPN/name/Jana/PER “ sagte/VERB/root ."
    assert whole(sentence, "Jana") == "Jana"


# --- which words are names ---


def is_name(sentence: str, word: str, surnames: frozenset[str] = frozenset()) -> bool:
    built = reading(sentence, surnames)
    return names.is_name_token(built, token(built, word))


def test_a_surname_of_the_article_is_a_name_whatever_the_tagger_says() -> None:
    sentence = "Dem/DET/determiner/Brandt Brandt/NOUN/object glaubte/VERB/root niemand/PRON/subject ."
    assert is_name(sentence, "Brandt", frozenset({"Brandt"}))
    assert not is_name(sentence, "Brandt")


def test_a_bare_subject_of_a_verb_of_speech_is_a_name() -> None:
    assert is_name("Quendel/NOUN/subject/sagte sagte/VERB/root nichts/PRON/object .", "Quendel")
    assert not is_name("Der/DET/determiner/Quendel Quendel/NOUN/subject/wuchs wuchs/VERB/root .", "Quendel")


def test_a_name_whose_first_word_was_taken_for_a_noun_is_seen_by_the_second() -> None:
    named = reading("Gestern/ADV/adverb kam/VERB/root Xqua/NOUN/subject/kam Quendel/PROPN/apposition/Xqua .")
    thing = reading(
        "Gestern/ADV/adverb kam/VERB/root die/DET/determiner/Xqua Xqua/NOUN/subject/kam Quendel/PROPN/apposition/Xqua ."
    )
    assert names.is_second_of_two(named, token(named, "Quendel"))
    assert not names.is_second_of_two(thing, token(thing, "Quendel"))


def test_an_organisation_a_role_and_a_country_are_no_names_of_people() -> None:
    assert not is_name("Polizei/NOUN/subject/sagte sagte/VERB/root nichts/PRON/object .", "Polizei")
    assert not is_name("Sprecher/NOUN/subject/sagten sagten/VERB/root nichts/PRON/object .", "Sprecher")
    assert not is_name("Frankreich/PROPN/subject/sagte/LOC* sagte/VERB/root nichts/PRON/object .", "Frankreich")


def test_an_unknown_word_behind_a_role_is_a_name() -> None:
    behind = "Trainer/NOUN/subject/sagte Quendel/PROPN/apposition/Trainer/ORG* sagte/VERB/root nichts/PRON/object ."
    beside = "Zur/ADP/case/Wiese Wiese/NOUN/root Quendel/PROPN/apposition/Wiese/ORG* ."
    assert is_name(behind, "Quendel")
    assert not is_name(beside, "Quendel")


def test_a_role_noun_is_told_from_an_address() -> None:
    built = reading("Frau/NOUN/subject/sagte Sprecherin/NOUN/apposition/Frau sagte/VERB/root nichts/PRON/object .")
    assert names.is_role_noun(token(built, "Sprecherin"))
    assert not names.is_role_noun(token(built, "Frau"))
