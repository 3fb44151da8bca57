"""`extract` against the plain full parse by the same pipeline, and against textacy's `direct_quotations`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks import gold, texts
from benchmarks.timing import Times, interleaved
from service.language.load import EMBEDDED, load
from service.lexicon import load_lexicon
from service.quotation import Extractor
from service.quotation.marks import has_marks

GENERATED = 40


def sets(data: Path) -> dict[str, list[str]]:
    """The articles by set: `wikinews` and `press` where the gold is, else `generated`, with and without marks."""
    if not gold.is_there(data):
        return {"generated": texts.articles(GENERATED) + texts.articles(GENERATED // 2, marks=False)}
    named = {"wikinews": "wikinews-dev", "press": "press-dev"}
    return {short: [article["text"] for article in gold.articles(data, name)] for short, name in named.items()}


def same() -> Language:
    """The pipeline of the service, loaded once more, for the plain full parse: `nlp(text)`."""
    return load()._nlp


def plain() -> Language:
    """The embedded pipeline as anybody loads it who does not choose a matrix library."""
    return spacy.load(EMBEDDED)


def against_parse(
    extractor: Extractor, nlp: Language, plainly: Language, by_set: Mapping[str, Sequence[str]], rounds: int
) -> dict[str, Any]:
    """`extract_over_parse` of each set over the articles with a mark, `nomark_over_parse` over all others.

    ``nlp`` is the `same` pipeline; `extract_over_plain_parse` has ``plainly``, the `plain` one, in its place. The jobs
    go through a set in turns; `extract_over_parse_in_turns` is the same with turns at each article.
    """
    jobs: dict[str, Callable[[str], object]] = {"extract": extractor.extract, "parse": nlp}
    with_plain = jobs | {"plain": plainly}
    ratios, plain_ratios, in_turns, seconds = {}, {}, {}, {}
    for name, articles in by_set.items():
        marked = [text for text in articles if has_marks(text)]
        times = interleaved(marked, with_plain, rounds)
        ratios[name] = _ratio(times, "parse")
        plain_ratios[name] = _ratio(times, "plain")
        in_turns[name] = _ratio(interleaved(marked, jobs, rounds, by_item=True), "parse")
        seconds[name] = _sums(times)
    bare = [text for articles in by_set.values() for text in articles if not has_marks(text)]
    times = interleaved(bare, jobs, rounds)
    seconds["nomark"] = _sums(times)
    return {
        "extract_over_parse": ratios,
        "extract_over_parse_in_turns": in_turns,
        "extract_over_plain_parse": plain_ratios,
        "nomark_over_parse": _ratio(times, "parse"),
        "seconds": seconds,
    }


def _ratio(times: Times, other: str) -> float:
    return sum(times["extract"]) / sum(times[other])


def _sums(times: Times) -> dict[str, float]:
    return {"articles": len(times["extract"])} | {job: sum(each) for job, each in times.items()}


def against_textacy(extractor: Extractor, nlp: Language, articles: Sequence[str], rounds: int) -> dict[str, Any]:
    """`textacy_over_extract`: the full parse and `direct_quotations` on it, over `extract`; null without textacy.

    textacy has no German list of verbs and reads lemmas, which the pipeline does not make. Before the clock starts
    each parse gets the infinitives of our lexicon's reporting verbs as lemmas, and textacy these as its list. The
    articles that it refuses, for an odd number of marks, are left out of both sides and counted.
    """
    try:
        from textacy import constants
        from textacy.extract.triples import direct_quotations
    except ImportError:
        return {"textacy_over_extract": None, "textacy_alone_over_extract": None, "textacy_refused": None}
    parses = {text: nlp(text) for text in articles if has_marks(text)}
    constants.REPORTING_VERBS["de"] = {lemma for doc in parses.values() for lemma in give_lemmas(doc)}
    accepted = [text for text, doc in parses.items() if _is_accepted(direct_quotations, doc)]
    times = interleaved(
        accepted,
        {"extract": extractor.extract, "parse": nlp, "textacy": lambda text: list(direct_quotations(parses[text]))},
        rounds,
    )
    extract, parse, alone = (sum(times[job]) for job in ("extract", "parse", "textacy"))
    return {
        "textacy_over_extract": (parse + alone) / extract,
        "textacy_alone_over_extract": alone / extract,
        "textacy_refused": len(parses) - len(accepted),
        "textacy_accepted": len(accepted),
    }


def give_lemmas(doc: Doc) -> set[str]:
    """Gives each form of a reporting verb its infinitive as lemma, and returns the infinitives that were given."""
    lexicon = load_lexicon()
    given = set()
    for token in doc:
        verbs = lexicon.verbs(token.text)
        if verbs:
            token.lemma_ = min(verbs, key=lambda verb: verb.particle is not None).lemma
            given.add(token.lemma_)
    return given


def _is_accepted(direct_quotations: Callable[[Doc], Any], doc: Doc) -> bool:
    try:
        list(direct_quotations(doc))
    except ValueError:
        return False
    return True
