"""The texts made for the measurements: the same each time, of the size asked for, with marks where they belong."""

from __future__ import annotations

import pytest

from benchmarks import texts
from service.quotation.marks import has_marks


def test_the_same_number_gives_the_same_article() -> None:
    assert texts.article(7) == texts.article(7)
    assert texts.article(7) != texts.article(8)


def test_articles_without_marks_have_none() -> None:
    assert all(has_marks(text) for text in texts.articles(5))
    assert not any(has_marks(text) for text in texts.articles(5, marks=False))


def test_no_placeholder_is_left_in_an_article() -> None:
    assert not any("{" in text for text in texts.articles(30))


@pytest.mark.parametrize("size", [texts.KIB, 10 * texts.KIB, 100 * texts.KIB])
def test_an_article_of_a_size_has_about_that_many_bytes(size: int) -> None:
    assert size - 3 <= len(texts.of_size(size).encode()) <= size


def test_a_long_article_is_not_one_text_over_and_over() -> None:
    text = texts.of_size(100 * texts.KIB)
    assert len(set(text.split("\n\n"))) > 0.9 * len(text.split("\n\n"))


def test_an_article_of_the_largest_size_stays_below_the_cap_on_quotes() -> None:
    assert texts.of_size(texts.MIB).count("„") < 5000


def test_worst_texts_fill_the_size() -> None:
    for name, text in texts.worst(10 * texts.KIB).items():
        assert has_marks(text), name
        if name != "line breaks":
            assert 0.95 * 10 * texts.KIB <= len(text.encode()) <= 1.02 * 10 * texts.KIB, name
