"""The embedded pipeline's dependency parser, decoded with NumPy: the same greedy choices as spaCy's own.

spaCy scores the states of a batch step by step, and each step costs it more than the numbers in it. Here one step of
all documents is a handful of operations, and a document's own part of it is a generator that yields what the next move
is chosen by. The transition system is arc-eager (Nivre 2003, 2008) with spaCy's two additions: a word without a head
goes back to the buffer instead of off the stack (Honnibal and Johnson 2014), and a move of its own ends a sentence.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from service.language.nonprojective import lowered
from service.language.transitions import TransitionModel, transition_model_of
from service.language.weights import Floats

FEATURES = 8
ROOT = "ROOT"  # the label of a word without a head
ABSENT = -1  # a token that is not there; it counts from the end, where the row for it is
ROOM = 1_000  # tokens of a batch whose rows fit in the room that is kept, about 4 MB; larger batches are seldom
BOTTOM = 3  # the absent tokens below the stack, as deep as the features look

SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
MOVES = "SDLRB"  # spaCy's letters for them
# Which moves may follow, as a sum of these.
MAY_SHIFT, MAY_REDUCE, MAY_LINK, MAY_BREAK = 1, 2, 4, 8

Query = tuple[tuple[int, ...], int]  # the rows of the features, and which moves may follow


@dataclass(frozen=True, slots=True)
class Tree:
    """The parse of one document. ``heads`` are indices into it, a root is its own; ``begins`` opens a sentence."""

    heads: list[int]
    labels: list[str]
    begins: list[bool]


@dataclass(frozen=True, slots=True)
class _Forest:
    """What the states of all documents write to, by token; the last entry belongs to `ABSENT`."""

    heads: list[int]
    labels: list[str]
    left: list[int]  # the dependent that was put last on the left of the token
    right: list[int]


@dataclass(frozen=True, slots=True)
class ArcDecoder:
    """The parser's weights, ready to be applied to the vectors of the shared layer. Not safe for threads."""

    model: TransitionModel
    kinds: tuple[int, ...]  # of each move
    labels: tuple[str, ...]
    masks: Floats  # (sums of what may follow, moves): the bias of the scores, minus infinity where a move may not be
    lower: Floats  # (hidden inputs, features x pieces x hidden)
    room: Floats  # for the rows of a batch: asking the system for so much memory each time takes as long as filling it

    def trees(self, vectors: Sequence[Floats], begins: Sequence[Sequence[int]]) -> list[Tree]:
        """The parse of each document; ``begins`` are its tokens that are known to begin a sentence."""
        sizes = [len(part) for part in vectors]
        spans = list(pairwise(accumulate(sizes, initial=0)))
        count = sum(sizes) + 1
        forest = _Forest([ABSENT] * count, [ROOT] * count, [ABSENT] * count, [ABSENT] * count)
        states = [
            _moves(first, end, {first + place for place in known}, forest, self.kinds, self.labels)
            for (first, end), known in zip(spans, begins, strict=True)
        ]
        self._run(states, self._rows(vectors))
        return [_tree(forest, first, end) for first, end in spans]

    def _rows(self, vectors: Sequence[Floats]) -> Floats:
        """What each token adds as each feature, `FEATURES` rows a token; those of `ABSENT` come last."""
        inputs = self.model.inputs(vectors)
        width = self.model.features.shape[2]
        size = (len(inputs) + 1, FEATURES * width)
        rows = self.room[: size[0]] if size[0] <= len(self.room) else np.empty(size, dtype=np.float32)
        np.dot(inputs, self.lower, out=rows[:-1])
        rows[-1] = self.model.absent.reshape(-1)
        rows[:, :width] += self.model.bias  # of the state; its first feature is one row in each of them
        return rows.reshape(-1, width)

    def _run(self, states: Sequence[Generator[Query | None, int | None, None]], rows: Floats) -> None:
        """Takes all documents through to their ends, one move of each at a time."""
        take, may, hidden, weights = rows.take, self.masks.take, self.model.hidden, self.model.scores
        sends = [state.send for state in states]
        best: list[int | None] = [None] * len(sends)
        sums = np.ones((len(sends), 1, FEATURES), dtype=np.float32)
        while sends:
            wanted: list[int] = []
            allowed: list[int] = []
            going = []
            for send, move in zip(sends, best, strict=True):
                query = send(move)
                if query is not None:
                    wanted += query[0]
                    allowed.append(query[1])
                    going.append(send)
            sends = going
            if sends:
                features = take(wanted, 0).reshape(len(sends), FEATURES, -1)
                scores = np.dot(hidden(np.matmul(sums[: len(sends)], features)[:, 0]), weights)
                scores += may(allowed, 0)
                best = scores.argmax(1).tolist()


