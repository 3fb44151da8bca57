"""Universal Dependencies to the relations of the rules."""

from service.language.tree import Relation
from service.language.universal import relate, relation_of
from tests.language.docs import labelled


def test_the_tree_keeps_its_shape() -> None:
    tree = labelled(
        ("Ministerin", "NOUN", "nsubj", 2),
        ("Greta", "PROPN", "appos", 0),
        ("warnte", "VERB", "ROOT", 2),
        ("vor", "ADP", "case", 4),
        ("Eile", "NOUN", "obl", 2),
        (".", "PUNCT", "punct", 2),
    )
    related = relate(tree)
    assert related.heads == [2, 0, 2, 4, 2, 2]
    assert related.relations == [
        Relation.SUBJECT,
        Relation.APPOSITION,
        Relation.ROOT,
        Relation.CASE,
        Relation.OBLIQUE,
        Relation.PUNCTUATION,
    ]


def test_subtypes_fall_back_on_their_relation() -> None:
    assert relation_of("nsubj:pass") is Relation.SUBJECT
    assert relation_of("nmod:poss") is Relation.ATTRIBUTE
    assert relation_of("acl:relcl") is Relation.RELATIVE_CLAUSE


def test_subtypes_with_a_meaning_of_their_own_keep_it() -> None:
    assert relation_of("aux") is Relation.AUXILIARY
    assert relation_of("aux:pass") is Relation.PASSIVE
    assert relation_of("compound:prt") is Relation.PARTICLE
    assert relation_of("obl:arg") is Relation.OBJECT
    assert relation_of("obl:agent") is Relation.OBLIQUE


def test_what_no_rule_reads_is_other() -> None:
    assert relation_of("dep") is Relation.OTHER
    assert relation_of("compound") is Relation.OTHER
    assert relation_of("") is Relation.OTHER
