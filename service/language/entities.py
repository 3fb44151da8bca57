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

from service.language.transitions import Floats, TransitionModel, transition_model_of

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

    model: TransitionModel
    moves: _Moves
    absent: Floats  # what a feature adds where there is no such token: (features, pieces x hidden)

    def spans(self, vectors: Sequence[Floats], begins: Sequence[Sequence[bool]]) -> list[list[Span]]:
        """The entities of each document; ``begins`` says which tokens begin a sentence."""
        inputs = self.model.inputs(vectors)
        token: Floats = np.dot(inputs, self.model.features[0])
        scores = self._scored(token + self.absent.sum(axis=0))
        units = np.concatenate([self.moves.unit, [self.moves.out]])
        open_moves = np.concatenate([self.moves.begin, units])
        if_open = open_moves[scores[:, open_moves].argmax(axis=1)].tolist()
        if_shut = units[scores[:, units].argmax(axis=1)].tolist()
        found = []
        first = 0
        for known in begins:
            end = first + len(known)
            # What comes next is another sentence, or nothing: an entity cannot go on there.
            shut = [*known[1:], True]
            choices = [if_shut[first + i] if shut[i] else if_open[first + i] for i in range(len(known))]
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
        _, opening, before = self.model.features
        from_first = inputs[first] @ opening + self.absent[0]
        goes_on, ends = self.moves.inside[label], self.moves.last[label]
        at = first + 1
        while not shut[at]:
            scores = self._scored((token[at] + from_first + inputs[at - 1] @ before)[None])[0]
            if scores[ends] >= scores[goes_on]:
                break
            at += 1
        return at + 1

    def _scored(self, sums: Floats) -> Floats:
        """The scores of the moves; ``sums`` is (states, pieces x hidden)."""
        scores: Floats = np.dot(self.model.hidden(sums), self.model.scores)
        scores += self.model.scores_bias
        return scores


def entity_decoder_of(component: Any) -> EntityDecoder | None:
    """The decoder with the weights of an entity recogniser; None where that is built otherwise."""
    model = transition_model_of(component, FEATURES)
    if model is None:
        return None
    absent = model.absent.copy()
    absent[0] = model.bias  # the token itself is always there: the bias stands in its place
    return EntityDecoder(model, _moves(model.moves), absent)


def _moves(names: Sequence[str]) -> _Moves:
    labels = tuple(dict.fromkeys(name[2:] for name in names if name[2:]))

    def places(move: str) -> NDArray[np.intp]:
        return np.array([names.index(f"{move}-{label}") for label in labels])

    return _Moves(labels, places("B"), places("I"), places("L"), places("U"), names.index("O"))
