"""Reads CoNLL-U treebanks into plain sentences of surface tokens, with one set of relations for all of them.

Nothing here knows spaCy; how sentences become training examples is in `examples.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# The treebanks differ in how fine their relations are. What is not named here stays without its subtype
# (nmod:poss → nmod, flat:name → flat), except the kept ones.
KEPT_SUBTYPES = frozenset({"nsubj:pass", "aux:pass", "compound:prt", "det:poss", "acl:relcl"})
RENAMED = {
    "csubj:pass": "csubj",
    "discourse": "dep",
    "dislocated": "dep",
    "goeswith": "dep",
    "orphan": "dep",
    "reparandum": "dep",
    "list": "dep",
    "root": "ROOT",
}
DATIVE = "iobj"


@dataclass(frozen=True, slots=True)
class Word:
    """One surface token of a sentence.

    ``head`` is an index into the sentence, the word's own for the root. ``entity`` is ``O``, ``B-PER`` …,
    or None where the treebank has no entities.
    """

    text: str
    pos: str
    head: int
    relation: str
    space_after: bool = True
    entity: str | None = None


Sentence = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One syntactic word as its line gives it, ids from 1 and 0 as the head of the root."""

    id: int
    form: str
    pos: str
    features: str
    head: int
    relation: str
    misc: dict[str, str]


def read_sentences(path: Path) -> list[Sentence]:
    """All sentences of a CoNLL-U file, in order.

    Multiword tokens are one word with the part of speech and relation of their first part (zum: ADP, case).
    """
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [sentence for sentence in (parse_block(block.splitlines()) for block in blocks) if sentence]


def parse_block(lines: Iterable[str]) -> Sentence:
    """One sentence from its lines; comments and empty nodes are left out."""
    rows: list[_Row] = []
    spans: list[tuple[int, int, str, bool]] = []
    for line in lines:
        fields = line.split("\t")
        if line.startswith("#") or len(fields) != 10 or "." in fields[0]:
            continue
        misc = dict(part.split("=", 1) for part in fields[9].split("|") if "=" in part)
        if "-" in fields[0]:
            first, last = map(int, fields[0].split("-"))
            spans.append((first, last, fields[1], misc.get("SpaceAfter") != "No"))
        else:
            relation = fields[7]
            rows.append(_Row(int(fields[0]), fields[1], fields[3], fields[5], int(fields[6]), relation, misc))
    return _surface(rows, spans)


def _surface(rows: list[_Row], spans: list[tuple[int, int, str, bool]]) -> Sentence:
    position: dict[int, int] = {}
    kept: list[tuple[_Row, str, bool]] = []
    first_of = {first: (last, form, space) for first, last, form, space in spans}
    covered = 0
    for row in rows:
        if row.id <= covered:
            position[row.id] = len(kept) - 1
            continue
        position[row.id] = len(kept)
        if row.id in first_of:
            covered, form, space = first_of[row.id]
            kept.append((row, form, space))
        else:
            kept.append((row, row.form, row.misc.get("SpaceAfter") != "No"))
    children: dict[int, list[_Row]] = {}
    for row in rows:
        children.setdefault(row.head, []).append(row)
    words = []
    for index, (row, form, space) in enumerate(kept):
        head = index if row.head == 0 else position[row.head]
        words.append(
            Word(
                text=form.replace("\u00a0", " ").strip() or form,
                pos=row.pos,
                head=head,
                relation="ROOT" if head == index else unify(row, children.get(row.id, [])),
                space_after=space,
                entity=row.misc.get("Entity"),
            )
        )
    return tuple(words)


def unify(row: _Row, children: Iterable[_Row]) -> str:
    """The relation of a row in the common set.

    Dative objects are ``iobj`` everywhere (the treebanks write obl:arg), relative clauses ``acl:relcl``, and the
    ``dep`` which GSD puts on a capitalised determiner or adjective at the start of a sentence is made good.
    """
    below = list(children)
    if row.relation == "obl:arg":
        return "obl" if any(child.relation == "case" for child in below) else DATIVE
    if row.relation == "acl" and any("PronType=Rel" in child.features for child in below):
        return "acl:relcl"
    if row.relation == "dep" and row.pos in ("DET", "ADJ"):
        return "det" if row.pos == "DET" else "amod"
    if row.relation in KEPT_SUBTYPES:
        return row.relation
    if row.relation in RENAMED:
        return RENAMED[row.relation]
    base = row.relation.split(":")[0]
    return RENAMED.get(base, base)


def text_of(sentence: Sentence) -> str:
    """The sentence as running text."""
    return "".join(word.text + " " * word.space_after for word in sentence).strip()
