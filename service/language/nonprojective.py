"""Trees whose arcs cross, read from the labels of a projective parse (Nivre and Nilsson 2005, the scheme HEAD).

The parser is trained on trees in which a word that hangs on one farther down was lifted to a word above it; the label
of such a word names that of its true head too: `acl||obj` hangs on an `obj` below the head that was found.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence

DELIMITER = "||"


def lowered(heads: Sequence[int], labels: Sequence[str]) -> tuple[list[int], list[str]]:
    """The heads and labels with each lifted word put back; a root is its own head."""
    heads, labels = list(heads), list(labels)
    lifted = [word for word, label in enumerate(labels) if DELIMITER in label]
    if not lifted:
        return heads, labels
    children: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head != word:
            children[head].append(word)
    for word in lifted:
        labels[word], wanted = labels[word].split(DELIMITER)
        head = _below(children, labels, heads[word], word, wanted)
        children[heads[word]].remove(word)
        insort(children[head], word)
        heads[word] = head
    return heads, labels


def _below(children: Sequence[Sequence[int]], labels: Sequence[str], top: int, word: int, wanted: str) -> int:
    """The first word of this label below ``top``, nearest level first and not ``word``; ``top`` where there is none."""
    level = [top]
    while level:
        below = [child for head in level for child in children[head] if child != word]
        for child in below:
            if labels[child] == wanted:
                return child
        level = below
    return top
