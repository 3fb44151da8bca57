"""Reporting verbs: which one a word is, whose they are, and whether they stand in the passive."""

from service.quotation import verbs
from service.quotation.reading import Reading
from tests.quotation.parses import reading, token


def verb(of: Reading, word: str, *, by_place: bool = False) -> tuple[str, str | None, bool] | None:
    """Lemma, particle as it stands in the text and passive, of the reporting verb that ``word`` carries."""
    found = verbs.reporting_verb(of, token(of, word), by_place=by_place)
    return (found.verb.lemma, found.particle.text if found.particle else None, found.passive) if found else None


def subject(of: Reading, word: str) -> str | None:
    found = verbs.subject(of, token(of, word))
    return found.text if found else None


# --- which verb ---


def test_a_form_leads_to_its_lemma() -> None:
    built = reading("Jana/PROPN/subject/erklärte/PER* erklärte/VERB/root den/DET/determiner/Plan Plan/NOUN/object .")
    assert verb(built, "erklärte") == ("erklären", None, False)


def test_a_verb_of_no_report_is_none() -> None:
    built = reading("Jana/PROPN/subject/strickte/PER* strickte/VERB/root eine/DET/determiner/Mütze Mütze/NOUN/object .")
    assert verb(built, "strickte") is None


def test_a_separated_particle_at_the_end_of_the_clause_belongs_to_the_verb() -> None:
    built = reading(
        "„ Bald/ADV/adverb/fügte “ , fügte/VERB/root Jana/PROPN/subject/fügte/PER* schnell/ADV/adverb/fügte "
        "hinzu/ADP/particle/fügte ."
    )
    assert verb(built, "fügte") == ("hinzufügen", "hinzu", False)


def test_the_particle_is_found_where_the_parse_hung_it_elsewhere() -> None:
    built = reading(
        "„ Bald/ADV/adverb/fügte “ , fügte/VERB/root Jana/PROPN/subject/fügte/PER* Brandt/PROPN/name/Jana/PER "
        "hinzu/ADV/adverb/Brandt ."
    )
    assert verb(built, "fügte") == ("hinzufügen", "hinzu", False)


def test_a_particle_inside_the_quote_is_not_the_verbs() -> None:
    built = reading(
        "Jana/PROPN/subject/fügte/PER* fügte/VERB/root sich/PRON/object : „ Es/PRON/subject/kommt "
        "kommt/VERB/clause/fügte "
        "hinzu/ADP/particle/fügte “ ."
    )
    assert verb(built, "fügte") is None


def test_another_particle_makes_another_verb() -> None:
    says = reading("Jana/PROPN/subject/sagte/PER* sagte/VERB/root es/PRON/object .")
    agrees = reading("Jana/PROPN/subject/sagte/PER* sagte/VERB/root ab/ADP/particle/sagte .")
    assert verb(says, "sagte") == ("sagen", None, False)
    assert verb(agrees, "sagte") != ("sagen", None, False)


def test_a_name_that_looks_like_a_verb_is_none() -> None:
    built = reading("Meint/PROPN/subject/schweigt/PER* schweigt/VERB/root .")
    assert verb(built, "Meint") is None


def test_only_a_finite_verb_stands_right_behind_the_comma_of_a_quote() -> None:
    built = reading("„ Nein/INTJ/other/meint “ , meint/PROPN/root Jana/PROPN/subject/meint/PER* .")
    assert verb(built, "meint") is None
    assert verb(built, "meint", by_place=True) == ("meinen", None, False)


def test_a_participle_in_front_of_a_noun_is_no_verb() -> None:
    built = reading("Das/DET/determiner/Ziel genannte/ADJ/adjective/Ziel Ziel/NOUN/subject/bleibt bleibt/VERB/root .")
    assert verb(built, "genannte") is None


# --- passive ---


def test_a_participle_below_an_auxiliary_of_the_passive_is_passive() -> None:
    built = reading(
        "Jana/PROPN/subject/zitiert/PER* wurde/AUX/passive/zitiert gestern/ADV/adverb/zitiert zitiert/VERB/root ."
    )
    assert verb(built, "zitiert") == ("zitieren", None, True)


