"""TIGER trees turned into the shape that the rules know."""

from service.language.tiger import relate
from service.language.tree import Relation
from tests.language.docs import Row, labelled


def turned(*rows: Row, tags: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Word, relation and head word of each token."""
    tree = labelled(*rows, tags=tags)
    related = relate(tree)
    return [
        (word, relation.value, tree.words[head])
        for word, relation, head in zip(tree.words, related.relations, related.heads, strict=True)
    ]


def test_the_noun_comes_above_its_preposition() -> None:
    assert turned(
        ("Er", "PRON", "sb", 1),
        ("warnte", "VERB", "ROOT", 1),
        ("vor", "ADP", "op", 1),
        ("der", "DET", "nk", 4),
        ("Eile", "NOUN", "nk", 2),
    ) == [
        ("Er", "subject", "warnte"),
        ("warnte", "root", "warnte"),
        ("vor", "case", "Eile"),
        ("der", "determiner", "Eile"),
        ("Eile", "oblique", "warnte"),
    ]


def test_a_preposition_below_a_noun_makes_an_attribute() -> None:
    rows = turned(("Leiter", "NOUN", "ROOT", 0), ("von", "ADP", "mnr", 0), ("Nordwind", "PROPN", "nk", 1))
    assert rows[2] == ("Nordwind", "attribute", "Leiter")


def test_the_full_verb_comes_above_its_auxiliary() -> None:
    assert turned(
        ("Ada", "PROPN", "sb", 1),
        ("hat", "AUX", "ROOT", 1),
        ("gestern", "ADV", "mo", 3),
        ("gesprochen", "VERB", "oc", 1),
    ) == [
        ("Ada", "subject", "gesprochen"),
        ("hat", "auxiliary", "gesprochen"),
        ("gestern", "adverb", "gesprochen"),
        ("gesprochen", "root", "gesprochen"),
    ]


def test_a_passive_is_told_by_its_auxiliary() -> None:
    rows = turned(("Ada", "PROPN", "sb", 1), ("wurde", "AUX", "ROOT", 1), ("zitiert", "VERB", "oc", 1))
    assert rows[1] == ("wurde", "passive", "zitiert")
    assert rows[0] == ("Ada", "subject", "zitiert")


def test_a_future_is_no_passive() -> None:
    sentence: tuple[Row, ...] = (("Ada", "PROPN", "sb", 1), ("wird", "AUX", "ROOT", 1), ("sprechen", "VERB", "oc", 1))
    assert turned(*sentence)[1] == ("wird", "auxiliary", "sprechen")
    assert turned(*sentence, tags={"sprechen": "VVINF"})[1] == ("wird", "auxiliary", "sprechen")
    assert turned(*sentence, tags={"sprechen": "VVPP"})[1] == ("wird", "passive", "sprechen")


def test_chains_of_auxiliaries_end_below_the_full_verb() -> None:
    rows = turned(
        ("Ada", "PROPN", "sb", 1),
        ("soll", "AUX", "ROOT", 1),
        ("zitiert", "VERB", "oc", 3),
        ("worden", "AUX", "oc", 4),
        ("sein", "AUX", "oc", 1),
    )
    assert rows == [
        ("Ada", "subject", "zitiert"),
        ("soll", "auxiliary", "zitiert"),
        ("zitiert", "root", "zitiert"),
        ("worden", "passive", "zitiert"),
        ("sein", "auxiliary", "zitiert"),
    ]


def test_a_clause_below_an_auxiliary_stays_a_clause() -> None:
    rows = turned(
        ("Richtig", "ADJ", "pd", 1),
        ("ist", "AUX", "ROOT", 1),
        ("dass", "SCONJ", "cp", 4),
        ("Ada", "PROPN", "sb", 4),
        ("kommt", "VERB", "oc", 1),
    )
    assert rows[4] == ("kommt", "clause", "Richtig")
    assert rows[1] == ("ist", "copula", "Richtig")


def test_the_predicate_comes_above_its_copula() -> None:
    assert turned(
        ("Ada", "PROPN", "sb", 1), ("ist", "AUX", "ROOT", 1), ("in", "ADP", "pd", 1), ("Sorge", "NOUN", "nk", 2)
    ) == [("Ada", "subject", "Sorge"), ("ist", "copula", "Sorge"), ("in", "case", "Sorge"), ("Sorge", "root", "Sorge")]


def test_the_first_part_of_a_name_is_its_head() -> None:
    assert turned(("Ada", "PROPN", "pnc", 1), ("Wetzel", "PROPN", "sb", 2), ("schwieg", "VERB", "ROOT", 2)) == [
        ("Ada", "subject", "schwieg"),
        ("Wetzel", "name", "Ada"),
        ("schwieg", "root", "schwieg"),
    ]


def test_a_name_is_the_apposition_of_the_role_before_it_whichever_was_the_head() -> None:
    wanted = [
        ("Sprecherin", "subject", "schwieg"),
        ("Ada", "apposition", "Sprecherin"),
        ("Wetzel", "name", "Ada"),
        ("schwieg", "root", "schwieg"),
    ]
    assert wanted == turned(
        ("Sprecherin", "NOUN", "nk", 2),
        ("Ada", "PROPN", "pnc", 2),
        ("Wetzel", "PROPN", "sb", 3),
        ("schwieg", "VERB", "ROOT", 3),
    )
    assert wanted == turned(
        ("Sprecherin", "NOUN", "sb", 3),
        ("Ada", "PROPN", "pnc", 2),
        ("Wetzel", "PROPN", "nk", 0),
        ("schwieg", "VERB", "ROOT", 3),
    )


def test_conjuncts_hang_on_the_first_and_the_conjunction_on_the_last() -> None:
    assert turned(
        ("Ada", "PROPN", "sb", 5),
        (",", "PUNCT", "punct", 0),
        ("Bo", "PROPN", "cj", 0),
        ("und", "CCONJ", "cd", 2),
        ("Cleo", "PROPN", "cj", 3),
        ("schwiegen", "VERB", "ROOT", 5),
    ) == [
        ("Ada", "subject", "schwiegen"),
        (",", "punctuation", "Ada"),
        ("Bo", "conjunct", "Ada"),
        ("und", "coordinator", "Cleo"),
        ("Cleo", "conjunct", "Ada"),
        ("schwiegen", "root", "schwiegen"),
    ]


def test_labels_map_by_table() -> None:
    related = relate(
        labelled(
            ("zitierte", "VERB", "ROOT", 0),
            ("ihn", "PRON", "oa", 0),
            ("vor", "ADP", "svp", 0),
            ("Verbandes", "NOUN", "ag", 1),
            ("Ada", "PROPN", "app", 1),
            ("geht", "VERB", "rc", 1),
            ("das", "X", "uc", 1),
            ("so", "ADV", "xyz", 0),
        )
    )
    assert related.relations == [
        Relation.ROOT,
        Relation.OBJECT,
        Relation.PARTICLE,
        Relation.ATTRIBUTE,
        Relation.APPOSITION,
        Relation.RELATIVE_CLAUSE,
        Relation.NAME,
        Relation.OTHER,
    ]


def test_a_tree_stays_a_tree() -> None:
    tree = labelled(
        ("Nach", "ADP", "mo", 4),
        ("Angaben", "NOUN", "nk", 0),
        ("von", "ADP", "pg", 1),
        ("Ada", "PROPN", "nk", 2),
        ("sei", "AUX", "ROOT", 4),
        ("das", "PRON", "sb", 4),
        ("gut", "ADJ", "pd", 4),
        ("gewesen", "AUX", "oc", 4),
    )
    related = relate(tree)
    for index in range(len(related.heads)):
        seen = set()
        while related.heads[index] != index:
            assert index not in seen
            seen.add(index)
            index = related.heads[index]
