"""The bars, the picture and the parts of the measurement that need no running service."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from benchmarks import texts
from benchmarks.bars import Bar, bars, table
from benchmarks.breakdown import breakdown
from benchmarks.extraction import against_parse, give_lemmas, plain, same, sets
from benchmarks.memory import memory
from service.language import load
from service.quotation import Extractor

FIGURES: dict[str, Any] = {
    "extract_over_parse": {"wikinews": 0.5, "press": 0.5},
    "extract_over_parse_in_turns": {"wikinews": 0.4, "press": 0.5},
    "extract_over_plain_parse": {"wikinews": 0.4, "press": 0.4},
    "nomark_over_parse": 0.001,
    "textacy_over_extract": None,
    "textacy_alone_over_extract": None,
    "http_over_extract": 1.1,
    "http_extra_ms": 2.5,
    "extract_median_ms": 20.0,
    "growth_1mib_over_10kib": 1.1,
    "worst_over_ordinary": 2.0,
    "articles_per_s_1": 100.0,
    "two_workers_over_one": 1.9,
    "worker_extra_mb": None,
    "ready_s": 1.5,
    "ready_over_import_and_load": 1.3,
    "microseconds_per_character": {"1 KiB": 9.0, "1 MiB": 8.0},
    "worst": {"straight marks": 2.0},
    "breakdown": {"press": {"extract": 1.0, "marks": 0.1, "tok2vec": 0.6, "rules": 0.3}},
}


def test_a_bar_holds_on_its_own_side() -> None:
    assert Bar("", 1.0, 2.0).holds
    assert not Bar("", 1.0, 2.0, at_least=True).holds
    assert Bar("", 1.0, 2.0).share == 0.5
    assert Bar("", 1.0, 2.0, at_least=True).share == 2.0
    assert Bar("", None, 2.0).holds is None
    assert Bar("", 1.0).share is None


def test_each_set_has_its_own_bar() -> None:
    held = {bar.name: bar.holds for bar in bars(FIGURES)}
    assert held["extract_over_parse press"]
    assert not held["extract_over_parse wikinews"]


def test_http_may_add_a_share_or_two_milliseconds() -> None:
    def limit(median: float) -> float | None:
        return next(bar.limit for bar in bars(FIGURES | {"extract_median_ms": median}) if bar.name == "http_extra_ms")

    assert limit(20.0) == pytest.approx(3.0)
    assert limit(5.0) == 2.0


def test_the_table_says_what_fails_and_what_was_not_measured() -> None:
    lines = list(table(bars(FIGURES)))
    assert [line.split()[1] for line in lines if line.endswith("NO")] == ["wikinews"]
    assert any(line.startswith("worker_extra_mb") and "–" in line for line in lines)


def test_the_picture_is_written(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    from benchmarks import plot

    plot.draw(FIGURES, tmp_path / "bench.png")
    assert (tmp_path / "bench.png").read_bytes().startswith(b"\x89PNG")


def test_without_gold_the_articles_are_made_up(tmp_path: Path) -> None:
    assert list(sets(tmp_path)) == ["generated"]


def test_extract_is_measured_against_the_full_parse() -> None:
    articles = [texts.article(0), texts.article(1, marks=False)]
    figures = against_parse(Extractor(load()), same(), plain(), {"generated": articles}, rounds=1)
    assert figures["extract_over_parse"]["generated"] > 0
    assert figures["nomark_over_parse"] > 0
    assert figures["seconds"]["generated"]["articles"] == 1


def test_forms_of_reporting_verbs_get_their_infinitive() -> None:
    doc = same()("Jana Brandt sagte nichts.")
    assert give_lemmas(doc) == {"sagen"}
    assert doc[2].lemma_ == "sagen"


def test_the_steps_are_parts_of_the_extraction() -> None:
    found = breakdown(load(), [texts.article(0)], rounds=1)
    assert {"marks", "sentences", "tokenizer", "tok2vec", "parser", "ner", "reading", "rules"} <= found.keys()
    assert found["tok2vec"] > 0
    assert 0 < found["share_of_tokens"] <= 1.2


def test_memory_of_this_process_where_the_system_tells_it() -> None:
    found = memory(os.getpid())
    if found is None:
        pytest.skip("the system does not tell")
    assert 0 < found.unique <= found.resident