def test_a_perfect_is_no_passive() -> None:
    built = reading(
        "Jana/PROPN/subject/zitiert/PER* hat/AUX/auxiliary/zitiert ihn/PRON/object/zitiert zitiert/VERB/root ."
    )
    assert verb(built, "zitiert") == ("zitieren", None, False)


def test_the_future_is_no_passive() -> None:
    built = reading(
        "Jana/PROPN/subject/betonen/PER* wird/AUX/auxiliary/betonen das/PRON/object/betonen betonen/VERB/root ."
    )
    assert verb(built, "betonen") == ("betonen", None, False)


def test_the_agent_stands_behind_von() -> None:
    built = reading(
        "Der/DET/determiner/Plan Plan/NOUN/subject/genannt wurde/AUX/passive/genannt von/ADP/case/Lind "
        "Lind/PROPN/oblique/genannt/PER* genannt/VERB/root ."
    )
    found = verbs.agent(built, token(built, "genannt"))
    assert found == token(built, "Lind")


def test_a_place_or_time_is_no_agent() -> None:
    built = reading(
        "Der/DET/determiner/Plan Plan/NOUN/subject/genannt wurde/AUX/passive/genannt in/ADP/case/Thun "
        "Thun/PROPN/oblique/genannt/LOC* genannt/VERB/root ."
    )
    assert verbs.agent(built, token(built, "genannt")) is None


# --- subject ---


def test_the_subject_is_the_verbs_own() -> None:
    built = reading("Der/DET/determiner/Plan Plan/NOUN/object/lobt lobt/VERB/root Jana/PROPN/subject/lobt/PER* .")
    assert subject(built, "lobt") == "Jana"


def test_a_joined_verb_shares_the_subject() -> None:
    built = reading(
        "Jana/PROPN/subject/kam/PER* kam/VERB/root und/CCONJ/coordinator/sagte sagte/VERB/conjunct/kam "
        "nichts/PRON/object/sagte ."
    )
    assert subject(built, "sagte") == "Jana"


def test_a_joined_verb_with_a_subject_of_its_own_keeps_it() -> None:
    built = reading(
        "Jana/PROPN/subject/kam/PER* kam/VERB/root und/CCONJ/coordinator/sagte Timo/PROPN/subject/sagte/PER* "
        "sagte/VERB/conjunct/kam nichts/PRON/object/sagte ."
    )
    assert subject(built, "sagte") == "Timo"


def test_the_subject_of_an_infinitive_is_that_of_the_verb_above() -> None:
    built = reading(
        "Jana/PROPN/subject/wollte/PER* wollte/VERB/root nichts/PRON/object/sagen dazu/ADV/adverb/sagen "
        "sagen/VERB/clause/wollte ."
    )
    assert subject(built, "sagen") == "Jana"


def test_a_clause_with_a_finite_verb_does_not_borrow_the_subject_above() -> None:
    built = reading(
        "Jana/PROPN/subject/hörte/PER* hörte/VERB/root , dass/SCONJ/marker/berichtet "
        "berichtet/VERB/clause/hörte wird/AUX/other/berichtet ."
    )
    assert subject(built, "berichtet") is None


def test_a_subject_inside_the_marks_is_none() -> None:
    built = reading(
        "„ Wir/PRON/subject/sagte prüfen/VERB/clause/sagte “ , sagte/VERB/root Jana/PROPN/object/sagte/PER* ."
    )
    assert subject(built, "sagte") is None


def test_a_dative_is_no_subject_whatever_the_parse_says() -> None:
    dative = reading(
        "Dem/DET/determiner/Sender Sender/NOUN/subject/sagte sagte/VERB/root sie/PRON/object nichts/PRON/object ."
    )
    nominative = reading("Der/DET/determiner/Sender Sender/NOUN/subject/sagte sagte/VERB/root nichts/PRON/object .")
    assert subject(dative, "sagte") is None
    assert subject(nominative, "sagte") == "Sender"


