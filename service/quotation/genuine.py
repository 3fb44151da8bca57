"""Is it a quote? What stands between marks may be a title, a name, a so-called word: decided by construction.

Each reason to leave a stretch out is a named rule with its own function; ``why_not`` gives the first that holds.
Nothing here says who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.quotation.frames import Frame
from service.quotation.marks import Marked
from service.quotation.reading import Reading
from service.quotation.shapes import is_compound_part, is_name_shaped, looks_like_speech
from service.quotation.verbs import agent, reporting_verb, subject

_LONGEST_NAME = 8  # words that a title has at most where only its place speaks for it
_SAYS_THE_WORDS = frozenset({"naming-frame", "object-frame", "noun-frame", "citation", "passive-citation"})
_SPEAKING = frozenset({"speech", "write", "report"})
_DEFINITE = word_list("definite_articles_and_contractions")
_DEFINITE_SUBJECT = frozenset({"der", "die", "das", "dieser", "diese", "dieses"})
_POSSESSIVE = re.compile(r"(?:sein|ihr|mein|unser)(?:e|en|em|er|es)?", re.IGNORECASE)
_CALLED = frozenset({"genannt", "getauft", "betitelt", "benannt", "umbenannt", "bekannt"})
_IS_CALLED = word_list("is_called")
_NAMED = frozenset({"namens", "genannt", "genannte", "genannten", "genannter", "alias", "getauft"}) | _IS_CALLED
_ANNOUNCES_A_NAME = frozenset({"titel", "titels", "namen", "motto", "stichwort", "schlagwort"})
_POINTERS = re.compile(
    r"(?:lesen|hören|sehen) sie|mehr (?:zum thema|dazu|darüber)|(?:heute|morgen|jetzt|neu) im ", re.IGNORECASE
)
_MADE = word_list("made")
_PERFORMS = frozenset({"singen", "anstimmen", "vortragen", "lesen", "spielen"})
_PERFORMERS = re.compile(
    r"(?:chor|chöre|band|kapelle|orchester|ensemble|duo|trio|quartett|sänger|sängerin|musiker|musikerin|rapper|rapperin|"
    r"pianist|pianistin|solist|solistin|tenor|sopranistin)s?$",
    re.IGNORECASE,
)
_NUMERALS = word_list("numerals")
_JOINED = re.compile(r",? (?:und|oder|sowie) (?:\w+ )?|, ")
_PRONOUNS = word_list("subjects_of_a_sentence")
_COPULAS = word_list("copulas")
_YEAR_BEHIND = re.compile(r"\s?\((?:[^()]{0,40}\b)?(?:1[5-9]|20)\d\d\b")
_ABBREVIATION_BEHIND = re.compile(r"\s?\((?=[^()]{0,10}[A-ZÄÖÜ][^()]{0,10}[A-ZÄÖÜ])[\w\-/&.]{2,10}\)")


def why_not(reading: Reading, quote: int, frame: Frame | None) -> str | None:
    """The rule by which the stretch between marks is no quote; None when it may be one."""
    marked = reading.marked[quote]
    if is_compound_part(reading.article, marked):
        return "compound"
    extent = reading.quote_tokens(quote)
    if extent is None:
        return None
    stretch = _Stretch(reading, marked, extent[0], extent[1], frame)
    for name, rule in _ANYWHERE:
        if rule(stretch):
            return name
    if stretch.is_framed_speech:
        return None
    for name, rule in _UNLESS_FRAMED_SPEECH:
        if rule(stretch):
            return name
    return None


@dataclass(frozen=True)
class _Stretch:
    """What the rules look at: a stretch between marks, from its first to its last token, and the frame found for it."""

    reading: Reading
    marked: Marked
    first: int
    last: int
    frame: Frame | None

    @cached_property
    def text(self) -> str:
        return self.reading.article[self.marked.start : self.marked.end]

    @cached_property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens

    @cached_property
    def inner(self) -> list[Token]:
        """The tokens between the marks."""
        return [t for t in self.tokens[self.first : self.last + 1] if t.pos != "PUNCT"]

    @cached_property
    def before(self) -> list[Token]:
        """Up to four words right in front of the opening mark, none where a comma or a colon stands between."""
        found: list[Token] = []
        for token in reversed(self.tokens[max(0, self.first - 4) : self.first]):
            if token.pos == "PUNCT" or self.reading.quote_of(token) >= 0:
                break
            found.insert(0, token)
        return found

    def behind(self, skip: int = 0) -> Token | None:
        """The token right behind the closing mark, or ``skip`` further on; None where another quote stands."""
        at = self.last + 1 + skip
        if at >= len(self.tokens) or self.reading.quote_of(self.tokens[at]) >= 0:
            return None
        return self.tokens[at]

    @property
    def text_behind(self) -> str:
        end = self.marked.outer[1]
        return self.reading.article[end : end + 80]

    @property
    def is_touched(self) -> bool:
        return self.frame is not None and self.frame.touching

    @property
    def is_framed_speech(self) -> bool:
        """Whole words with a frame right beside them."""
        return self.is_touched and (looks_like_speech(self.text) or self.text.count(" ") >= 3)

    @property
    def is_governed(self) -> bool:
        """Whether a verb or noun gives these very words as somebody's: nannte, sprach von, mit den Worten."""
        return self.frame is not None and self.frame.rule in _SAYS_THE_WORDS

    @property
    def begins_like_a_name(self) -> bool:
        return self.text[:1].isupper() or self.text[:1].isdigit()


