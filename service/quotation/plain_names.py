"""Plain names: stretches between marks that the raw text alone shows to be a name or a title.

A sentence that holds nothing else between its marks need not be parsed for them. What is not plain, `genuine`
decides from the parse; a stretch that is left out here would be left out there too.
"""

from __future__ import annotations

import re

from service.lexicon import load_lexicon
from service.quotation.marks import Marked
from service.quotation.sentences import Sentence
from service.quotation.shapes import is_compound_part, looks_like_speech

_LONGEST = 8  # words
_LOOKED_AT = 40  # characters in front of a mark
_WORDS_BEFORE = re.compile(r"([\w-]+) ([\w-]+) $")
_ANNOUNCED = re.compile(r"\b(?:mit|unter|auf) (?:dem|den) (?:\w+ )?(?:Titel|Arbeitstitel|Namen|Motto) $")
_WORD = re.compile(r"[^\W\d_]+")
_NAMING = frozenset({"naming", "as"})


def is_plain_name(text: str, marked: Marked, sentence: Sentence) -> bool:
    """Whether the stretch is a name whatever the parse says: part of a word, announced, or behind its class noun."""
    if is_compound_part(text, marked):
        return True
    words = text[marked.start : marked.end]
    if looks_like_speech(words) or words.count(" ") >= _LONGEST or _may_be_framed(text, marked):
        return False
    before = text[max(sentence.start, marked.outer[0] - _LOOKED_AT) : marked.outer[0]]
    if _ANNOUNCED.search(before) is not None:
        return True
    found = _WORDS_BEFORE.search(before)
    if found is None:
        return False
    lexicon = load_lexicon()
    if lexicon.is_pseudo(found.group(2)):
        return True
    noun = found.group(2)
    begins = words[:1].isupper() or words[:1].isdigit()
    named = noun[:1].isupper() and begins and lexicon.title_noun(noun) is not None
    return named and not lexicon.speech_noun(noun) and lexicon.role(noun) is None and not _is_renamed(text, sentence)


def _may_be_framed(text: str, marked: Marked) -> bool:
    """Whether a comma stands behind the closing mark, or a colon in front of the opening one: somebody may speak."""
    behind = text[marked.outer[1] : marked.outer[1] + 1]
    before = text[max(0, marked.outer[0] - 2) : marked.outer[0]]
    return behind == "," or ":" in before


def _is_renamed(text: str, sentence: Sentence) -> bool:
    """Whether a verb of naming stands in the sentence: nannte den Film „Schund“."""
    lexicon = load_lexicon()
    words = _WORD.findall(text, sentence.start, sentence.end)
    return any(verb.uses & _NAMING for word in words for verb in lexicon.verbs(word))
