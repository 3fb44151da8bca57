"""The answer as the contract shows it: plain dictionaries, keys in their documented order, and their JSON.

The API and the command line both write it. Nothing here knows HTTP, and nothing here decides what a
quote is.

The dictionaries are built by hand and not dumped by a marshmallow schema: an article may hold 5,000
quotes, and a schema spends far more time on each nested object than the objects are worth. The schemas in
``service/api/schemas.py`` describe the same shape, and the tests hold the two together.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from service.quotation.result import Article, Cue, Medium, Profile, Quote, Span, Speaker, Warning

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Model:
    """Name and version of the pipeline that read the article."""

    name: str
    version: str


def to_answer(article: Article, model: Model, id: str | None = None) -> JsonObject:
    """The answer for one article; ``id`` is given back as it came."""
    return {
        "id": id,
        "language": article.language,
        "quotes": [_quote(quote) for quote in article.quotes],
        "speakers": [_profile(profile) for profile in article.speakers],
        "warnings": [_warning(warning) for warning in article.warnings],
        "model": {"name": model.name, "version": model.version},
    }


def to_json(answer: JsonObject) -> bytes:
    """The answer as one line of UTF-8 JSON; equal answers give equal bytes."""
    return json.dumps(answer, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"


def _span(span: Span) -> JsonObject:
    return {"text": span.text, "start": span.start, "end": span.end}


def _part(span: Span) -> JsonObject:
    return {"start": span.start, "end": span.end, "text": span.text}


def _quote(quote: Quote) -> JsonObject:
    return {
        "id": quote.id,
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "parts": [_part(part) for part in quote.parts],
        "extent": quote.extent.value,
        "nested": [_quote(inner) for inner in quote.nested],
        "repaired": quote.repaired,
        "same_as": quote.same_as,
        "speaker_id": quote.speaker_id,
        "speaker": _speaker(quote.speaker) if quote.speaker else None,
        "cue": _cue(quote.cue) if quote.cue else None,
        "medium": _medium(quote.medium) if quote.medium else None,
        "rule": quote.rule,
        "confidence": quote.confidence,
        "reason": quote.reason,
    }


def _speaker(speaker: Speaker) -> JsonObject:
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "mention": _span(speaker.mention),
    }


def _cue(cue: Cue) -> JsonObject:
    return {"text": cue.text, "lemma": cue.lemma, "start": cue.start, "end": cue.end, "particle": cue.particle}


def _medium(medium: Medium) -> JsonObject:
    return {"name": medium.name, "mention": _span(medium.mention)}


def _profile(profile: Profile) -> JsonObject:
    return {
        "id": profile.id,
        "name": profile.name,
        "kind": profile.kind.value,
        "role": profile.role,
        "roles": list(profile.roles),
        "affiliation": profile.affiliation,
        "affiliations": list(profile.affiliations),
        "quotes": list(profile.quotes),
    }


def _warning(warning: Warning) -> JsonObject:
    return {"code": warning.code, "start": warning.start, "end": warning.end}
