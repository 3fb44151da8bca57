"""The data files hold what their headers promise, and the look-ups find it in the words of an article."""

from __future__ import annotations

import unicodedata
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.lexicon import load_lexicon
from service.lexicon.holders import load_country_signs, load_holders

FILES = sorted(entry.name for entry in files("service.lexicon").iterdir() if entry.name.endswith((".tsv", ".txt")))
LEXICON = load_lexicon()

# Which columns make a line's key; the first one in all other files.
KEYS = {
    "holders.tsv": (0, 1),  # a kind may take two lines
    "marks.tsv": (0, 3),
    "roles.tsv": (0, 1),  # a noun may be only feminine or only plural
    "speech_nouns.tsv": (0, 2),  # one line for each class
}

# Files in which a single word of the text is looked up, so that a form with a space would never be found.
OF_WORDS = [
    "company_nouns.txt",
    "first_names.tsv",
    "institutions.tsv",
    "organisation_nouns.tsv",
    "organisation_roles.txt",
    "party_adjectives.tsv",
    "reporting_verbs.tsv",
    "role_adjectives.txt",
    "roles.tsv",
    "speech_nouns.tsv",
    "subjunctives.txt",
    "title_nouns.txt",
    "titles.txt",
]
FORMS_IN = {
    "organisation_nouns.tsv": (0, 2, 3),
    "reporting_verbs.tsv": (0, 1, 3),
    "roles.tsv": (0, 1, 2),
    "speech_nouns.tsv": (0, 1),
}

# The words that a column may hold (several of them where the column is a list).
CLASSES = [
    ("countries.tsv", 7, "country region land canton union"),
    ("first_names.tsv", 1, "m f u"),
    ("holders.tsv", 3, "own whole"),
    ("holders.tsv", 4, "yes no"),
    ("institutions.tsv", 2, "organisation party"),
    ("marks.tsv", 1, "outer inner"),
    ("marks.tsv", 2, "open close either"),
    ("organisation_nouns.tsv", 1, "m f n pl"),
    ("organisation_nouns.tsv", 4, "organisation group document medium"),
    ("reporting_verbs.tsv", 2, "speech write report object naming as of before cite document emotion"),
    ("roles.tsv", 3, "yes no"),
    ("roles.tsv", 4, "office function profession title relation"),
    ("roles.tsv", 5, "strong weak adjective"),
    ("speech_nouns.tsv", 2, "utterance slogan term source"),
    ("title_nouns.txt", 1, "work medium vehicle organisation event place product award term slogan"),
    ("titles.txt", 1, "drop keep"),
]


def text_of(name: str) -> str:
    return files("service.lexicon").joinpath(name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    lines = text_of(name).splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


# --- the files ---


def test_there_are_data_files() -> None:
    assert {"roles.tsv", "reporting_verbs.tsv", "marks.tsv"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_explains_itself_and_has_lines(name: str) -> None:
    assert text_of(name).startswith("# ")
    assert rows(name)


@pytest.mark.parametrize("name", FILES)
def test_every_line_has_the_same_number_of_columns(name: str) -> None:
    assert len({len(row) for row in rows(name)}) == 1


@pytest.mark.parametrize("name", FILES)
def test_no_column_is_empty_or_has_space_around_it(name: str) -> None:
    assert [row for row in rows(name) if any(not column or column != column.strip() for column in row)] == []


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_twice(name: str) -> None:
    columns = KEYS.get(name, (0,))
    counted = Counter(tuple(row[column] for column in columns) for row in rows(name))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_the_text_is_composed_and_plain(name: str) -> None:
    text = text_of(name)
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("name", FILES)
def test_no_item_of_a_list_is_empty_or_stands_twice(name: str) -> None:
    lists = [column.split("|") for row in rows(name) for column in row if "|" in column]
    assert [items for items in lists if "" in items or len(items) != len(set(items))] == []


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(strict=True, reason="„First Lady“ is two words"))
        if name == "roles.tsv"
        else name
        for name in OF_WORDS
    ],
)
def test_where_words_are_looked_up_no_form_has_a_space(name: str) -> None:
    columns = FORMS_IN.get(name, (0,))
    forms = [form for row in rows(name) for column in columns for form in row[column].split("|")]
    assert [form for form in forms if " " in form or "\u00a0" in form] == []


@pytest.mark.parametrize(("name", "column", "classes"), CLASSES)
def test_a_class_is_one_of_those_explained(name: str, column: int, classes: str) -> None:
    used = {item for row in rows(name) for item in row[column].split("|")}
    assert used <= set(classes.split())
    assert used, name


# --- verbs ---


def lemmas(form: str) -> set[str]:
    return {verb.lemma for verb in LEXICON.verbs(form)}


def test_every_form_of_the_file_is_found() -> None:
    for lemma, _, _, forms in rows("reporting_verbs.tsv"):
        assert all(lemma in lemmas(form) for form in (lemma, *forms.split("|")))


