"""Finds and checks the pipeline: the embedded one, or another installed one. How it is run is in `pipeline.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.symbols import IS_SPACE, LANG, LOWER, NORM, PREFIX, SHAPE, SUFFIX
from thinc.api import use_ops

from service.language.pipeline import ModelError, Pipeline
from service.language.scheme import Scheme
from service.language.tiger import TIGER
from service.language.universal import UNIVERSAL

EMBEDDED = Path(__file__).parent / "model"
SCHEMES = (UNIVERSAL, TIGER)

# The attributes of words that the embedded pipeline looks at, and the language, which a document is asked for.
LOOKED_AT = frozenset({NORM, PREFIX, SUFFIX, SHAPE, LOWER, IS_SPACE, LANG})
# Components whose work the rules do not read.
UNUSED = frozenset({"lemmatizer", "trainable_lemmatizer", "textcat", "textcat_multilabel", "spancat", "entity_linker"})


def load(name: str | None = None) -> Pipeline:
    """The pipeline of this name: an installed spaCy package or a directory; None is the embedded one.

    Raises ModelError when it is not there, cannot be read, has no parser or is in an unknown label scheme.
    """
    nlp = _read(name)
    pipeline = pipeline_of(nlp, name or "the embedded pipeline")
    pipeline.know(_common_words(nlp.path))
    return pipeline


def pipeline_of(nlp: Language, name: str) -> Pipeline:
    """A spaCy pipeline made ready for use; ``name`` is what messages call it. Raises ModelError like `load`."""
    if not nlp.has_pipe("parser"):
        raise ModelError(f"{name} has no dependency parser; choose a German pipeline that has one.")
    scheme = scheme_of(nlp)
    if scheme is None:
        known = " nor ".join(scheme.name for scheme in SCHEMES)
        raise ModelError(f"The labels of {name} belong neither to {known}; choose a German pipeline in one of these.")
    for component in nlp.pipe_names:
        if nlp.get_pipe_meta(component).factory in UNUSED:
            nlp.remove_pipe(component)
    return Pipeline(nlp, scheme)


def _common_words(folder: Path) -> list[str]:
    """The package's list of words that are common in its language, none where it has no such list."""
    words = folder / "words.txt"
    return words.read_text(encoding="utf-8").split() if words.exists() else []


def _make_words_plain(nlp: Language) -> None:
    """Leaves out of each new word what the embedded pipeline does not look at; most of a word's cost is that."""
    vocab: Any = nlp.vocab
    vocab.lex_attr_getters = {key: get for key, get in vocab.lex_attr_getters.items() if key in LOOKED_AT}


def scheme_of(nlp: Language) -> Scheme | None:
    """The label scheme of the parser, None when it is not known."""
    labels = set(nlp.pipe_labels["parser"])
    return next((scheme for scheme in SCHEMES if scheme.marks <= labels), None)


def _read(name: str | None) -> Language:
    try:
        with use_ops("numpy", use_blis=False):  # NumPy's own matrix product is faster here than the one spaCy ships
            nlp = spacy.load(EMBEDDED if name is None else name)
    except (OSError, ValueError, ImportError) as error:
        if name is None:
            raise ModelError("The embedded pipeline is missing or damaged; make train builds it anew.") from error
        raise ModelError(
            f"No pipeline {name} can be loaded; give the name of an installed spaCy package or a directory."
        ) from error
    if name is None:
        _make_words_plain(nlp)
    return nlp
