"""How often each rule fires and how often its speaker is right, over one or more sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.outcomes import Outcome, Scored


@dataclass(frozen=True, slots=True)
class Firing:
    """How one rule did: parts of quotes in the gold that it spoke for, those with the right speaker, and extra ones."""

    found: int = 0
    right: int = 0
    extra: int = 0

    @property
    def share(self) -> float | None:
        """Of the quotes in the gold, the share with the right speaker."""
        return self.right / self.found if self.found else None

    def and_(self, outcome: Outcome) -> Firing:
        """With one outcome more."""
        in_gold = outcome.wanted is not None
        return Firing(self.found + in_gold, self.right + outcome.right[0], self.extra + (not in_gold))


def firings(scored: Sequence[Scored]) -> dict[str, Firing]:
    """Each rule that fired, the commonest first."""
    found: dict[str, Firing] = {}
    for article in scored:
        for outcome in article.outcomes:
            if outcome.got is not None:
                rule = outcome.got["rule"]
                found[rule] = found.get(rule, Firing()).and_(outcome)
    return dict(sorted(found.items(), key=lambda item: (-item[1].found - item[1].extra, item[0])))


def markdown(by_set: Mapping[str, Mapping[str, Firing]]) -> Iterator[str]:
    """The rules as a Markdown table: for each set how often one fired, and how often its speaker was right."""
    sets = list(by_set)
    totals: dict[str, int] = {}
    for table in by_set.values():
        for rule, firing in table.items():
            totals[rule] = totals.get(rule, 0) + firing.found + firing.extra
    yield "| rule | " + " | ".join(f"{name}: fired | right" for name in sets) + " |"
    yield "|---|" + "---:|---:|" * len(sets)
    for rule in sorted(totals, key=lambda rule: (-totals[rule], rule)):
        cells = []
        for name in sets:
            firing = by_set[name].get(rule, Firing())
            fired = firing.found + firing.extra
            cells += [str(fired), "–" if firing.share is None else f"{firing.right} of {firing.found}"]
        yield f"| {rule} | " + " | ".join(cells) + " |"
