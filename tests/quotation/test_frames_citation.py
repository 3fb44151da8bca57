"""Citations: the one whose words are passed on speaks, the one who passes them on is the medium."""

from tests.quotation.parses import Found, framed

YES = "„ Wir/PRON/subject/prüfen prüfen/VERB/clause das/PRON/object/prüfen “"


def test_the_one_cited_speaks_and_the_subject_is_the_medium() -> None:
    found = framed(
        f"{YES} , zitierte/VERB/root ihn/PRON/object/zitierte die/DET/determiner/Agentur "
        "Agentur/NOUN/subject/zitierte ."
    )
    assert found == Found("citation", "ihn", "zitieren", "Agentur")


def test_sie_is_the_one_cited_where_a_noun_stands_beside_it() -> None:
    found = framed(
        f"{YES} , zitierte/VERB/root sie/PRON/subject/zitierte der/DET/determiner/Sender Sender/NOUN/object/zitierte ."
    )
    assert found == Found("citation", "sie", "zitieren", "Sender")


def test_of_a_person_and_a_medium_the_person_speaks() -> None:
    found = framed(
        f"{YES} , zitiert/VERB/root die/DET/determiner/Zeitung Zeitung/NOUN/subject/zitiert "
        "Jana/PROPN/object/zitiert/PER* Brandt/PROPN/name/Jana/PER ."
    )
    assert found == Found("citation", "Jana", "zitieren", "Zeitung")


def test_in_the_passive_the_subject_speaks() -> None:
    found = framed(f"{YES} , wurde/AUX/passive/zitiert Jana/PROPN/subject/zitiert/PER* zitiert/VERB/root .")
    assert found == Found("passive-citation", "Jana", "zitieren")


def test_the_agent_of_the_passive_is_the_medium() -> None:
    found = framed(
        f"{YES} , wird/AUX/passive/zitiert Jana/PROPN/subject/zitiert/PER* von/ADP/case/Agentur "
        "der/DET/determiner/Agentur "
        "Agentur/NOUN/oblique/zitiert zitiert/VERB/root ."
    )
    assert found == Found("passive-citation", "Jana", "zitieren", "Agentur")


def test_somebody_who_lets_herself_be_cited_speaks() -> None:
    found = framed(
        f"{YES} , lässt/VERB/root sich/PRON/object/zitieren Jana/PROPN/subject/lässt/PER* zitieren/VERB/clause/lässt ."
    )
    assert found == Found("passive-citation", "Jana", "zitieren")


def test_a_citation_may_lead() -> None:
    found = framed(
        "Die/DET/determiner/Agentur Agentur/NOUN/subject/zitierte zitierte/VERB/root Jana/PROPN/object/zitierte/PER* : "
        "„ Nein/INTJ/parataxis/zitierte “ ."
    )
    assert found == Found("citation", "Jana", "zitieren", "Agentur")


def test_a_leading_citation_is_read_where_the_parse_lost_both() -> None:
    found = framed(
        "Die/DET/determiner/Agentur Agentur/NOUN/other/zitierte zitierte/VERB/root Jana/PROPN/other/zitierte/PER* : "
        "„ Nein/INTJ/parataxis/zitierte “ ."
    )
    assert found == Found("citation", "Jana", "zitieren", "Agentur")


def test_a_passive_citation_may_lead() -> None:
    found = framed(
        "Jana/PROPN/subject/zitiert/PER* wird/AUX/passive/zitiert von/ADP/case/Agentur der/DET/determiner/Agentur "
        "Agentur/NOUN/oblique/zitiert zitiert/VERB/root : „ Nein/INTJ/parataxis/zitiert “ ."
    )
    assert found == Found("passive-citation", "Jana", "zitieren", "Agentur")


def test_an_ordinary_verb_of_speech_cites_nobody() -> None:
    found = framed(
        f"{YES} , sagte/VERB/root ihm/PRON/object/sagte die/DET/determiner/Leiterin Leiterin/NOUN/subject/sagte ."
    )
    assert found == Found("inverted-frame", "Leiterin", "sagen")
