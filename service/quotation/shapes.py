"""The shape of what stands between marks: part of a word, a name, a sentence. Seen from the raw text alone."""

from __future__ import annotations

import re

from service.lexicon import word_list
from service.quotation.marks import Marked

_SMALL_WORDS_OF_NAMES = word_list("small_words_of_foreign_names")
_SPEECH_END = re.compile(r"[.!?…](?<!\b\d.)(?<!\b\d\d.) [A-ZÄÖÜ]")


def is_compound_part(article: str, marked: Marked) -> bool:
    """„Falke-2“-Rakete, Anti-„Rettungs“-Demo: the marks stand inside a word."""
    start, end = marked.outer
    behind = article[end : end + 2]
    front = article[max(0, start - 2) : start]
    return (behind[:1] == "-" and behind[1:2].isalpha()) or (front[1:] == "-" and front[:1].isalpha())


def looks_like_speech(text: str) -> bool:
    """Whether the words end like a sentence or hold several of them; one word does with an exclamation mark."""
    end = text.rstrip()[-1:]
    if end in {"!", "?"} or end in {".", "…"} and " " in text:
        return True
    return _SPEECH_END.search(text) is not None


def is_name_shaped(text: str) -> bool:
    """One to five words that all begin with a capital or a digit; small words of foreign names may stand between.

    „Haus am See“ is one too.
    """
    words = text.split()
    if not words or len(words) > 5 or not (words[0][:1].isupper() or words[0][:1].isdigit()):
        return False
    if all(w[:1].isupper() or w[:1].isdigit() or w in _SMALL_WORDS_OF_NAMES for w in words[1:]):
        return True
    return _PLACED.fullmatch(text) is not None


_PLACED = re.compile(r"[A-ZÄÖÜ][\w-]+ (?:an der|am|im|in der|auf der|zum|zur|unter der) [A-ZÄÖÜ][\w-]+")  # Haus am See
