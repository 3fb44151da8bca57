"""Runs the corpus of small cases: every `tests/cases/*.yaml` holds mini-articles with the quotes expected of them.

Here: loading the cases, comparing an answer with what a case expects, and the report of a failure.
Not here: the sentences themselves, and what a rule means (`docs/`).

Only the keys that a case gives are compared, so that each tests what it is about. Always compared are the texts of
the quotes (all of them, in order), `repaired` (false when the case is silent, free when it says null), `same_as`
(null when the case is silent) and the promises of the contract (offsets slice, a quote without a speaker has a reason).

A case:

    - id: unique over all files
      text: the article
      quotes:                    # [] = none may be returned; without the key they are not compared
        - text: its words        # of several parts joined by one space
          parts: [of several parts, each]
          rule: … extent: … medium: name or null … repaired: … same_as: place of the other quote in this list, from 1
          nested: [{text: …, speaker: name or null}]
          optional: true         # may be returned or not
          speaker: {name, kind, role, affiliation}      # null = nobody
      warnings: [codes]          # all of them
      known_gap: why the system cannot do it yet        # the case must fail

`name_also`, `kind_also`, `role_also`, `affiliation_also` and `medium_also` list other values that will do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from service.quotation.result import Article, Quote, Span, Speaker

CASES = Path(__file__).parent / "cases"
MINIMUM_OF_CASES = 250
MINIMUM_PER_RULE = 4

RULES = {
    "inverted-frame",
    "leading-frame",
    "interrupting-frame",
    "so-frame",
    "as-frame",
    "according-to",
    "passive-citation",
    "citation",
    "document-frame",
    "clause-frame",
    "naming-frame",
    "object-frame",
    "noun-frame",
    "colon-frame",
    "free-indirect",
    "continuation",
    "pull-quote",
    "repeated",
    "unattributed",
}
SUBJECTS = {
    "marks",
    "not-a-quote",
    "fragment",
    "roles",
    "affiliations",
    "identity",
    "medium",
    "group",
    "document",
    "warnings",
}
CASE_KEYS = {"id", "text", "quotes", "warnings", "known_gap"}
QUOTE_KEYS = {
    "text",
    "parts",
    "rule",
    "extent",
    "speaker",
    "medium",
    "medium_also",
    "nested",
    "repaired",
    "same_as",
    "optional",
}
SPEAKER_FIELDS = ("name", "kind", "role", "affiliation")
SPEAKER_KEYS = {*SPEAKER_FIELDS} | {f"{field}_also" for field in SPEAKER_FIELDS}
EXTENTS = {"statement", "fragment"}
KINDS = {"person", "group", "organisation", "document"}

Case = dict[str, Any]


def load_cases() -> dict[str, list[Case]]:
    """The cases of each file, by the file's name without its ending."""
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.yaml"))}


BY_FILE = load_cases()
ALL = [case for cases in BY_FILE.values() for case in cases]


def marked(case: Case) -> Any:
    """The case as a test parameter; a known gap must fail, and says so when it no longer does."""
    gap = case.get("known_gap")
    return pytest.param(case, id=case["id"], marks=[pytest.mark.xfail(strict=True, reason=gap)] if gap else [])


@cache
def loaded() -> tuple[Any, Any]:
    """The pipeline and the extractor, made once for all cases."""
    from service.language import load
    from service.quotation import Extractor

    pipeline = load()
    return pipeline, Extractor(pipeline)


# ---------------------------------------------------------------- comparing


def accepted(expected: dict[str, Any], field: str) -> list[str | None]:
    """The value a case expects of a field and all others it accepts for it."""
    return [expected[field], *expected.get(f"{field}_also", [])]


def speaker_differences(expected: dict[str, Any] | None, got: Speaker | None) -> Iterator[str]:
    """What of the speaker is not as expected."""
    if expected is None or got is None:
        if expected is not None or got is not None:
            yield f"speaker: expected {expected and expected['name']!r}, got {got and got.name!r}"
        return
    for field in SPEAKER_FIELDS:
        if field in expected and getattr(got, field) not in accepted(expected, field):
            wanted = " or ".join(repr(value) for value in accepted(expected, field))
            yield f"{field}: expected {wanted}, got {getattr(got, field)!r}"


