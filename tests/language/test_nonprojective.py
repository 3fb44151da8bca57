"""Arcs that cross, read from labels of two parts."""

from service.language.nonprojective import lowered

# 0 sah (root), 1 Mann (obj of 0), 2 gestern (advmod of 0), 3 der (a relative clause, lifted from 1 to 0)
HEADS = [0, 0, 0, 0]


def test_a_lifted_word_hangs_on_the_word_that_its_label_names() -> None:
    assert lowered(HEADS, ["ROOT", "obj", "advmod", "acl||obj"]) == ([0, 0, 0, 1], ["ROOT", "obj", "advmod", "acl"])


def test_a_tree_without_such_labels_stays_as_it_is() -> None:
    labels = ["ROOT", "obj", "advmod", "acl"]
    assert lowered(HEADS, labels) == (HEADS, labels)


def test_a_word_whose_true_head_is_not_there_stays_where_it_was_lifted_to() -> None:
    assert lowered(HEADS, ["ROOT", "obj", "advmod", "acl||iobj"])[0] == HEADS


def test_the_nearest_level_comes_first() -> None:
    heads = [0, 0, 1, 0, 0]  # word 2 is an obj too, but deeper than word 3
    assert lowered(heads, ["ROOT", "nsubj", "obj", "obj", "acl||obj"])[0] == [0, 0, 1, 0, 3]


def test_a_word_is_not_its_own_head() -> None:
    assert lowered([0, 0], ["ROOT", "obj||obj"]) == ([0, 0], ["ROOT", "obj"])


def test_the_order_of_lifted_words_counts() -> None:
    """The second is looked for in the tree as the first left it."""
    heads, _ = lowered([0, 0, 0, 0], ["ROOT", "obj", "acl||obj", "conj||acl"])
    assert heads == [0, 0, 1, 2]
