"""Mentions: what the noun phrase of a speaker says, from its head."""

from dataclasses import dataclass

import pytest

from service.quotation.mentions import Form, Mention, describe, mentions_of
from service.quotation.reading import Reading
from service.quotation.result import Kind
from tests.quotation.parses import reading, token

SAGTE = "sagte/VERB/root nichts/PRON/object ."


@dataclass(frozen=True)
class Who:
    """What the tests look at in a mention."""

    name: str
    role: str | None = None
    affiliation: str | None = None
    form: Form = Form.NAME
    kind: Kind = Kind.PERSON


def described(sentence: str, word: str, surnames: frozenset[str] = frozenset()) -> Who | None:
    mention = described_in(reading(sentence, surnames), word)
    if mention is None:
        return None
    return Who(
        mention.name,
        next(iter(mention.roles), None),
        next(iter(mention.affiliations), None),
        mention.form,
        mention.kind,
    )


def described_in(of: Reading, word: str) -> Mention | None:
    return describe(of, token(of, word))


# --- people with a name ---


def test_a_bare_name() -> None:
    assert described(f"Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER {SAGTE}", "Jana") == Who("Jana Brandt")


def test_a_mention_is_a_slice_of_the_article() -> None:
    built = reading(
        "„ Nein/INTJ/clause “ , sagte/VERB/root Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER , "
        "Sprecherin/NOUN/apposition/Jana des/DET/determiner/Senats Senats/NOUN/attribute/Sprecherin ."
    )
    mention = described_in(built, "Jana")
    assert mention is not None
    assert mention.span.text == "Jana Brandt, Sprecherin des Senats"
    assert built.article[mention.span.start : mention.span.end] == mention.span.text
    assert (mention.name, mention.roles, mention.affiliations) == ("Jana Brandt", ("Sprecherin",), ("Senat",))


def test_the_role_stands_in_front() -> None:
    sentence = f"Ministerin/NOUN/subject/sagte Jana/PROPN/apposition/Ministerin/PER* Brandt/PROPN/name/Jana/PER {SAGTE}"
    assert described(sentence, "Ministerin") == Who("Jana Brandt", "Ministerin")


def test_a_rule_may_point_into_the_middle_of_the_name() -> None:
    sentence = f"Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER {SAGTE}"
    assert described(sentence, "Brandt") == described(sentence, "Jana")


def test_the_role_in_front_is_found_where_the_parse_lost_it() -> None:
    sentence = f"Sprecherin/NOUN/other/sagte Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER {SAGTE}"
    assert described(sentence, "Jana") == Who("Jana Brandt", "Sprecherin")


def test_an_unknown_noun_in_front_of_a_first_name_says_what_the_person_is() -> None:
    sentence = f"Moorwärterin/NOUN/other/sagte Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER {SAGTE}"
    assert described(sentence, "Jana") == Who("Jana Brandt", "Moorwärterin")


def test_an_organisation_or_a_work_in_front_does_not() -> None:
    for noun in ("Verein", "Spielfilm"):
        sentence = f"{noun}/NOUN/other/sagte Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER {SAGTE}"
        assert described(sentence, "Jana") == Who("Jana Brandt")


def test_the_country_of_a_compound_is_the_affiliation() -> None:
    sentence = (
        "US-Präsidentin/NOUN/subject/sagte Jana/PROPN/apposition/US-Präsidentin/PER* "
        f"Brandt/PROPN/name/Jana/PER {SAGTE}"
    )
    assert described(sentence, "US-Präsidentin") == Who("Jana Brandt", "Präsidentin", "USA")


def test_the_party_in_brackets_is_the_affiliation() -> None:
    sentence = f"Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER ( SPD/PROPN/apposition/Jana/ORG* ) {SAGTE}"
    assert described(sentence, "Jana") == Who("Jana Brandt", None, "SPD")


def test_the_age_in_brackets_is_none() -> None:
    sentence = f"Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER ( 44/NUM/other/Jana ) {SAGTE}"
    assert described(sentence, "Jana") == Who("Jana Brandt")


@pytest.mark.parametrize(("address", "gender"), [("Herr", "m"), ("Frau", "f")])
def test_an_address_tells_the_gender_and_is_left_out(address: str, gender: str) -> None:
    built = reading(f"{address}/NOUN/subject/sagte Lind/PROPN/apposition/{address}/PER* {SAGTE}")
    mention = described_in(built, address)
    assert mention is not None
    assert (mention.name, mention.gender) == ("Lind", gender)


@pytest.mark.parametrize("address", ["Herr", "Frau"])
def test_an_address_is_no_role(address: str) -> None:
    mention = described_in(
        reading(f"{address}/NOUN/subject/sagte Lind/PROPN/apposition/{address}/PER* {SAGTE}"), address
    )
    assert mention is not None
    assert mention.roles == ()


def test_a_role_tells_the_gender() -> None:
    mention = described_in(
        reading(f"Sprecherin/NOUN/subject/sagte Lind/PROPN/apposition/Sprecherin/PER* {SAGTE}"), "Sprecherin"
    )
    assert mention is not None
    assert mention.gender == "f"


