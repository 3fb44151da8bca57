"""The TIGER scheme (as in spaCy's own German pipelines) to the relations of the rules.

TIGER hangs a noun below its preposition, a full verb below its auxiliary, a predicate below its copula, a first name
below the surname and conjuncts in a chain. `relate` turns these round, so that the rules see one shape of tree.
Labels: Albert et al. 2003, TIGER Annotationsschema.
"""

from __future__ import annotations

from service.language.scheme import Labelled, Related, Scheme
from service.language.tree import Relation

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
PAST_OF_WERDEN = frozenset({"wurde", "wurdest", "wurden", "wurdet", "worden"})
WERDEN = PAST_OF_WERDEN | {"werde", "wirst", "wird", "werden", "werdet", "würde", "würdest", "würden", "würdet"}

# Labels made by the transformation itself, not of the scheme.
TURNED = {
    "+case": Relation.CASE,
    "+auxiliary": Relation.AUXILIARY,
    "+passive": Relation.PASSIVE,
    "+copula": Relation.COPULA,
    "+name": Relation.NAME,
    "+apposition": Relation.APPOSITION,
}

RELATIONS = {
    **TURNED,
    "root": Relation.ROOT,
    "sb": Relation.SUBJECT,
    "sp": Relation.SUBJECT,
    "oa": Relation.OBJECT,
    "oa2": Relation.OBJECT,
    "da": Relation.OBJECT,
    "og": Relation.OBJECT,
    "op": Relation.OBLIQUE,
    "sbp": Relation.OBLIQUE,
    "cvc": Relation.OBLIQUE,
    "ag": Relation.ATTRIBUTE,
    "pg": Relation.ATTRIBUTE,
    "ams": Relation.ATTRIBUTE,
    "app": Relation.APPOSITION,
    "pnc": Relation.NAME,
    "uc": Relation.NAME,
    "nmc": Relation.NUMBER,
    "adc": Relation.ADJECTIVE,
    "ac": Relation.CASE,
    "cm": Relation.CASE,
    "cp": Relation.MARKER,
    "pm": Relation.MARKER,
    "svp": Relation.PARTICLE,
    "ng": Relation.ADVERB,
    "avc": Relation.ADVERB,
    "oc": Relation.CLAUSE,
    "rs": Relation.CLAUSE,
    "re": Relation.CLAUSE,
    "rc": Relation.RELATIVE_CLAUSE,
    "par": Relation.PARATAXIS,
    "cj": Relation.CONJUNCT,
    "cd": Relation.COORDINATOR,
    "ju": Relation.COORDINATOR,
    "ep": Relation.EXPLETIVE,
    "ph": Relation.EXPLETIVE,
    "punct": Relation.PUNCTUATION,
}

# Labels whose relation hangs on the part of speech of the dependent.
NOUN_KERNEL = {
    "DET": Relation.DETERMINER,
    "PRON": Relation.DETERMINER,
    "ADJ": Relation.ADJECTIVE,
    "NUM": Relation.NUMBER,
    "ADV": Relation.ADVERB,
    "NOUN": Relation.APPOSITION,
    "PROPN": Relation.APPOSITION,
}


def relate(tree: Labelled) -> Related:
    """The tree turned into the shape of Universal Dependencies, with the relations of the rules."""
    turned = _Turning(tree)
    turned.prepositions()
    turned.names()
    turned.auxiliaries()
    turned.copulas()
    turned.conjuncts()
    return Related(turned.heads, turned.relations())