def quote_differences(expected: dict[str, Any], got: Quote, places: dict[int, int]) -> Iterator[str]:
    """What of one quote is not as expected. ``places``: the place of each quote of the answer, from 1, by its id."""
    if "speaker" in expected:
        yield from speaker_differences(expected["speaker"], got.speaker)
    for field in ("rule", "extent"):
        if field in expected and getattr(got, field) != expected[field]:
            yield f"{field}: expected {expected[field]!r}, got {getattr(got, field)!r}"
    parts = [part.text for part in got.parts]
    if "parts" in expected and parts != expected["parts"]:
        yield f"parts: expected {expected['parts']}, got {parts}"
    medium = got.medium and got.medium.name
    if "medium" in expected and medium not in accepted(expected, "medium"):
        yield f"medium: expected {expected['medium']!r}, got {medium!r}"
    nested = [{"text": inner.text, "speaker": inner.speaker and inner.speaker.name} for inner in got.nested]
    if "nested" in expected and nested != expected["nested"]:
        yield f"nested: expected {expected['nested']}, got {nested}"
    repaired = expected.get("repaired", False)
    if repaired is not None and got.repaired != repaired:
        yield f"repaired: expected {repaired}, got {got.repaired}"
    same_as = None if got.same_as is None else places.get(got.same_as)
    if same_as != expected.get("same_as"):
        yield f"same_as: expected {expected.get('same_as')}, got {same_as}"


def contract_breaches(text: str, article: Article) -> Iterator[str]:
    """What every answer promises, whatever it says."""

    def slices(what: str, span: Span) -> Iterator[str]:
        if text[span.start : span.end] != span.text:
            yield f"{what} {span.text!r} does not slice: {text[span.start : span.end]!r}"

    for quote in article.quotes:
        for part in quote.parts:
            yield from slices("part", part)
        if quote.text != " ".join(part.text for part in quote.parts):
            yield f"the quote {quote.text!r} is not its parts"
        if (quote.start, quote.end) != (quote.parts[0].start, quote.parts[-1].end):
            yield f"the quote {quote.text!r} does not span its parts"
        if quote.speaker is not None:
            yield from slices("mention", quote.speaker.mention)
        elif not quote.reason:
            yield f"the quote {quote.text!r} has no speaker and no reason"


def differences(case: Case, article: Article) -> list[str]:
    """All that is not as the case expects, one line each; empty when the case holds."""
    found = list(contract_breaches(case["text"], article))
    if "quotes" in case:
        texts = [quote.text for quote in article.quotes]
        quotes = [quote for quote in case["quotes"] if not quote.get("optional") or quote["text"] in texts]
        wanted = [quote["text"] for quote in quotes]
        found += [f"not found: „{text}“" for text in (Counter(wanted) - Counter(texts)).elements()]
        found += [f"not a quote: „{text}“" for text in (Counter(texts) - Counter(wanted)).elements()]
        places = {quote.id: place for place, quote in enumerate(article.quotes, start=1)}
        if texts == wanted:
            for expected, got in zip(quotes, article.quotes, strict=True):
                found += [f"„{got.text}“ {line}" for line in quote_differences(expected, got, places)]
        elif not found:
            found.append(f"order: expected {wanted}, got {texts}")
    if "warnings" in case:
        codes = sorted({warning.code for warning in article.warnings})
        if codes != sorted(case["warnings"]):
            found.append(f"warnings: expected {sorted(case['warnings'])}, got {codes}")
    return found


# ---------------------------------------------------------------- reporting