# --- rules that hold whatever the frame -------------------------------------------------------------------------


def _is_so_called(stretch: _Stretch) -> bool:
    """der sogenannte „Friedensplan“."""
    before = stretch.before
    lexicon = load_lexicon()
    return any(lexicon.is_pseudo(" ".join(t.text for t in before[-count:])) for count in range(1, len(before) + 1))


def _is_source(stretch: _Stretch) -> bool:
    """laut „Seeblick“, Informationen der „Seeblick-Rundschau“, die „Seeblick“ berichtete: the marks hold who speaks."""
    if looks_like_speech(stretch.text):
        return False
    reading, frame = stretch.reading, stretch.frame
    if frame is not None and frame.reading is reading:
        for token in (frame.speaker, frame.medium):
            if token is not None and stretch.first <= token.index <= stretch.last:
                return True
    if stretch.before and stretch.before[-1].text.casefold() in {"laut", "gemäß", "gemäss"}:
        return len(stretch.words) <= 4 and (stretch.begins_like_a_name or "." in stretch.text)
    if not stretch.before or not is_name_shaped(stretch.text):
        return False
    for token in stretch.inner:
        head = reading.parse.head(token)
        if token.relation is Relation.SUBJECT and head is not None and reading.quote_of(head) < 0:
            verb = reporting_verb(reading, head)
            return verb is not None and bool(verb.verb.uses & {"report", "write"}) and not verb.passive
    return False


def _is_called_behind(stretch: _Stretch) -> bool:
    """„Bruno“ genannt; als „Bruno“ bekannt; „Bruno“ heißt der Bär; „Bruno“, so heißt er; „…“, so der Titel."""
    token = stretch.behind()
    if token is None or looks_like_speech(stretch.text):
        return False
    if token.text in _CALLED:
        return token.text == "bekannt" or not _names_as_own_words(stretch, token)
    if token.text in _IS_CALLED:
        return not _is_es(stretch.behind(1)) and not any(_is_es(t) for t in stretch.before)
    if token.text != ",":
        return False
    opener = stretch.behind(1)
    if opener is None or opener.text not in {"so", "wie"}:
        return False
    clause = _up_to_comma(stretch, stretch.last + 3)
    if any(t.text in _IS_CALLED or t.text == "genannt" and opener.text == "wie" for t in clause):
        return not any(_is_es(t) for t in clause)
    noun = next((t for t in clause[:3] if t.pos == "NOUN"), None)
    if opener.text != "so" or noun is None or load_lexicon().speech_noun(noun.text) & {"utterance", "source"}:
        return False
    return load_lexicon().title_noun(noun.text) in {"work", "term"}


