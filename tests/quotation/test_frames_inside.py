"""Quotes inside a clause: what governs them, and frames elsewhere in their sentence."""

import pytest

from tests.quotation.parses import Found, framed


def test_the_clause_of_a_report_belongs_to_its_subject() -> None:
    found = framed(
        "Jana/PROPN/subject/sagte/PER* sagte/VERB/root , das/PRON/subject/Spiel sei/AUX/copula/Spiel „ "
        "ein/DET/determiner/Spiel "
        "Spiel/NOUN/clause/sagte “ ."
    )
    assert found == Found("clause-frame", "Jana", "sagen")


def test_of_two_reports_the_outer_one_counts() -> None:
    found = framed(
        "Jana/PROPN/subject/sagte/PER* sagte/VERB/root , Timo/PROPN/subject/erklärte/PER* erklärte/VERB/clause/sagte , "
        "das/PRON/subject/Spiel sei/AUX/copula/Spiel „ ein/DET/determiner/Spiel Spiel/NOUN/clause/erklärte “ ."
    )
    assert found == Found("clause-frame", "Jana", "sagen")


def test_a_verb_of_no_report_governs_no_quote() -> None:
    found = framed("Jana/PROPN/subject/baute/PER* baute/VERB/root ein/DET/determiner/Boot „ Boot/NOUN/object/baute “ .")
    assert found is None


def test_a_thing_that_reports_is_still_a_subject_but_es_is_not() -> None:
    found = framed(
        "Es/PRON/subject/besagt besagt/VERB/root , das/PRON/subject/Spiel sei/AUX/copula/Spiel „ "
        "ein/DET/determiner/Spiel "
        "Spiel/NOUN/clause/besagt “ ."
    )
    assert found is None


# --- naming ---


def test_naming_takes_the_words_for_a_predicate() -> None:
    found = framed(
        "Jana/PROPN/subject/nannte/PER* nannte/VERB/root den/DET/determiner/Plan Plan/NOUN/object/nannte "
        "„ unausgegoren/ADJ/object/nannte “ ."
    )
    assert found == Found("naming-frame", "Jana", "nennen")


def test_bezeichnen_takes_als() -> None:
    found = framed(
        "Jana/PROPN/subject/bezeichnete/PER* bezeichnete/VERB/root den/DET/determiner/Plan "
        "Plan/NOUN/object/bezeichnete "
        "als/ADP/case/Unfug „ Unfug/NOUN/oblique/bezeichnete “ ."
    )
    assert found == Found("naming-frame", "Jana", "bezeichnen")


def test_the_verb_of_a_subordinate_clause_may_stand_behind_the_quote() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/kommt , den/PRON/object/bezeichnete "
        "Jana/PROPN/subject/bezeichnete/PER* "
        "als/ADP/case/Unfug „ Unfug/NOUN/oblique/bezeichnete “ bezeichnete/VERB/relative_clause/Plan , "
        "kommt/VERB/root ."
    )
    assert found == Found("naming-frame", "Jana", "bezeichnen")


def test_another_verb_behind_the_quote_names_nothing() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/kommt , den/PRON/object/strickte "
        "Jana/PROPN/subject/strickte/PER* als/ADP/case/Unfug "
        "„ Unfug/NOUN/oblique/strickte “ strickte/VERB/relative_clause/Plan , kommt/VERB/root ."
    )
    assert found is None


def test_in_the_passive_the_agent_names() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/genannt wurde/AUX/passive/genannt von/ADP/case/Jana "
        "Jana/PROPN/oblique/genannt/PER* „ Unfug/NOUN/object/genannt “ genannt/VERB/root ."
    )
    assert found == Found("naming-frame", "Jana", "nennen")


def test_a_passive_without_agent_names_nobody() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/genannt wurde/AUX/passive/genannt „ Unfug/NOUN/object/genannt “ "
        "genannt/VERB/root ."
    )
    assert found is None


def test_a_citation_in_the_passive_governs_the_words_of_its_subject() -> None:
    found = framed(
        "Jana/PROPN/subject/zitiert/PER* wird/AUX/passive/zitiert mit/ADP/case/Unfug „ Unfug/NOUN/oblique/zitiert “ "
        "zitiert/VERB/root ."
    )
    assert found == Found("passive-citation", "Jana", "zitieren")


def test_a_citation_in_the_active_governs_the_words_of_its_object() -> None:
    found = framed(
        "Timo/PROPN/subject/zitiert/PER* zitiert/VERB/root Jana/PROPN/object/zitiert/PER* mit/ADP/case/Unfug "
        "„ Unfug/NOUN/oblique/zitiert “ ."
    )
    assert found == Found("citation", "Jana", "zitieren", "Timo")


