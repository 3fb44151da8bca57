"""Confidence: the signals of an attribution, the number made of them, and the fit behind the table."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from benchmarks.calibrate import Seen, brier, fit, held_out, log_loss, table
from service.quotation.attribution import Attribution
from service.quotation.confidence import BASE, FAMILIES, HIGHEST, TABLE, confidence, signals, weights
from service.quotation.identity import Person
from service.quotation.mentions import Form, Mention
from service.quotation.result import Kind, Span

WORDS = "Uns fehlt das Geld"


def mention(text: str, words: str, form: Form = Form.NAME, name: str = "", sentence: int = 0, **more: bool) -> Mention:
    start = text.index(words)
    return Mention(Span(words, start, start + len(words)), form, Kind.PERSON, name or words, sentence=sentence, **more)


def somebody(*mentions: Mention, name: str = "Henno Wiards") -> Person:
    return Person(1, name, Kind.PERSON, list(mentions))


def parts(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(w), text.index(w) + len(w)) for w in words or (WORDS,)]


def seen(text: str, said: Mention, person: Person, *words: str, rule: str = "inverted-frame") -> tuple[str, ...]:
    return signals(Attribution(0, rule, person, said), text, parts(text, *words))


def named(text: str, words: str = "Henno Wiards") -> tuple[str, ...]:
    said = mention(text, words)
    return seen(text, said, somebody(said))


# ---------------------------------------------------------------- signals


def test_every_attribution_shows_its_rule_and_the_family_of_the_rule() -> None:
    assert {BASE, "rule:inverted-frame", "family:frame"} <= set(named(f"„{WORDS}“, sagte Henno Wiards."))


def test_a_rule_without_a_family_is_no_error() -> None:
    text = f"„{WORDS}“, sagte Henno Wiards."
    said = mention(text, "Henno Wiards")
    assert "family:other" in seen(text, said, somebody(said), rule="rule-of-tomorrow")


def test_a_speaker_right_behind_the_quote_stands_beside_it() -> None:
    found = named(f"„{WORDS}“, sagte Henno Wiards.")
    assert "place:beside" in found
    assert "before-the-quote" not in found


def test_a_speaker_in_front_of_the_quote_stands_before_it() -> None:
    found = named(f"Henno Wiards sagte: „{WORDS}“")
    assert {"place:beside", "before-the-quote"} <= set(found)


def test_a_speaker_between_two_parts_stands_beside_the_quote() -> None:
    text = "„Uns fehlt“, sagte Henno Wiards am Dienstag in Leer vor der Presse, „das Geld dafür“."
    said = mention(text, "Henno Wiards")
    found = seen(text, said, somebody(said), "Uns fehlt", "das Geld dafür")
    assert "place:beside" in found
    assert "before-the-quote" not in found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Henno Wiards sagte am Dienstag in Leer, „{WORDS}“.", "same-sentence"),
        (f"Henno Wiards kam am Dienstag nach Leer. „{WORDS}“", "other-sentence"),
        (f"Henno Wiards redete am Dienstag lange\n\n„{WORDS}“", "other-sentence"),
        (f"„{WORDS}!“ Das meinte in Leer Henno Wiards.", "other-sentence"),
        (f"„{WORDS}!“, rief am Dienstag in Leer Henno Wiards.", "same-sentence"),
    ],
)
def test_a_mention_farther_off_stands_in_the_same_sentence_or_in_another(text: str, place: str) -> None:
    assert f"place:{place}" in named(text)


def test_a_mention_paragraphs_away_is_far() -> None:
    assert "far" in named(f"Henno Wiards kam. {'Es regnete. ' * 40}„{WORDS}“")
    assert "far" not in named(f"Henno Wiards kam. Es regnete. „{WORDS}“")


@pytest.mark.parametrize(
    ("words", "form", "name", "definite", "signal"),
    [
        ("Henno Wiards", Form.NAME, "Henno Wiards", False, "full-name"),
        ("Wiards", Form.NAME, "Wiards", False, "short-name"),
        ("er", Form.PRONOUN, "er", False, "pronoun"),
        ("der Deichgraf", Form.ROLE, "Deichgraf", True, "role-of-named"),
        ("die Behörde", Form.ORGANISATION, "Behörde", True, "generic-organisation"),
        ("die Seewacht", Form.ORGANISATION, "Seewacht", True, "organisation"),
    ],
)
def test_the_form_of_the_mention_counts(words: str, form: Form, name: str, definite: bool, signal: str) -> None:
    text = f"Henno Wiards kam. „{WORDS}“, sagte {words}."
    said = mention(text, f"{words}.", form, name, definite=definite)
    assert f"mention:{signal}" in seen(text, said, somebody(mention(text, "Henno Wiards"), said))


@pytest.mark.parametrize(("definite", "signal"), [(True, "role-unresolved"), (False, "role-unnamed")])
def test_a_role_that_points_back_to_nobody_is_not_an_unnamed_speaker(definite: bool, signal: str) -> None:
    text = f"„{WORDS}“, sagte Deichgraf."
    said = mention(text, "Deichgraf", Form.ROLE, definite=definite)
    assert f"mention:{signal}" in seen(text, said, somebody(said, name="Deichgraf"))


def test_a_surname_without_a_first_name_in_the_article_is_a_lone_name() -> None:
    text = f"„{WORDS}“, sagte Wiards."
    said = mention(text, "Wiards")
    assert "mention:lone-name" in seen(text, said, somebody(said, name="Wiards"))


@pytest.mark.parametrize(("sentence", "is_long"), [(2, False), (3, True)])
def test_a_pronoun_far_behind_its_antecedent_is_long_not_mentioned(sentence: int, is_long: bool) -> None:
    text = f"Henno Wiards kam. Es regnete. Der Wind blies. „{WORDS}“, sagte er."
    said = mention(text, "er.", Form.PRONOUN, "er", sentence)
    found = seen(text, said, somebody(mention(text, "Henno Wiards"), said))
    assert ("long-not-mentioned" in found) is is_long


def test_a_full_name_may_come_again_after_any_distance() -> None:
    text = f"Wiards kam. „{WORDS}“, sagte Henno Wiards."
    said = mention(text, "Henno Wiards", sentence=30)
    assert "long-not-mentioned" not in seen(text, said, somebody(mention(text, "Wiards"), said))


# ---------------------------------------------------------------- the number


def test_without_a_speaker_there_is_no_confidence() -> None:
    assert confidence(Attribution(0, "unattributed", reason="no-frame"), f"„{WORDS}“", [(1, 5)]) == 0.0


def test_a_plain_frame_is_sure_and_a_quote_carried_over_from_far_is_not() -> None:
    plain, carried = f"„{WORDS}“, sagte Henno Wiards.", f"Wiards kam. {'Es regnete. ' * 40}„{WORDS}“"
    sure, unsure = mention(plain, "Henno Wiards"), mention(carried, "Wiards")
    high = confidence(Attribution(0, "inverted-frame", somebody(sure, sure), sure), plain, parts(plain))
    low = confidence(Attribution(0, "continuation", somebody(unsure, name="Wiards"), unsure), carried, parts(carried))
    assert high >= 0.9
    assert low < 0.8


def test_the_number_has_two_decimals_and_is_never_certain() -> None:
    text = f"„{WORDS}“, sagte Henno Wiards."
    said = mention(text, "Henno Wiards")
    for rule in FAMILIES:
        found = Attribution(0, rule, somebody(said), said)
        number = confidence(found, text, parts(text))
        assert number == round(number, 2)
        assert 0 < number <= HIGHEST
        assert number == confidence(replace(found), text, parts(text))


def test_the_table_explains_itself_and_holds_every_family() -> None:
    lines = files("service.lexicon").joinpath(TABLE).read_text(encoding="utf-8").splitlines()
    assert "python -m benchmarks.calibrate" in lines[0]
    assert {BASE, *(f"family:{family}" for family in FAMILIES.values())} <= weights().keys()


# ---------------------------------------------------------------- the fit

QUOTES = [
    Seen(f"article-{i}", False, (BASE, "family:frame", "rule:as-frame", *["far"] * (i % 2)), i % 2 == 0 or i % 5 == 0)
    for i in range(60)
]


def test_what_goes_with_wrong_speakers_gets_a_negative_weight() -> None:
    assert fit(QUOTES, 1.0, 0.5).weights["far"] < -1


def test_a_strong_pull_leaves_only_the_base() -> None:
    found = fit(QUOTES, 1000.0, 0.5).weights
    assert abs(found["far"]) < 0.1
    assert found[BASE] > 0.1


def test_a_held_out_quote_does_not_know_whether_it_is_right() -> None:
    turned = [replace(QUOTES[0], group="turned", right=not QUOTES[0].right), *QUOTES[1:]]
    assert held_out(turned, 1.0, 0.5)[0] == pytest.approx(held_out(QUOTES, 1.0, 0.5)[0])


def test_the_scores_are_least_for_what_is_the_case() -> None:
    right = np.array([True, False])
    good, bad = np.array([0.9, 0.1]), np.array([0.1, 0.9])
    assert log_loss(right, good) == pytest.approx(-np.log(0.9))
    assert brier(right, good) == pytest.approx(0.01)
    assert log_loss(right, bad) > log_loss(right, good)


def test_the_table_counts_articles_and_cases_and_leaves_the_base_of_the_cases_out() -> None:
    quotes = [*QUOTES, Seen("case", True, (BASE, "family:frame", "rule:as-frame"), True)]
    rows = [line.split("\t") for line in table(quotes, fit(quotes, 1.0, 0.5)).splitlines() if line[0] != "#"]
    assert {row[0]: row[2:] for row in rows} == {
        "base": ["60", "1"],
        "family:frame": ["60", "1"],
        "rule:as-frame": ["60", "1"],
        "far": ["30", "0"],
    }
