"""From outcomes to figures, intervals, reliability and rules; the judgement is a small stand-in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks import reliability, rules
from benchmarks.figures import counts, figures, intervals
from benchmarks.ledger import entries, kind_of_miss
from benchmarks.outcomes import Outcome, Scored, scored

WANTED = {"start": 1, "end": 5, "text": "Nein", "speaker": {"names": ["Brandt"], "affiliations": ["Amt"]}}
RIGHT = (True, True, True, True)


def got(id: int = 1, confidence: float = 0.9, rule: str = "inverted-frame", **more: Any) -> dict[str, Any]:
    speaker = {"name": "Brandt", "affiliation": "Amt"}
    return {"id": id, "start": 1, "end": 5, "speaker": speaker, "confidence": confidence, "rule": rule, **more}


def f1(found: int, answered: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = found / answered if answered else 1.0, found / wanted if wanted else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def judge(part: dict[str, Any], wanted: dict[str, Any]) -> tuple[bool, bool, bool, bool]:
    return ((part["speaker"] or {}).get("name") in wanted["speaker"]["names"],) * 4


def pair(parts: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[int, int]:
    starts = [part["start"] for part in parts]
    return {place: starts.index(wanted["start"]) for place, wanted in enumerate(gold) if wanted["start"] in starts}


JUDGEMENT: Any = SimpleNamespace(f1=f1, judge=judge, pair=pair, breaches=lambda text, quote: [])


def article(*outcomes: Outcome) -> Scored:
    return Scored({"id": "a", "text": ""}, outcomes, ())


FOUND = Outcome(got(), WANTED, RIGHT, exact=True)
MISSED = Outcome(None, WANTED)
EXTRA = Outcome(got(), None)
WRONG = Outcome(got(), WANTED)


def test_each_part_of_a_quote_is_held_against_the_gold() -> None:
    parts = [{"start": 1, "end": 5, "text": "Nein"}, {"start": 9, "end": 12, "text": "nie"}]
    outcomes = scored(JUDGEMENT, {"id": "a", "text": "", "quotes": [WANTED]}, {"quotes": [got(parts=parts)]}).outcomes
    assert [outcome.found for outcome in outcomes] == [True, False]
    assert outcomes[0].right == RIGHT
    assert outcomes[0].exact
    assert outcomes[1].wanted is None


def test_optional_gold_quotes_cost_nothing() -> None:
    optional = {**WANTED, "optional": True}
    for quotes in ([], [got()], [got(start=3)]):
        assert not scored(JUDGEMENT, {"id": "a", "text": "", "quotes": [optional]}, {"quotes": quotes}).outcomes


def test_figures_come_from_the_sums() -> None:
    found = figures(JUDGEMENT, counts(article(FOUND, WRONG, MISSED, EXTRA)))
    assert found["detection_f1"] == pytest.approx(2 / 3)
    assert found["speaker"] == 0.5
    assert found["who_said_what_f1"] == pytest.approx(1 / 3)
    assert found["nominative"] == 1.0


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    table = [counts(article(FOUND))] * 5 + [counts(article(WRONG))] * 5
    low, high = intervals(JUDGEMENT, table, rounds=200)["speaker"]
    assert low < 0.5 < high
    assert intervals(JUDGEMENT, table, rounds=200) == intervals(JUDGEMENT, table, rounds=200)


def test_a_quote_of_two_parts_is_one_and_right_when_both_are() -> None:
    quotes = reliability.judged([article(FOUND, WRONG), article(FOUND)])
    assert [quote.right for quote in quotes] == [False, True]


def test_a_quote_that_is_not_in_the_gold_is_no_right_one() -> None:
    (quote,) = reliability.judged([article(EXTRA)])
    assert not quote.right
    assert not quote.in_gold


def test_quotes_without_a_speaker_have_no_confidence_to_judge() -> None:
    assert reliability.judged([article(Outcome(got(speaker=None, confidence=0.0), WANTED))]) == []


def test_bins_and_calibration_error() -> None:
    quotes = [reliability.Judged(0.9, True, True)] * 3 + [reliability.Judged(0.9, False, True)]
    (only,) = reliability.bins(quotes)
    assert (only.low, only.quotes, only.right) == (0.9, 4, 0.75)
    assert reliability.sure(quotes) == reliability.Bin(0.9, reliability.EDGES[-1], 4, pytest.approx(0.9), 0.75)
    assert reliability.calibration_error(quotes) == pytest.approx(0.15)
    assert reliability.calibration_error([]) == 0.0


def test_a_confidence_of_one_has_a_bin() -> None:
    assert reliability.bins([reliability.Judged(1.0, True, True)])


def test_rules_are_counted_and_shown() -> None:
    table = rules.firings([article(FOUND, WRONG, EXTRA, MISSED)])
    assert table == {"inverted-frame": rules.Firing(found=2, right=1, extra=1)}
    lines = list(rules.markdown({"one": table, "two": {}}))
    assert lines[-1] == "| inverted-frame | 3 | 1 of 2 | 0 | – |"


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (FOUND, None),
        (MISSED, "missed quote"),
        (EXTRA, "extra quote"),
        (WRONG, "wrong speaker"),
        (Outcome(got(speaker=None), WANTED), "no speaker"),
        (Outcome(got(), {**WANTED, "speaker": None}), "speaker where there is none"),
        (Outcome(got(), WANTED, (True, False, False, True)), "wrong role and affiliation"),
        (Outcome(got(), WANTED, RIGHT), "affiliation not in the nominative"),
    ],
)
def test_each_miss_has_its_kind(outcome: Outcome, kind: str | None) -> None:
    assert kind_of_miss(outcome) == kind


def test_the_largest_cause_comes_first() -> None:
    found = entries([article(MISSED, WRONG), article(WRONG)])
    assert [entry.cause for entry in found] == ["wrong speaker · inverted-frame"] * 2 + ["missed quote · no rule"]
