"""One answer held against its gold article: what was found, missed and made up. What counts as right, the judgement
of the data directory says; here its verdicts are only gathered, part by part, as its own main function does."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from benchmarks.gold import Json

ASPECTS = ("speaker", "role", "affiliation", "kind")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A returned part of a quote (``got``), the gold one (``wanted``) or both, where they are a pair.

    ``right`` says for each of `ASPECTS` whether it is; ``exact`` whether the affiliation is an accepted form and not
    only its inflection. Both are False where one of the two is missing.
    """

    got: Json | None
    wanted: Json | None
    right: tuple[bool, bool, bool, bool] = (False, False, False, False)
    exact: bool = False

    @property
    def found(self) -> bool:
        return self.got is not None and self.wanted is not None

    @property
    def complete(self) -> bool:
        """Speaker, role and affiliation are right."""
        return all(self.right[:3])


@dataclass(frozen=True, slots=True)
class Scored:
    """One article with the outcomes that count. Optional gold quotes cost nothing and are not among them."""

    article: Json
    outcomes: tuple[Outcome, ...]
    breaches: tuple[str, ...]  # what of the answer breaks the contract


def scored(judgement: ModuleType, article: Json, answer: Json) -> Scored:
    """The outcomes of one article: its gold quotes in their order, then the returned ones that are not in the gold."""
    gold = article["quotes"]
    parts = [{**quote, **part} for quote in answer["quotes"] for part in quote.get("parts") or [quote]]
    match = judgement.pair(parts, gold)
    outcomes = []
    for place, wanted in enumerate(gold):
        if wanted.get("optional"):
            continue
        if place in match:
            outcomes.append(_pair(judgement, parts[match[place]], wanted))
        else:
            outcomes.append(Outcome(None, wanted))
    for place, part in enumerate(parts):
        if place not in match.values() and not _is_optional(part, gold):
            outcomes.append(Outcome(part, None))
    breaches = [breach for quote in answer["quotes"] for breach in judgement.breaches(article["text"], quote)]
    return Scored(article, tuple(outcomes), tuple(breaches))


def _pair(judgement: ModuleType, part: Json, wanted: Json) -> Outcome:
    right = judgement.judge(part, wanted)
    affiliation = (part.get("speaker") or {}).get("affiliation")
    accepted = (wanted["speaker"] or {}).get("affiliations", [])
    return Outcome(part, wanted, right, bool(right[2] and (not affiliation or affiliation in accepted)))


def _is_optional(part: Json, gold: list[Json]) -> bool:
    """An unpaired part that touches an optional gold quote."""
    return any(
        wanted.get("optional") and min(part["end"], wanted["end"]) > max(part["start"], wanted["start"])
        for wanted in gold
    )
