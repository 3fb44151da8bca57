"""Reading treebanks: surface tokens, one set of relations, entities where there are any."""

from pathlib import Path

from training.conllu import Sentence, parse_block, read_sentences, text_of

TAB = "\t"


def block(*rows: str) -> Sentence:
    """A sentence of rows ``id form pos head relation [features] [misc]``, parted by blanks, _ for nothing."""
    lines = []
    for row in rows:
        id_, form, pos, head, relation, *rest = row.split()
        features, misc = [*rest, "_", "_"][:2]
        lines.append(TAB.join([id_, form, "_", pos, "_", features, head, relation, "_", misc]))
    return parse_block(lines)


def relations(sentence: Sentence) -> list[str]:
    return [word.relation for word in sentence]


def test_a_multiword_token_is_one_word_and_heads_are_counted_anew() -> None:
    sentence = block(
        "1 Sie PRON 2 nsubj",
        "2 geht VERB 0 root",
        "3-4 zum _ _ _",
        "3 zu ADP 5 case",
        "4 dem DET 5 det",
        "5 Bahnhof NOUN 2 obl _ SpaceAfter=No",
        "6 . PUNCT 2 punct",
    )
    assert [word.text for word in sentence] == ["Sie", "geht", "zum", "Bahnhof", "."]
    assert [word.head for word in sentence] == [1, 1, 3, 1, 1]
    assert (sentence[2].pos, sentence[2].relation) == ("ADP", "case")
    assert text_of(sentence) == "Sie geht zum Bahnhof."


def test_subtypes_of_names_and_attributes_go_and_the_passive_stays() -> None:
    sentence = block(
        "1 Ada PROPN 4 nsubj:pass",
        "2 Wetzel PROPN 1 flat:name",
        "3 wurde AUX 4 aux:pass",
        "4 gewählt VERB 0 root",
        "5 Noras PROPN 6 nmod:poss",
        "6 Sieg NOUN 4 obl:agent",
    )
    assert relations(sentence) == ["nsubj:pass", "flat", "aux:pass", "ROOT", "nmod", "obl"]


def test_a_dative_is_one_relation_and_with_a_preposition_another() -> None:
    sentence = block("1 Ihr PRON 2 obl:arg", "2 fehlte VERB 0 root", "3 an ADP 4 case", "4 Mut NOUN 2 obl:arg")
    assert relations(sentence) == ["iobj", "ROOT", "case", "obl"]


def test_a_relative_clause_is_told_by_its_pronoun() -> None:
    sentence = block(
        "1 Leute NOUN 0 root",
        "2 die PRON 3 nsubj PronType=Rel",
        "3 bleiben VERB 1 acl",
        "4 Zeit NOUN 1 appos",
        "5 zu PART 6 mark",
        "6 gehen VERB 4 acl",
    )
    assert relations(sentence)[2] == "acl:relcl"
    assert relations(sentence)[5] == "acl"


def test_an_unclear_determiner_is_a_determiner() -> None:
    assert relations(block("1 Die DET 2 dep", "2 Stadt NOUN 0 root", "3 hm INTJ 2 discourse")) == ["det", "ROOT", "dep"]


def test_entities_are_read_and_missing_where_there_are_none() -> None:
    sentence = block("1 Ada PROPN 2 nsubj _ Entity=B-PER", "2 schwieg VERB 0 root _ Entity=O")
    assert [word.entity for word in sentence] == ["B-PER", "O"]
    assert block("1 Ja INTJ 0 root")[0].entity is None


def test_a_file_is_read_in_order(tmp_path: Path) -> None:
    rows = "# text = {0}\n1\t{0}\t_\tINTJ\t_\t_\t0\troot\t_\t_\n"
    (tmp_path / "two.conllu").write_text(rows.format("Ja") + "\n" + rows.format("Nein") + "\n", encoding="utf-8")
    assert [sentence[0].text for sentence in read_sentences(tmp_path / "two.conllu")] == ["Ja", "Nein"]
