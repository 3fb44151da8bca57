"""The vectors of words before their neighbours are seen: the same word has the same one, so it is worked out once.

Texts share most of their words. What is kept depends on the attributes of the word alone, so it stays right whatever
spaCy's vocabulary forgets.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from service.language.weights import Floats

KEPT = 16_384  # words; with a vector of 96 numbers and the key about 0.6 KB each

Features = NDArray[np.uint64]


class WordVectors:
    """Remembers the vectors of up to ``kept`` words; when these are full, it begins anew. Not safe for threads."""

    def __init__(self, compute: Callable[[Features], Floats], width: int, kept: int = KEPT) -> None:
        """``compute`` gives the vectors (words, ``width``) for the attributes of words (words, attributes)."""
        self._compute = compute
        self._rows: dict[bytes, int] = {}
        self._table: Floats = np.empty((kept, width), dtype=np.float32)

    def __len__(self) -> int:
        """How many words are kept."""
        return len(self._rows)

    def __call__(self, features: Features) -> Floats:
        """The vectors of words by their attributes, one row each."""
        keys = _keys(features)
        new = {key: place for place, key in enumerate(keys) if key not in self._rows}
        if new:
            if len(self._rows) + len(new) > len(self._table):
                self._rows.clear()
                new = {key: place for place, key in enumerate(keys)}
                if len(new) > len(self._table):
                    return self._compute(features)
            start = len(self._rows)
            self._table[start : start + len(new)] = self._compute(features[list(new.values())])
            self._rows.update(zip(new, range(start, start + len(new)), strict=True))
        found: Floats = self._table.take([self._rows[key] for key in keys], axis=0)
        return found


def _keys(features: Features) -> list[bytes]:
    whole: NDArray[Any] = np.ascontiguousarray(features).view(f"V{features.itemsize * features.shape[1]}")
    keys: list[bytes] = whole[:, 0].tolist()
    return keys
