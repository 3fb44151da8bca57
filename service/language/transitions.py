"""The weights of spaCy's transition-based components, laid out for NumPy: what `arcs.py` and `entities.py` share.

A state is scored from a few tokens of it, the features: their vectors are projected, multiplied with a matrix of each
feature and summed; the largest of the pieces gives the hidden layer, and that the scores of the moves (Kiperwasser and
Goldberg 2016, with the products worked out once for each token, as in Chen and Manning 2014).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TransitionModel:
    """The layers between the vectors of the tokens and the scores of the moves."""

    moves: tuple[str, ...]  # the names of the moves, in the order of their scores
    projection: Floats  # (width, hidden inputs)
    projection_bias: Floats
    features: Floats  # (features, hidden inputs, pieces x hidden)
    absent: Floats  # what a feature adds where there is no such token: (features, pieces x hidden)
    bias: Floats  # (pieces x hidden)
    scores: Floats  # (hidden, moves)
    scores_bias: Floats
    pieces: tuple[tuple[slice, slice], ...]  # where the pieces stand in the columns of (pieces x hidden)

    def inputs(self, vectors: Sequence[Floats]) -> Floats:
        """The projected vectors of all documents, one after the other."""
        projected: Floats = np.dot(np.concatenate(vectors), self.projection)
        projected += self.projection_bias
        return projected

    def hidden(self, sums: Floats) -> Floats:
        """The largest of the pieces; ``sums`` is (states, pieces x hidden)."""
        first, *others = self.pieces
        found = sums[first]
        for piece in others:
            found = np.maximum(found, sums[piece])
        return found


def transition_model_of(component: Any, features: int) -> TransitionModel | None:
    """The weights of a component that reads so many features; None where it is built otherwise."""
    model: Model[Any, Any] = component.model
    if model.name != "parser_model" or not model.attrs["has_upper"] or not isinstance(model.ops, NumpyOps):
        return None
    shared, lower, upper = model.layers
    reads = [node.name for node in shared.walk() if not node.layers]
    if reads != ["tok2vec-listener", "list2array", "linear"] or lower.get_dim("nF") != features:
        return None
    linear = shared.layers[-1]
    width, pieces = lower.get_dim("nO"), lower.get_dim("nP")
    return TransitionModel(
        moves=tuple(component.moves.get_class_name(place) for place in range(component.moves.n_moves)),
        projection=np.ascontiguousarray(param(linear, "W").T),
        projection_bias=param(linear, "b"),
        features=np.stack([_pieces_first(feature).T for feature in param(lower, "W")]),
        absent=np.stack([_pieces_first(feature)[:, 0] for feature in param(lower, "pad")[0][..., None]]),
        bias=_pieces_first(param(lower, "b")[..., None])[:, 0],
        scores=np.ascontiguousarray(param(upper, "W").T),
        scores_bias=param(upper, "b"),
        pieces=tuple((slice(None), slice(start, start + width)) for start in range(0, width * pieces, width)),
    )


def param(node: Model[Any, Any], name: str) -> Floats:
    """A parameter of a layer."""
    return np.asarray(node.get_param(name), dtype=np.float32)


def _pieces_first(values: Floats) -> Floats:
    """(hidden, pieces, ...) as (pieces x hidden, ...), piece by piece."""
    return np.ascontiguousarray(values.swapaxes(0, 1)).reshape(-1, *values.shape[2:])
