"""The package: the pipeline with its card, licence and credits, put in place at once."""

from pathlib import Path

import spacy

from training.card import Settings, write_package
from training.pipeline import NAME, VERSION

SCORES = {
    "news": {
        "uas": 0.9,
        "las": 0.8,
        "sentences": 0.95,
        "pos": 0.96,
        "ents": 0.7,
        "relations": {"nsubj": 0.85},
        "entities": {"PER": 0.8},
    },
    "general": {
        "uas": 0.8,
        "las": 0.7,
        "sentences": 0.9,
        "pos": 0.9,
        "ents": None,
        "relations": {"nsubj": 0.75},
        "entities": {},
    },
}


def package(out: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("parser").add_label("nsubj")  # type: ignore[attr-defined]
    nlp.initialize()
    write_package(nlp, out, SCORES, Settings(), ["und", "die"])


def test_the_package_holds_model_card_licence_and_credits(tmp_path: Path) -> None:
    package(tmp_path / "model")
    nlp = spacy.load(tmp_path / "model")
    assert (nlp.meta["name"], nlp.meta["version"]) == (NAME, VERSION)
    assert "Attribution-ShareAlike 4.0" in (tmp_path / "model" / "LICENSE").read_text(encoding="utf-8")
    assert (tmp_path / "model" / "words.txt").read_text(encoding="utf-8") == "und\ndie\n"
    assert "GSD" in (tmp_path / "model" / "CREDITS.md").read_text(encoding="utf-8")


def test_the_card_shows_the_figures(tmp_path: Path) -> None:
    package(tmp_path / "model")
    card = (tmp_path / "model" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "| news | 0.900 | 0.800 | 0.950 | 0.960 | 0.700 |" in card
    assert "| general | 0.800 | 0.700 | 0.900 | 0.900 | – |" in card
    assert "{" not in card


def test_a_package_before_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "stale").touch()
    package(tmp_path / "model")
    assert not (tmp_path / "model" / "stale").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
