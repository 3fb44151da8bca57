"""The shape of the pipeline: its components and sizes, and the tokenizer's treatment of marks. No data in here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

NAME = "wortlaut"
VERSION = "1.0.0"

# Marks which spaCy's German tokenizer leaves on the word, and the stand-in of a collapsed quotation.
MARKS = ["›", "‹", "⁂"]


@dataclass(frozen=True)
class Shape:
    """Sizes of the networks. ``rows`` are those of the hash tables for norm, prefix, suffix and shape."""

    width: int = 96
    depth: int = 4
    rows: tuple[int, int, int, int] = (5000, 1000, 2500, 2500)
    hidden: int = 64
    own_entity_layer: bool = False


def build(shape: Shape) -> Language:
    """An untrained pipeline: tok2vec shared by part of speech, parser and entities."""
    nlp = spacy.blank("de")
    nlp.meta["name"] = NAME
    nlp.meta["version"] = VERSION
    _split_marks(nlp)
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(shape, shape.width, shape.depth)})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": shape.width, "upstream": "tok2vec"}
    nlp.add_pipe("morphologizer", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe(
        "parser",
        config={"model": _transitions(shape, "parser", listener), "min_action_freq": 10, "learn_tokens": False},
    )
    own = _tok2vec(shape, shape.width, shape.depth)
    nlp.add_pipe("ner", config={"model": _transitions(shape, "ner", own if shape.own_entity_layer else listener)})
    return nlp


def _tok2vec(shape: Shape, width: int, depth: int) -> dict[str, object]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": list(shape.rows),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(shape: Shape, task: str, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": task,
        "extra_state_tokens": False,
        "hidden_width": shape.hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _split_marks(nlp: Language) -> None:
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*(defaults.prefixes or []), *MARKS]).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or []), *MARKS, "(?<=⁂)[.]"]).search
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or []), "⁂"]).finditer
