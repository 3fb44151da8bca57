"""Confidence: how often the speaker of a quote like this one is right.

Here the signals of one attribution are named and their weights added up; the weights stand in
`service/lexicon/confidence.tsv`. Not here: how they are fitted (`benchmarks/calibrate.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp

from service.quotation.attribution import Attribution
from service.quotation.identity import GENERIC_ORGANISATIONS, Person
from service.quotation.mentions import Form, Mention

TABLE = "confidence.tsv"
BASE = "base"  # what every attribution starts from
HIGHEST = 0.99  # no count of quotes that was fitted on could show more

# A rule that fired too rarely to have a figure of its own leans on the others of its family.
FAMILIES: Mapping[str, str] = {
    **dict.fromkeys(("inverted-frame", "interrupting-frame", "leading-frame", "so-frame", "as-frame"), "frame"),
    **dict.fromkeys(("clause-frame", "naming-frame", "object-frame", "noun-frame"), "woven"),
    **dict.fromkeys(("according-to", "document-frame", "passive-citation", "citation"), "source"),
    **dict.fromkeys(("colon-frame", "pull-quote"), "layout"),
    **dict.fromkeys(("continuation", "free-indirect", "repeated"), "carried-over"),
}

_NEAR = 15  # characters between quote and mention that hold a verb and little else: „…“, betonte X
_FAR = 200  # characters between them that hold more than one sentence as a rule
_WINDOW = 400  # characters that are searched for the end of a sentence
_FAR_BACK = 3  # sentences between a mention and the one before it of the same speaker
_SENTENCE_END = re.compile(r"[.!?…][“«»”\"]?\s+[„“«»”\"A-ZÄÖÜ]|\n")


def confidence(found: Attribution, text: str, parts: Sequence[tuple[int, int]]) -> float:
    """The estimated probability that the speaker is right, to two decimals; 0 where there is none.

    ``text`` is the article, ``parts`` the spans of the quote in it (offsets are code points). A logistic model: the
    weights of all signals that hold, added up and brought between 0 and 1, as Platt (1999) does with the scores of a
    classifier. The same attribution gives the same number.
    """
    if found.person is None:
        return 0.0
    known = weights()
    score = sum(known.get(signal, 0.0) for signal in signals(found, text, parts))
    return round(min(HIGHEST, 1 / (1 + exp(-score))), 2)


def signals(found: Attribution, text: str, parts: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The names of all that speaks for or against an attribution; arguments as of `confidence`."""
    rule = (BASE, f"family:{FAMILIES.get(found.rule, 'other')}", f"rule:{found.rule}")
    if found.person is None or found.mention is None:
        return rule
    return (*rule, *_of_mention(found.person, found.mention), *_of_place(text, found.mention, parts))


def _of_mention(person: Person, mention: Mention) -> Iterator[str]:
    yield f"mention:{_mentioned(person, mention)}"
    if len(person.mentions) == 1:
        yield "mentioned-once"
    if _sentences_back(person, mention) >= _FAR_BACK:
        yield "long-not-mentioned"


def _of_place(text: str, mention: Mention, parts: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Where the mention stands, seen from the part of the quote that is nearest to it."""
    start, end = mention.span.start, mention.span.end
    gaps = [(end, first) if end <= first else (last, start) for first, last in parts]
    before, behind = min(gaps, key=lambda gap: gap[1] - gap[0])
    between = behind - before
    if between <= _NEAR:
        yield "place:beside"
    elif between > _WINDOW or _SENTENCE_END.search(text, max(0, before - 1), behind + 1):
        yield "place:other-sentence"
    else:
        yield "place:same-sentence"
    if between > _FAR:
        yield "far"
    if end <= parts[0][0]:
        yield "before-the-quote"


def _mentioned(person: Person, mention: Mention) -> str:
    """How the speaker is mentioned, and whether the article says who that is."""
    if mention.form is Form.NAME:
        if " " not in person.name:
            return "lone-name"
        return "full-name" if " " in mention.name else "short-name"
    if mention.form is Form.ROLE:
        if any(m.form is Form.NAME for m in person.mentions):
            return "role-of-named"
        return "role-unresolved" if mention.definite and not mention.affiliations else "role-unnamed"
    if mention.form is Form.ORGANISATION and mention.name in GENERIC_ORGANISATIONS:
        return "generic-organisation"
    return mention.form.value


def _sentences_back(person: Person, mention: Mention) -> int:
    """Sentences from the mention back to the speaker's one before it; 0 where it is the first or a full name."""
    if mention.form is Form.NAME and " " in mention.name:
        return 0
    place = bisect_left(person.mentions, mention.span.start, key=lambda m: m.span.start)
    return mention.sentence - person.mentions[place - 1].sentence if place else 0


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted table: what each signal adds to the log odds that the speaker is right."""
    lines = files("service.lexicon").joinpath(TABLE).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {signal: float(weight) for signal, weight, *_ in rows}