def test_a_subject_is_marked_as_one() -> None:
    built = reading("Jana/PROPN/subject/traf/PER* traf/VERB/root Timo/PROPN/object/traf/PER* .")
    jana, timo = described_in(built, "Jana"), described_in(built, "Timo")
    assert jana is not None
    assert timo is not None
    assert (jana.is_subject, timo.is_subject) == (True, False)


# --- people without a name ---


def test_an_unnamed_speaker_is_called_by_the_noun_phrase() -> None:
    sentence = f"Ein/DET/determiner/Sprecher Sprecher/NOUN/subject/sagte {SAGTE}"
    assert described(sentence, "Sprecher") == Who("Sprecher", "Sprecher", None, Form.ROLE)


def test_the_unnamed_points_back_with_the_definite_article_only() -> None:
    definite = described_in(reading(f"Der/DET/determiner/Sprecher Sprecher/NOUN/subject/sagte {SAGTE}"), "Sprecher")
    indefinite = described_in(reading(f"Ein/DET/determiner/Sprecher Sprecher/NOUN/subject/sagte {SAGTE}"), "Sprecher")
    assert definite is not None
    assert indefinite is not None
    assert (definite.definite, indefinite.definite) == (True, False)


def test_several_unnamed_are_a_group() -> None:
    sentence = "Die/DET/determiner/Anwohner Anwohner/NOUN/subject/sagten sagten/VERB/root nichts/PRON/object ."
    found = described(sentence, "Anwohner")
    assert found is not None
    assert found.kind is Kind.GROUP


# --- pronouns ---


def test_a_pronoun_has_a_gender() -> None:
    er = described_in(reading(f"Er/PRON/subject/sagte {SAGTE}"), "Er")
    sie = described_in(reading(f"Sie/PRON/subject/sagte {SAGTE}"), "Sie")
    assert er is not None
    assert sie is not None
    assert (er.form, er.gender, sie.gender) == (Form.PRONOUN, "m", "f")


def test_sie_with_a_plural_verb_is_plural() -> None:
    mention = described_in(reading("Sie/PRON/subject/sagten sagten/VERB/root nichts/PRON/object ."), "Sie")
    assert mention is not None
    assert mention.plural
    assert mention.kind is Kind.GROUP


def test_man_and_es_are_nobody() -> None:
    assert described(f"Man/PRON/subject/sagte {SAGTE}", "Man") is None
    assert described(f"Es/PRON/subject/sagte {SAGTE}", "Es") is None


def test_a_relative_pronoun_is_the_noun_it_refers_to() -> None:
    sentence = (
        "Die/DET/determiner/Leiterin Leiterin/NOUN/subject/ging , die/PRON/subject/sprach zuerst/ADV/adverb/sprach "
        "sprach/VERB/relative_clause/Leiterin , ging/VERB/root ."
    )
    assert described(sentence, "die") == Who("Leiterin", "Leiterin", None, Form.ROLE)


# --- groups ---


def test_joint_speakers_are_a_group_of_both_names() -> None:
    sentence = (
        "Jana/PROPN/subject/sagten/PER* Brandt/PROPN/name/Jana/PER und/CCONJ/coordinator/Timo "
        "Timo/PROPN/conjunct/Jana/PER* "
        "Lind/PROPN/name/Timo/PER sagten/VERB/root nichts/PRON/object ."
    )
    assert described(sentence, "Jana") == Who("Jana Brandt und Timo Lind", None, None, Form.GROUP, Kind.GROUP)


def test_three_are_joined_by_comma_and_und() -> None:
    sentence = (
        "Jana/PROPN/subject/sagten/PER* , Timo/PROPN/conjunct/Jana/PER* und/CCONJ/coordinator/Nele "
        "Nele/PROPN/conjunct/Jana/PER* "
        "sagten/VERB/root nichts/PRON/object ."
    )
    found = described(sentence, "Jana")
    assert found is not None
    assert found.name == "Jana, Timo und Nele"


def test_two_roles_of_one_person_are_no_group() -> None:
    sentence = (
        "Die/DET/determiner/Autorin Autorin/NOUN/subject/sagte und/CCONJ/coordinator/Ärztin "
        "Ärztin/NOUN/conjunct/Autorin "
        f"Jana/PROPN/apposition/Ärztin/PER* Brandt/PROPN/name/Jana/PER {SAGTE}"
    )
    found = described(sentence, "Autorin")
    assert found is not None
    assert (found.name, found.kind) == ("Jana Brandt", Kind.PERSON)


# --- organisations and documents ---


def test_an_organisation_is_named_in_the_nominative() -> None:
    sentence = f"Das/DET/determiner/Verkehrsministerium Verkehrsministerium/NOUN/subject/sagte {SAGTE}"
    assert described(sentence, "Verkehrsministerium") == Who(
        "Verkehrsministerium", None, None, Form.ORGANISATION, Kind.ORGANISATION
    )


def test_a_dative_is_brought_into_the_nominative() -> None:
    sentence = (
        "Laut/ADP/case/Bund dem/DET/determiner/Bund Deutschen/ADJ/adjective/Bund Bund/NOUN/root "
        "kommt/VERB/other/Bund nichts/PRON/other/Bund ."
    )
    found = described(sentence, "Bund")
    assert found is not None
    assert found.name == "Deutscher Bund"