def _names_as_own_words(stretch: _Stretch, participle: Token) -> bool:
    """hat den Plan „absurd“ genannt; wurde von der Ministerin „absurd“ genannt: somebody says it of something."""
    reading = stretch.reading
    helpers = reading.children(participle, Relation.AUXILIARY, Relation.PASSIVE)
    if any(t.text.casefold().startswith(("ha", "hä")) for t in helpers):
        return True
    by = agent(reading, participle)
    return by is not None and (by.entity != "" or reading.has_child(by, Relation.DETERMINER))


def _is_es(token: Token | None) -> bool:
    return token is not None and token.text.casefold() == "es"


def _up_to_comma(stretch: _Stretch, start: int) -> list[Token]:
    found: list[Token] = []
    for token in stretch.reading.outside(start, start + 12):
        if token.text in {",", ".", ":", ";"}:
            break
        found.append(token)
    return found


def _is_title_behind_colon(stretch: _Stretch) -> bool:
    """Ihr neues Buch: „Spätes Licht“; Motto: „Vorwärts“; Lesen Sie auch: „…“; Heute im Kino: „…“."""
    at = stretch.first - 1
    if at < 0 or stretch.tokens[at].text != ":" or stretch.text.endswith("."):
        return False
    clause = _clause_before(stretch, at)
    start = stretch.reading.start_of(clause[0]) if clause else 0
    if clause and _POINTERS.match(stretch.reading.article[start : start + 40]):
        return not looks_like_speech(stretch.text)
    nouns = [t for t in clause if t.pos == "NOUN"]
    lexicon = load_lexicon()
    if not nouns or lexicon.role(nouns[0].text) is not None:
        return False
    if lexicon.speech_noun(nouns[-1].text) & {"utterance", "source"}:
        return False
    if any(_says(stretch.reading, t) for t in clause if t.relation is Relation.ROOT):
        return False
    if any(t.text.casefold() in {"titel", "namen", "name"} for t in nouns):
        return True
    front = clause[: nouns[0].index - clause[0].index]
    if any(t.pos == "ADP" for t in front):
        return False
    if lexicon.title_noun(nouns[0].text) in {"work", "event", "product"}:
        return True
    motto = lexicon.title_noun(nouns[0].text) in {"slogan", "term"} or "slogan" in lexicon.speech_noun(nouns[0].text)
    return motto and not any(_POSSESSIVE.fullmatch(t.text) for t in front)


def _clause_before(stretch: _Stretch, colon: int) -> list[Token]:
    """The words from the last full stop, bracket or mark up to the colon."""
    found: list[Token] = []
    for token in reversed(stretch.tokens[:colon]):
        if token.text in {".", "(", "!", "?", ";"} or stretch.reading.quote_of(token) >= 0:
            break
        if token.text.strip():
            found.insert(0, token)
    return found


def _says(reading: Reading, token: Token) -> bool:
    verb = reporting_verb(reading, token) if token.pos in {"VERB", "AUX"} else None
    return verb is not None and bool(verb.verb.uses & _SPEAKING) and verb.verb.lemma not in {"heißen", "lauten"}


def _is_interrupted_name(stretch: _Stretch) -> bool:
    """„Morgenröte“, sagte die Leiterin, sei ihr liebstes Bild: the words go on as the subject of the report."""
    if not stretch.is_touched or not is_name_shaped(stretch.text) or not _holds_only_names(stretch):
        return False
    tokens = stretch.tokens
    for token in stretch.reading.outside(stretch.last + 2, stretch.last + 20):
        if token.text == "," and token.index + 2 < len(tokens):
            verb = tokens[token.index + 1]
            if verb.text in load_lexicon().subjunctives:
                return not _goes_on_with_subject(stretch, verb)
    return False


