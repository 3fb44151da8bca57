"""Rules for a quote inside a clause: the verb or noun that governs it, and frames elsewhere in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.frames.behind import as_frame, so_frame
from service.quotation.frames.place import Frame, Place, utterance_frame, verb_cue, word_cue
from service.quotation.frames.sources import document_of_relative
from service.quotation.result import Cue
from service.quotation.verbs import (
    IMPERSONAL,
    ReportingVerb,
    agent,
    could_speak,
    objects,
    phrase_head,
    reporting_verb,
    subject,
)

GOVERNING = frozenset({"report", "speech", "write", "naming", "as", "of", "before", "object"})


def _top_tokens(place: Place) -> list[Token]:
    """The tokens of the quote that hang on something outside of it, words before marks."""
    inner = [t for t in place.tokens[place.first : place.last + 1] if t.pos != "PUNCT" and t.text not in '„“”»«"‚‘›‹']
    tops = [t for t in inner if not place.first <= t.head <= place.last]
    return tops or [t for t in inner if t.head == t.index] or inner[:1]


def _ancestors(place: Place) -> Iterator[Token]:
    """What the quote hangs on, from near to far, outside of quotation marks."""
    seen: set[int] = set()
    for top in _top_tokens(place):
        for above in place.reading.ancestors(top):
            if above.index not in seen and place.reading.quote_of(above) < 0:
                seen.add(above.index)
                yield above


def governed(place: Place) -> Frame | None:
    """The reporting verb or noun of speech that the quote hangs on, or one with „dass“ nearer in front of it."""
    found = _governing(place)
    if found is not None and found.rule == "noun-frame":
        return _named_right_before(place) or found
    if found is None or found.rule != "clause-frame" or found.cue is None:
        return found
    reading = place.reading
    for token in reversed(reading.outside(0, place.first)):
        if reading.start_of(token) <= found.cue.start:
            break
        if token.text == ":":
            return None  # what stands behind a colon hangs on the colon, whatever the parse says
        verb = reporting_verb(reading, token)
        if verb is None or not verb.verb.uses & {"report", "speech"} or token.relation is Relation.CLAUSE:
            continue
        if [t.text for t in place.tokens[token.index + 1 : token.index + 4]][-2:] != [",", "dass"]:
            continue
        return _governing_verb(place, verb) or found
    return found


def _named_right_before(place: Place) -> Frame | None:
    """„Das Angebot der Arbeitgeber nannte sie „…““: the verb of naming with its subject right in front of the quote."""
    for token in place.reading.outside(max(0, place.first - 3), place.first):
        verb = reporting_verb(place.reading, token)
        follower = place.tokens[token.index + 1]
        if verb is not None and "naming" in verb.verb.uses and follower.text in {"er", "sie"}:
            return Frame("naming-frame", place.reading, follower, verb_cue(place.reading, verb))
        if verb is not None and "naming" in verb.verb.uses and not verb.passive:
            frame = _governing_verb(place, verb)
            if frame is not None and frame.rule == "naming-frame":
                return frame
    return None


def _governing(place: Place) -> Frame | None:
    reading = place.reading
    found: Frame | None = None
    path: Token | None = None  # where the report found so far hangs, as long as it is itself reported
    for above in _ancestors(place):
        if found is not None:
            if path is None or path.head != above.index or path.relation not in {Relation.CLAUSE, Relation.CONJUNCT}:
                return found
            path = above
        if above.pos in {"NOUN", "PROPN"}:
            frame = _noun_of_speech(place, above)
            if frame is not None and found is None:
                return frame
            continue
        verb = reporting_verb(reading, above)
        if verb is None or not verb.verb.uses & (GOVERNING | {"cite"}):
            continue
        frame = _governing_verb(place, verb)
        if frame is None:
            continue
        if frame.rule not in {"clause-frame", "leading-frame"}:
            return found or frame
        found = replace(frame, rule="clause-frame") if found is not None else frame  # the outermost report counts
        path = above
    return found


def with_the_words(place: Place) -> Frame | None:
    """Mit den Worten „…“ eröffnete X die Sitzung; mit einem knappen „…“ verließ X den Saal."""
    reading = place.reading
    before = place.tokens[max(0, place.first - 4) : place.first]
    start = next(
        (i for i, t in enumerate(before) if t.text.casefold() == "mit" and t.relation is not Relation.PARTICLE), None
    )
    if start is None or any(t.pos == "PUNCT" for t in before[start:]):
        return None
    between = before[start + 1 :]
    noun = next((t for t in between if "utterance" in load_lexicon().speech_noun(t.text)), None)
    if noun is None and any(t.pos not in {"DET", "ADJ"} for t in between) or not between:
        return None
    for token in reading.outside():
        if token.relation is Relation.ROOT:
            speaker = subject(reading, token)
            if speaker is not None and could_speak(reading, speaker):
                return Frame(
                    "noun-frame", reading, speaker, word_cue(reading, noun or before[start]), touching=noun is not None
                )
    return None


def words_of_somebody(place: Place) -> Frame | None:
    """… die Aussage von X, sie habe „…“: a noun of speech with its owner before the clause of the quote."""
    reading = place.reading
    for token in reading.outside(0, place.first):
        if token.pos == "NOUN" and "utterance" in load_lexicon().speech_noun(token.text):
            behind = [t.text for t in place.tokens[token.index : place.first]]
            frame = utterance_frame(reading, token, word_cue(reading, token)) if "," in behind else None
            if frame is not None and frame.speaker is not None:
                return replace(frame, touching=False)
    return None


def verb_at_end(place: Place) -> Frame | None:
    """… die X als „…“ bezeichnete: the verb of a subordinate clause right behind the quote, without a comma."""
    token = place.after()
    if token is None or place.reading.quote_of(token) >= 0 or token.pos not in {"VERB", "AUX", "ADJ"}:
        return None
    verb = reporting_verb(place.reading, token)
    if verb is None or not verb.verb.uses & {"naming", "as", "of", "before", "object", "report"}:
        return None
    words = {t.text.casefold() for t in place.tokens[max(0, place.first - 3) : place.first]}
    if not (verb.verb.uses & {"naming", "object"} or words & {"als", "von", "vor", "vom"}):
        return None
    start = _clause_start(place)
    speaker = subject(place.reading, token)
    if speaker is None or not start <= speaker.index < place.first:
        speaker = _subject_in_clause(place, start)
    if verb.passive or speaker is None:
        return None
    return Frame(_rule_of(place, verb), place.reading, speaker, verb_cue(place.reading, verb))


def _clause_start(place: Place) -> int:
    """Behind the last comma or mark before the quote."""
    for index in range(place.first - 1, -1, -1):
        if place.tokens[index].text in {",", ";", ":", "–", "“", "«", "»"}:
            return index + 1
    return 0


def _subject_in_clause(place: Place, start: int) -> Token | None:
    found = phrase_head(place.reading, start, place.first)
    if found is not None and found.text.casefold() in {"die", "das", "was", "den", "dem", "denen"}:
        return phrase_head(place.reading, found.index + 1, place.first) or found
    return found


def _noun_of_speech(place: Place, noun: Token) -> Frame | None:
    if "utterance" not in load_lexicon().speech_noun(noun.text) or noun.index > place.last:
        return None
    frame = utterance_frame(place.reading, noun, word_cue(place.reading, noun))
    return frame if frame is not None and frame.speaker is not None else None


def _governing_verb(place: Place, verb: ReportingVerb) -> Frame | None:
    reading = place.reading
    cue = verb_cue(reading, verb)
    if "cite" in verb.verb.uses:
        cited = objects(reading, verb.token)
        own = subject(reading, verb.token)
        if verb.passive:
            return Frame("passive-citation", reading, own, cue, agent(reading, verb.token)) if own else None
        return Frame("citation", reading, cited[0], cue, own) if cited and own else None
    if verb.passive:
        speaker = agent(reading, verb.token)
        if speaker is None:
            document = document_of_relative(reading, verb.token)
            return Frame("document-frame", reading, document, cue) if document is not None else None
        return Frame(_rule_of(place, verb), reading, speaker, cue)
    speaker = subject(reading, verb.token) or _subject_of_feeling(place, verb)
    if speaker is None or speaker.text.casefold() in IMPERSONAL or not could_speak(reading, speaker):
        return None
    utterance = utterance_frame(reading, speaker, cue)
    if utterance is not None and utterance.speaker is not None:
        return utterance
    return Frame(_rule_of(place, verb), reading, speaker, cue)


def _subject_of_feeling(place: Place, verb: ReportingVerb) -> Token | None:
    """„In Berlin zeigte sich das Amt „tief erschüttert““: what stands between „sich“ and the quote."""
    at = verb.token.index + 1
    if at < place.first and place.tokens[at].text == "sich":
        return phrase_head(place.reading, at + 1, place.first)
    return None


def _rule_of(place: Place, verb: ReportingVerb) -> str:
    before = place.before()
    words = {t.text.casefold() for t in place.tokens[max(0, place.first - 3) : place.first]}
    uses = verb.verb.uses
    behind_comma = before is not None and before.text == ","
    if "as" in uses and "als" in words or "naming" in uses and not ({"dass", "ob"} & words or behind_comma):
        return "naming-frame"
    if "of" in uses and words & {"von", "vom"} or "before" in uses and "vor" in words:
        return "object-frame"
    if "object" in uses and words & {"mit", "auf", "über", "gegen", "um", "für", "zu"} and not words & {"dass", "ob"}:
        return "object-frame"
    if (
        any(t.head == verb.token.index and t.relation is Relation.OBJECT for t in _top_tokens(place))
        and "object" in uses
    ):
        return "object-frame"
    if before is not None and before.text == "," and verb.token.index < place.first and uses & {"speech", "write"}:
        return "leading-frame"
    return "clause-frame"


def so_inside(place: Place) -> Frame | None:
    """…, so X, … — also at the end of the sentence."""
    for token in place.reading.outside():
        if token.text != "so" or token.index == 0:
            continue
        before = place.tokens[token.index - 1]
        follower = place.tokens[token.index + 1] if token.index + 1 < len(place.tokens) else None
        if before.text not in {",", "–", "“", "«", "»", '"', "”"} or follower is None:
            continue
        if follower.pos in {"ADJ", "ADV", "VERB", "AUX", "SCONJ", "PUNCT"} or follower.text in {"dass", "wie"}:
            continue
        frame = so_frame(place, token)
        if frame is not None:
            return replace(frame, touching=False)
    return None


def as_inside(place: Place) -> Frame | None:
    """…, wie X sagte, …"""
    for token in place.reading.outside():
        if token.text.casefold() == "wie" and (
            token.index == 0 or place.tokens[token.index - 1].text in {",", "–", "("}
        ):
            frame = as_frame(place, token)
            if frame is not None:
                return frame
    return None


def main_clause(place: Place) -> Frame | None:
    """X ging davon aus, dass …; X zeigte sich sicher, man werde „…“: a person's clause holds that of the quote."""
    reading = place.reading
    below = next(iter(_top_tokens(place)), None)
    for above in _ancestors(place):
        clause = (
            below is not None
            and below.relation in {Relation.CLAUSE, Relation.ADVERBIAL_CLAUSE}
            and below.head == above.index
        )
        if (
            clause
            and above.relation is Relation.ROOT
            and any(t.text.casefold() in {"dass", "ob", "wonach"} for t in reading.outside(0, place.first))
        ):
            own = subject(reading, above)
            if own is not None and (
                own.entity == "PER" or reading.is_surname(own) or load_lexicon().role(own.text) is not None
            ):
                span = reading.span(above.index, above.index)
                return Frame("clause-frame", reading, own, Cue(span.text, span.text, span.start, span.end))
        below = above
    return None


def nearest_report(place: Place) -> Frame | None:
    """Any verb of report in the sentence, the nearest behind the quote before the nearest in front of it."""
    reading = place.reading
    found: list[tuple[int, ReportingVerb, Token]] = []
    for token in reading.outside():
        verb = reporting_verb(reading, token)
        if (
            verb is None
            or token.pos not in {"VERB", "AUX"}
            or not verb.verb.uses & {"report", "speech", "write"}
            or verb.passive
        ):
            continue
        own = subject(reading, token)
        if own is None or own.text.casefold() in IMPERSONAL or token.relation is Relation.RELATIVE_CLAUSE:
            continue
        follows = token.index > place.last and place.tokens[token.index - 1].text == ","
        if token.index > place.last and not follows:
            continue
        found.append((0 if follows else place.first - token.index, verb, own))
    if not found:
        return None
    _, verb, own = min(found, key=lambda item: item[0])
    return Frame("clause-frame", reading, own, verb_cue(reading, verb))
