"""The embedded pipeline's shared layer, run with NumPy alone: the vectors that its other components read.

Passages are short, and thinc's bookkeeping around each small step costs more than the step. The weights and the numbers
are those of spaCy's `MultiHashEmbed` and `MaxoutWindowEncoder`; only what lies between two steps is left out. A
pipeline whose shared layer is built otherwise goes without this and runs as spaCy has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from service.language.weights import Floats, Pieces, largest, param, pieces_first, pieces_of
from service.language.words import Features, WordVectors

EPSILON = np.float32(1e-8)  # thinc's, in its layer normalisation
WINDOW = 1  # neighbours on each side that a layer sees
# The steps of a layer that is built as this file knows it.
_STEPS = frozenset(
    {
        "extract_features",
        "list2ragged",
        "ragged2list",
        "ints-getitem",
        "hashembed",
        "maxout",
        "layernorm",
        "dropout",
        "expand_window",
    }
)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A maxout layer with its normalisation: ``weights`` is (inputs, pieces x width)."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats
    pieces: Pieces

    def activate(self, product: Floats) -> Floats:
        """The largest of the pieces, normalised; ``product`` is (tokens, pieces x width) without the bias, changed."""
        product += self.bias
        width = len(self.scale)
        out = largest(product, self.pieces)
        out -= np.dot(out, np.full(width, 1 / width, dtype=np.float32))[:, None]
        deviation = np.einsum("ij,ij->i", out, out)
        deviation /= np.float32(width)
        deviation += EPSILON
        out /= np.sqrt(deviation, out=deviation)[:, None]
        out *= self.scale
        out += self.shift
        return out


@dataclass(frozen=True, slots=True)
class _Embedding:
    """Where one feature's hashed rows stand in the table of all features."""

    seed: int
    start: np.uint32
    size: np.uint32


@dataclass(frozen=True, slots=True)
class _Mixer:
    """What makes one vector of a word's attributes: hashed rows of each, mixed."""

    embeddings: tuple[_Embedding, ...]
    rows: Floats  # of all features, already multiplied with their part of the mixing layer
    layer: _Layer
    ops: NumpyOps

    def vectors(self, features: Features) -> Floats:
        """One row for each word, from its attributes (words, attributes)."""
        keys = []
        for column, embedding in enumerate(self.embeddings):
            hashed = self.ops.hash(np.ascontiguousarray(features[:, column]), embedding.seed)
            hashed %= embedding.size
            hashed += embedding.start
            keys.append(hashed)
        return self.layer.activate(self.ops.gather_add(self.rows, np.concatenate(keys, axis=1)))


@dataclass(frozen=True, slots=True)
class Encoder:
    """The forward pass of a tok2vec component. Not safe for threads, like the pipeline."""

    attributes: list[int | str]
    words: WordVectors
    layers: tuple[_Layer, ...]
    padding: int

    def vectors(self, docs: Sequence[Doc]) -> list[Floats]:
        """One array (tokens, width) for each document, the same as the component's own ``predict``."""
        ends = np.cumsum([len(doc) for doc in docs])
        return self._encoded(np.split(self.vectors_of_words(docs), ends[:-1]))

    def vectors_of_words(self, docs: Sequence[Doc]) -> Floats:
        """One row for each token of the documents, before its neighbours are seen."""
        features = np.concatenate([doc.to_array(self.attributes) for doc in docs])
        return self.words(features.astype(np.uint64, copy=False))

    def _encoded(self, parts: Sequence[Floats]) -> list[Floats]:
        """The window layers, over all documents at once with zeros between them."""
        places = []
        at = self.padding
        for part in parts:
            places.append(slice(at, at + len(part)))
            at += len(part) + self.padding
        width = parts[0].shape[1]
        current = np.zeros((at, width), dtype=np.float32)
        for place, part in zip(places, parts, strict=True):
            current[place] = part
        window = np.zeros((at, 3 * width), dtype=np.float32)
        for layer in self.layers:
            window[1:, :width] = current[:-1]
            window[:, width : 2 * width] = current
            window[:-1, 2 * width :] = current[1:]
            current += layer.activate(np.dot(window, layer.weights))
        return [current[place] for place in places]


def encoder_of(model: Model[Any, Any]) -> Encoder | None:
    """The encoder with the weights of a tok2vec ``model``; None where it is built otherwise."""
    nodes = [node for node in model.walk() if not node.layers]
    if not {node.name for node in nodes} <= _STEPS or not isinstance(model.ops, NumpyOps):
        return None
    of = {name: [node for node in nodes if node.name == name] for name in _STEPS}
    hashed, maxouts, norms, windows = of["hashembed"], of["maxout"], of["layernorm"], of["expand_window"]
    columns = of["extract_features"][0].attrs["columns"] if len(of["extract_features"]) == 1 else []
    regular = (
        [node.attrs["column"] for node in hashed] == list(range(len(columns)))
        and len(maxouts) == len(norms) == len(windows) + 1
        and all(node.attrs["window_size"] == WINDOW for node in windows)
    )
    if not hashed or not regular:
        return None
    mixing, *layers = (_layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True))
    width = hashed[0].get_dim("nO")
    sizes = [node.get_dim("nV") for node in hashed]
    mixer = _Mixer(
        embeddings=tuple(
            _Embedding(node.attrs["seed"], np.uint32(end - size), np.uint32(size))
            for node, size, end in zip(hashed, sizes, accumulate(sizes), strict=True)
        ),
        rows=np.concatenate(
            [
                param(node, "E") @ mixing.weights[place * width : (place + 1) * width]
                for place, node in enumerate(hashed)
            ]
        ),
        layer=mixing,
        ops=model.ops,
    )
    return Encoder(
        attributes=list(columns),
        words=WordVectors(mixer.vectors, len(mixing.scale)),
        layers=tuple(layers),
        padding=len(layers) * WINDOW,
    )


def _layer(maxout: Model[Any, Any], norm: Model[Any, Any]) -> _Layer:
    return _Layer(
        weights=np.ascontiguousarray(pieces_first(param(maxout, "W")).T),
        bias=pieces_first(param(maxout, "b")),
        scale=param(norm, "G"),
        shift=param(norm, "b"),
        pieces=pieces_of(maxout),
    )
