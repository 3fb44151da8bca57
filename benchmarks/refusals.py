"""How often each reason leaves words between marks out, and how often that is right, over one or more sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.gold import Json
from benchmarks.sentences import readings
from service.language import Pipeline
from service.quotation.frames import find
from service.quotation.genuine import why_not
from service.quotation.marks import Marked


@dataclass(frozen=True, slots=True)
class Refusal:
    """How one reason did: the stretches that it left out, and those of them that are no quote in the gold."""

    fired: int = 0
    right: int = 0


def refusals(pipeline: Pipeline, articles: Sequence[Json]) -> dict[str, Refusal]:
    """Each reason that fired, the commonest first. A stretch that touches an optional quote counts as right."""
    found: dict[str, Refusal] = {}
    for article in articles:
        for marked, reason in _reasons(pipeline, article["text"]):
            before = found.get(reason, Refusal())
            found[reason] = Refusal(before.fired + 1, before.right + (not _is_quote(marked, article["quotes"])))
    return dict(sorted(found.items(), key=lambda item: (-item[1].fired, item[0])))


def _reasons(pipeline: Pipeline, text: str) -> Iterator[tuple[Marked, str]]:
    """Each stretch that is left out, with the reason."""
    for reading in readings(pipeline, text, lambda sentence: bool(sentence.quotes)):
        for quote in reading.passage.sentence.quotes:
            reason = why_not(reading, quote, find(reading, quote))
            if reason is not None:
                yield reading.marked[quote], reason


def _is_quote(marked: Marked, gold: Sequence[Json]) -> bool:
    touched = [wanted for wanted in gold if marked.start < wanted["end"] and marked.end > wanted["start"]]
    return any(not wanted.get("optional") for wanted in touched)


def markdown(by_set: Mapping[str, Mapping[str, Refusal]]) -> Iterator[str]:
    """The reasons as a Markdown table: for each set how often one fired, and how often that was right."""
    totals: dict[str, int] = {}
    for table in by_set.values():
        for reason, refusal in table.items():
            totals[reason] = totals.get(reason, 0) + refusal.fired
    yield "| reason | " + " | ".join(by_set) + " |"
    yield "|---|" + "---:|" * len(by_set)
    for reason in sorted(totals, key=lambda reason: (-totals[reason], reason)):
        cells = [table.get(reason, Refusal()) for table in by_set.values()]
        yield f"| {reason} | " + " | ".join(f"{c.right} of {c.fired}" if c.fired else "–" for c in cells) + " |"