def _moves(
    first: int, end: int, begins: set[int], forest: _Forest, kinds: Sequence[int], names: Sequence[str]
) -> Generator[Query | None, int | None, None]:
    """The state of the document from token ``first`` to ``end``: yields what its next move is chosen by and is sent the
    choice; yields None when it is done."""
    heads, labels, left, right = forest.heads, forest.labels, forest.left, forest.right
    stack = [ABSENT] * BOTTOM
    back: list[int] = []  # the words that went back to the buffer, its front at the end
    held: set[int] = set()  # those of them that must not be shifted again
    before: dict[int, int] = {}  # by a right dependent, the one that its head had before
    ahead = first  # the first word that was never on the stack
    of = FEATURES  # rows of a token
    while True:
        while not back and ahead == end and len(stack) > BOTTOM:
            _reduce(stack, back, held, heads)  # with nothing in the buffer there is no other move
        if back:
            front = back[-1]
            next_ = back[-2] if len(back) > 1 else ahead if ahead < end else ABSENT
        elif ahead < end:
            front = ahead
            next_ = ahead + 1 if ahead + 1 < end else ABSENT
        else:
            yield None
            return
        top = stack[-1]
        if top < 0:
            allowed = MAY_SHIFT
        elif front in begins:
            allowed = MAY_REDUCE
        elif next_ < 0 or front in held:
            allowed = MAY_REDUCE | MAY_LINK
        else:
            allowed = MAY_REDUCE | MAY_LINK | MAY_SHIFT
        if next_ == front + 1 and next_ not in begins:
            allowed |= MAY_BREAK
        move = yield (
            (
                front * of,
                next_ * of + 1,
                top * of + 2,
                stack[-2] * of + 3,
                stack[-3] * of + 4,
                left[front] * of + 5,
                left[top] * of + 6,
                right[top] * of + 7,
            ),
            allowed,
        )
        assert move is not None  # the first is asked for, the others are sent
        kind = kinds[move]
        if kind == REDUCE:
            _reduce(stack, back, held, heads)
        elif kind == LEFT:
            if heads[top] >= 0:
                right[heads[top]] = before[top]
            heads[top], labels[top] = front, names[move]
            left[front] = top
            held.discard(front)
            stack.pop()
        elif kind == BREAK:
            begins.add(next_)
        else:
            if kind == RIGHT:
                heads[front], labels[front] = top, names[move]
                before[front] = right[top]
                right[top] = front
            stack.append(front)
            if back:
                back.pop()
            else:
                ahead += 1


def _reduce(stack: list[int], back: list[int], held: set[int], heads: Sequence[int]) -> None:
    """Takes the top off the stack; back to the buffer where it has no head and is not the last."""
    top = stack.pop()
    if heads[top] < 0 and len(stack) > BOTTOM:
        back.append(top)
        held.add(top)


def _tree(forest: _Forest, first: int, end: int) -> Tree:
    """The parse of the tokens from ``first`` to ``end``. A sentence begins where no arc spans."""
    heads = [head - first if head >= 0 else place for place, head in enumerate(forest.heads[first:end])]
    across = [0] * (len(heads) + 1)  # how many more arcs span the gap before a token than the gap before the last one
    for place, head in enumerate(heads):
        if head < place:
            across[head + 1] += 1
            across[place + 1] -= 1
        elif head > place:
            across[place + 1] += 1
            across[head + 1] -= 1
    begins = [not spanning for spanning in accumulate(across[:-1])]
    return Tree(*lowered(heads, forest.labels[first:end]), begins)


def arc_decoder_of(component: Any) -> ArcDecoder | None:
    """The decoder with the weights of a dependency parser; None where that is built otherwise."""
    model = transition_model_of(component, FEATURES)
    if model is None or any(name.endswith("-subtok") for name in model.moves):
        return None
    kinds = np.array([MOVES.index(name[0]) for name in model.moves])
    needs = np.array([MAY_SHIFT, MAY_REDUCE, MAY_LINK, MAY_LINK, MAY_BREAK])[kinds]
    allowed = np.arange(2 * MAY_BREAK)[:, None] & needs > 0
    return ArcDecoder(
        model=model,
        kinds=tuple(kinds.tolist()),
        labels=tuple(name[2:] for name in model.moves),
        masks=np.where(allowed, model.scores_bias, -np.inf).astype(np.float32),
        lower=np.ascontiguousarray(np.concatenate(list(model.features), axis=1)),
        room=np.empty((ROOM, FEATURES * model.features.shape[2]), dtype=np.float32),
    )
