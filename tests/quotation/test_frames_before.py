"""Frames before the quote: X sagte: „…“; X: „…“; in dem Brief heißt es: „…“."""

from tests.quotation.parses import Found, framed


def test_the_subject_of_the_verb_before_the_colon_speaks() -> None:
    found = framed("Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER sagte/VERB/root : „ Nein/INTJ/clause “ .")
    assert found == Found("leading-frame", "Jana", "sagen")


def test_without_colon_it_is_no_leading_frame_of_this_kind() -> None:
    assert framed("Jana/PROPN/subject/sagte/PER* sagte/VERB/root „ Nordlicht/PROPN/object “ ab/ADP/particle .") is None


def test_the_main_verb_counts_before_a_participle_of_manner() -> None:
    found = framed(
        "Jana/PROPN/subject/sagte/PER* sagte/VERB/root sichtlich/ADV/adverb/gefragt gefragt/VERB/other/sagte : "
        "„ Nein/INTJ/clause “ ."
    )
    assert found == Found("leading-frame", "Jana", "sagen")


def test_only_the_sentence_right_before_the_colon_counts() -> None:
    found = framed(
        "Timo/PROPN/subject/erklärte/PER* erklärte/VERB/root nichts/PRON/object . Jana/PROPN/subject/sagte/PER* "
        "sagte/VERB/parataxis/erklärte : „ Nein/INTJ/clause/sagte “ ."
    )
    assert found == Found("leading-frame", "Jana", "sagen")


def test_in_the_passive_the_agent_speaks() -> None:
    found = framed(
        "Von/ADP/case/Jana Jana/PROPN/oblique/erklärt/PER* wurde/AUX/passive/erklärt erklärt/VERB/root : "
        "„ Nein/INTJ/clause “ ."
    )
    assert found == Found("leading-frame", "Jana", "erklären")


def test_a_document_says_what_stands_in_it() -> None:
    found = framed(
        "In/ADP/case/Brief dem/DET/determiner/Brief Brief/NOUN/oblique/heißt heißt/VERB/root es/PRON/expletive/heißt : "
        "„ Nein/INTJ/clause “ ."
    )
    assert found == Found("document-frame", "Brief", "heißen")


def test_of_the_answer_that_reads_so_its_owner_speaks() -> None:
    found = framed(
        "Die/DET/determiner/Antwort Antwort/NOUN/subject/lautete der/DET/determiner/Leiterin "
        "Leiterin/NOUN/attribute/Antwort "
        "lautete/VERB/root : „ Nein/INTJ/clause “ ."
    )
    assert found == Found("noun-frame", "Leiterin", "lauten")


def test_a_noun_of_speech_with_a_possessive_points_at_its_owner() -> None:
    found = framed("Ihre/DET/determiner/Antwort Antwort/NOUN/root : „ Nein/INTJ/apposition/Antwort “ .")
    assert found == Found("noun-frame", "Ihre", ":")


def test_a_name_before_the_colon_speaks() -> None:
    found = framed("Jana/PROPN/root/Jana/PER* Brandt/PROPN/name/Jana/PER : „ Nein/INTJ/parataxis/Jana “ .")
    assert found == Found("colon-frame", "Jana", ":")


def test_a_thing_before_the_colon_does_not_speak() -> None:
    found = framed("Die/DET/determiner/Brücke Brücke/NOUN/root : „ Nein/INTJ/parataxis/Brücke “ .")
    assert found == Found("colon-frame", None, ":")


def test_so_before_the_colon_is_a_so_frame() -> None:
    found = framed("So/ADV/adverb/Jana Jana/PROPN/root/Jana/PER* : „ Nein/INTJ/parataxis/Jana “ .")
    assert found == Found("so-frame", "Jana", "So")


def test_a_source_before_the_colon_is_a_source() -> None:
    found = framed("Laut/ADP/case/Jana Jana/PROPN/root/Jana/PER* : „ Nein/INTJ/parataxis/Jana “ .")
    assert found == Found("according-to", "Jana", "Laut")


def test_any_verb_with_a_person_before_the_colon_lets_the_person_speak() -> None:
    found = framed("Jana/PROPN/subject/klatscht/PER* klatscht/VERB/root : „ Nein/INTJ/clause “ .")
    assert found == Found("colon-frame", "Jana", ":")


def test_es_before_the_colon_is_nobody() -> None:
    found = framed("Es/PRON/subject/klar war/AUX/copula/klar klar/ADJ/root : „ Nein/INTJ/clause “ .")
    assert found == Found("colon-frame", None, ":")
