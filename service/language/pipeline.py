"""Runs a spaCy pipeline over texts and gives back plain parses. Which pipeline it is, `load.py` decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from itertools import accumulate

from spacy.language import Language
from spacy.pipeline import TrainablePipe

from service.language.annotation import Annotation, annotation_of
from service.language.direct import direct_of
from service.language.scheme import Labelled, Scheme
from service.language.text import Piece, Prepared, pieces, prepare
from service.language.tree import Parse, Token

# Stands for the words of a quotation, between its marks, where only the frame around them is to be read.
STAND_IN = "⁂"

PIECE_CHARACTERS = 10_000
BATCH_CHARACTERS = 10_000
BATCH_TEXTS = 256
KEPT_WORDS = 40_000  # with all that spaCy knows of it, about 0.5 KB each
CHARACTERS_A_WORD = 2  # at the least, with what stands between words

ENTITIES = {"PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "ORG": "ORG", "MISC": "MISC"}


class ModelError(Exception):
    """A pipeline that cannot be used; the message is one sentence for whoever set it."""


class Pipeline:
    """A loaded German pipeline.

    ``name`` and ``version`` are those of its package; ``direct`` is its weights, where they are used without spaCy's
    components. ``max_length`` is the longest stretch, in characters, that is parsed as one; longer texts are parsed in
    stretches, and no relation reaches from one to the next. Up to ``kept_words`` different words stay in memory, for
    the texts to come. Not safe for threads: one ``parse`` at a time.
    """

    def __init__(self, nlp: Language, scheme: Scheme, kept_words: int = KEPT_WORDS) -> None:
        self._nlp = nlp
        self._scheme = scheme
        self._kept_words = kept_words
        self.name: str = f"{nlp.meta['lang']}_{nlp.meta['name']}"
        self.version: str = nlp.meta["version"]
        self._zone: ExitStack | None = None  # open while a zone is
        self._forgets = False  # whether the words of the open zone are forgotten at its end
        self.direct = direct_of(nlp)
        self.max_length = min(nlp.max_length, PIECE_CHARACTERS)

    def know(self, words: Sequence[str]) -> None:
        """Meets these words once, outside of any zone, so that they are kept and texts need not make them."""
        doc = self._nlp.make_doc(" ".join(words))
        if self.direct is not None and len(doc):
            self.direct.encoder.vectors_of_words([doc])

    @contextmanager
    def zone(self) -> Iterator[None]:
        """One stretch of work with several calls of ``parse``: the words that are met in it are made once.

        They are kept as long as there is room; the others are forgotten at its end.
        """
        with ExitStack() as stack:
            self._zone = stack
            try:
                yield
            finally:
                self._zone = None
                self._forgets = False

    def parse(self, texts: Sequence[str], *, between_batches: Callable[[], None] | None = None) -> list[Parse]:
        """One parse for each text, in order; an empty text has no tokens.

        The texts go through in batches of bounded size. ``between_batches`` is called before each batch but the
        first; what it raises ends the work and is passed on. Nothing of spaCy's is kept but words: its memory is given
        back before this returns, or at the end of the ``zone`` around it.
        """
        parts: list[list[list[Token]]] = [[] for _ in texts]
        stretches = [(place, piece) for place, text in enumerate(texts) for piece in pieces(text, self.max_length)]
        with nullcontext() if self._zone is not None else self.zone():
            for number, batch in enumerate(_batches(stretches)):
                if number and between_batches is not None:
                    between_batches()
                self._forget_without_room(batch)
                prepared = [prepare(self._nlp, piece.text) for _, piece in batch]
                said = iter(self._annotations([item for item in prepared if item.words]))
                for (place, piece), item in zip(batch, prepared, strict=True):
                    parts[place].append(self._tokens(item, piece, next(said)) if item.words else [])
        return [Parse(text, _run_on(part)) for text, part in zip(texts, parts, strict=True)]

    def _forget_without_room(self, batch: Sequence[tuple[int, Piece]]) -> None:
        """Opens a memory zone of spaCy, up to the end of ours, where a batch may hold more words than can be kept."""
        room = self._kept_words - len(self._nlp.vocab.strings)
        if self._zone is not None and not self._forgets:
            if sum(len(piece.text) for _, piece in batch) > room * CHARACTERS_A_WORD:
                self._zone.enter_context(self._nlp.memory_zone())
                self._forgets = True

    def _annotations(self, prepared: Sequence[Prepared]) -> list[Annotation]:
        """What the pipeline says of each text, which must have words."""
        if not prepared:
            return []
        docs = [item.doc for item in prepared]
        if self.direct is not None:
            return self.direct.annotate(docs, [item.begins for item in prepared])
        for _, component in self._nlp.pipeline:
            if isinstance(component, TrainablePipe):  # all at once; spaCy's own way would cut the batch into small ones
                component.set_annotations(docs, component.predict(docs))
            else:
                for doc in docs:
                    component(doc)
        return [annotation_of(doc) for doc in docs]

    def _tokens(self, prepared: Prepared, piece: Piece, said: Annotation) -> list[Token]:
        """The tokens of one stretch, indices and sentences counted within it, offsets into the whole text."""
        words = prepared.words
        related = self._scheme.relate(Labelled(words, said.pos, said.tags, said.heads, said.labels))
        entities = [ENTITIES.get(label, "") if label else "" for label in said.entities]
        columns = zip(
            range(len(words)),
            words,
            _moved(prepared.starts, piece.start),
            _moved(prepared.ends, piece.start),
            said.pos,
            related.relations,
            related.heads,
            entities,
            [bool(entity) and opens for entity, opens in zip(entities, said.opens, strict=True)],
            accumulate(said.begins[1:], initial=0),
            strict=True,
        )
        return list(map(Token._make, columns))


def _moved(offsets: list[int], by: int) -> list[int]:
    return [by + offset for offset in offsets] if by else offsets


def _batches(stretches: Sequence[tuple[int, Piece]]) -> Iterator[list[tuple[int, Piece]]]:
    """The stretches in order, in groups bounded by number and by characters."""
    batch: list[tuple[int, Piece]] = []
    characters = 0
    for place, piece in stretches:
        if batch and (len(batch) == BATCH_TEXTS or characters + len(piece.text) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append((place, piece))
        characters += len(piece.text)
    if batch:
        yield batch


def _run_on(parts: Sequence[list[Token]]) -> tuple[Token, ...]:
    """The tokens of the stretches of one text, indices and sentences counted over all of it."""
    if len(parts) == 1:
        return tuple(parts[0])
    tokens: list[Token] = []
    for part in parts:
        index = len(tokens)
        sentence = tokens[-1].sentence + 1 if tokens else 0
        tokens += [
            token._replace(index=token.index + index, head=token.head + index, sentence=token.sentence + sentence)
            for token in part
        ]
    return tuple(tokens)
