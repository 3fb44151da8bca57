"""The vectors of words are worked out once, and no more of them are kept than there is room for."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from service.language.words import Features, WordVectors


class Computing:
    """Doubles the attributes and keeps how many words it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, features: Features) -> np.ndarray:
        self.asked.append(len(features))
        return features.astype(np.float32) * 2


def _words(*attributes: int) -> Features:
    return np.array([[each, each + 1] for each in attributes], dtype=np.uint64)


def test_a_word_is_worked_out_once() -> None:
    compute = Computing()
    vectors = WordVectors(compute, 2)
    vectors(_words(1, 2, 1))
    assert vectors(_words(2, 3)).tolist() == [[4, 6], [6, 8]]
    assert compute.asked == [2, 1]


def test_when_there_is_no_more_room_it_begins_anew() -> None:
    compute = Computing()
    vectors = WordVectors(compute, 2, kept=3)
    for batch in (_words(1, 2), _words(3, 4), _words(3, 4)):
        assert vectors(batch).tolist() == (batch * 2).tolist()
    assert compute.asked == [2, 2]


def test_more_words_at_once_than_are_kept_are_worked_out_all_the_same() -> None:
    vectors = WordVectors(Computing(), 2, kept=2)
    batch = _words(1, 2, 3, 4)
    assert vectors(batch).tolist() == (batch * 2).tolist()


@given(st.lists(st.lists(st.integers(0, 20), min_size=1, max_size=12), max_size=12))
def test_the_vectors_are_those_that_were_computed(batches: list[list[int]]) -> None:
    vectors = WordVectors(Computing(), 2, kept=8)
    for batch in batches:
        assert vectors(_words(*batch)).tolist() == (_words(*batch) * 2).tolist()
