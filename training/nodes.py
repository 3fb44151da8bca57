"""Small dependency trees, written down by hand or by a grammar, and their way into sentences. No German in here but
the spacing of punctuation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from training.augment import mark_spans
from training.conllu import Sentence, Word

POS = {"D": "DET", "A": "ADJ", "N": "NOUN", "P": "PROPN", "C": "ADP", "V": "ADV", "M": "NUM", "K": "CCONJ"}
NAMED = {"L": "LOC", "O": "ORG"}  # proper nouns which are an entity of their own
BEFORE_HEAD = {"DET": "det", "ADJ": "amod", "ADP": "case", "NUM": "nummod", "ADV": "advmod", "CCONJ": "cc"}
GLUED_LEFT = frozenset(",.:;!?)")  # no white space before these
MEMBER = re.compile(r"(q\()?([^/\s]+)/([A-Z])(\))?")


@dataclass
class Node:
    """A word with its dependents on both sides, in order, each with its relation.

    ``entity`` makes the word, its adjectives and the further parts of the name one entity; with ``wide`` also its
    attributes.
    """

    text: str
    pos: str
    left: list[tuple[str, Node]] = field(default_factory=list)
    right: list[tuple[str, Node]] = field(default_factory=list)
    entity: str | None = None
    wide: bool = False


def punct(text: str) -> tuple[str, Node]:
    """A mark of punctuation as a dependent."""
    return ("punct", Node(text, "PUNCT"))


def name(text: str, entity: str | None = "PER") -> Node:
    """A name of one or more words: the first is the head, the others hang on it as flat."""
    first, *others = text.split()
    return Node(first, "PROPN", right=[("flat", Node(part, "PROPN")) for part in others], entity=entity)


def phrase(text: str, entity: str | None = None, marks: tuple[str, str] = ("„", "“")) -> Node:
    """A noun phrase from words with their parts: ``des/D Roten/A Kreuzes/N in/C Bern/P``.

    Each noun closes a group; a group hangs on the head of the group before it as nmod, or as conj after K; a proper
    noun right after a noun hangs on it as appos, after a proper noun as flat. L and O are proper nouns that name a
    place or an organisation. Words within ``q(`` and ``)`` stand
    between marks.
    """
    groups: list[Node] = []
    before: list[tuple[str, Node]] = []
    adjacent = False
    for opens, word, tag, closes in MEMBER.findall(text):
        pos = POS.get(tag, "PROPN")
        node = Node(word, pos, entity=NAMED.get(tag))
        if opens:
            before.append(punct(marks[0]))
        if pos in BEFORE_HEAD:
            before.append((BEFORE_HEAD[pos], node))
            adjacent = False
            continue
        node.left, before_names = before, [relation for relation, _ in before]
        before = []
        if closes:
            node.right.append(punct(marks[1]))
        if groups:
            last = groups[-1]
            relation = "conj" if "cc" in before_names else "nmod"
            if pos == "PROPN" and adjacent:
                relation = "flat" if last.pos == "PROPN" else "appos"
            last.right.append((relation, node))
            if relation == "flat":
                continue
        groups.append(node)
        adjacent = True
    head = groups[0]
    if entity is not None:
        head.entity, head.wide = entity, True
    return head


def sentence_of(root: Node) -> Sentence:
    """The tree as a sentence in its order of words."""
    placed: list[tuple[Node, str, Node | None, str]] = []
    _place(root, "ROOT", None, None, placed)
    index = {id(node): place for place, (node, *_) in enumerate(placed)}
    words: list[Word] = []
    for place, (node, relation, head, entity) in enumerate(placed):
        words.append(Word(node.text, node.pos, place if head is None else index[id(head)], relation, True, entity))
    return spaced(words)


def _place(
    node: Node,
    relation: str,
    head: Node | None,
    inherited: list[bool] | None,
    placed: list[tuple[Node, str, Node | None, str]],
    label: str = "",
) -> None:
    """Writes the tree below ``node`` to ``placed``. ``inherited`` holds whether its entity has begun yet."""
    begun = inherited
    if begun is None and node.entity:
        begun, label = [False], node.entity

    def tag() -> str:
        if begun is None:
            return "O"
        prefix = "I" if begun[0] else "B"
        begun[0] = True
        return f"{prefix}-{label}"

    def inside(below: str) -> list[bool] | None:
        if inherited is not None:
            return begun
        names = ("amod", "flat") + (("nmod", "conj", "appos") if node.wide else ())
        return begun if begun is not None and below in names else None

    for below, child in node.left:
        _place(child, below, node, inside(below), placed, label)
    placed.append((node, relation, head, tag()))
    for below, child in node.right:
        _place(child, below, node, inside(below), placed, label)


def spaced(words: list[Word]) -> Sentence:
    """The words with white space set as German punctuation wants it."""
    spans = mark_spans(tuple(words))
    glued = {first for first, _ in spans} | {last - 1 for _, last in spans}
    result = []
    for place, word in enumerate(words):
        after = words[place + 1].text if place + 1 < len(words) else ""
        close = place in glued or word.text == "(" or after in GLUED_LEFT
        result.append(replace(word, space_after=not close))
    return tuple(result)
