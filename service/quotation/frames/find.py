"""The rules in their order, the ones that touch the quote first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from service.quotation.frames.before import colon_before, inner_colon
from service.quotation.frames.behind import as_behind, so_behind, verb_behind_quote
from service.quotation.frames.inside import (
    as_inside,
    governed,
    main_clause,
    nearest_report,
    so_inside,
    verb_at_end,
    with_the_words,
    words_of_somebody,
)
from service.quotation.frames.place import Frame, Place
from service.quotation.frames.sources import it_says, opinion_of, passive_in_document, source_frame, talk_is_of
from service.quotation.reading import Reading

_RULES: tuple[Callable[[Place], Frame | None], ...] = (
    so_behind,
    as_behind,
    verb_behind_quote,
    colon_before,
    with_the_words,
    verb_at_end,
    governed,
    so_inside,
    as_inside,
    talk_is_of,
    it_says,
    passive_in_document,
    source_frame,
    opinion_of,
    inner_colon,
    nearest_report,
    words_of_somebody,
    main_clause,
)


def find(reading: Reading, quote: int) -> Frame | None:
    """The frame of a quote, None where its sentence has none."""
    extent = reading.quote_tokens(quote)
    if extent is None:
        return None
    place = Place(reading, quote, *extent)
    for rule in _RULES:
        frame = rule(place)
        if frame is not None:
            return _with_medium(place, frame)
    return None


def _with_medium(place: Place, frame: Frame) -> Frame:
    """Who passes the words on, where a verb names the speaker: „sagte X laut Tass“."""
    if frame.medium is not None or frame.rule in {"according-to", "document-frame"} or frame.cue is None:
        return frame
    source = source_frame(place) or (as_inside(place) if frame.rule != "as-frame" else None)
    if source is None or source.speaker is None or source.speaker is frame.speaker:
        return frame
    if source.speaker.pos not in {"NOUN", "PROPN"}:
        return frame
    return replace(frame, medium=source.speaker)
