"""The embedded pipeline's parts of speech, with NumPy: the best label of each token's vector, as spaCy chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from spacy.symbols import NAMES

from service.language.weights import Floats, param


@dataclass(frozen=True, slots=True)
class Tagger:
    """The last layer of a morphologizer: ``weights`` is (width, labels), ``pos`` the part of speech of each label."""

    weights: Floats
    bias: Floats
    pos: tuple[str, ...]

    def tags(self, vectors: Sequence[Floats]) -> list[list[str]]:
        """The parts of speech of the tokens of each document."""
        scores: Floats = np.dot(np.concatenate(vectors), self.weights)
        scores += self.bias
        pos = [self.pos[label] for label in scores.argmax(axis=1).tolist()]
        return [pos[start:end] for start, end in pairwise(accumulate(map(len, vectors), initial=0))]


def tagger_of(component: Any) -> Tagger | None:
    """The tagger with the weights of a morphologizer; None where that is built otherwise."""
    if [node.name for node in component.model.walk() if not node.layers] != ["tok2vec-listener", "softmax"]:
        return None
    softmax = component.model.layers[-1].layers[0]
    codes = [component.cfg["labels_pos"].get(label, 0) for label in component.labels]
    return Tagger(
        weights=np.ascontiguousarray(param(softmax, "W").T),
        bias=param(softmax, "b"),
        pos=tuple(NAMES[code] if code else "" for code in codes),
    )
