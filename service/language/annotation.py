"""What a pipeline says of a tokenized text, one entry for each token: in plain columns, whoever worked it out."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

ATTRIBUTES: list[int | str] = ["HEAD", "SENT_START", "DEP", "POS", "TAG", "ENT_IOB", "ENT_TYPE"]
BEGINS = 3  # spaCy's code for the first token of an entity in ENT_IOB


@dataclass(frozen=True, slots=True)
class Annotation:
    """``heads`` are indices, a root is its own; labels are those of the pipeline, "" where it gives none."""

    pos: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]
    begins: list[bool]  # whether a sentence begins
    entities: list[str]
    opens: list[bool]  # whether an entity begins


def annotation_of(doc: Doc) -> Annotation:
    """The annotation that a document carries."""
    table = doc.to_array(ATTRIBUTES)
    strings = doc.vocab.strings
    distances, begins = table[:, :2].astype("int32").T.tolist()  # signed numbers in an array of hashes
    labels, pos, tags, positions, types = table[:, 2:].T.tolist()
    return Annotation(
        pos=[strings[code] for code in pos],
        tags=[strings[code] for code in tags],
        heads=[index + distance for index, distance in enumerate(distances)],
        labels=[strings[code] for code in labels],
        begins=[begin == 1 for begin in begins],
        entities=[strings[code] if code else "" for code in types],
        opens=[position == BEGINS for position in positions],
    )
