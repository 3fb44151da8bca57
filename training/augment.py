"""Makes further training sentences from given ones: quotations collapsed to a stand-in, other marks, Swiss spelling.

Every function takes sentences and gives new ones; what is drawn by chance is drawn from the generator passed in.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from training.conllu import Sentence, Word

STAND_IN = "⁂"

PAIRS = (("„", "“"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”"), ("„", "”"), ("‚", "‘"), ("›", "‹"))
OUTER_STYLES = (("„", "“"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”"), ("„", "”"), ("„", '"'))
SENTENCE_END = frozenset(".!?…")


def mark_spans(sentence: Sentence) -> list[tuple[int, int]]:
    """Places of the outer mark pairs: (opening, closing) indices, in order, none inside another."""
    spans = []
    place = 0
    while place < len(sentence):
        closers = {closing for opening, closing in PAIRS if sentence[place].text == opening}
        end = next((i for i in range(place + 1, len(sentence)) if sentence[i].text in closers), None)
        if closers and end is not None:
            spans.append((place, end))
            place = end
        place += 1
    return spans


def collapsed(sentence: Sentence, shortest: int = 3) -> Sentence | None:
    """The sentence with the words of each quotation of at least ``shortest`` tokens replaced by the stand-in.

    The stand-in takes the place of the one token whose head is outside. A quotation with several such tokens, or
    onto whose inner tokens something outside hangs (marks and punctuation aside, they follow the stand-in), stays
    as it is. None when nothing was collapsed.
    """
    result = sentence
    for opening, closing in reversed(mark_spans(sentence)):
        if closing - opening - 1 >= shortest:
            result = _collapse(result, opening, closing) or result
    return None if result is sentence else result


def _collapse(sentence: Sentence, opening: int, closing: int) -> Sentence | None:
    inside = range(opening + 1, closing)
    tops = [i for i in inside if sentence[i].head == i or sentence[i].head not in inside]
    tops = [i for i in tops if sentence[i].relation != "punct"]
    if len(tops) != 1:
        return None
    top = tops[0]
    for i, word in enumerate(sentence):
        if i not in inside and word.head in inside and word.head != top and word.relation != "punct":
            return None
    stand_in = replace(
        sentence[top], text=STAND_IN, pos="X", space_after=False, entity=None if sentence[top].entity is None else "O"
    )
    words: list[Word] = [*sentence[: opening + 1], stand_in, *sentence[closing:]]
    shift = closing - opening - 2

    def new_place(old: int) -> int:
        if old in inside:
            return opening + 1
        return old - shift if old >= closing else old

    return tuple(replace(word, head=new_place(word.head)) for word in words)


def restyled(sentence: Sentence, rng: random.Random) -> Sentence | None:
    """The sentence with another pair of marks for „“, None when it has no such pair."""
    spans = [span for span in mark_spans(sentence) if sentence[span[0]].text == "„"]
    if not spans:
        return None
    opening, closing = rng.choice([style for style in OUTER_STYLES if style != ("„", "“")])
    words = list(sentence)
    for first, last in spans:
        words[first] = replace(words[first], text=opening)
        words[last] = replace(words[last], text=closing)
    return tuple(words)


def renamed(sentence: Sentence, draw: Callable[[], str]) -> Sentence | None:
    """The sentence with other names for its people, drawn as whole names of one or more words.

    Only names whose parts all hang on their first are exchanged; None when there is none, or no entities are known.
    A genitive keeps its s.
    """
    result = list(sentence)
    changed = False
    for start, end in reversed(_people(sentence)):
        first, last = result[start], result[end - 1]
        if any(word.head != start or word.relation != "flat" for word in result[start + 1 : end]):
            continue
        parts = draw().split()
        if end - start == 1:
            parts = parts[-1:]
        if _is_genitive(sentence, start, end) and not parts[-1].endswith(("s", "x", "z")):
            parts[-1] += "s"
        shift = len(parts) - (end - start)

        def moved(head: int, start: int = start, end: int = end, shift: int = shift) -> int:
            return head + shift if head >= end else min(head, start) if head > start else head

        fresh = [replace(first, text=parts[0], space_after=len(parts) > 1 or last.space_after)]
        for place, part in enumerate(parts[1:], start=2):
            space = place < len(parts) or last.space_after
            fresh.append(Word(part, "PROPN", start, "flat", space, "I-PER"))
        others = [*result[:start], first, *result[end:]]
        moved_words = [replace(word, head=moved(word.head)) for word in others]
        fresh[0] = replace(fresh[0], head=moved_words[start].head)
        result = [*moved_words[:start], *fresh, *moved_words[start + 1 :]]
        changed = True
    return tuple(result) if changed else None


def _people(sentence: Sentence) -> list[tuple[int, int]]:
    """The stretches of the entities of type PER, in order."""
    found = []
    for start, word in enumerate(sentence):
        if word.entity == "B-PER":
            end = start + 1
            while end < len(sentence) and sentence[end].entity == "I-PER":
                end += 1
            found.append((start, end))
    return found


def _is_genitive(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name is an attribute that ends in s: Olden in Oldens Anwalt."""
    word = sentence[start]
    governed = any(other.head == start and other.relation == "case" for other in sentence)
    return word.relation == "nmod" and not governed and sentence[end - 1].text.endswith("s")


def swiss(sentence: Sentence) -> Sentence | None:
    """The sentence in Swiss spelling (ß as ss) with guillemets, None when nothing changes."""
    words = [replace(word, text=word.text.replace("ß", "ss")) for word in sentence]
    for first, last in mark_spans(sentence):
        if words[first].text == "„":
            words[first] = replace(words[first], text="«")
            words[last] = replace(words[last], text="»")
    return None if words == list(sentence) else tuple(words)


def augmented(
    sentences: Sequence[Sentence], rng: random.Random, draw: Callable[[], str] | None = None
) -> Iterator[Sentence]:
    """Further sentences in the order of the given ones: each collapsed in one or two mark styles, some whole ones
    in other marks, some in Swiss spelling and, where ``draw`` gives names, each with other people's names."""
    for sentence in sentences:
        if draw is not None:
            other = renamed(sentence, draw)
            if other is not None:
                yield other
                sentence = renamed(sentence, draw) or sentence
        short = collapsed(sentence)
        if short is not None:
            yield short
            yield from _given([restyled(short, rng)])
        elif rng.random() < 0.1:
            yield from _given([swiss(sentence)])
        if rng.random() < 0.5:
            yield from _given([restyled(sentence, rng)])


def _given(sentences: Iterable[Sentence | None]) -> Iterator[Sentence]:
    return (sentence for sentence in sentences if sentence is not None)