def _goes_on_with_subject(stretch: _Stretch, verb: Token) -> bool:
    """Whether the subject stands behind the verb: then the words in front of it are none.

    „Unsinn“ sei das; „Unsinn“ sei der Vorwurf; but „Morgenröte“ sei das beste Bild.
    """
    follower = stretch.tokens[verb.index + 1] if verb.index + 1 < len(stretch.tokens) else None
    if follower is None:
        return False
    if follower.pos == "PRON" and follower.text.casefold() in _PRONOUNS:
        return True
    if verb.text.casefold() not in _COPULAS or follower.text.casefold() not in _DEFINITE_SUBJECT:
        return False
    noun = next((t for t in stretch.tokens[follower.index : follower.index + 5] if t.pos == "NOUN"), None)
    return noun is None or load_lexicon().title_noun(noun.text) is None


def _holds_only_names(stretch: _Stretch) -> bool:
    return bool(stretch.inner) and all(t.pos in {"NOUN", "PROPN", "X", "NUM", "DET", "ADP"} for t in stretch.inner)


# --- rules for what is not a whole statement beside its frame ---------------------------------------------------


def _is_known_name(stretch: _Stretch) -> bool:
    """„Spiegel“, „Tagesschau“: a medium by its name."""
    media = load_lexicon().media
    return stretch.text in media or stretch.text.removesuffix("s") in media


def _is_named_so(stretch: _Stretch) -> bool:
    """ein Dorf namens „Oberau“; heißt jetzt „Oberau“; unter dem Titel „…“; sein Name lautet „…“."""
    before = stretch.before
    if not before or not stretch.begins_like_a_name:
        return False
    verb = before[-1]
    if verb.pos == "ADV" and len(before) > 1 and before[-2].text.casefold() in _IS_CALLED:
        verb = before[-2]
    folded = verb.text.casefold()
    if folded in _NAMED:
        return not any(_is_es(t) for t in stretch.reading.outside(max(0, verb.index - 4), verb.index + 3))
    if folded in {"lautet", "lautete", "laute", "lauten"}:
        own = subject(stretch.reading, verb)
        return own is not None and load_lexicon().title_noun(own.text) in {"term", "slogan", "work"}
    return before[-1].pos != "VERB" and bool({t.text.casefold() for t in before[-3:]} & _ANNOUNCES_A_NAME)


def _is_nickname(stretch: _Stretch) -> bool:
    """Dieter „Hammer“ Wolski: it stands inside a name."""
    behind = stretch.behind()
    if not stretch.before or behind is None or len(stretch.words) > 3:
        return False
    first = stretch.before[-1]
    if not _is_part_of_a_name(first) or not _is_part_of_a_name(behind):
        return False
    return "PER" in {first.entity, behind.entity} or first.text in load_lexicon().first_names


def _is_part_of_a_name(token: Token) -> bool:
    return token.text[:1].isupper() and (token.pos in {"PROPN", "X"} or token.entity == "PER")


