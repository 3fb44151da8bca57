"""Needs: which sentences must be read besides those that hold a quote.

A sentence costs time to parse, so only those are asked for that can say who „er“, „Brandt“ or „der Minister“ is, and
in what capacity; what the nearest ones do not settle is asked for in the rounds behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from heapq import merge
from itertools import islice

from service.lexicon import load_lexicon
from service.quotation.attribution import Attribution
from service.quotation.identity import Person, offices
from service.quotation.mentions import Form, Mention
from service.quotation.occupations import LEADS, WORKS
from service.quotation.result import Kind
from service.quotation.roles import masculine
from service.quotation.sentences import Sentence

NEAR = 2  # sentences before a pronoun or a bare role noun
FAR = 6  # sentences before a quote whose speaker is still unknown
OPENING = 3  # sentences behind the opening of a paragraph in which a name may stand for the role that opens it
PLACES = 3  # sentences in which a name is looked up at the most
_MOST_TRIED = 21  # occurrences of a name that are looked at
_RUN = re.compile(r"\w+")
_WORD_ENDS = re.compile(r"s?(?!\w)")
_DEFINITE_NOUN = re.compile(r"\b[Dd](?:er|ie) (?:[a-zäöüß][\wäöüß-]+e )?([A-ZÄÖÜ][\w-]+)(?! [A-ZÄÖÜ])")
_OPENING_ROLE = re.compile(r"(?:Der|Die) (?:[a-zäöüß-]+ )?([A-ZÄÖÜ][\w-]+)(?! [A-ZÄÖÜ])")
_INTRODUCING = "[Ee]ine?|[Ii]hre?|[Ss]eine?|[Dd]eren|[Dd]essen|[Vv]om|[Dd]er|[Dd]ie"
_INTRODUCED_NOUN = re.compile(rf"\b(?:{_INTRODUCING}) (?:[a-zäöüß]+ )?([A-ZÄÖÜ][\w-]+)(?! [A-ZÄÖÜ])")
_OCCUPIED = re.compile(rf"\b(?:{'|'.join(sorted(LEADS | WORKS))})\b")
FAR_ROUNDS = 2  # times that what was found may ask for more


@lru_cache(maxsize=1)
def _subjunctive() -> re.Pattern[str]:
    """The forms that show reported speech, as words of the raw text."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(load_lexicon().subjunctives))})(?!\w)")


def _is_bare(found: Attribution) -> bool:
    """„der 58-Jährige“, or „sie“ for „die Cellistin“: the one it stands for may be named farther back."""
    if found.mention is None or found.person is None:
        return False
    first = found.person.mentions[0]
    said = found.mention if found.mention.form is Form.ROLE else first
    return first.form is Form.ROLE and said.definite


