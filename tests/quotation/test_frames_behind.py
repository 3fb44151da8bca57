"""Frames right behind the quote: „…“, sagte X; „…“, so X; „…“, wie X sagte."""

from service.quotation import frames
from tests.quotation.parses import Found, framed, reading

YES = "„ Wir/PRON/subject/prüfen prüfen/VERB/clause das/PRON/object/prüfen “"
JANA = "Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER"


# --- „…“, sagte X ---


def test_a_verb_behind_the_comma_names_the_speaker() -> None:
    assert framed(f"{YES} , sagte/VERB/root {JANA} .") == Found("inverted-frame", "Jana", "sagen")


def test_the_cue_is_the_verb_as_it_stands_in_the_article() -> None:
    built = reading(f"{YES} , fügte/VERB/root Jana/PROPN/subject/fügte/PER* hinzu/ADP/particle/fügte .")
    frame = frames.find(built, 0)
    assert frame is not None
    assert frame.cue is not None
    assert (frame.cue.text, frame.cue.lemma, frame.cue.particle) == ("fügte", "hinzufügen", "hinzu")
    assert built.article[frame.cue.start : frame.cue.end] == "fügte"
    assert frame.touching


def test_a_dash_does_for_the_comma() -> None:
    assert framed(f"{YES} –/PUNCT/punctuation sagte/VERB/root {JANA} .") == Found("inverted-frame", "Jana", "sagen")


def test_without_comma_the_verb_takes_the_quote_for_its_subject() -> None:
    found = framed(
        "„ Nordlicht/PROPN/subject/sagte “ sagte/VERB/root die/DET/determiner/Regatta Regatta/NOUN/object "
        "ab/ADP/particle/sagte ."
    )
    assert found is None


def test_a_question_mark_in_the_quote_makes_the_comma_needless() -> None:
    found = framed("„ Warum/ADV/clause ?/PUNCT “ fragte/VERB/root Jana/PROPN/subject/fragte/PER* .")
    assert found == Found("inverted-frame", "Jana", "fragen")


def test_the_speaker_is_found_where_the_parse_has_no_subject() -> None:
    found = framed(f"{YES} , sagte/VERB/root die/DET/determiner/Leiterin Leiterin/NOUN/object/sagte .")
    assert found == Found("inverted-frame", "Leiterin", "sagen")


def test_a_thing_taken_for_the_subject_gives_way_to_somebody_who_could_speak() -> None:
    found = framed(
        f"{YES} , sagte/VERB/root die/DET/determiner/Brücke Brücke/NOUN/subject/sagte Jana/PROPN/other/sagte/PER* ."
    )
    assert found == Found("inverted-frame", "Jana", "sagen")


def test_the_full_verb_may_stand_behind_its_auxiliary() -> None:
    found = framed(
        f"{YES} , hatte/AUX/auxiliary/erklärt Jana/PROPN/subject/erklärt/PER* am/ADP/case/Montag "
        "Montag/NOUN/oblique/erklärt erklärt/VERB/root ."
    )
    assert found == Found("inverted-frame", "Jana", "erklären")


def test_let_say_is_as_good_as_say() -> None:
    found = framed(
        f"{YES} , ließ/VERB/root Jana/PROPN/subject/ließ/PER* Brandt/PROPN/name/Jana/PER mitteilen/VERB/clause/ließ ."
    )
    assert found == Found("inverted-frame", "Jana", "mitteilen")


def test_an_auxiliary_with_a_verb_of_no_report_is_no_frame() -> None:
    assert framed(f"{YES} , hatte/AUX/auxiliary/gefroren Jana/PROPN/subject/gefroren/PER* gefroren/VERB/root .") is None


def test_es_is_nobody() -> None:
    found = framed(f"{YES} , tönte/VERB/root es/PRON/subject/tönte .")
    assert found == Found("unattributed", None, "tönte")


def test_a_verb_that_no_list_knows_does_behind_a_whole_quote() -> None:
    found = framed(f"{YES} , jodelte/VERB/root Jana/PROPN/subject/jodelte/PER* .")
    assert found == Found("inverted-frame", "Jana", "jodelte")