# --- objects ---


def test_the_words_behind_von_are_those_of_the_one_who_speaks_of_them() -> None:
    found = framed(
        "Jana/PROPN/subject/sprach/PER* sprach/VERB/root von/ADP/case/Panne einer/DET/determiner/Panne "
        "„ peinlichen/ADJ/adjective/Panne Panne/NOUN/oblique/sprach “ ."
    )
    assert found == Found("object-frame", "Jana", "sprechen")


def test_the_words_behind_vor_are_those_of_the_one_who_warns() -> None:
    found = framed(
        "Jana/PROPN/subject/warnte/PER* warnte/VERB/root vor/ADP/case/Panne einer/DET/determiner/Panne "
        "„ peinlichen/ADJ/adjective/Panne Panne/NOUN/oblique/warnte “ ."
    )
    assert found == Found("object-frame", "Jana", "warnen")


def test_the_words_that_somebody_demands_are_hers() -> None:
    found = framed(
        "Jana/PROPN/subject/forderte/PER* forderte/VERB/root „ mehr/DET/determiner/Tempo Tempo/NOUN/object/forderte “ ."
    )
    assert found == Found("object-frame", "Jana", "fordern")


def test_of_a_noun_of_speech_its_owner_speaks() -> None:
    found = framed(
        "Die/DET/determiner/Forderung Forderung/NOUN/subject/kam der/DET/determiner/Leiterin "
        "Leiterin/NOUN/attribute/Forderung nach/ADP/case/Tempo „ mehr/DET/determiner/Tempo "
        "Tempo/NOUN/attribute/Forderung “ "
        "kam/VERB/root spät/ADV/adverb ."
    )
    assert found == Found("noun-frame", "Leiterin", "Forderung")


def test_another_noun_with_a_genitive_is_no_noun_of_speech() -> None:
    found = framed(
        "Die/DET/determiner/Jacke Jacke/NOUN/subject/hing der/DET/determiner/Leiterin Leiterin/NOUN/attribute/Jacke "
        "mit/ADP/case/Tempo „ mehr/DET/determiner/Tempo Tempo/NOUN/attribute/Jacke “ hing/VERB/root dort/ADV/adverb ."
    )
    assert found is None


# --- elsewhere in the sentence ---


def test_so_may_stand_at_the_end_of_the_sentence() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/kommt kommt/VERB/root „ mit/ADP/case/Wucht "
        "Wucht/NOUN/oblique/kommt “ "
        "voran/ADP/particle/kommt , so/ADV/adverb/Jana Jana/PROPN/parataxis/kommt/PER* ."
    )
    assert found == Found("so-frame", "Jana", "so")


def test_so_before_an_adjective_is_none() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/kommt kommt/VERB/root „ mit/ADP/case/Wucht "
        "Wucht/NOUN/oblique/kommt “ "
        "voran/ADP/particle/kommt , so/ADV/adverb/schnell schnell/ADJ/parataxis/kommt Jana/PROPN/subject/kommt/PER* ."
    )
    assert found is None


def test_wie_may_stand_in_front() -> None:
    found = framed(
        "Wie/SCONJ/marker/sagte Jana/PROPN/subject/sagte/PER* sagte/VERB/adverbial_clause/kommt , kommt/VERB/root "
        "der/DET/determiner/Plan Plan/NOUN/subject/kommt „ mit/ADP/case/Wucht Wucht/NOUN/oblique/kommt “ ."
    )
    assert found == Found("as-frame", "Jana", "sagen")


def test_a_person_who_is_sure_that_something_will_be_so_speaks() -> None:
    found = framed(
        "Jana/PROPN/subject/sicher/PER* war/AUX/copula/sicher sicher/ADJ/root , dass/SCONJ/marker/kommt "
        "es/PRON/subject/kommt „ mit/ADP/case/Wucht Wucht/NOUN/oblique/kommt “ kommt/VERB/clause ."
    )
    assert found == Found("clause-frame", "Jana", "sicher")


def test_a_thing_is_sure_of_nothing() -> None:
    found = framed(
        "Die/DET/determiner/Uhr Uhr/NOUN/subject/sicher war/AUX/copula/sicher sicher/ADJ/root , "
        "dass/SCONJ/marker/kommt "
        "es/PRON/subject/kommt „ mit/ADP/case/Wucht Wucht/NOUN/oblique/kommt “ kommt/VERB/clause ."
    )
    assert found is None


