"""The weights of spaCy's layers, laid out for NumPy: what the files share that run the embedded pipeline.

A maxout layer gives the largest of several pieces; here a layer's pieces stand side by side, (pieces x width).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]
Pieces = tuple[tuple[slice, slice], ...]


def param(node: Model[Any, Any], name: str) -> Floats:
    """A parameter of a layer."""
    return np.asarray(node.get_param(name), dtype=np.float32)


def pieces_first(values: Floats) -> Floats:
    """(width, pieces, ...) as (pieces x width, ...), piece by piece."""
    return np.ascontiguousarray(values.swapaxes(0, 1)).reshape(-1, *values.shape[2:])


def pieces_of(layer: Model[Any, Any]) -> Pieces:
    """Where the pieces of a maxout layer stand in the columns of its product."""
    width = layer.get_dim("nO")
    return tuple((slice(None), slice(start, start + width)) for start in range(0, width * layer.get_dim("nP"), width))


def largest(product: Floats, pieces: Pieces) -> Floats:
    """The largest of the pieces of each row: (rows, pieces x width) to (rows, width)."""
    first, *others = pieces
    found = product[first]
    for piece in others:
        found = np.maximum(found, product[piece])
    return found