class Needs:
    """The sentences of one article and where a word stands in them."""

    def __init__(self, text: str, sentences: Sequence[Sentence], surnames: Set[str] = frozenset()) -> None:
        self._text = text
        self._surnames = surnames
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._introductions: dict[tuple[str, int], frozenset[int]] = {}

    def near(self, speakers: Mapping[int, Mention | None], sentence_of: Mapping[int, Sentence]) -> set[int]:
        """The first round: ``speakers`` holds for each quote the mention in its own frame, None where it has none."""
        framed = {sentence_of[quote].index for quote, mention in speakers.items() if mention is not None}
        wanted: set[int] = set()
        names: dict[str, int] = {}
        for quote, mention in speakers.items():
            sentence = sentence_of[quote]
            if mention is None:
                wanted |= self._around(sentence, framed)
                continue
            for single in mention.members or (mention,):
                if single.form is Form.NAME:
                    known = " " in single.name and bool(single.roles)
                    names[single.name] = min(
                        names.get(single.name, PLACES), 0 if known else 1 + (" " not in single.name)
                    )
            if mention.form is Form.PRONOUN or mention.definite and mention.form in {Form.ROLE, Form.ORGANISATION}:
                if sentence.index - 1 not in framed:
                    wanted |= self._back_to_a_name(sentence)
                    if mention.form is Form.PRONOUN:
                        wanted |= self._chain(sentence, mention.name)
                if mention.form is Form.ROLE or " " in mention.name:
                    wanted |= self._places_of_role(mention.name.split()[-1], sentence.start)
                    wanted |= self._places_of_family(mention.name.split()[-1], sentence.start)
        for name, places in names.items():
            wanted |= self.introduction(name, places)
        return wanted

    def far(self, attributions: Iterable[Attribution], sentence_of: Mapping[int, Sentence]) -> set[int]:
        """The second round: what is still open after the nearest sentences were read."""
        wanted: set[int] = set()
        people: dict[int, Person] = {}
        for found in attributions:
            if found.person is None or _is_bare(found):
                wanted |= self._before(sentence_of[found.quote], FAR)
            if found.mention is not None and found.mention.sentence != sentence_of[found.quote].index:
                wanted |= self._behind_mention(found.mention)
            if found.person is not None:
                people[found.person.key] = found.person
        for person in people.values():
            if person.kind is Kind.PERSON and not (offices(person.roles) and person.affiliations):
                wanted |= self._said_again(person)
            if person.mentions and person.mentions[0].form is Form.NAME and not (person.roles and " " in person.name):
                wanted |= self.introduction(person.name, PLACES)
        return wanted

    def _said_again(self, person: Person) -> set[int]:
        """The sentence behind one that names somebody, where it says what that is: „…“, sagt Brandt. Die Wirtin …"""
        found = set()
        if not person.roles and person.mentions:
            found |= self._announced(person.mentions[0].sentence - 1)
        if not offices(person.roles):
            found |= {at for m in person.mentions for at in self._paragraph_opening(m.sentence)}
        for index in {mention.sentence + 1 for mention in person.mentions}:
            if index >= len(self._sentences):
                continue
            here = self._sentences[index]
            roles = () if offices(person.roles) else _DEFINITE_NOUN.finditer(self._text, here.start, here.end)
            occupied = _OCCUPIED.search(self._text, here.start, here.end) is not None
            if occupied or any(load_lexicon().role(match.group(1)) is not None for match in roles):
                found.add(index)
        return found

    def _announced(self, index: int) -> set[int]:
        """The sentence before a name without a role, where it has a role without a name: „… eine Dirigentin. …“."""
        if not 0 <= index < len(self._sentences):
            return set()
        here = self._sentences[index]
        nouns = _INTRODUCED_NOUN.finditer(self._text, here.start, here.end)
        return {index} if any(load_lexicon().role(match.group(1)) is not None for match in nouns) else set()

    def _paragraph_opening(self, index: int) -> set[int]:
        """The sentence that opens a paragraph, up to ``OPENING`` before, where it does so with „Der Minister …“."""
        paragraph = self._sentences[index].paragraph
        for first in range(index - 1, max(-1, index - OPENING - 1), -1):
            here = self._sentences[first]
            if here.paragraph != paragraph:
                break
            if first == 0 or self._sentences[first - 1].paragraph != paragraph:
                opening = _OPENING_ROLE.match(self._text, here.start, here.end)
                return {first} if opening is not None and load_lexicon().role(opening.group(1)) is not None else set()
        return set()

    def _behind_mention(self, mention: Mention) -> set[int]:
        """What may say who is meant by „die 61-Jährige“ of another sentence, whose words a quote goes on with."""
        if mention.form is Form.PRONOUN or mention.definite and mention.form is Form.ROLE:
            return self._before(self._sentences[mention.sentence], NEAR)
        return set()

    def introduction(self, name: str, places: int) -> Set[int]:
        """The first ``places`` sentences that hold the last word of a name, in the genitive too."""
        if not places:
            return frozenset()
        first, *_, last = [*name.split(), name.split()[-1]]
        word = first if "-" in last else last  # the part behind a hyphen is written in more than one way
        if (word, places) not in self._introductions:
            self._introductions[word, places] = self._first_places(word, places)
        return self._introductions[word, places]

    def _first_places(self, word: str, places: int) -> frozenset[int]:
        found: list[int] = []
        for at in islice(self._occurrences(word), _MOST_TRIED):
            index = self._sentence_at(at)
            if index not in found:
                found.append(index)
            if len(found) >= places:
                break
        return frozenset(found)

    def _occurrences(self, word: str) -> Iterator[int]:
        """The offsets of a word, in the genitive too, in the order of the text."""
        run = _RUN.search(word)
        if run is None:
            return
        offsets = self._offsets
        for at in merge(offsets.get(run.group(), ()), offsets.get(run.group() + "s", ())):
            start = at - run.start()
            end = start + len(word)
            if start >= 0 and self._text.startswith(word, start) and _WORD_ENDS.match(self._text, end):
                yield start

    @cached_property
    def _offsets(self) -> Mapping[str, list[int]]:
        """Where each run of letters and digits stands."""
        found: dict[str, list[int]] = {}
        for match in _RUN.finditer(self._text):
            found.setdefault(match.group(), []).append(match.start())
        return found

    def _around(self, sentence: Sentence, framed: set[int]) -> set[int]:
        """For a quote without a frame: the sentence before, and the one behind where it opens its paragraph."""
        before = self._reported(sentence)
        opens = sentence.index == 0 or self._sentences[sentence.index - 1].paragraph != sentence.paragraph
        if before <= framed and not opens:
            return set()
        return before | ({sentence.index + 1} if opens and not before & framed else set())

    def _reported(self, sentence: Sentence) -> set[int]:
        """The sentence before; where it goes on in the subjunctive, those back to the report that it goes on with."""
        before = self._before(sentence, 1)
        for index in sorted(self._before(sentence, FAR), reverse=True):
            before.add(index)
            here = self._sentences[index]
            if here.paragraph != sentence.paragraph or not _subjunctive().search(self._text, here.start, here.end):
                break
        return before

    def _back_to_a_name(self, sentence: Sentence) -> set[int]:
        """The nearest sentences before, up to one that names somebody whom the article calls by a full name."""
        found = set()
        for index in sorted(self._before(sentence, NEAR), reverse=True):
            found.add(index)
            here = self._sentences[index]
            words = _RUN.findall(self._text, here.start, here.end)
            if not self._surnames.isdisjoint(words):
                break
        return found

    def _before(self, sentence: Sentence, count: int) -> set[int]:
        """Up to ``count`` sentences before one, over at most one paragraph's end."""
        found: set[int] = set()
        crossed = 0
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - count), -1):
            crossed += self._sentences[index].paragraph != self._sentences[index + 1].paragraph
            if crossed > 1:
                break
            found.add(index)
        return found

    def _chain(self, sentence: Sentence, pronoun: str) -> set[int]:
        """The sentence where a chain of the same pronoun begins, up to ``FAR`` sentences back."""
        word = re.compile(rf"(?<!\w){pronoun}(?!\w)", re.IGNORECASE)
        back = sorted(self._before(sentence, FAR), reverse=True)
        for at, index in enumerate(back):
            if not word.search(self._text, self._sentences[index].start, self._sentences[index].end):
                return set(back[: at + 1])
        return set(back)

    def _places_of_role(self, role: str, before: int) -> set[int]:
        """The first sentence and the last one before an offset that hold the role, in compounds too."""
        word = role[1:]
        return {self._sentence_at(at) for at in (self._text.find(word), self._text.rfind(word, 0, before)) if at >= 0}

    def _places_of_family(self, role: str, before: int) -> set[int]:
        """The last sentence before an offset that holds another role of the same family: Bürgermeister, Rathauschef."""
        lexicon = load_lexicon()
        words = {word for number in lexicon.role_families(masculine(role)) for word in lexicon.families[number]}
        found = -1
        for word in words - {role}:
            offsets = self._offsets.get(word, [])
            at = bisect_left(offsets, before) - 1
            found = max(found, offsets[at] if at >= 0 else -1)
        return {self._sentence_at(found)} if found >= 0 else set()

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)