def test_a_separable_verb_is_found_with_and_without_its_particle() -> None:
    assert "hinzufügen" in lemmas("fügte")
    assert "hinzufügen" in lemmas("hinzufügte")
    assert {verb.particle for verb in LEXICON.verbs("hinzufügte")} == {"hinzu"}
    assert lemmas("wegfügte") == set()


def test_a_joined_form_has_its_particle_in_front() -> None:
    for lemma, particle, _, _ in rows("reporting_verbs.tsv"):
        assert particle == "-" or lemma.startswith(particle)


def test_a_verb_is_found_in_capitals_too_and_another_one_is_not() -> None:
    assert "sagen" in lemmas("Sagte")
    assert lemmas("strickte") == set()


def test_a_verb_of_speech_frames_a_quote_and_another_one_does_not() -> None:
    assert LEXICON.is_speech_form("sagte")
    assert not LEXICON.is_speech_form("strickte")


# --- roles ---


def role(word: str) -> tuple[str, str, str] | None:
    """What stands before the role noun, its nominative, its gender."""
    match = LEXICON.role(word)
    return (match.prefix, match.role.nominative, match.role.gender) if match else None


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Sprecherin", ("", "Sprecherin", "f")),
        ("Kremlsprecher", ("Kreml", "Sprecher", "m")),
        ("Kreml-Sprecher", ("Kreml-", "Sprecher", "m")),
        ("GdP-Vorsitzender", ("GdP-", "Vorsitzender", "m")),
        ("Piloten", ("", "Pilot", "m")),
        ("Vorsitzenden", ("", "Vorsitzender", "m")),
        ("Anwaltes", ("", "Anwalt", "m")),
    ],
)
def test_a_role_is_taken_apart_and_brought_into_the_nominative(word: str, found: tuple[str, str, str]) -> None:
    assert role(word) == found


@pytest.mark.parametrize("word", ["Becher", "Herd", "Brücke", "Sprache", "", "-", "Kreml", "Sprecher-"])
def test_a_thing_is_no_role(word: str) -> None:
    assert role(word) is None


def test_a_plural_is_known_as_one() -> None:
    match = LEXICON.role("Sprecherinnen")
    assert match is not None
    assert match.role.plural
    single = LEXICON.role("Sprecherin")
    assert single is not None
    assert not single.role.plural


def test_the_longest_role_noun_counts() -> None:
    match = LEXICON.role("Chefarzt")
    assert match is not None
    assert (match.prefix, match.role.nominative) == ("", "Chefarzt")


def test_only_some_compounds_are_split() -> None:
    spokesman, chancellor = LEXICON.role("Kremlsprecher"), LEXICON.role("Bundeskanzler")
    assert spokesman is not None
    assert chancellor is not None
    assert (spokesman.role.splits, chancellor.role.splits) == (True, False)


# --- organisations ---


def base(word: str) -> str | None:
    noun = LEXICON.organisation_noun(word)
    return noun.base if noun else None


@pytest.mark.parametrize(
    ("word", "nominative"),
    [
        ("Ministeriums", "Ministerium"),
        ("Verkehrsministeriums", "Verkehrsministerium"),
        ("Verkehrs-Ministerium", "Verkehrs-Ministerium"),
        ("Behörden", "Behörden"),
        ("Ämtern", "Ämter"),
        ("Seilbahnverband", "Seilbahnverband"),
    ],
)
def test_an_organisation_is_brought_into_the_nominative(word: str, nominative: str) -> None:
    assert base(word) == nominative


@pytest.mark.parametrize("word", ["Samt", "zeitung", "Brücke", "", "-"])
def test_a_thing_is_no_organisation(word: str) -> None:
    assert base(word) is None


# --- places, parties, people ---


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("russischer", "Russland"),
        ("Russische", "Russland"),
        ("französischen", "Frankreich"),
        ("chinesischem", "China"),
        ("Zürcher", "Zürich"),
        ("Moskauer", "Moskau"),
        ("Berliner", "Berlin"),
    ],
)
def test_an_adjective_leads_to_its_country_or_city(word: str, country: str) -> None:
    assert LEXICON.country_of_adjective(word) == country


@pytest.mark.parametrize("word", ["rasche", "Lehrer", "Ferner", "russ", "", "er"])
def test_another_adjective_does_not(word: str) -> None:
    assert LEXICON.country_of_adjective(word) is None


def test_a_country_is_known_in_any_case() -> None:
    assert LEXICON.country_form("Norwegens") == "Norwegen"
    assert LEXICON.country_form("Niederlanden") == "Niederlande"
    assert LEXICON.country_form("Norwegener") is None


def test_a_country_is_known_in_front_of_a_compound() -> None:
    assert LEXICON.country_prefix("US") == "USA"
    assert LEXICON.country_prefix("NRW") == "Nordrhein-Westfalen"
    assert LEXICON.country_prefix("XY") is None


def test_a_seat_stands_for_its_country() -> None:
    seat = LEXICON.seat("Moskau")
    assert seat is not None
    assert seat.name == "Russland"
    assert LEXICON.seat("Bergheim") is None