def test_an_unlisted_verb_does_not_where_the_sentence_begins_before_the_quote() -> None:
    found = framed(
        f"Als/SCONJ/marker/kam Timo/PROPN/subject/kam kam/VERB/adverbial_clause/jodelte mit/ADP/case/prüfen {YES} , "
        "jodelte/VERB/root Jana/PROPN/subject/jodelte/PER* ."
    )
    assert found is None


# --- „…“, so X ---


def test_so_names_the_speaker() -> None:
    found = framed(f"{YES} , so/ADV/adverb die/DET/determiner/Leiterin Leiterin/NOUN/root .")
    assert found == Found("so-frame", "Leiterin", "so")


def test_so_before_a_thing_is_a_comparison() -> None:
    assert (
        framed(f"{YES} , so/ADV/adverb/schnell schnell/ADV/root es/PRON/subject/geht geht/VERB/other/schnell .") is None
    )


def test_so_before_a_verb_of_no_report_goes_on_with_the_sentence() -> None:
    assert framed(f"{YES} , so/ADV/adverb war/AUX/root es/PRON/subject .") is None


def test_so_before_a_verb_leaves_the_verb_the_cue() -> None:
    found = framed(f"{YES} , so/ADV/adverb/sagte sagte/VERB/root {JANA} .")
    assert found == Found("inverted-frame", "Jana", "sagen")


def test_of_a_noun_of_speech_the_owner_speaks() -> None:
    found = framed(
        f"{YES} , so/ADV/adverb die/DET/determiner/Kritik Kritik/NOUN/root der/DET/determiner/Anwältin "
        "Anwältin/NOUN/attribute/Kritik ."
    )
    assert found == Found("so-frame", "Anwältin", "so")


# --- „…“, wie X sagte ---


def test_wie_with_a_verb_of_speech_names_the_speaker() -> None:
    found = framed(f"{YES} , wie/SCONJ/marker/sagte Jana/PROPN/subject/sagte/PER* sagte/VERB/root .")
    assert found == Found("as-frame", "Jana", "sagen")


def test_wie_with_another_verb_compares() -> None:
    found = framed(f"{YES} , wie/SCONJ/marker/schlief Jana/PROPN/subject/schlief/PER* schlief/VERB/root .")
    assert found is None


def test_wie_finds_the_speaker_where_the_parse_lost_the_subject() -> None:
    found = framed(f"{YES} , wie/SCONJ/marker/sagte Jana/PROPN/other/sagte/PER* sagte/VERB/root .")
    assert found == Found("as-frame", "Jana", "sagen")


def test_wie_es_hiess_names_the_source() -> None:
    found = framed(
        f"{YES} , wie/SCONJ/marker/hieß es/PRON/expletive/hieß aus/ADP/case/Rathaus dem/DET/determiner/Rathaus "
        "Rathaus/NOUN/oblique/hieß hieß/VERB/root ."
    )
    assert found == Found("as-frame", "Rathaus", "heißen")


# --- „…“, heißt es in … ---


def test_heisst_es_names_the_document() -> None:
    found = framed(
        f"{YES} , heißt/VERB/root es/PRON/expletive/heißt in/ADP/case/Bericht dem/DET/determiner/Bericht "
        "Bericht/NOUN/oblique/heißt ."
    )
    assert found == Found("document-frame", "Bericht", "heißen")


def test_heisst_es_weiter_names_nobody_but_is_a_frame() -> None:
    found = framed(f"{YES} , heißt/VERB/root es/PRON/expletive/heißt weiter/ADV/adverb/heißt .")
    assert found == Found("document-frame", None, "heißen")


def test_a_weekday_is_no_document() -> None:
    found = framed(f"{YES} , hieß/VERB/root es/PRON/expletive/hieß am/ADP/case/Montag Montag/NOUN/oblique/hieß .")
    assert found == Found("document-frame", None, "heißen")


# --- who passes the words on ---


def test_a_source_beside_a_verb_is_the_medium() -> None:
    found = framed(f"{YES} , sagte/VERB/root {JANA} laut/ADP/case/Nordfunk Nordfunk/PROPN/oblique/sagte/ORG* .")
    assert found == Found("inverted-frame", "Jana", "sagen", "Nordfunk")


def test_another_preposition_gives_no_medium() -> None:
    found = framed(f"{YES} , sagte/VERB/root {JANA} vor/ADP/case/Nordfunk Nordfunk/PROPN/oblique/sagte/ORG* .")
    assert found == Found("inverted-frame", "Jana", "sagen", None)
