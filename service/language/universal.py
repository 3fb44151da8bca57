"""Universal Dependencies to the relations of the rules: a table, as the trees already have the shape wanted."""

from __future__ import annotations

from functools import cache

from service.language.scheme import Labelled, Related, Scheme
from service.language.tree import Relation

RELATIONS = {
    "root": Relation.ROOT,
    "nsubj": Relation.SUBJECT,
    "obj": Relation.OBJECT,
    "iobj": Relation.OBJECT,
    "obl:arg": Relation.OBJECT,
    "obl": Relation.OBLIQUE,
    "nmod": Relation.ATTRIBUTE,
    "appos": Relation.APPOSITION,
    "flat": Relation.NAME,
    "amod": Relation.ADJECTIVE,
    "det": Relation.DETERMINER,
    "nummod": Relation.NUMBER,
    "case": Relation.CASE,
    "mark": Relation.MARKER,
    "aux": Relation.AUXILIARY,
    "aux:pass": Relation.PASSIVE,
    "cop": Relation.COPULA,
    "compound:prt": Relation.PARTICLE,
    "advmod": Relation.ADVERB,
    "ccomp": Relation.CLAUSE,
    "csubj": Relation.CLAUSE,
    "xcomp": Relation.CLAUSE,
    "advcl": Relation.ADVERBIAL_CLAUSE,
    "acl": Relation.RELATIVE_CLAUSE,
    "parataxis": Relation.PARATAXIS,
    "conj": Relation.CONJUNCT,
    "cc": Relation.COORDINATOR,
    "expl": Relation.EXPLETIVE,
    "punct": Relation.PUNCTUATION,
}


@cache
def relation_of(label: str) -> Relation:
    """The relation of a label: of the whole label, else of the part before its colon, else OTHER."""
    label = label.lower()
    return RELATIONS.get(label) or RELATIONS.get(label.split(":")[0], Relation.OTHER)


def relate(tree: Labelled) -> Related:
    """The tree as it is, its labels replaced."""
    return Related(tree.heads, [relation_of(label) for label in tree.labels])


UNIVERSAL = Scheme("Universal Dependencies", frozenset({"nsubj", "obl", "case", "nmod"}), relate)
