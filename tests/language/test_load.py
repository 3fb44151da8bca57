"""Which pipelines are taken and which are refused."""

from pathlib import Path

import pytest
import spacy

from service.language import ModelError, load
from service.language.load import pipeline_of, scheme_of
from service.language.tiger import TIGER
from service.language.universal import UNIVERSAL
from tests.language.docs import pipeline_with_labels

UD_LABELS = ("nsubj", "obj", "obl", "case", "nmod")
TIGER_LABELS = ("sb", "oa", "nk", "mo")


def test_the_scheme_is_told_by_the_labels_of_the_parser() -> None:
    assert scheme_of(pipeline_with_labels(*UD_LABELS)) is UNIVERSAL
    assert scheme_of(pipeline_with_labels(*TIGER_LABELS)) is TIGER


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(ModelError, match="labels of odd belong neither to Universal Dependencies nor TIGER"):
        pipeline_of(pipeline_with_labels("subject", "object"), "odd")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "bare")
    with pytest.raises(ModelError, match="has no dependency parser"):
        load(str(tmp_path / "bare"))


def test_a_pipeline_that_is_not_there_is_refused() -> None:
    with pytest.raises(ModelError, match="No pipeline de_no_such_pipeline can be loaded"):
        load("de_no_such_pipeline")


def test_a_damaged_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="can be loaded"):
        load(str(tmp_path))


def test_another_pipeline_is_taken_by_its_path(tmp_path: Path) -> None:
    nlp = pipeline_with_labels(*TIGER_LABELS)
    nlp.meta["name"] = "other"
    nlp.to_disk(tmp_path / "other")
    pipeline = load(str(tmp_path / "other"))
    assert (pipeline.name, pipeline.version) == ("de_other", nlp.meta["version"])


def test_the_words_of_a_package_are_known_from_the_start(tmp_path: Path) -> None:
    pipeline_with_labels(*UD_LABELS).to_disk(tmp_path / "mine")
    (tmp_path / "mine" / "words.txt").write_text("Hafenbehörde\nund\n", encoding="utf-8")
    assert "Hafenbehörde" in load(str(tmp_path / "mine"))._nlp.vocab


def test_the_vectors_of_the_common_words_are_known_from_the_start() -> None:
    direct = load().direct
    assert direct is not None
    assert len(direct.encoder.words) > 1_000


def test_components_that_nothing_reads_are_left_out() -> None:
    nlp = pipeline_with_labels(*UD_LABELS)
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    pipeline_of(nlp, "mine")
    assert nlp.pipe_names == ["parser"]


def test_the_embedded_pipeline_loads() -> None:
    pipeline = load()
    assert pipeline.name == "de_wortlaut"


def test_a_document_knows_its_language() -> None:
    assert load()._nlp("Ein Satz.").lang_ == "de"