def _is_title(stretch: _Stretch) -> bool:
    """der Film „…“, die Fregatte „…“: a name in marks behind the noun it names; a noun of speech names no title."""
    if not stretch.before:
        return False
    lexicon = load_lexicon()
    noun = stretch.before[-1]
    if noun.pos not in {"NOUN", "PROPN"} and not noun.text[:1].isupper():
        return False
    if lexicon.speech_noun(noun.text) & {"utterance", "term"}:
        return False
    if _throws_words(stretch, noun):
        return False
    names = lexicon.title_noun(noun.text) is not None
    if not stretch.begins_like_a_name:
        small = len(stretch.words) == 1 or stretch.words[0] in {"der", "die", "das"} and stretch.words[-1][:1].isupper()
        return names and small and not stretch.is_touched and not stretch.is_governed
    if looks_like_speech(stretch.text):
        return names and lexicon.role(noun.text) is None
    if names:
        return not _is_named_by_somebody(stretch, noun)
    speaks = stretch.frame is not None and stretch.frame.speaker is noun
    if stretch.is_governed or speaks and (lexicon.role(noun.text) is not None or noun.pos == "PROPN"):
        return False
    return len(stretch.words) <= 6 and noun.pos == "NOUN" and noun.relation is not Relation.ADVERB


def _is_counted(stretch: _Stretch) -> bool:
    """zwei „Mühlentaler“, 40 „Gipfelstürmer“: things or people by their name."""
    number = bool(stretch.before) and (stretch.before[-1].pos == "NUM" or stretch.before[-1].text in _NUMERALS)
    return number and not stretch.is_governed and not stretch.is_touched and is_name_shaped(stretch.text)


def _is_listed(stretch: _Stretch) -> bool:
    """„Brockenlieder“ und „Am stillen Herd“: what is joined to a title is one too."""
    quotes = [
        q
        for q in stretch.reading.passage.sentence.quotes
        if stretch.reading.marked[q].outer[1] <= stretch.marked.outer[0]
    ]
    if not quotes or stretch.is_touched or stretch.is_governed or not stretch.begins_like_a_name:
        return False
    before = stretch.reading.marked[quotes[-1]]
    between = stretch.reading.article[before.outer[1] : stretch.marked.outer[0]]
    extent = stretch.reading.quote_tokens(quotes[-1])
    if _JOINED.fullmatch(between) is None or extent is None:
        return False
    first = _Stretch(stretch.reading, before, *extent, None)
    return _is_title(first) or _is_listed(first)


def _throws_words(stretch: _Stretch, noun: Token) -> bool:
    """warf die Politikerin „Untätigkeit“ vor: the noun is the subject of a verb whose object the words are."""
    verb = stretch.reading.parse.head(noun)
    found = reporting_verb(stretch.reading, verb) if verb is not None and noun.relation is Relation.SUBJECT else None
    return found is not None and found.particle is not None and "object" in found.verb.uses


def _is_named_by_somebody(stretch: _Stretch, noun: Token) -> bool:
    """nannte den Film „Schund“: the marks hold what somebody calls the film, not its title."""
    frame, behind = stretch.frame, stretch.behind()
    if frame is None or frame.rule != "naming-frame" or stretch.reading.has_child(noun, Relation.CASE):
        return False
    return behind is None or behind.pos in {"PUNCT", "CCONJ"}


def _is_explained_word(stretch: _Stretch) -> bool:
    """Das Wort „Heimat“ hat keine Entsprechung: the word is talked about, nobody used it."""
    if not stretch.before or stretch.is_governed or len(stretch.words) > 2:
        return False
    noun = stretch.before[-1]
    if "term" not in load_lexicon().speech_noun(noun.text) or noun.text.endswith(("Worte", "Worten")):
        return False
    verb = stretch.reading.parse.head(noun)
    return verb is None or noun.relation is not Relation.OBJECT or not _speaks(stretch.reading, verb)


def _is_gloss(stretch: _Stretch) -> bool:
    """(„gross“): one or two words alone in brackets."""
    start, end = stretch.marked.outer
    article = stretch.reading.article
    return (
        article[max(0, start - 1) : start] == "("
        and article[end : end + 1] == ")"
        and (len(stretch.words) <= 2 and not stretch.is_touched)
    )


def _is_dated_work(stretch: _Stretch) -> bool:
    """„Der lange Weg“ (1998)."""
    return (
        not looks_like_speech(stretch.text)
        and stretch.begins_like_a_name
        and (_YEAR_BEHIND.match(stretch.text_behind) is not None)
    )