def answer_lines(article: Article) -> Iterator[str]:
    """What came out, one line a quote."""
    for quote in article.quotes:
        said = quote.speaker
        who = f"{said.name} | {said.kind} | {said.role} | {said.affiliation}" if said else f"nobody ({quote.reason})"
        yield f"  {quote.id} [{quote.rule}, {quote.extent}, {quote.confidence:.2f}] „{quote.text}“ - {who}"
    yield from (f"  warning {warning.code} at {warning.start}-{warning.end}" for warning in article.warnings)


def parse_lines(text: str) -> Iterator[str]:
    """The parse of the text as a table: sentence, word, part of speech, relation, head, entity."""
    for parse in loaded()[0].parse([text]):
        for token in parse.tokens:
            head = "-" if token.head == token.index else parse.tokens[token.head].text
            row = (token.text.strip() or "⏎", token.pos, token.relation, head)
            yield f"  {token.sentence:2} " + " ".join(f"{cell:20}" for cell in row) + f" {token.entity}"


def report(case: Case, article: Article, found: list[str]) -> str:
    """The message of a failing case."""
    heading = f"{case['id']}\n\n{case['text']}\n"
    return "\n".join([heading, *found, "", "answer:", *answer_lines(article), "", "parse:", *parse_lines(case["text"])])


# ---------------------------------------------------------------- tests


@pytest.mark.parametrize("case", [marked(case) for case in ALL])
def test_case(case: Case) -> None:
    article = loaded()[1].extract(case["text"])
    found = differences(case, article)
    if found:
        pytest.fail(report(case, article, found), pytrace=False)


def case_mistakes(case: Case) -> Iterator[str]:
    """What is wrong with the case itself."""
    if unknown := set(case) - CASE_KEYS:
        yield f"unknown keys {unknown}"
    position = 0
    for number, quote in enumerate(case.get("quotes", []), start=1):
        if unknown := set(quote) - QUOTE_KEYS:
            yield f"quote {number}: unknown keys {unknown}"
        parts = quote.get("parts", [quote["text"]])
        if " ".join(parts) != quote["text"]:
            yield f"quote {number}: its text is not its parts"
        for part in parts:
            position = case["text"].find(part, position)
            if position < 0:
                yield f"quote {number}: {part!r} does not stand in the text, or not in this order"
                return
            position += len(part)
        if quote.get("rule", "unattributed") not in RULES:
            yield f"quote {number}: no such rule {quote['rule']!r}"
        if quote.get("extent", "statement") not in EXTENTS:
            yield f"quote {number}: no such extent {quote['extent']!r}"
        speaker = quote.get("speaker") or {}
        if unknown := set(speaker) - SPEAKER_KEYS:
            yield f"quote {number}: unknown speaker keys {unknown}"
        if speaker and "name" not in speaker:
            yield f"quote {number}: a speaker without a name"
        if not {speaker.get("kind", "person"), *speaker.get("kind_also", [])} <= KINDS:
            yield f"quote {number}: no such kind"
        if any(also.endswith("_also") and also.removesuffix("_also") not in speaker for also in speaker):
            yield f"quote {number}: other values for a field that is not given"


def test_the_cases_are_well_formed() -> None:
    mistakes = [f"{case['id']}: {mistake}" for case in ALL for mistake in case_mistakes(case)]
    assert not mistakes, "\n".join(mistakes)


def test_no_two_cases_share_an_id_or_a_text() -> None:
    for key in ("id", "text"):
        twice = [value for value, count in Counter(case[key] for case in ALL).items() if count > 1]
        assert not twice, f"{key} used twice: {twice}"


def test_the_corpus_is_large_enough() -> None:
    assert len(ALL) >= MINIMUM_OF_CASES


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_a_file_with_cases(rule: str) -> None:
    assert len(BY_FILE.get(rule, [])) >= MINIMUM_PER_RULE


@pytest.mark.parametrize("rule", sorted(RULES - {"unattributed"}))
def test_every_rule_is_expected_somewhere(rule: str) -> None:
    assert any(quote.get("rule") == rule for case in ALL for quote in case.get("quotes", []))


def test_every_file_is_named_by_a_rule_or_a_subject() -> None:
    assert set(BY_FILE) == RULES | SUBJECTS
