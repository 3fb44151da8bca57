"""`python -m benchmarks.score` from one end to the other, on articles written for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import gold, score
from benchmarks.figures import counts, figures
from benchmarks.refusals import Refusal, markdown, refusals
from service.answer import Model, to_answer
from service.language import load
from service.quotation import Extractor

SHARED = Path(__file__).parents[2] / gold.DATA
TEXT = "„Die Fähre legt morgen ab“, sagte Wiebke Jessen, Sprecherin der Reederei. Im Hafen liegt die „Möwe“."


def speaker(name: str) -> dict[str, Any]:
    return {"names": [name], "kinds": ["person"], "roles": ["Sprecherin"], "affiliations": ["Reederei"]}


def quote(words: str, said_by: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, "speaker": speaker(said_by)}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with the judgement and one gold file: one quote to be found, one that nobody said."""
    if not gold.is_there(SHARED):
        pytest.skip("the judgement is not there")
    (tmp_path / "gold").mkdir()
    (tmp_path / "tools").symlink_to((SHARED / "tools").resolve())
    article = {
        "id": "ferry",
        "text": TEXT,
        "quotes": [quote("Die Fähre legt morgen ab", "Wiebke Jessen"), quote("liegt", "Otto Uhlmann")],
    }
    (tmp_path / "gold" / "own.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    return tmp_path


def test_without_gold_it_says_so_and_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    score.main(["--data", str(tmp_path)])
    assert capsys.readouterr().out.count("\n") == 1


def test_it_prints_figures_and_writes_the_misses(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = data / "out"
    score.main(["--data", str(data), "--sets", "own", "--ledger", str(out)])
    printed = capsys.readouterr().out
    assert "own: 1 articles, 2 quotes wanted" in printed
    assert "expected calibration error" in printed
    ledger = (out / "own.ledger.txt").read_text(encoding="utf-8")
    assert "missed quote · no rule" in ledger
    assert "Otto Uhlmann" in ledger
    assert "Möwe" in ledger  # the parse around it


def test_the_rules_are_a_markdown_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    score.main(["--data", str(data), "--sets", "own", "--ledger", str(data / "out"), "--rules"])
    assert "| inverted-frame | 1 | 1 of 1 |" in capsys.readouterr().out


def test_the_figures_are_those_of_the_judgement_itself(data: Path) -> None:
    pipeline = load()
    judgement = gold.judgement(data)
    answer = to_answer(Extractor(pipeline).extract(TEXT), Model(pipeline.name, pipeline.version))
    (data / "answers.jsonl").write_text(json.dumps(answer) + "\n", encoding="utf-8")
    command = [sys.executable, str(data / "tools" / "score.py"), "--json", "--answers", str(data / "answers.jsonl")]
    printed = subprocess.run([*command, str(gold.gold_file(data, "own"))], capture_output=True, check=True).stdout
    (article,) = score.score(judgement, pipeline, data, "own")
    own = figures(judgement, counts(article))
    assert {name: json.loads(printed)[name] for name in own} == {name: round(value, 3) for name, value in own.items()}


def test_a_reason_is_right_where_the_gold_has_no_quote() -> None:
    text = "Der Film „Drei Tage Regen“ läuft. Der Film „Nasse Füße“ läuft auch."
    quotes = [{"start": text.index("Nasse"), "end": text.index("Nasse") + 10, "optional": False}]
    assert refusals(load(), [{"text": text, "quotes": quotes}]) == {"title": Refusal(2, 1)}
    assert refusals(load(), [{"text": text, "quotes": [{**quotes[0], "optional": True}]}]) == {"title": Refusal(2, 2)}


def test_the_reasons_stand_in_a_table() -> None:
    table = list(markdown({"one": {"title": Refusal(2, 1)}, "two": {}}))
    assert table == ["| reason | one | two |", "|---|---:|---:|", "| title | 1 of 2 | – |"]
