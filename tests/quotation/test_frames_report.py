"""Reports in sentences without a quote: who says something there, and whether the subjunctive goes on with it."""

import pytest

from service.quotation import frames
from tests.quotation.parses import Found, found_in, reading


def test_the_subject_of_the_main_reporting_verb_reports() -> None:
    built = reading(
        "Jana/PROPN/subject/sagte/PER* sagte/VERB/root , Timo/PROPN/subject/betone/PER* "
        "betone/VERB/clause/sagte das/PRON/object ."
    )
    assert found_in(frames.report(built)) == Found("clause-frame", "Jana", "sagen")


def test_a_sentence_without_a_reporting_verb_reports_nothing() -> None:
    assert (
        frames.report(
            reading("Jana/PROPN/subject/baute/PER* baute/VERB/root ein/DET/determiner/Boot Boot/NOUN/object .")
        )
        is None
    )


def test_es_reports_nothing() -> None:
    assert frames.report(reading("Man/PRON/subject/sagte sagte/VERB/root nichts/PRON/object .")) is None


def test_a_source_reports_where_no_verb_does() -> None:
    built = reading("Laut/ADP/case/Jana Jana/PROPN/oblique/regnete/PER* regnete/VERB/root es/PRON/subject .")
    assert found_in(frames.report(built)) == Found("according-to", "Jana", "Laut")


def test_the_main_subject_is_the_roots() -> None:
    built = reading(
        "Jana/PROPN/subject/kam/PER* kam/VERB/root , weil/SCONJ/marker/rief Timo/PROPN/subject/rief/PER* "
        "rief/VERB/adverbial_clause/kam ."
    )
    found = frames.main_subject(built)
    assert found is not None
    assert found.text == "Jana"


def test_an_impersonal_main_subject_is_none() -> None:
    assert frames.main_subject(reading("Es/PRON/subject/regnete regnete/VERB/root .")) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Der/DET/determiner/Plan Plan/NOUN/subject/Unfug sei/AUX/copula/Unfug Unfug/NOUN/root .",
        "Der/DET/determiner/Plan Plan/NOUN/subject/gehe gehe/VERB/root zu/ADV/adverb weit/ADV/adverb .",
        "Sie/PRON/subject/prüfen werde/AUX/auxiliary/prüfen das/PRON/object/prüfen prüfen/VERB/root .",
    ],
)
def test_the_subjunctive_of_reported_speech(sentence: str) -> None:
    assert frames.is_subjunctive(reading(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Der/DET/determiner/Plan Plan/NOUN/subject/Unfug ist/AUX/copula/Unfug Unfug/NOUN/root .",
        "Der/DET/determiner/Plan Plan/NOUN/subject/lag lag/VERB/root vor/ADP/particle .",
        "Jana/PROPN/subject/sagte/PER* sagte/VERB/root nichts/PRON/object .",
        "Ich/PRON/subject/laufe laufe/VERB/root heute/ADV/adverb .",
        "Ich/PRON/subject/habe habe/VERB/root einen/DET/determiner/Plan Plan/NOUN/object .",
        "Jana/PROPN/subject/rief/PER* rief/VERB/root : „ Es/PRON/subject/komme komme/VERB/clause/rief “ .",
    ],
)
def test_no_subjunctive_of_reported_speech(sentence: str) -> None:
    assert not frames.is_subjunctive(reading(sentence))
