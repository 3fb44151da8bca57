"""The error ledger: each miss with the rule that fired and the parse around it, the largest cause first.

It holds sentences of the gold articles, so it is written to `benchmarks/out/`, which is never committed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.gold import Json
from benchmarks.outcomes import Outcome, Scored
from benchmarks.sentences import readings
from service.language import Pipeline
from service.quotation.frames import find
from service.quotation.genuine import why_not
from service.quotation.reading import Reading

WIDTHS = (24, 6, 19, 24)
GIVEN_UP = "none; it was given up later, or has another extent"


@dataclass(frozen=True, slots=True)
class Entry:
    """One miss. ``cause`` is its kind and the rule that fired."""

    cause: str
    article: Json
    outcome: Outcome


def entries(scored: Sequence[Scored]) -> list[Entry]:
    """All misses, those of the commonest cause first, else in the order of the articles."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for article in scored:
        for outcome in article.outcomes:
            kind = kind_of_miss(outcome)
            if kind is not None:
                rule = outcome.got["rule"] if outcome.got else "no rule"
                cause = f"{kind} · {rule}"
                found[cause].append(Entry(cause, article.article, outcome))
    return [entry for cause in sorted(found, key=lambda cause: -len(found[cause])) for entry in found[cause]]


def kind_of_miss(outcome: Outcome) -> str | None:
    """What is wrong, None when nothing is. Of a wrong speaker the role and the affiliation are not looked at."""
    if outcome.got is None:
        return "missed quote"
    if outcome.wanted is None:
        return "extra quote"
    speaker, role, affiliation, kind = outcome.right
    if not speaker:
        return _kind_of_wrong_speaker(outcome)
    wrong = [name for name, right in (("role", role), ("affiliation", affiliation), ("kind", kind)) if not right]
    if wrong:
        return f"wrong {' and '.join(wrong)}"
    return None if outcome.exact else "affiliation not in the nominative"


def _kind_of_wrong_speaker(outcome: Outcome) -> str:
    assert outcome.got is not None
    assert outcome.wanted is not None
    if outcome.got["speaker"] is None:
        return "no speaker"
    return "wrong speaker" if outcome.wanted["speaker"] else "speaker where there is none"


def ledger(pipeline: Pipeline, misses: Sequence[Entry]) -> Iterator[str]:
    """The lines of the ledger: the causes with their numbers, then the entries."""
    numbers: dict[str, int] = {}
    for entry in misses:
        numbers[entry.cause] = numbers.get(entry.cause, 0) + 1
    yield f"{len(misses)} misses"
    yield from (f"{number:5}  {cause}" for cause, number in numbers.items())
    cause = ""
    for entry in misses:
        if entry.cause != cause:
            cause = entry.cause
            yield from ("", "=" * 100, f"{cause}  ({numbers[cause]})", "=" * 100)
        yield from _lines(pipeline, entry)


def _lines(pipeline: Pipeline, entry: Entry) -> Iterator[str]:
    got, wanted = entry.outcome.got, entry.outcome.wanted
    part = got or wanted
    assert part is not None
    start, end = part["start"], part["end"]
    around = readings(pipeline, entry.article["text"], lambda s: s.start < end + 2 and s.end > start - 2)
    yield ""
    yield f"{entry.article['id']}  {part['start']}-{part['end']}  „{_one_line(part['text'])}“"
    if got is not None:
        yield f"  got    {_speaker(got['speaker'])}"
        cue, medium = got["cue"], got["medium"]
        yield (
            f"         rule {got['rule']}, confidence {got['confidence']:.2f}, extent {got['extent']}"
            + (f", cue „{cue['text']}“" if cue else "")
            + (f", medium {medium['name']}" if medium else "")
            + (f", reason {got['reason']}" if got["reason"] else "")
            + (", repaired" if got["repaired"] else "")
            + (f", same as {got['same_as']}" if got["same_as"] else "")
        )
    else:
        yield f"  got    nothing; the rule against it: {_why_not(around, start, end)}"
    yield f"  wanted {_wanted(wanted['speaker'])}" if wanted else "  wanted no quote"
    for reading in around:
        yield from _parse(reading)


def _speaker(speaker: Json | None) -> str:
    if speaker is None:
        return "nobody"
    mention = _one_line(speaker["mention"]["text"])
    return (
        f"{speaker['name']} | {speaker['role']} | {speaker['affiliation']} | {speaker['kind']}  (mention „{mention}“)"
    )


def _wanted(speaker: Json | None) -> str:
    if speaker is None:
        return "nobody"
    kinds = speaker.get("kinds") or [speaker.get("kind")]
    columns = (speaker["names"], speaker["roles"], speaker["affiliations"], kinds)
    return " | ".join(" / ".join(map(str, column)) or "none" for column in columns)


def _why_not(around: Sequence[Reading], start: int, end: int) -> str:
    """The rule by which a missed quote was taken for none."""
    for reading in around:
        for quote in reading.passage.sentence.quotes:
            marked = reading.marked[quote]
            if marked.start < end and marked.end > start:
                return why_not(reading, quote, find(reading, quote)) or GIVEN_UP
    return "none; no marks were seen there"


def _parse(reading: Reading) -> Iterator[str]:
    """The passage, then one line a token: sentence, word, part of speech, relation, head, entity."""
    yield f"  | {_one_line(reading.passage.text)}"
    for token in reading.tokens:
        head = "-" if token.head == token.index else reading.tokens[token.head].text
        cells = (token.text, token.pos, token.relation.value, head)
        row = " ".join(f"{cell:{width}}" for cell, width in zip(cells, WIDTHS, strict=True))
        yield f"    {token.sentence} {row} {token.entity}".rstrip()


def _one_line(text: str) -> str:
    return " ".join(text.split())