def test_an_inhabitant_has_a_country_and_a_gender() -> None:
    assert LEXICON.inhabitant("Schweizer") == ("Schweiz", "m")
    assert LEXICON.inhabitant("Russin") == ("Russland", "f")
    assert LEXICON.inhabitant("Bäckerin") is None


def test_a_party_is_known_by_its_adjective_but_not_by_the_noun() -> None:
    assert LEXICON.party_of_adjective("grünen") == "Grüne"
    assert LEXICON.party_of_adjective("Grünen") is None
    assert LEXICON.party_of_adjective("grünlich") is None


def test_an_institution_is_known_by_its_prefix_and_its_names() -> None:
    assert LEXICON.prefixes["kreml"] == ("Kreml", "organisation")
    assert "brücke" not in LEXICON.prefixes


def test_a_medium_is_known_by_its_other_spellings() -> None:
    assert LEXICON.media["11Freunde"] == LEXICON.media["11 Freunde"] == "11 Freunde"
    assert "Brückenblick" not in LEXICON.media


# --- nouns around marks ---


def test_a_title_noun_matches_as_the_last_part_of_a_compound() -> None:
    assert LEXICON.title_noun("Dokumentarfilm") == LEXICON.title_noun("Film") == "work"
    assert LEXICON.title_noun("Filmriss") is None


def test_a_noun_of_speech_matches_as_it_stands_only() -> None:
    assert LEXICON.speech_noun("Forderungen") == {"utterance"}
    assert LEXICON.speech_noun("forderungen") == frozenset()
    assert LEXICON.speech_noun("Brücke") == frozenset()


def test_so_called_is_known_in_every_case() -> None:
    assert LEXICON.is_pseudo("sogenannten")
    assert LEXICON.is_pseudo("Sogenannte")
    assert not LEXICON.is_pseudo("sagenhafte")


def test_the_title_is_kept_where_it_belongs_to_the_name() -> None:
    assert LEXICON.titles["Graf"] is True
    assert LEXICON.titles["Herr"] is False
    assert "Brücke" not in LEXICON.titles


# --- where roles are held ---


def test_a_role_leads_to_the_kind_of_organisation_it_is_held_in() -> None:
    holders = load_holders()
    assert [holder.kind for holder in holders.of_role("vorstandschef")][:1] == ["company"]
    assert holders.of_role("brücke") == ()


def test_a_noun_leads_to_its_kind_in_compounds_too() -> None:
    holders = load_holders()
    bank, compound = holders.of_noun("Bank"), holders.of_noun("Kantonalbank")
    assert bank is not None
    assert compound == bank
    assert holders.of_noun("Brücke") is None


def test_a_sign_shows_its_country() -> None:
    assert load_country_signs()["Ständerat"] == "Schweiz"
    assert "Brücke" not in load_country_signs()


# --- properties ---

LEMMAS = {row[0] for row in rows("reporting_verbs.tsv")}
WORDS = st.one_of(st.text(max_size=30), st.text(alphabet="KremlspchrinAmt-ÄÖß. ", max_size=30))


@given(st.one_of(WORDS, st.sampled_from(["russischer", "Moskauer", "Züricher", "sagte", "fügte"])))
@settings(max_examples=300, deadline=None)
def test_any_word_may_be_looked_up(word: str) -> None:
    match, noun = LEXICON.role(word), LEXICON.organisation_noun(word)
    assert match is None or word.startswith(match.prefix)
    assert noun is None or word.startswith(noun.prefix)
    country = LEXICON.country_of_adjective(word)
    assert country is None or country in LEXICON.places or LEXICON.country_form(country) == country
    assert all(verb.lemma in LEMMAS for verb in LEXICON.verbs(word))


@given(st.sampled_from([row[0] for row in rows("roles.tsv") if len(row[0]) > 2]))
@settings(max_examples=300, deadline=None)
def test_every_role_is_found_behind_a_hyphen(noun: str) -> None:
    match = LEXICON.role(f"Xqu-{noun}")
    assert match is not None
    assert match.prefix == "Xqu-"


def test_an_amt_is_an_organisation_and_a_post_is_none() -> None:
    found = LEXICON.organisation_noun("Küstenamts")
    assert found is not None
    assert found.base == "Küstenamt"
    assert LEXICON.organisation_noun("Traineramt") is LEXICON.organisation_noun("gesamt") is None


def test_no_thing_that_ends_like_a_role_is_one() -> None:
    assert LEXICON.role("Halbleiter") is LEXICON.role("Lautsprechern") is None
    assert LEXICON.role("Projektleiter") is not None


def test_roles_of_one_family_share_its_number() -> None:
    assert LEXICON.role_families("Rathauschef") & LEXICON.role_families("Bürgermeister")
    assert not LEXICON.role_families("Rathauschef") & LEXICON.role_families("Trainer")
    assert LEXICON.role_families("Wirtschaftsminister") & LEXICON.role_families("Ressortchef")


def test_names_that_begin_with_an_adjective_are_known_in_every_case() -> None:
    for form in ("rotes kreuz", "rote kreuz", "roten kreuz", "roten kreuzes"):
        assert LEXICON.prefixes[form] == ("Rotes Kreuz", "organisation")
