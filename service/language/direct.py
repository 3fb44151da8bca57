"""The embedded pipeline without spaCy's components: their weights, applied with NumPy to all texts of a batch at once.

What comes out is what the components would have written to the documents. A pipeline that is built otherwise goes
without this and runs as spaCy has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer, Morphologizer, Tok2Vec
from spacy.tokens import Doc

from service.language.annotation import Annotation
from service.language.arcs import ArcDecoder, Tree, arc_decoder_of
from service.language.encoder import Encoder, encoder_of
from service.language.entities import EntityDecoder, Span, entity_decoder_of
from service.language.tagger import Tagger, tagger_of

COMPONENTS = (Tok2Vec, Morphologizer, DependencyParser, EntityRecognizer)


@dataclass(frozen=True, slots=True)
class Direct:
    """The weights of the four components. Not safe for threads, like the pipeline."""

    encoder: Encoder
    tagger: Tagger
    arcs: ArcDecoder
    entities: EntityDecoder

    def annotate(self, docs: Sequence[Doc], begins: Sequence[Sequence[int]]) -> list[Annotation]:
        """The annotation of each document, which must have tokens; the documents stay as they are.

        ``begins`` are for each document the tokens that are known to begin a sentence.
        """
        vectors = self.encoder.vectors(docs)
        pos = self.tagger.tags(vectors)
        trees = self.arcs.trees(vectors, begins)
        spans = self.entities.spans(vectors, [tree.begins for tree in trees])
        return [_annotation(*each) for each in zip(pos, trees, spans, strict=True)]


def _annotation(pos: list[str], tree: Tree, spans: Sequence[Span]) -> Annotation:
    entities, opens = [""] * len(pos), [False] * len(pos)
    for start, end, label in spans:
        entities[start:end] = [label] * (end - start)
        opens[start] = True
    return Annotation(pos, [""] * len(pos), tree.heads, tree.labels, tree.begins, entities, opens)


def direct_of(nlp: Language) -> Direct | None:
    """A pipeline's weights for use without its components; None where one of these is not as this file knows it."""
    components: list[Any] = [component for _, component in nlp.pipeline]
    if [type(component) for component in components] != list(COMPONENTS):
        return None
    tok2vec, morphologizer, parser, recogniser = components
    encoder, tagger = encoder_of(tok2vec.model), tagger_of(morphologizer)
    arcs, entities = arc_decoder_of(parser), entity_decoder_of(recogniser)
    if encoder is None or tagger is None or arcs is None or entities is None:
        return None
    return Direct(encoder, tagger, arcs, entities)
