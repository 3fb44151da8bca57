"""Assembly: attributions to the answer. Quotes cut by a frame are joined, repeated ones linked, speakers numbered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.quotation.attribution import Attribution
from service.quotation.confidence import confidence
from service.quotation.frames import Frame
from service.quotation.identity import GENERIC_ORGANISATIONS, Person, offices
from service.quotation.marks import Marked
from service.quotation.mentions import Form, Mention
from service.quotation.repeats import Repeated, repeated
from service.quotation.result import Article, Extent, Medium, Profile, Quote, Span, Speaker, Warning
from service.quotation.sentences import Sentence
from service.quotation.warnings import about_text

LANGUAGE = "de"
_GAP_MAX = 200  # characters of a frame that interrupts a quote
_INTERRUPTING = frozenset(
    {"inverted-frame", "so-frame", "as-frame", "document-frame", "interrupting-frame", "according-to"}
)


@dataclass(frozen=True, slots=True)
class Inner:
    """A quote within a quote: its marks, and frame and speaker where the outer quote names them."""

    marked: Marked
    frame: Frame | None
    person: Person | None
    mention: Mention | None


@dataclass(slots=True)
class _Draft:
    """A quote before it is numbered."""

    parts: tuple[tuple[int, int], ...]
    attribution: Attribution
    nested: list[Inner]
    repaired: bool
    repeats: Repeated | None = None


def nothing(text: str) -> Article:
    """The answer for a text without a mark."""
    return Article(LANGUAGE, (), (), about_text(text))


def article(
    text: str,
    marked: Sequence[Marked],
    sentences: Sequence[Sentence],
    attributions: Mapping[int, Attribution],
    nested: Mapping[int, list[Inner]],
    warnings: tuple[Warning, ...],
) -> Article:
    """Put the answer together."""
    drafts = _joined(text, marked, attributions, nested)
    drafts = _with_repeats(text, marked, sentences, drafts)
    return _numbered(text, drafts, warnings)


def _joined(
    text: str, marked: Sequence[Marked], attributions: Mapping[int, Attribution], nested: Mapping[int, list[Inner]]
) -> list[_Draft]:
    """One draft for each quote; what follows an interrupting frame is a further part of the quote before it."""
    drafts: list[_Draft] = []
    last: int | None = None
    for quote in sorted(attributions):
        here, found = marked[quote], attributions[quote]
        if last is not None and drafts and _goes_on(text, marked[last], here, drafts[-1].attribution, found):
            draft = drafts[-1]
            draft.parts = (*draft.parts, *here.parts)
            draft.nested = [*draft.nested, *nested.get(quote, [])]
            draft.repaired = draft.repaired or here.repaired
            draft.attribution = replace(draft.attribution, rule="interrupting-frame", extent=Extent.STATEMENT)
        else:
            drafts.append(_Draft(here.parts, found, nested.get(quote, []), here.repaired))
        last = quote
    return drafts


def _goes_on(text: str, before: Marked, here: Marked, first: Attribution, second: Attribution) -> bool:
    """Whether the frame between two stretches interrupts one quote: „…“, sagte X, „…“."""
    gap = text[before.outer[1] : here.outer[0]]
    if len(gap) > _GAP_MAX or "\n" in gap or first.rule not in _INTERRUPTING or first.person is None:
        return False
    cue = first.cue
    if cue is None or not before.outer[1] <= cue.start < here.outer[0]:
        return False
    if first.person is not second.person and second.person is not None:
        return False
    if second.cue is not None and cue.end <= second.cue.start < here.outer[0]:
        return False  # a frame of its own: „…“, sagte X, worauf er rief: „…“
    return (
        re.search(r"[,:–—-]\s*$", gap) is not None
        and re.search(r"[.;]\s", gap) is None
        and (text[before.end - 1] not in "." or text[here.start].islower())
    )


def _with_repeats(
    text: str, marked: Sequence[Marked], sentences: Sequence[Sentence], drafts: list[_Draft]
) -> list[_Draft]:
    bodies = [(draft.parts, draft.attribution) for draft in drafts]
    for found in repeated(text, marked, sentences, bodies):
        if found.draft is not None:
            drafts[found.draft].repeats = found
            mine = drafts[found.draft].attribution
            guessed = mine.rule in {"continuation", "free-indirect", "unattributed"} or (
                mine.person is not None and not any(m.form is Form.NAME for m in mine.person.mentions)
            )
            if found.of is not None and guessed:
                source = drafts[found.of].attribution
                drafts[found.draft].attribution = replace(
                    source, quote=drafts[found.draft].attribution.quote, rule="repeated", cue=None, medium=None
                )
        elif found.of is not None:
            source = drafts[found.of].attribution
            rule = "pull-quote" if found.signed else "repeated"
            attribution = replace(source, rule=rule, cue=None, medium=None)
            drafts.append(_Draft(found.parts, attribution, [], False, found))
    return drafts


def _numbered(text: str, drafts: list[_Draft], warnings: tuple[Warning, ...]) -> Article:
    order = sorted(range(len(drafts)), key=lambda i: drafts[i].parts[0])
    number: dict[int, int] = {}
    count = 0
    for index in order:
        count += 1
        number[index] = count
        count += len(drafts[index].nested)
    people: dict[int, int] = {}
    inner_people: list[tuple[int, Person, int]] = []
    spoken: dict[int, list[int]] = {}
    quotes = []
    by_key: dict[int, Person] = {}
    for index in order:
        draft = drafts[index]
        person = draft.attribution.person
        if person is not None:
            by_key[person.key] = person
            people.setdefault(person.key, len(people) + 1)
            spoken.setdefault(person.key, []).append(number[index])
        nested = tuple(_inner(text, inner, number[index] + 1 + place) for place, inner in enumerate(draft.nested))
        quotes.append(_quote(text, draft, number[index], people, nested, number))
    _ = inner_people
    profiles = tuple(
        Profile(
            people[key],
            person.name,
            person.kind,
            _first(person.roles),
            tuple(person.roles),
            _first(person.affiliations),
            tuple(person.affiliations),
            tuple(spoken[key]),
        )
        for key, person in sorted(by_key.items(), key=lambda item: people[item[0]])
    )
    return Article(LANGUAGE, tuple(quotes), profiles, warnings)


def _first(items: Sequence[str]) -> str | None:
    return items[0] if items else None


def _spans(text: str, parts: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(text[start:end], start, end) for start, end in parts)


def _quote(
    text: str,
    draft: _Draft,
    number: int,
    people: Mapping[int, int],
    nested: tuple[Quote, ...],
    numbers: Mapping[int, int],
) -> Quote:
    found = draft.attribution
    parts = _spans(text, draft.parts)
    person = found.person
    same_as = numbers[draft.repeats.of] if draft.repeats is not None and draft.repeats.of is not None else None
    medium = Medium(found.medium.name, found.medium.span) if found.medium is not None else None
    return Quote(
        id=number,
        text=" ".join(part.text for part in parts),
        start=parts[0].start,
        end=parts[-1].end,
        parts=parts,
        extent=found.extent,
        nested=nested,
        repaired=draft.repaired,
        same_as=same_as,
        speaker_id=people[person.key] if person is not None else None,
        speaker=_speaker(person, found.mention) if person is not None and found.mention is not None else None,
        cue=found.cue,
        medium=medium,
        rule=found.rule,
        confidence=confidence(found, text, draft.parts),
        reason=found.reason,
    )


def _speaker(person: Person, mention: Mention) -> Speaker:
    """The speaker as this quote's mention and the whole article give it: what the mention says comes first."""
    role = _first(offices(mention.roles)) or _first(offices(person.roles)) or _first(person.roles)
    own = [name for name in mention.affiliations if name not in GENERIC_ORGANISATIONS]
    affiliation = _first(own) or _affiliation_of(person, role)
    return Speaker(person.name, person.kind, role, affiliation, mention.span)


def _affiliation_of(person: Person, role: str | None) -> str | None:
    if not person.affiliations:
        return None
    for mention in person.mentions:
        if role in mention.roles and mention.affiliations and mention.affiliations[0] not in GENERIC_ORGANISATIONS:
            return mention.affiliations[0]
    return _first(person.affiliations)


def _inner(text: str, inner: Inner, number: int) -> Quote:
    parts = _spans(text, inner.marked.parts)
    speaker = _speaker(inner.person, inner.mention) if inner.person is not None and inner.mention is not None else None
    words = " ".join(part.text for part in parts)
    return Quote(
        id=number,
        text=words,
        start=parts[0].start,
        end=parts[-1].end,
        parts=parts,
        extent=Extent.STATEMENT if words[:1].isupper() and " " in words else Extent.FRAGMENT,
        nested=(),
        repaired=inner.marked.repaired,
        same_as=None,
        speaker_id=None,
        speaker=speaker,
        cue=inner.frame.cue if inner.frame is not None else None,
        medium=None,
        rule=inner.frame.rule if inner.frame is not None else "unattributed",
        confidence=0.5 if speaker is not None else 0.0,
        reason=None if speaker is not None else "no-frame",
    )
