"""Identity: which mentions are one speaker. The mentions are made by hand, in the order of an article."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.quotation.identity import Cast, Person, folded, joint_name
from service.quotation.mentions import Form, Mention
from service.quotation.result import Kind, Span


def mention(
    name: str,
    at: int,
    form: Form = Form.NAME,
    *,
    roles: tuple[str, ...] = (),
    affiliations: tuple[str, ...] = (),
    gender: str = "u",
    definite: bool = True,
    plural: bool = False,
    subject: bool = False,
    sentence: int | None = None,
    kind: Kind = Kind.PERSON,
) -> Mention:
    """A mention at an offset; a sentence is a hundred characters unless it is said which one it is."""
    return Mention(
        Span(name, at, at + len(name)),
        form,
        kind,
        name,
        roles,
        affiliations,
        gender,
        plural,
        definite,
        sentence=at // 100 if sentence is None else sentence,
        is_subject=subject,
    )


def role(
    name: str, at: int, *, gender: str = "m", definite: bool = True, affiliations: tuple[str, ...] = ()
) -> Mention:
    return mention(name, at, Form.ROLE, roles=(name,), gender=gender, definite=definite, affiliations=affiliations)


def pronoun(name: str, at: int, gender: str, *, plural: bool = False) -> Mention:
    kind = Kind.GROUP if plural else Kind.PERSON
    return mention(name, at, Form.PRONOUN, gender=gender, plural=plural, kind=kind)


def organisation(name: str, at: int, *, definite: bool = False, gender: str = "u") -> Mention:
    return mention(name, at, Form.ORGANISATION, definite=definite, gender=gender, kind=Kind.ORGANISATION)


def who(asked: Mention, *others: Mention) -> str | None:
    """The name of the speaker that ``asked`` stands for, in an article with these other mentions."""
    person = Cast([*others, asked] if asked.form is not Form.PRONOUN else list(others)).who(asked)
    return person.name if person else None


def person(asked: Mention, *others: Mention) -> Person:
    found = Cast([*others, asked]).who(asked)
    assert found is not None
    return found


# --- spelling ---


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Sol-ju", "Kim Sol Ju"),
        ("Žana Brandt", "Zana Brandt"),
        ("Anna Weiß", "Anna Weiss"),
        ("JANA BRANDT", "Jana Brandt"),
    ],
)
def test_spelling_variants_are_one_name(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Jana Brandt", "Jana Brand"), ("Anna", "Hanna")])
def test_different_names_stay_two(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(max_size=30))
@settings(deadline=None)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def test_joint_names_are_joined_by_comma_and_und() -> None:
    assert joint_name(["Lind"]) == "Lind"
    assert joint_name(["Lind", "Beck"]) == "Lind und Beck"
    assert joint_name(["Lind", "Beck", "Roth"]) == "Lind, Beck und Roth"


# --- names ---


def test_a_surname_stands_for_the_full_name() -> None:
    assert who(mention("Brandt", 100), mention("Jana Brandt", 0)) == "Jana Brandt"


def test_a_surname_may_come_before_the_full_name() -> None:
    assert who(mention("Brandt", 0), mention("Jana Brandt", 100)) == "Jana Brandt"


def test_another_surname_is_another_person() -> None:
    assert who(mention("Brand", 100), mention("Jana Brandt", 0)) == "Brand"


def test_the_s_of_the_genitive_is_left_out() -> None:
    assert who(mention("Brandts", 100), mention("Jana Brandt", 0)) == "Jana Brandt"


def test_an_s_that_belongs_to_the_name_stays() -> None:
    assert who(mention("Jonas", 100), mention("Jana Brandt", 0)) == "Jonas"


def test_a_first_name_stands_for_the_full_name() -> None:
    assert who(mention("Jana", 100), mention("Jana Brandt", 0)) == "Jana Brandt"


def test_the_surname_after_the_hyphen_does_too() -> None:
    assert who(mention("Roth", 100), mention("Jana Brandt-Roth", 0)) == "Jana Brandt-Roth"


def test_of_two_of_one_surname_the_last_mentioned_is_meant() -> None:
    jana, timo = mention("Jana Brandt", 0), mention("Timo Brandt", 100)
    assert who(mention("Brandt", 200), jana, timo) == "Timo Brandt"
    assert who(mention("Brandt", 50), jana, timo) == "Jana Brandt"


def test_an_address_that_tells_the_gender_decides_between_two() -> None:
    jana, timo = mention("Jana Brandt", 0, gender="f"), mention("Timo Brandt", 100, gender="m")
    assert who(mention("Brandt", 200, gender="f"), jana, timo) == "Jana Brandt"


def test_two_people_of_one_surname_are_two_speakers() -> None:
    jana, timo = mention("Jana Brandt", 0), mention("Timo Brandt", 100)
    cast = Cast([jana, timo])
    assert cast.who(jana) is not cast.who(timo)


def test_the_fuller_name_is_the_name() -> None:
    assert who(mention("Lena Aue", 100), mention("Lena Maria Aue", 0)) == "Lena Maria Aue"


def test_roles_and_affiliations_are_gathered_over_the_article() -> None:
    found = person(
        mention("Brandt", 200, roles=("Chefin",), affiliations=("Nordwerke",)),
        mention("Jana Brandt", 0, roles=("Sprecherin",), affiliations=("Senat",)),
    )
    assert (list(found.roles), list(found.affiliations)) == (["Sprecherin", "Chefin"], ["Senat", "Nordwerke"])


def test_what_is_said_of_somebody_else_is_not() -> None:
    found = person(mention("Timo Lind", 200), mention("Jana Brandt", 0, roles=("Sprecherin",), affiliations=("Senat",)))
    assert (list(found.roles), list(found.affiliations)) == ([], [])


def test_two_names_that_met_are_not_one_person() -> None:
    jana, timo = mention("Jana Brandt", 0), mention("Timo Lind", 50)
    met = mention("Brandt Lind", 100)
    assert who(mention("Lind", 200), jana, timo, met) == "Timo Lind"
    assert who(mention("Roth", 200), jana, timo, mention("Nele Roth", 100)) == "Nele Roth"


# --- pronouns ---


def test_er_and_sie_go_by_gender() -> None:
    jana, timo = mention("Jana Brandt", 0, gender="f"), mention("Timo Lind", 100, gender="m")
    assert who(pronoun("sie", 200, "f"), jana, timo) == "Jana Brandt"
    assert who(pronoun("er", 200, "m"), jana, timo) == "Timo Lind"


def test_of_two_that_fit_the_nearer_sentence_counts() -> None:
    assert (
        who(pronoun("er", 200, "m"), mention("Ole Beck", 0, gender="m"), mention("Timo Lind", 100, gender="m"))
        == "Timo Lind"
    )


def test_in_one_sentence_the_subject_counts() -> None:
    ole = mention("Ole Beck", 110, gender="m")
    timo = mention("Timo Lind", 130, gender="m", subject=True)
    assert who(pronoun("er", 200, "m"), ole, timo) == "Timo Lind"


def test_dieser_takes_the_last_one() -> None:
    ole = mention("Ole Beck", 110, gender="m")
    timo = mention("Timo Lind", 130, gender="m")
    assert who(pronoun("dieser", 200, "m"), ole, timo) == "Timo Lind"
    assert who(pronoun("er", 200, "m"), ole, timo) == "Ole Beck"


def test_a_pronoun_is_not_followed_forward() -> None:
    assert who(pronoun("er", 50, "m"), mention("Timo Lind", 100, gender="m")) is None


def test_a_pronoun_is_not_followed_over_half_the_article() -> None:
    assert who(pronoun("er", 300, "m"), mention("Timo Lind", 0, gender="m")) == "Timo Lind"
    assert who(pronoun("er", 9000, "m"), mention("Timo Lind", 0, gender="m")) is None


def test_a_person_comes_before_an_organisation_that_fits_too() -> None:
    board = organisation("Kammer", 150, gender="f")
    assert who(pronoun("sie", 200, "f"), mention("Jana Brandt", 100, gender="f"), board) == "Jana Brandt"
    assert who(pronoun("sie", 200, "f"), board) == "Kammer"


def test_the_plural_sie_is_a_group_and_nobody_alone() -> None:
    group = mention("Anwohner", 0, Form.ROLE, roles=("Anwohner",), plural=True, kind=Kind.GROUP)
    assert who(pronoun("sie", 200, "u", plural=True), group, mention("Jana Brandt", 100, gender="f")) == "Anwohner"
    assert who(pronoun("sie", 200, "u", plural=True), mention("Jana Brandt", 100, gender="f")) is None


def test_the_plural_sie_is_the_group_that_spoke_last() -> None:
    first = mention("Anwohner", 0, Form.ROLE, roles=("Anwohner",), plural=True, kind=Kind.GROUP)
    last = mention("Eltern", 100, Form.ROLE, roles=("Eltern",), plural=True, kind=Kind.GROUP)
    cast = Cast([first, last])
    speaker = cast.who(first)
    assert speaker is not None
    asked = pronoun("sie", 200, "u", plural=True)
    assert cast.who(asked, [(50, speaker)]) is speaker
    assert cast.who(asked) is cast.who(last)


# --- role nouns ---


def test_the_definite_role_stands_for_the_person_who_holds_it() -> None:
    jana = mention("Jana Brandt", 0, roles=("Verkehrsministerin",), gender="f")
    assert who(role("Ministerin", 200, gender="f"), jana) == "Jana Brandt"


def test_a_role_of_the_other_gender_does_not() -> None:
    jana = mention("Jana Brandt", 0, roles=("Ministerin",), gender="f")
    assert who(role("Minister", 200), jana) == "Minister"


def test_an_indefinite_role_is_somebody_new() -> None:
    jana = mention("Jana Brandt", 0, roles=("Sprecherin",), gender="f")
    assert who(role("Sprecherin", 200, gender="f", definite=False), jana) == "Sprecherin"


def test_the_minister_of_one_country_is_not_that_of_another() -> None:
    timo = mention("Timo Lind", 0, roles=("Präsident",), affiliations=("Norwegen",), gender="m")
    assert who(role("Präsident", 200, affiliations=("Kanada",)), timo) == "Präsident"
    assert who(role("Präsident", 200, affiliations=("Norwegen",)), timo) == "Timo Lind"


def test_the_minister_is_the_person_just_named_without_a_role() -> None:
    timo = mention("Timo Lind", 100, gender="m")
    assert who(replace(role("Minister", 200), is_subject=True), timo) == "Timo Lind"
    assert who(replace(role("Minister", 900), is_subject=True), timo) == "Minister"


def test_a_role_that_is_no_subject_is_somebody_else() -> None:
    assert who(role("Minister", 200), mention("Timo Lind", 100, gender="m")) == "Minister"


def test_the_spokesman_seldom_is() -> None:
    assert who(role("Sprecher", 200), mention("Timo Lind", 100, gender="m")) == "Sprecher"


def test_a_generic_role_is_the_person_named_last() -> None:
    ole, timo = mention("Ole Beck", 0, gender="m"), mention("Timo Lind", 100, gender="m")
    assert who(role("Politiker", 200), ole, timo) == "Timo Lind"


def test_a_generic_role_of_another_organisation_is_not() -> None:
    timo = mention("Timo Lind", 100, roles=("Bäcker",), gender="m")
    assert who(role("Jurist", 200, affiliations=("Nordwerke",)), timo) == "Jurist"
    assert who(role("Jurist", 200), timo) == "Timo Lind"


def test_the_unnamed_speaker_is_met_again() -> None:
    first = role("Polizeisprecher", 0, definite=False)
    again = role("Sprecher", 200)
    cast = Cast([first, again])
    assert cast.who(again) is cast.who(first)


def test_two_unnamed_speakers_are_two() -> None:
    first = role("Sprecher", 0, definite=False)
    second = role("Sprecher", 200, definite=False)
    cast = Cast([first, second])
    assert cast.who(second) is not cast.who(first)


# --- organisations ---


def test_an_organisation_met_twice_is_one() -> None:
    first, again = organisation("Nordwerke", 0), organisation("Nordwerke", 200)
    cast = Cast([first, again])
    assert cast.who(first) is cast.who(again)


def test_an_abbreviation_of_the_article_stands_for_the_name() -> None:
    cast = Cast([organisation("BdI", 100)], {"BdI": "Bund der Imker"})
    found = cast.who(organisation("BdI", 100))
    assert found is not None
    assert found.name == "Bund der Imker"


def test_an_abbreviation_that_nobody_introduced_stays() -> None:
    assert who(organisation("BdI", 100)) == "BdI"


def test_the_ministry_is_the_one_named_before() -> None:
    named = organisation("Verkehrsministerium", 0)
    assert who(organisation("Ministerium", 200, definite=True), named) == "Verkehrsministerium"
    assert who(organisation("Ministerium", 200, definite=False), named) == "Ministerium"


def test_a_surname_taken_for_an_organisation_is_the_person() -> None:
    assert who(organisation("Brandt", 100), mention("Jana Brandt", 0)) == "Jana Brandt"


# --- groups ---


def test_joint_speakers_get_their_full_names() -> None:
    members = (mention("Brandt", 200), mention("Lind", 211))
    joint = Mention(
        Span("Brandt und Lind", 200, 215), Form.GROUP, Kind.GROUP, "Brandt und Lind", plural=True, members=members
    )
    found = Cast([mention("Jana Brandt", 0), mention("Timo Lind", 50), joint]).who(joint)
    assert found is not None
    assert (found.name, found.kind) == ("Jana Brandt und Timo Lind", Kind.GROUP)


def test_joint_speakers_have_the_roles_of_their_members_and_of_nobody_else() -> None:
    members = (mention("Brandt", 200), mention("Lind", 211))
    joint = Mention(Span("Brandt und Lind", 200, 215), Form.GROUP, Kind.GROUP, "x", plural=True, members=members)
    jana = mention("Jana Brandt", 0, roles=("Chefin",))
    ole = mention("Ole Beck", 50, roles=("Pilot",))
    found = Cast([jana, ole, mention("Timo Lind", 90), joint]).who(joint)
    assert found is not None
    assert list(found.roles) == ["Chefin"]


# --- properties ---

FORMS = st.builds(
    lambda name, at, form, gender, definite, roles: mention(
        name, at * 10, form, gender=gender, definite=definite, roles=roles
    ),
    st.sampled_from(["Jana Brandt", "Timo Brandt", "Brandt", "Lind", "Sprecher", "Amt", "er", "Brandts", "-"]),
    st.integers(0, 60),
    st.sampled_from([Form.NAME, Form.ROLE, Form.PRONOUN, Form.ORGANISATION]),
    st.sampled_from(["m", "f", "u"]),
    st.booleans(),
    st.sampled_from([(), ("Sprecher",), ("Ministerin",)]),
)


@given(st.lists(FORMS, max_size=12))
@settings(deadline=None)
def test_whoever_is_asked_for_twice_is_the_same(mentions: list[Mention]) -> None:
    cast = Cast(mentions)
    for asked in mentions:
        assert cast.who(asked) is cast.who(asked)


@given(st.lists(FORMS, max_size=12))
@settings(deadline=None)
def test_only_a_pronoun_may_stand_for_nobody(mentions: list[Mention]) -> None:
    cast = Cast(mentions)
    assert all(cast.who(m) is not None for m in mentions if m.form is not Form.PRONOUN)


@given(st.lists(FORMS, max_size=12))
@settings(deadline=None)
def test_keys_are_unique(mentions: list[Mention]) -> None:
    keys = [p.key for p in Cast(mentions).people]
    assert len(keys) == len(set(keys))