def test_a_report_elsewhere_in_the_sentence_is_taken_last() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/komme komme/VERB/root „ mit/ADP/case/Wucht "
        "Wucht/NOUN/oblique/komme “ "
        "voran/ADP/particle/komme , sagte/VERB/parataxis/komme Jana/PROPN/subject/sagte/PER* ."
    )
    assert found == Found("clause-frame", "Jana", "sagen")


def test_a_report_in_a_relative_clause_elsewhere_is_not_taken() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/kommt „ mit/ADP/case/Wucht Wucht/NOUN/oblique/kommt “ "
        "kommt/VERB/root "
        "dem/DET/determiner/Kind Kind/NOUN/object/kommt zu/ADP/particle/kommt , das/PRON/subject/sagte "
        "alles/PRON/object/sagte "
        "sagte/VERB/relative_clause/Kind ."
    )
    assert found is None


# --- words that something else is done with ---


def test_whoever_opens_a_meeting_with_the_words_speaks_them() -> None:
    found = framed(
        "Mit/ADP/case/Worten den/DET/determiner/Worten Worten/NOUN/oblique/eröffnete „ "
        "Alles/PRON/apposition/Worten gut/ADV/adverb/Alles “ "
        "eröffnete/VERB/root Jana/PROPN/subject/eröffnete/PER* die/DET/determiner/Sitzung Sitzung/NOUN/object ."
    )
    assert found == Found("noun-frame", "Jana", "Worten")


def test_whoever_opens_a_bottle_with_a_tool_speaks_nothing() -> None:
    found = framed(
        "Mit/ADP/case/Öffner dem/DET/determiner/Öffner Öffner/NOUN/oblique/öffnete „ "
        "Plopp/PROPN/apposition/Öffner “ öffnete/VERB/root "
        "Jana/PROPN/subject/öffnete/PER* die/DET/determiner/Flasche Flasche/NOUN/object ."
    )
    assert found is None


def test_a_short_word_is_spoken_by_whoever_leaves_with_it() -> None:
    found = framed(
        "Mit/ADP/case/Basta einem/DET/determiner/Basta knappen/ADJ/adjective/Basta „ "
        "Basta/INTJ/oblique/verließ “ verließ/VERB/root "
        "Jana/PROPN/subject/verließ/PER* den/DET/determiner/Saal Saal/NOUN/object ."
    )
    assert found == Found("noun-frame", "Jana", "Mit")


def test_a_clause_behind_a_noun_of_speech_is_its_owners() -> None:
    found = framed(
        "Die/DET/determiner/Aussage Aussage/NOUN/subject/blieb von/ADP/case/Jana "
        "Jana/PROPN/attribute/Aussage/PER* , das/PRON/subject/Spiel "
        "sei/AUX/copula/Spiel „ ein/DET/determiner/Spiel Spiel/NOUN/other/blieb “ , blieb/VERB/root "
        "ohne/ADP/case/Folgen "
        "Folgen/NOUN/oblique/blieb ."
    )
    assert found == Found("noun-frame", "Jana", "Aussage")


def test_a_clause_behind_another_noun_is_not() -> None:
    found = framed(
        "Die/DET/determiner/Jacke Jacke/NOUN/subject/blieb von/ADP/case/Jana "
        "Jana/PROPN/attribute/Jacke/PER* , das/PRON/subject/Spiel "
        "sei/AUX/copula/Spiel „ ein/DET/determiner/Spiel Spiel/NOUN/other/blieb “ , blieb/VERB/root "
        "ohne/ADP/case/Folgen "
        "Folgen/NOUN/oblique/blieb ."
    )
    assert found is None


@pytest.mark.parametrize("pronoun", ["die", "den"])
def test_the_verb_at_the_end_finds_its_subject_where_the_parse_lost_it(pronoun: str) -> None:
    found = framed(
        f"Alles/PRON/subject/kommt , {pronoun}/PRON/object/bezeichnete Jana/PROPN/other/Alles/PER* als/ADP/case/Unfug "
        "„ Unfug/NOUN/other/Alles “ bezeichnete/VERB/relative_clause/Alles , kommt/VERB/root ."
    )
    assert found == Found("naming-frame", "Jana", "bezeichnen")


def test_a_verb_inside_the_next_quote_is_not_the_verb_at_the_end() -> None:
    found = framed(
        "Da/ADV/adverb Jana/PROPN/other/lag/PER* als/ADP/case/Unfug „ Unfug/NOUN/other/lag “ „ "
        "bezeichnete/VERB/other/lag “ "
        "lag/VERB/root ."
    )
    assert found is None
