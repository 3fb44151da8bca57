"""The article of the documentation and its answer. A test asks a running service for it, and compares."""

from __future__ import annotations

from typing import Any

TEXT = "„Wir prüfen das“, sagte Jana Brandt, Sprecherin des Verkehrsministeriums, am Montag."
ARTICLE = {"text": TEXT, "id": "artikel-17"}
MODEL = {"name": "de_wortlaut", "version": "1.0.0"}
ANSWER: dict[str, Any] = {
    "id": "artikel-17",
    "language": "de",
    "quotes": [
        {
            "id": 1,
            "text": "Wir prüfen das",
            "start": 1,
            "end": 15,
            "parts": [{"start": 1, "end": 15, "text": "Wir prüfen das"}],
            "extent": "statement",
            "nested": [],
            "repaired": False,
            "same_as": None,
            "speaker_id": 1,
            "speaker": {
                "name": "Jana Brandt",
                "kind": "person",
                "role": "Sprecherin",
                "affiliation": "Verkehrsministerium",
                "mention": {"text": "Jana Brandt, Sprecherin des Verkehrsministeriums", "start": 24, "end": 72},
            },
            "cue": {"text": "sagte", "lemma": "sagen", "start": 18, "end": 23, "particle": None},
            "medium": None,
            "rule": "inverted-frame",
            "confidence": 0.98,
            "reason": None,
        }
    ],
    "speakers": [
        {
            "id": 1,
            "name": "Jana Brandt",
            "kind": "person",
            "role": "Sprecherin",
            "roles": ["Sprecherin"],
            "affiliation": "Verkehrsministerium",
            "affiliations": ["Verkehrsministerium"],
            "quotes": [1],
        }
    ],
    "warnings": [],
    "model": MODEL,
}