def test_der_before_a_feminine_noun_is_a_dative() -> None:
    dative = reading(
        "Der/DET/determiner/Zeitung Zeitung/NOUN/subject/sagte sagte/VERB/root sie/PRON/object alles/PRON/object ."
    )
    nominative = reading("Die/DET/determiner/Zeitung Zeitung/NOUN/subject/sagte sagte/VERB/root alles/PRON/object .")
    assert subject(dative, "sagte") is None
    assert subject(nominative, "sagte") == "Zeitung"


def test_a_person_counts_before_the_relative_pronoun_that_is_the_object() -> None:
    built = reading(
        "Die/DET/determiner/Pause Pause/NOUN/root , die/PRON/subject/nannte Timo/PROPN/object/nannte/PER* "
        "nannte/VERB/relative_clause/Pause ."
    )
    assert subject(built, "nannte") == "Timo"


def test_a_relative_pronoun_stays_the_subject_where_nobody_else_is_named() -> None:
    built = reading(
        "Die/DET/determiner/Frau Frau/NOUN/root , die/PRON/subject/nannte das/PRON/object/nannte "
        "nannte/VERB/relative_clause/Frau ."
    )
    assert subject(built, "nannte") == "die"


def test_a_surname_with_a_particle_may_open_the_sentence() -> None:
    sentence = (
        "Von/ADP/case/Heide der/DET/determiner/Heide Heide/NOUN/oblique/betonte betonte/VERB/root "
        "den/DET/determiner/Plan Plan/NOUN/object ."
    )
    assert subject(reading(sentence, surnames={"Heide"}), "betonte") == "Heide"
    assert subject(reading(sentence), "betonte") is None


def test_objects_are_those_outside_of_the_marks() -> None:
    built = reading("Jana/PROPN/subject/nannte/PER* nannte/VERB/root es/PRON/object „ Unfug/NOUN/object/nannte “ .")
    assert [t.text for t in verbs.objects(built, token(built, "nannte"))] == ["es"]


# --- who could speak ---


def could_speak(sentence: str, word: str) -> bool:
    built = reading(sentence)
    return verbs.could_speak(built, token(built, word))


def test_a_name_a_role_an_institution_and_a_document_may_speak() -> None:
    assert could_speak("Jana/PROPN/subject/sagt/PER* sagt/VERB/root es/PRON/object .", "Jana")
    assert could_speak(
        "Die/DET/determiner/Sprecherin Sprecherin/NOUN/subject/sagt sagt/VERB/root es/PRON/object .", "Sprecherin"
    )
    assert could_speak(
        "Das/DET/determiner/Ministerium Ministerium/NOUN/subject/sagt sagt/VERB/root es/PRON/object .", "Ministerium"
    )
    assert could_speak(
        "Die/DET/determiner/Schweizerin Schweizerin/NOUN/subject/sagt sagt/VERB/root es/PRON/object .", "Schweizerin"
    )


def test_a_thing_may_not_speak() -> None:
    assert not could_speak(
        "Die/DET/determiner/Brücke Brücke/NOUN/subject/sagt sagt/VERB/root nichts/PRON/object .", "Brücke"
    )


def test_the_head_of_a_phrase_is_found_over_its_parts() -> None:
    built = reading(
        "Gestern/ADV/adverb sagte/VERB/root am/ADP/case/Rande Rande/NOUN/oblique/sagte die/DET/determiner/Leiterin "
        "Leiterin/NOUN/subject/sagte Jana/PROPN/apposition/Leiterin/PER* Brandt/PROPN/name/Jana/PER alles/PRON/object ."
    )
    assert verbs.phrase_head(built, 2, len(built.tokens)) == token(built, "Leiterin")


def test_a_phrase_behind_a_preposition_is_not_taken() -> None:
    built = reading(
        "Gestern/ADV/adverb sprach/VERB/root sie/X/other mit/ADP/case/Jana Jana/PROPN/oblique/sprach/PER* ."
    )
    assert verbs.phrase_head(built, 3, len(built.tokens)) is None