class _Turning:
    """A copy of one tree, changed step by step. The order of the steps matters: later ones read earlier labels."""

    def __init__(self, tree: Labelled) -> None:
        self.words = [word.lower() for word in tree.words]
        self.pos = tree.pos
        self.tags = tree.tags
        self.heads = list(tree.heads)
        self.labels = [label.lower() for label in tree.labels]
        self.children: list[list[int]] = [[] for _ in self.heads]
        for index, head in enumerate(self.heads):
            if head != index:
                self.children[head].append(index)

    def prepositions(self) -> None:
        """A preposition goes below the noun that it governs."""
        for index, pos in enumerate(self.pos):
            if pos != "ADP":
                continue
            governed = [child for child in self.children[index] if self.labels[child] == "nk"]
            nominal = [child for child in governed if self.pos[child] in NOMINAL] or governed
            if nominal:
                self._swap(index, min(nominal, key=lambda child: abs(child - index)), "+case")

    def names(self) -> None:
        """The first part of a name becomes its head; a title noun before a name becomes the head of the name."""
        for index in range(len(self.heads)):
            parts = [child for child in self.children[index] if self.labels[child] == "pnc"]
            first = min([index, *parts])
            if first != index:
                self._swap(index, first, "+name")
            for part in parts:
                if part != first:
                    self._move(part, first)
                    self.labels[part] = "+name"
            self._title(first)

    def _title(self, name: int) -> None:
        if self.pos[name] != "PROPN":
            return
        for child in self.children[name]:
            if self.labels[child] == "nk" and self.pos[child] == "NOUN" and child == name - 1:
                self._swap(name, child, "+apposition", keep=frozenset({"+name", "app", "par"}))
                return

    def auxiliaries(self) -> None:
        """A full verb comes above its auxiliaries; the loop ends as each turn leaves one auxiliary less to turn."""
        changed = True
        while changed:
            changed = False
            for index, pos in enumerate(self.pos):
                if pos != "AUX":
                    continue
                verb = next((child for child in self.children[index] if self._is_verb_form(child)), None)
                if verb is not None:
                    self._swap(index, verb, "+passive" if self._is_passive(index, verb) else "+auxiliary")
                    changed = True

    def _is_verb_form(self, index: int) -> bool:
        """An infinitive or participle below an auxiliary, not a clause with a subject or conjunction of its own."""
        return (
            self.labels[index] == "oc"
            and self.pos[index] in VERBAL
            and not any(self.labels[child] in ("sb", "cp", "ep") for child in self.children[index])
        )

    def _is_passive(self, auxiliary: int, verb: int) -> bool:
        word = self.words[auxiliary]
        if word not in WERDEN:
            return False
        if self.tags[verb]:
            return self.tags[verb].endswith("PP")
        form = self.words[verb]
        return word in PAST_OF_WERDEN or form.endswith("t") or (form.startswith("ge") and form.endswith("en"))

    def copulas(self) -> None:
        """A predicate comes above its copula."""
        for index, pos in enumerate(self.pos):
            predicate = [child for child in self.children[index] if self.labels[child] == "pd"]
            if pos == "AUX" and predicate:
                self._swap(index, predicate[0], "+copula")

    def conjuncts(self) -> None:
        """Every conjunct hangs on the first; a conjunction hangs on the conjunct after it."""
        for index in range(len(self.heads)):
            if self.labels[index] != "cj":
                continue
            above = self.heads[index]
            conjunction = above if self.labels[above] == "cd" else None
            while self.labels[above] in ("cj", "cd") and self.heads[above] != above:
                above = self.heads[above]
            self._move(index, above)
            if conjunction is not None:
                self._move(conjunction, index)

    def relations(self) -> list[Relation]:
        """The relation of each token in the turned tree."""
        return [self._relation(index) for index in range(len(self.heads))]

    def _relation(self, index: int) -> Relation:
        label, pos, head = self.labels[index], self.pos[index], self.heads[index]
        if head == index:
            return Relation.ROOT
        if label == "nk":
            return NOUN_KERNEL.get(pos, Relation.OTHER)
        if label in ("mo", "mnr", "pd", "cc"):
            return self._modifier(label, index)
        return RELATIONS.get(label, Relation.OTHER)

    def _modifier(self, label: str, index: int) -> Relation:
        pos = self.pos[index]
        if pos in NOMINAL:
            nominal_head = self.pos[self.heads[index]] in NOMINAL and not self._has_copula(self.heads[index])
            return Relation.ATTRIBUTE if label == "mnr" or nominal_head else Relation.OBLIQUE
        if label == "pd":
            return Relation.CLAUSE
        if pos in VERBAL:
            return Relation.RELATIVE_CLAUSE if label == "mnr" else Relation.ADVERBIAL_CLAUSE
        return Relation.ADVERB

    def _has_copula(self, index: int) -> bool:
        return any(self.labels[child] == "+copula" for child in self.children[index])

    def _move(self, index: int, head: int) -> None:
        """Hangs a token, with all below it, on another head."""
        old = self.heads[index]
        if old != index:
            self.children[old].remove(index)
        self.heads[index] = head
        if head != index:
            self.children[head].append(index)

    def _swap(self, upper: int, lower: int, label: str, keep: frozenset[str] = frozenset()) -> None:
        """Puts ``lower`` in the place of its head ``upper``, which hangs on it from now on as ``label``.

        The other dependents of ``upper`` go to ``lower``, except those whose label is in ``keep``.
        """
        above = self.heads[upper]
        self.labels[lower], self.labels[upper] = self.labels[upper], label
        self._move(lower, lower if above == upper else above)
        self._move(upper, lower)
        for child in list(self.children[upper]):
            if self.labels[child] not in keep:
                self._move(child, lower)


TIGER = Scheme("TIGER", frozenset({"sb", "oa", "nk"}), relate)
