"""The embedded pipeline's entity recogniser, decoded with NumPy: the same greedy choices as spaCy's own.

Outside of an entity the score of a move depends on one token alone, so all tokens are scored at once; one by one go
only those inside of entities. The moves are begin, in, last, unit and out (Lample et al. 2016); which of them may
follow is what spaCy's transition system allows where no entity is preset.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

from service.language.encoder import Floats

FEATURES = 3  # the token, the first of its entity, the one before it

Span = tuple[int, int, str]  # first token, end, label


@dataclass(frozen=True, slots=True)
class _Moves:
    """The places of the moves among the scores; begin, in, last and unit by label, in one order."""

    labels: tuple[str, ...]
    begin: NDArray[np.intp]
    inside: NDArray[np.intp]
    last: NDArray[np.intp]
    unit: NDArray[np.intp]
    out: int


@dataclass(frozen=True, slots=True)
class EntityDecoder:
    """The recogniser's weights, ready to be applied to the vectors of the shared layer."""

    moves: _Moves
    projection: Floats  # (width, hidden inputs)
    projection_bias: Floats
    features: tuple[Floats, ...]  # for each feature (hidden inputs, pieces x hidden)
    absent: tuple[Floats, ...]  # what a feature adds where there is no such token, the bias in the first
    scores: Floats  # (hidden, moves)
    scores_bias: Floats

    def spans(self, vectors: Sequence[Floats], starts: Sequence[Sequence[bool]]) -> list[list[Span]]:
        """The entities of each document; ``starts`` says which tokens begin a sentence."""
        inputs: Floats = np.concatenate(vectors) @ self.projection + self.projection_bias
        token: Floats = inputs @ self.features[0]
        scores = self._scored(token + (self.absent[0] + self.absent[1] + self.absent[2]))
        units = np.concatenate([self.moves.unit, [self.moves.out]])
        open_moves = np.concatenate([self.moves.begin, units])
        if_open = open_moves[scores[:, open_moves].argmax(axis=1)].tolist()
        if_shut = units[scores[:, units].argmax(axis=1)].tolist()
        found = []
        first = 0
        for begins in starts:
            end = first + len(begins)
            # What comes next is another sentence, or nothing: an entity cannot go on there.
            shut = [*begins[1:], True]
            choices = [if_shut[first + i] if shut[i] else if_open[first + i] for i in range(len(begins))]
            found.append(self._decoded(choices, shut, token[first:end], inputs[first:end]))
            first = end
        return found

    def _decoded(self, choices: Sequence[int], shut: Sequence[bool], token: Floats, inputs: Floats) -> list[Span]:
        """The entities of one document, from the moves chosen where no entity is open."""
        moves = self.moves
        begins, units = moves.begin.tolist(), moves.unit.tolist()
        found: list[Span] = []
        at = 0
        while at < len(choices):
            move = choices[at]
            if move in units:
                found.append((at, at + 1, moves.labels[units.index(move)]))
            elif move in begins:
                label = begins.index(move)
                end = self._end(at, label, shut, token, inputs)
                found.append((at, end, moves.labels[label]))
                at = end - 1
            at += 1
        return found

    def _end(self, first: int, label: int, shut: Sequence[bool], token: Floats, inputs: Floats) -> int:
        """Where the entity that begins at ``first`` ends."""
        opening = inputs[first] @ self.features[1] + self.absent[0]
        goes_on, ends = self.moves.inside[label], self.moves.last[label]
        at = first + 1
        while not shut[at]:
            scores = self._scored((token[at] + opening + inputs[at - 1] @ self.features[2])[None])[0]
            if scores[ends] >= scores[goes_on]:
                break
            at += 1
        return at + 1

    def _scored(self, state: Floats) -> Floats:
        """The scores of the moves; ``state`` is (states, pieces x hidden)."""
        width = len(self.scores)
        hidden = state[:, :width]
        for piece in range(width, state.shape[1], width):
            hidden = np.maximum(hidden, state[:, piece : piece + width])
        return hidden @ self.scores + self.scores_bias


def decoder_of(component: Any) -> EntityDecoder | None:
    """The decoder with the weights of an entity recogniser; None where that is built otherwise."""
    model: Model[Any, Any] = component.model
    if model.name != "parser_model" or not model.attrs["has_upper"] or not isinstance(model.ops, NumpyOps):
        return None
    shared, lower, upper = model.layers
    reads = [node.name for node in shared.walk() if not node.layers]
    if reads != ["tok2vec-listener", "list2array", "linear"] or lower.get_dim("nF") != FEATURES:
        return None
    linear = shared.layers[-1]
    weights, pad = _param(lower, "W"), _param(lower, "pad")[0]  # (features, hidden, pieces, inputs)
    absent = [_pieces_first(pad[feature]) for feature in range(FEATURES)]
    absent[0] = _pieces_first(_param(lower, "b"))  # the token itself is always there: the bias stands in its place
    names = [component.moves.get_class_name(place) for place in range(component.moves.n_moves)]
    return EntityDecoder(
        moves=_moves(names),
        projection=np.ascontiguousarray(_param(linear, "W").T),
        projection_bias=_param(linear, "b"),
        features=tuple(
            np.ascontiguousarray(weights[feature].transpose(1, 0, 2).reshape(-1, weights.shape[3]).T)
            for feature in range(FEATURES)
        ),
        absent=tuple(absent),
        scores=np.ascontiguousarray(_param(upper, "W").T),
        scores_bias=_param(upper, "b"),
    )


def _moves(names: Sequence[str]) -> _Moves:
    labels = tuple(dict.fromkeys(name[2:] for name in names if name[2:]))

    def places(move: str) -> NDArray[np.intp]:
        return np.array([names.index(f"{move}-{label}") for label in labels])

    return _Moves(labels, places("B"), places("I"), places("L"), places("U"), names.index("O"))


def _pieces_first(values: Floats) -> Floats:
    """(hidden, pieces) as one row, piece by piece."""
    return np.ascontiguousarray(values.T).reshape(-1)


def _param(node: Model[Any, Any], name: str) -> Floats:
    return np.asarray(node.get_param(name), dtype=np.float32)