def test_the_name_of_its_own_behind_a_class_noun_is_the_name() -> None:
    sentence = f"Der/DET/determiner/Chemiekonzern Chemiekonzern/NOUN/subject/sagte Orbwana/NOUN/other/sagte {SAGTE}"
    found = described(sentence, "Chemiekonzern")
    assert found is not None
    assert found.name == "Orbwana"


def test_an_organisation_behind_a_class_noun_is_the_name_and_a_town_is_not() -> None:
    start = "Der/DET/determiner/Verband Verband/NOUN/subject/sagte"
    firm = described(f"{start} Xqua/PROPN/apposition/Verband/ORG* Forum/PROPN/name/Xqua/ORG {SAGTE}", "Verband")
    town = described(f"{start} Bergheim/PROPN/apposition/Verband/LOC* {SAGTE}", "Verband")
    assert firm is not None
    assert town is not None
    assert (firm.name, town.name) == ("Xqua Forum", "Verband Bergheim")


def test_a_known_noun_or_one_with_an_article_behind_it_is_not() -> None:
    for behind in ("Sprecher/NOUN/other/sagte", "Montag/NOUN/other/sagte den/DET/determiner/Montag"):
        sentence = f"Der/DET/determiner/Chemiekonzern Chemiekonzern/NOUN/subject/sagte {behind} {SAGTE}"
        found = described(sentence, "Chemiekonzern")
        assert found is not None
        assert found.name != behind.split("/")[0]


def test_what_an_organisation_is_for_belongs_to_its_name_and_its_place_does_not() -> None:
    start = "Das/DET/determiner/Amt Amt/NOUN/subject/sagte"
    for_fish = described(f"{start} für/ADP/case/Fischerei Fischerei/NOUN/attribute/Amt {SAGTE}", "Amt")
    at_sea = described(f"{start} neben/ADP/case/Fischerei Fischerei/NOUN/attribute/Amt {SAGTE}", "Amt")
    assert for_fish is not None
    assert at_sea is not None
    assert (for_fish.name, at_sea.name) == ("Amt für Fischerei", "Amt")


def test_several_authorities_are_a_group_and_one_is_an_organisation() -> None:
    many = described(
        "Die/DET/determiner/Behörden Behörden/NOUN/subject/sagten sagten/VERB/root nichts/PRON/object .", "Behörden"
    )
    one = described(f"Die/DET/determiner/Behörde Behörde/NOUN/subject/sagte {SAGTE}", "Behörde")
    assert many is not None
    assert one is not None
    assert (many.kind, one.kind) == (Kind.GROUP, Kind.ORGANISATION)


def test_a_document_speaks_and_has_its_author_for_affiliation() -> None:
    sentence = (
        "Der/DET/determiner/Bericht Bericht/NOUN/subject/sagt des/DET/determiner/Senats "
        "Senats/NOUN/attribute/Bericht sagt/VERB/root es/PRON/object ."
    )
    assert described(sentence, "Bericht") == Who("Bericht", None, "Senat", Form.DOCUMENT, Kind.DOCUMENT)


def test_a_thing_is_no_mention() -> None:
    assert described(f"Die/DET/determiner/Brücke Brücke/NOUN/subject/sagte {SAGTE}", "Brücke") is None


# --- everybody in a sentence ---


def everybody(sentence: str) -> list[str]:
    return [mention.name for mention in mentions_of(reading(sentence))]


def test_everybody_in_a_sentence_is_found_once() -> None:
    assert everybody(
        "Sprecherin/NOUN/subject/traf Jana/PROPN/apposition/Sprecherin/PER* Brandt/PROPN/name/Jana/PER traf/VERB/root "
        "Timo/PROPN/object/traf/PER* Lind/PROPN/name/Timo/PER ."
    ) == ["Jana Brandt", "Timo Lind"]


def test_who_is_named_inside_a_quote_is_not_among_them() -> None:
    assert everybody(
        "Jana/PROPN/subject/rief/PER* rief/VERB/root : „ Timo/PROPN/subject/kommt/PER* kommt/VERB/clause/rief “ ."
    ) == ["Jana"]


def test_the_predicate_says_what_somebody_is() -> None:
    built = reading(
        "Jana/PROPN/subject/Leiterin/PER* Brandt/PROPN/name/Jana/PER ist/AUX/copula/Leiterin Leiterin/NOUN/root "
        "des/DET/determiner/Amts Amts/NOUN/attribute/Leiterin ."
    )
    roles = [m.roles for m in mentions_of(built) if m.form is Form.NAME]
    assert ("Leiterin",) in roles


def test_the_predicate_of_a_thing_says_nothing_of_a_person() -> None:
    built = reading(
        "Die/DET/determiner/Brücke Brücke/NOUN/subject/Leiterin ist/AUX/copula/Leiterin Leiterin/NOUN/root ."
    )
    assert not [m for m in mentions_of(built) if m.form is Form.NAME]