def _has_abbreviation(stretch: _Stretch) -> bool:
    """die „Liga für das Land“ (LFL): a name with its abbreviation."""
    capitals = sum(w[:1].isupper() for w in stretch.words)
    return (
        2 * capitals >= len(stretch.words)
        and not looks_like_speech(stretch.text)
        and (_ABBREVIATION_BEHIND.match(stretch.text_behind) is not None)
    )


def _is_name_with_article(stretch: _Stretch) -> bool:
    """die „Albatros“ laufe ein; das „Gute-Wege-Gesetz“: a name behind the definite article, used by nobody."""
    if stretch.is_governed or stretch.is_touched:
        return False
    if not is_name_shaped(stretch.text) and not _is_capitalised_title(stretch):
        return False
    for token in reversed(stretch.before):
        if token.text.casefold() in _DEFINITE:
            return True
        if token.pos not in {"ADJ", "ADV", "NUM", "VERB"} or token.text[:1].isupper():
            return False
    return False


def _is_capitalised_title(stretch: _Stretch) -> bool:
    """„3. Deutscher Küstentag der Wasserwirtschaft“: an ordinal or a capitalised adjective before a noun of title."""
    if looks_like_speech(stretch.text) or len(stretch.words) < 2:
        return False
    first, *others = stretch.words
    return re.fullmatch(r"(?:\d+|[IVX]+)\.?|[A-ZÄÖÜ]\w+(?:e|en|er|es|em)", first) is not None and any(
        load_lexicon().title_noun(word) is not None for word in others[:3] if word[:1].isupper()
    )


def _is_bare_subject(stretch: _Stretch) -> bool:
    """„Spätes Licht“ erschien im Mai; „Sommerhaus am Fluss“ sei ihr bester Film: a title as the subject of a clause."""
    verb = stretch.behind()
    if verb is None or stretch.behind(1) is None or verb.pos not in {"VERB", "AUX"} or not verb.text[:1].islower():
        return False
    if stretch.is_governed or not stretch.begins_like_a_name or looks_like_speech(stretch.text):
        return False
    if len(stretch.words) > _LONGEST_NAME or any(t.pos in {"VERB", "AUX", "PRON"} for t in stretch.inner):
        return False
    front = stretch.tokens[stretch.first - 1] if stretch.first > 0 else None
    if front is not None and front.text not in {",", ".", ":"} and front.pos not in {"SCONJ", "CCONJ"}:
        return False
    if len(stretch.words) == 1 and not _holds_only_names(stretch):
        return False
    if stretch.inner and stretch.inner[0].pos == "ADJ" and len(stretch.words) < 2:
        return False
    return not _speaks(stretch.reading, verb) and not _goes_on_with_subject(stretch, verb)


def _speaks(reading: Reading, token: Token) -> bool:
    verb = reporting_verb(reading, token)
    return verb is not None and token.pos == "VERB" and bool(verb.verb.uses - {"document"})


def _is_described_name(stretch: _Stretch) -> bool:
    """„Nachtfalter“, erschienen 1987; „Nachtfalter“, ein Roman aus dem Nachlass."""
    comma, first = stretch.behind(), stretch.behind(1)
    if comma is None or comma.text not in {",", "–", "-"} or first is None:
        return False
    if stretch.is_governed or not stretch.begins_like_a_name or looks_like_speech(stretch.text):
        return False
    if first.text in _MADE:
        return True
    if first.pos != "DET":
        return False
    for token in stretch.reading.outside(stretch.last + 3, stretch.last + 6):
        if token.pos == "NOUN":
            return load_lexicon().title_noun(token.text) is not None
        if token.pos != "ADJ":
            return False
    return False


