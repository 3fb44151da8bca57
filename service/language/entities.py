"""The embedded pipeline's entity recogniser, decoded with NumPy: the same greedy choices as spaCy's own.

Outside of an entity the score of a move depends on one token alone, so all tokens are scored at once; one by one go
only those inside of entities. The moves are begin, in, last, unit and out (Lample et al. 2016); which of them may
follow is what spaCy's transition system allows where no entity is preset.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from service.language.transitions import TransitionModel, transition_model_of
from service.language.weights import Floats

FEATURES = 3  # the token, the first of its entity, the one before it

Span = tuple[int, int, str]  # first token, end, label


class _Begin(NamedTuple):
    """A move that begins an entity, or that is all of one: then no move ends it or goes on with it."""

    label: str
    goes_on: int | None = None
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class _Moves:
    """The places of the moves among the scores: which may come outside of an entity."""

    if_open: NDArray[np.intp]
    if_shut: NDArray[np.intp]  # where the entity cannot go on: without those that begin one of several words
    out: int
    named: Mapping[int, _Begin]  # those with which there is an entity, by their place


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
        if_open = self.moves.if_open[scores[:, self.moves.if_open].argmax(axis=1)]
        if_shut = self.moves.if_shut[scores[:, self.moves.if_shut].argmax(axis=1)]
        # What comes next is another sentence, or nothing: an entity cannot go on there.
        shut = np.array([ends for known in begins for ends in (*known[1:], True)])
        best = np.where(shut, if_shut, if_open)
        found: list[list[Span]] = [[] for _ in begins]
        firsts = np.cumsum([0, *map(len, begins)])
        end = 0
        for at in np.flatnonzero(best != self.moves.out).tolist():
            if at < end:
                continue
            move = self.moves.named[best[at]]
            end = at + 1 if move.ends is None else self._end(at, move, shut, token, inputs)
            document = int(firsts.searchsorted(at, side="right")) - 1
            found[document].append((at - int(firsts[document]), end - int(firsts[document]), move.label))
        return found

    def _end(self, first: int, move: _Begin, shut: NDArray[np.bool_], token: Floats, inputs: Floats) -> int:
        """Where the entity that begins at ``first`` ends."""
        _, opening, before = self.model.features
        from_first = np.dot(inputs[first], opening) + self.absent[0]
        at = first + 1
        while not shut[at]:
            scores = self._scored((token[at] + from_first + np.dot(inputs[at - 1], before))[None])[0]
            if scores[move.ends] >= scores[move.goes_on]:
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
    place = {name: at for at, name in enumerate(names)}
    labels = list(dict.fromkeys(name[2:] for name in names if name[2:]))
    begins = {place[f"B-{label}"]: _Begin(label, place[f"I-{label}"], place[f"L-{label}"]) for label in labels}
    units = {place[f"U-{label}"]: _Begin(label) for label in labels}
    short = np.array([*units, place["O"]])
    return _Moves(np.array([*begins, *short]), short, place["O"], begins | units)
