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
from thinc.api import Model, NumpyOps

from service.language.weights import Floats, Pieces, largest, param, pieces_first, pieces_of


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
    pieces: Pieces

    def inputs(self, vectors: Sequence[Floats]) -> Floats:
        """The projected vectors of all documents, one after the other."""
        projected: Floats = np.dot(np.concatenate(vectors), self.projection)
        projected += self.projection_bias
        return projected

    def hidden(self, sums: Floats) -> Floats:
        """The hidden layer of states; ``sums`` is (states, pieces x hidden)."""
        return largest(sums, self.pieces)


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
    return TransitionModel(
        moves=tuple(component.moves.get_class_name(place) for place in range(component.moves.n_moves)),
        projection=np.ascontiguousarray(param(linear, "W").T),
        projection_bias=param(linear, "b"),
        features=np.stack([pieces_first(feature).T for feature in param(lower, "W")]),
        absent=np.stack([pieces_first(feature) for feature in param(lower, "pad")[0]]),
        bias=pieces_first(param(lower, "b")),
        scores=np.ascontiguousarray(param(upper, "W").T),
        scores_bias=param(upper, "b"),
        pieces=pieces_of(lower),
    )