def _is_performed(stretch: _Stretch) -> bool:
    """Der Chor sang „Abendstille“: musicians give a piece, not their opinion."""
    reading = stretch.reading
    for token in reading.outside():
        verb = reporting_verb(reading, token) if token.pos == "VERB" else None
        if verb is not None and verb.verb.lemma in _PERFORMS:
            own = subject(reading, token)
            return own is not None and _PERFORMERS.search(own.text) is not None
    return False


def _is_own_name(stretch: _Stretch) -> bool:
    """nennt sich „Schakal“; wurde „Langer Otto“ getauft."""
    frame = stretch.frame
    if frame is not None and frame.cue is not None and frame.cue.lemma == "taufen":
        return not looks_like_speech(stretch.text)
    if frame is None or frame.rule != "naming-frame" or frame.cue is None or frame.cue.lemma != "nennen":
        return False
    return stretch.begins_like_a_name and any(
        t.text == "sich" for t in stretch.reading.outside(max(0, stretch.first - 10), stretch.first)
    )


def _is_popular_name(stretch: _Stretch) -> bool:
    """Die Bewohner nennen den Turm „Langer Otto“; Mediziner sprechen vom „Wiesenfieber“: what many call it today."""
    frame = stretch.frame
    if frame is None or frame.cue is None or frame.speaker is None or not is_name_shaped(stretch.text):
        return False
    many = frame.speaker.pos == "NOUN" and not frame.speaker.entity
    if frame.cue.text not in {"nennen", "sprechen"} or not (many or load_lexicon().role(frame.speaker.text)):
        return False
    if frame.cue.text == "sprechen":
        return (
            bool(stretch.before)
            and stretch.before[-1].text in {"vom", "der", "dem"}
            and (not stretch.reading.has_child(frame.speaker, Relation.DETERMINER))
        )
    if len(stretch.words) == 1 and load_lexicon().role(frame.speaker.text) is not None:
        return True  # „das die Fans »Teelicht« nennen“
    capital_adjective = len(stretch.inner) > 1 and stretch.inner[0].pos == "ADJ" and stretch.first > 0
    return capital_adjective or any(t.pos == "PROPN" and not t.text.endswith("s") for t in stretch.inner)


def _is_work_of(stretch: _Stretch) -> bool:
    """Kestners „Der Graben“; „Der Graben“ von Hanno Kestner: a title beside its author."""
    if stretch.is_governed or not stretch.begins_like_a_name or looks_like_speech(stretch.text):
        return False
    if stretch.before and len(stretch.words) <= 6 and not stretch.is_touched:
        author = stretch.before[-1]
        if author.pos == "PROPN" and author.text.endswith(("s", "’", "'")) and author.relation is not Relation.SUBJECT:
            return True
    by, author_behind = stretch.behind(), stretch.behind(1)
    if by is None or by.text != "von" or author_behind is None:
        return False
    return author_behind.entity == "PER" or author_behind.text in load_lexicon().first_names


_Rule = tuple[str, Callable[[_Stretch], bool]]
_ANYWHERE: Sequence[_Rule] = (
    ("so-called", _is_so_called),
    ("source", _is_source),
    ("called-so", _is_called_behind),
    ("title-behind-colon", _is_title_behind_colon),
    ("interrupted-name", _is_interrupted_name),
)
_UNLESS_FRAMED_SPEECH: Sequence[_Rule] = (
    ("known-name", _is_known_name),
    ("named-so", _is_named_so),
    ("nickname", _is_nickname),
    ("explained-word", _is_explained_word),
    ("title", _is_title),
    ("listed", _is_listed),
    ("counted", _is_counted),
    ("gloss", _is_gloss),
    ("dated-work", _is_dated_work),
    ("abbreviation", _has_abbreviation),
    ("name-with-article", _is_name_with_article),
    ("bare-subject", _is_bare_subject),
    ("described-name", _is_described_name),
    ("performed", _is_performed),
    ("own-name", _is_own_name),
    ("popular-name", _is_popular_name),
    ("work-of", _is_work_of),
)
