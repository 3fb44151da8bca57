"""Affiliations: what stands beside a role or a name and says whom somebody speaks for.

Attributes behind the noun (des Senats, von der Gewerkschaft, am Institut für …), a genitive before it (Russlands
Minister) and brackets behind a name ((CDU)); all given in the nominative, without article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.lexicon.tables import OrganisationNoun
from service.quotation.declension import Word, nominative
from service.quotation.reading import Reading

_OPENING = word_list("before_affiliation")
_INSIDE = word_list("inside_affiliation")
_BRACKET = re.compile(r"[ \u00a0]?\(([^()\n]{1,60})\)")
_IN_THE_MEDIA = word_list("roles_in_the_media")
_TIMES = word_list("times_and_places_in_a_text")
_CAPTION = re.compile(r"^(?:Bild|Foto)\b|\b(?:Foto|Bild|Archivbild|Symbolbild): ")
_CONTRACTED = frozenset({"vom", "beim", "am", "im", "zum", "zur"})
_INDEFINITE = frozenset({"ein", "eine", "einem", "einen", "einer", "eines", "diesem", "dieser"})
_MAX_WORDS = 12
_PLAIN = re.compile(
    r"^(?:zuständig|neu|alt|betroffen|örtlich|beteiligt|groß|gross|genannt|gesamt|ganz|damalig|bisherig|erst|zweit|dritt|letzt|viel|einig|mehrer|"
    r"beid|ander|weiter|verschieden|eigen|heutig|hiesig|dortig|renommiert|bekannt|wichtig|mächtig|amtlich|britisch\-)\w*$"
)
POSSESSIVE = word_list("possessives_and_relatives")


def add_new(found: list[str], more: Iterable[str]) -> None:
    """Append what is not there yet."""
    for item in more:
        if item and item not in found:
            found.append(item)


def bracketed(article: str, at: int) -> list[str]:
    """Parties, organisations and countries in brackets right behind a name: „(CDU)“, „(SVP/LU)“; never an age."""
    lexicon = load_lexicon()
    match = _BRACKET.match(article, at)
    found: list[str] = []
    if match is None:
        return found
    for piece in re.split(r"[/,;]\s*", match.group(1)):
        piece = piece.strip()
        if piece == "Mitte" and _in_caption(article, at):
            continue
        party = lexicon.parties.get(piece.casefold())
        if party:
            add_new(found, [party])
        elif piece.casefold() in lexicon.prefixes:
            add_new(found, [lexicon.prefixes[piece.casefold()][0]])
        elif piece in lexicon.places:
            add_new(found, [piece])
    return found


def _in_caption(article: str, at: int) -> bool:
    """Whether the line is the caption of a picture, where „(Mitte)“ is no party."""
    end = article.find("\n", at)
    line = article[article.rfind("\n", 0, at) + 1 : end if end >= 0 else len(article)]
    return _CAPTION.search(line) is not None


def left_genitive(reading: Reading, noun: Token) -> list[str]:
    """The genitive before a role noun: „Russlands Verteidigungsminister“ → Russland."""
    lexicon = load_lexicon()
    first = noun.index
    while first > 0 and reading.tokens[first - 1].pos == "ADJ":
        first -= 1
    if first == 0:
        return []
    token = reading.tokens[first - 1]
    if token.pos in {"DET", "PRON"} and token.text.casefold() in POSSESSIVE:
        return _possessor(reading, token)
    if token.pos not in {"PROPN", "NOUN"} or reading.quote_of(token) >= 0:
        return []
    if token.entity == "PER" and not (token.entity_starts and _may_be_place(reading, token.text) and is_post(noun)):
        return []
    country = lexicon.country_form(token.text)
    if country is not None and (token.text != country or token.relation is Relation.ATTRIBUTE):
        return [country]
    bare = first == 1 or reading.tokens[first - 2].pos not in {"DET", "ADJ", "ADP", "PROPN"}
    name = token.entity in {"LOC", "ORG", "PER"} or token.pos == "PROPN" and bare and token.text not in reading.surnames
    genitive = token.text.endswith("s") and not token.text.endswith("ss")
    if name and genitive and bare and token.text[:-1] not in reading.surnames:
        return [token.text[:-1]]
    return []


def _may_be_place(reading: Reading, genitive: str) -> bool:
    """A word on -s that is no name of a person the article knows."""
    base = genitive.removesuffix("s")
    return genitive.endswith("s") and base not in reading.surnames and base not in load_lexicon().first_names


def is_post(noun: Token) -> bool:
    """Whether a role is a post in an organisation or an office: towns and clubs have those, persons hardly."""
    match = load_lexicon().role(noun.text)
    return match is not None and match.role.role_class in {"office", "function"}


def _possessor(reading: Reading, determiner: Token) -> list[str]:
    """„… die Gewerkschaft ABC; deren Sprecherin“: the organisation named before in the same sentence."""
    lexicon = load_lexicon()
    for token in reversed(reading.tokens[: determiner.index]):
        if reading.quote_of(token) >= 0:
            continue
        if token.entity == "ORG":
            return [token.text]
        office = lexicon.role(token.text)
        if office is not None and office.prefix.endswith("-"):  # „UN-Generalsekretär Brandt … sein Sprecher“
            prefix = office.prefix[:-1]
            known = lexicon.prefixes.get(prefix.casefold())
            return [prefix if prefix.isupper() else known[0]] if known is not None else []
    return []


def attribute_phrases(
    reading: Reading, noun: Token, *, after_name: bool = False, any_noun: bool = False, stop: Sequence[Token] = ()
) -> list[str]:
    """The attributes behind ``noun`` that name an organisation, an office or a place, in the nominative.

    ``after_name`` takes only „von …“, „vom …“, „bei …“, „aus …“ (a name has no genitive behind it); ``any_noun`` takes
    nouns that are no known organisation too; ``stop`` are tokens where the phrase ends at the latest.
    """
    tokens = reading.tokens
    at = noun.index + 1
    limit = min([len(tokens), noun.index + 24, *(t.index for t in stop if t.index > noun.index)])
    if after_name:
        at = _behind_brackets(tokens, at)
    found: list[str] = []
    of_office = is_post(noun)
    while at < limit:
        token = tokens[at]
        word = token.text.casefold()
        if reading.quote_of(token) >= 0 or token.pos in {"VERB", "AUX", "PRON", "PUNCT"} and token.text != "„":
            break
        preposition = token.relation is Relation.CASE or token.pos == "ADP"
        if not found and at == noun.index + 1 and token.pos == "PROPN" and token.entity != "ORG" and not preposition:
            break  # a name right behind a role
        if after_name and not (preposition and word in {"von", "vom", "bei", "beim", "aus", "der", "an", "am"}):
            break
        if after_name and word == "bei" and at + 1 < limit and tokens[at + 1].text in load_lexicon().media:
            break  # „schimpfte Brandt bei TV Nord“
        if preposition and (word not in _OPENING or any_noun and word in {"an", "ans", "am"}):
            if word not in {"für", "zur", "zum", "zu", "gegen", "über", "an"} or not _hangs_below(reading, token, noun):
                break
            at = _skip_phrase(reading, at, limit)
            continue
        if preposition and at + 1 < limit and tokens[at + 1].text in _TIMES:
            break  # „ein Schreiben vom März“
        right_behind = word in {"von", "vom"} if after_name else _is_post_at(tokens, noun, at)
        attached = right_behind or _hangs_below(reading, token, noun) or _is_genitive_article(token)
        if token.pos == "ADV" or not attached or not preposition and _is_told(reading, noun, at):
            break
        end, phrase = _phrase(reading, at, limit, any_noun=any_noun, of_office=of_office)
        if phrase:
            found.append(phrase)
        if end <= at or phrase:
            break
        at = end
    return found


def _is_told(reading: Reading, noun: Token, at: int) -> bool:
    """„sagte ein Zeuge der Agentur X“, „erzählte die Wirtin unserer Redaktion“: who was told, not whose witness.

    Only behind the subject of a verb, and not where the role is one in the media (ein Redakteur der Zeitung).
    """
    lexicon = load_lexicon()
    match = lexicon.role(noun.text)
    if noun.relation is not Relation.SUBJECT or match is None or match.role.nominative in _IN_THE_MEDIA:
        return False
    determiner = reading.tokens[at].text.casefold()
    if determiner not in {"der", "dem"} and not determiner.startswith("unser"):
        return False
    for token in reading.tokens[at + 1 : at + 4]:
        medium = lexicon.organisation_noun(token.text)
        agency = token.text.casefold().endswith(("nachrichtenagentur", "presse-agentur", "presseagentur"))
        if agency or medium is not None and medium.kind == "medium" or token.text in lexicon.media:
            return True
        if token.pos != "ADJ" and not token.text[:1].isupper():
            return False
    return False


def _is_post_at(tokens: Sequence[Token], noun: Token, at: int) -> bool:
    """„Nora Brandt, Leiterin beim Landesamt“: a preposition right behind a role in apposition belongs to it."""
    apposition = noun.relation is Relation.APPOSITION
    return at == noun.index + 1 and apposition and tokens[at].text in {"bei", "beim", "vom", "von"}


def _behind_brackets(tokens: Sequence[Token], at: int) -> int:
    if at < len(tokens) and tokens[at].text == "(":
        for index in range(at, min(at + 10, len(tokens))):
            if tokens[index].text == ")":
                return index + 1
    return at


def _is_genitive_article(token: Token) -> bool:
    return token.text.casefold() in {"des", "der"} and token.pos == "DET"


def _hangs_below(reading: Reading, token: Token, noun: Token) -> bool:
    """Whether the parse puts the token into the phrase of ``noun`` (or of what ``noun`` is in apposition to)."""
    tops = {noun.index}
    above = noun
    while above.relation in {Relation.APPOSITION, Relation.NAME, Relation.CONJUNCT}:
        head = reading.parse.head(above)
        if head is None:
            break
        above = head
        tops.add(above.index)
    return any(a.index in tops for a in reading.ancestors(token))


def _skip_phrase(reading: Reading, at: int, limit: int) -> int:
    """Behind „für Innere Sicherheit“: up to the next article or preposition."""
    at += 1
    seen_noun = False
    while at < limit:
        token = reading.tokens[at]
        if token.pos in {"VERB", "AUX", "PUNCT", "PRON"}:
            break
        if seen_noun and (token.pos in {"DET", "ADP"} or token.relation is Relation.CASE):
            break
        seen_noun = seen_noun or token.pos in {"NOUN", "PROPN"}
        at += 1
    return at


def _phrase(reading: Reading, at: int, limit: int, *, any_noun: bool, of_office: bool) -> tuple[int, str]:
    """The phrase that starts at token ``at`` with its preposition or article: its end and its nominative."""
    lexicon = load_lexicon()
    tokens = reading.tokens
    article: str | None = None
    start = at
    preposition = ""
    while at < limit and (tokens[at].pos in {"ADP", "DET"} or tokens[at].relation is Relation.CASE):
        word = tokens[at].text.casefold()
        if tokens[at].pos == "ADP" or tokens[at].relation is Relation.CASE:
            preposition = word
        if tokens[at].pos == "DET" or word in _CONTRACTED:
            article = word
        at += 1
    while at + 1 < limit and tokens[at].pos == "ADV" and _is_adjective(tokens[at + 1]):
        at += 1  # „der besonders betroffenen Stadt“
    first = at
    while at < limit and _is_adjective(tokens[at]):
        at += 1
    while first < at and is_plain(tokens[first].text):
        first += 1
    if at >= limit or not _may_be_head(tokens[at]):
        if at > first and tokens[at - 1].text[:1].isupper():
            at -= 1
        else:
            return max(at, start + 1), ""
    if first < limit and tokens[first].text[:1].isdigit():
        return limit, ""  # a date
    head = at
    if head + 1 < limit and _opens_name(tokens[head], tokens[head + 1]):
        head += 1  # an adjective that begins a name was taken for its noun
    if tokens[head].text.endswith("-") and head + 2 < limit and tokens[head + 1].text in {"und", "oder", "&"}:
        head += 2  # „des Hotel- und Gaststättenverbands“: the second noun bears the case
    if tokens[head].entity == "PER" and lexicon.organisation_noun(tokens[head].text) is None:
        of_country = head + 1 < limit and lexicon.country_form(tokens[head + 1].text) is not None
        if not of_country or preposition not in {"von", "bei"}:
            return start, ""
        return head + 2, f"{tokens[head].text} {tokens[head + 1].text}"  # „von Licht Schweiz“
    party = _party_of_two(tokens[first].text, tokens[head].text) if head == first + 1 else None
    if party is not None:
        return head + 1, party
    noun = _organisation_noun(tokens[head])
    plain_document = noun is not None and noun.kind == "document" and not noun.prefix
    no_organisation = plain_document or noun is None and lexicon.role(tokens[head].text) is not None
    trade = noun is None and _is_trade(tokens[head].text)  # taken for an organisation: „die Mutter des Ingenieurs“
    if (no_organisation and tokens[head].entity != "ORG" or trade) and not any_noun:
        return start, ""
    last = head
    while last + 1 < limit and last - first < _MAX_WORDS and _belongs(reading, tokens[last + 1], last, head):
        last += 1
    last = _without_strangers(tokens, head, last)
    while last > head and tokens[last].pos in {"ADP", "DET", "ADJ", "CCONJ"} and tokens[last].text[:1].islower():
        last -= 1
    place = tokens[head].entity == "LOC" or lexicon.country_form(tokens[head].text) is not None
    known = (
        noun is not None
        or place
        or tokens[head].entity == "ORG"
        or tokens[head].pos == "PROPN"
        or tokens[head].text.casefold() in lexicon.prefixes
        or (head > first and tokens[first].text[:1].isupper())
        or of_office
        and preposition == "von"
        and article is None
        or of_office
        and not preposition
        and head + 1 < limit
        and _is_own_name_of(tokens[head], tokens[head + 1])
    )
    if not known and not any_noun:
        return last + 1, ""
    no_house = noun is None and (tokens[head].entity != "ORG" or not of_office and not _is_known(tokens[head].text))
    if preposition in {"in", "aus", "an", "am", "im"} and no_house:
        from_land = preposition == "aus" and of_office and lexicon.country_form(tokens[head].text) is not None
        return last + 1, _clean(tokens[head].text) if preposition == "in" and place or from_land else ""
    quoted = quoted_name(reading, last) if noun is not None else None
    if quoted is not None:
        return last + 1, quoted
    words = [
        Word(t.text, t.index < head and (t.pos in {"ADJ", "VERB"} or t.text.endswith("en")))
        for t in tokens[first : last + 1]
    ]
    text = tokens[head].text.casefold()
    if text in lexicon.parties and last == head:
        return last + 1, lexicon.parties[text]
    if text in lexicon.prefixes and last == head and first == head and not noun:
        return last + 1, lexicon.prefixes[text][0]
    return last + 1, _clean(nominative(words, head - first, article))


def _is_trade(word: str) -> bool:
    """Whether a word is what somebody does, and the name of no party, medium or institution."""
    match = load_lexicon().role(word)
    return match is not None and not match.role.plural and not _is_known(word)


def _is_known(word: str) -> bool:
    """Whether the lexicon has an organisation of this name."""
    return word.casefold() in load_lexicon().prefixes or word in load_lexicon().media


def is_plain(adjective: str) -> bool:
    """An adjective that only describes (zuständige, neue), against one that names (deutsche, staatliche)."""
    return adjective[:1].islower() and _PLAIN.match(adjective) is not None


def _may_be_head(token: Token) -> bool:
    known = "." in token.text and _is_known(token.text)  # ver.di
    return known or token.pos in {"NOUN", "PROPN", "X", "ADJ"} and any(c.isupper() for c in token.text)


def _is_own_name_of(noun: Token, name: Token) -> bool:
    """„Chef des Reiseveranstalters Sonnwende“: a name right behind a noun, in apposition to it, makes it a company."""
    apposition = name.head == noun.index and name.relation in {Relation.APPOSITION, Relation.NAME}
    return apposition and name.pos == "PROPN" and name.entity not in {"PER", "LOC"}


def _opens_name(first: Token, second: Token) -> bool:
    """„Nationalen Rats“: an adjective that was taken for a noun, with the organisation noun behind it."""
    lexicon = load_lexicon()
    adjective = first.text.endswith("en") and lexicon.organisation_noun(first.text) is None
    return adjective and second.pos in {"NOUN", "PROPN"} and lexicon.organisation_noun(second.text) is not None


def _is_adjective(token: Token) -> bool:
    """An adjective, also where the parse took a noun for one, unless it is an organisation („des Landgerichtes X“)."""
    attributive = token.pos != "ADJ" and token.relation is Relation.ADJECTIVE
    return token.pos == "ADJ" or attributive and load_lexicon().organisation_noun(token.text) is None


def _party_of_two(adjective: str, noun: str) -> str | None:
    """Freie Wähler for „Freien“ and „Wähler“ or „Wählern“."""
    stem = re.sub(r"(?:en|er|e)$", "", adjective)
    forms = (f"{stem}e {form}".casefold() for form in (noun, noun.removesuffix("n")))
    return next((party for form in forms if (party := load_lexicon().parties.get(form)) is not None), None)


def _organisation_noun(token: Token) -> OrganisationNoun | None:
    """The organisation noun of a token; towns may end like one (Rosenheim, Zwickau-Hof)."""
    if token.entity == "LOC" and token.pos == "PROPN" and not token.text.isupper():
        return None
    return load_lexicon().organisation_noun(token.text)


def _without_strangers(tokens: Sequence[Token], head: int, last: int) -> int:
    """The end of a phrase without a second role („und Kandidatin“) or the medium to which the words were said."""
    lexicon = load_lexicon()
    for at in range(head + 1, last):
        if tokens[at].pos == "CCONJ" and lexicon.role(tokens[at + 1].text) is not None:
            return at - 1
        if tokens[at].text not in {"der", "dem", "zu"}:
            continue
        noun = lexicon.organisation_noun(tokens[at + 1].text)
        if noun is not None and noun.kind == "medium" or tokens[at + 1].text in lexicon.media:
            return at - 1
    return last


def quoted_name(reading: Reading, last: int) -> str | None:
    """The name in marks right behind an organisation's class noun: die Hilfsorganisation „Offene Hand“."""
    if last + 1 >= len(reading.tokens):
        return None
    quote = reading.quote_of(reading.tokens[last + 1])
    if quote < 0:
        return None
    marked = reading.marked[quote]
    words = reading.article[marked.start : marked.end]
    return words if words.count(" ") < 6 and words[:1].isupper() else None


def _clean(text: str) -> str:
    return re.sub(r"[\u00ad\u200b-\u200d\u2060\ufeff]", "", text).strip(" ,;:.()–-")


def _is_name_behind(reading: Reading, token: Token, head: int) -> bool:
    """A noun right behind an organisation noun is its name: „des Kreisverbands Seeheim“."""
    lexicon = load_lexicon()
    noun = lexicon.organisation_noun(reading.tokens[head].text)
    return (
        noun is not None
        and noun.kind == "organisation"
        and token.pos in {"PROPN", "NOUN"}
        and token.text[:1].isupper()
        and token.entity != "PER"
        and lexicon.role(token.text) is None
    )


def _is_field(reading: Reading, token: Token, last: int, head: int) -> bool:
    """„Institut für Wellenkunde“: „für“ without an article behind an organisation noun opens its field of work."""
    noun = _organisation_noun(reading.tokens[head])
    if noun is None or noun.kind not in {"organisation", "group"} or last - head > 2:
        return False
    if last == head:
        behind = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else None
        return token.text == "für" and behind is not None and behind.pos in {"NOUN", "PROPN", "ADJ"}
    return reading.tokens[head + 1].text == "für" and (last == head + 1 or reading.tokens[last].pos == "ADJ")


def _belongs(reading: Reading, token: Token, last: int, head: int) -> bool:
    """Whether the next token still belongs to the affiliation's own phrase."""
    if reading.quote_of(token) >= 0:
        return False
    if last > head and token.entity == reading.tokens[last].entity == "PER" and not token.entity_starts:
        return True  # „Gemeinde Groß Rodau“, taken for a person
    person = token.entity == "PER" and load_lexicon().organisation_noun(reading.tokens[last].text) is None
    if person or token.pos in {"VERB", "AUX", "ADV", "PRON", "SCONJ", "NUM"}:
        return token.entity == "ORG" and not token.entity_starts
    if token.pos == "PUNCT":
        return token.text in {"/", "-", "&"} and token.entity == "ORG"
    if last == head and _is_name_behind(reading, token, head):
        return True
    if _is_field(reading, token, last, head):
        return True
    if token.entity and token.entity == reading.tokens[last].entity and not token.entity_starts:
        return True
    after = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else None
    if after is not None and (after.text in _TIMES or after.text[:1].isdigit()):
        return False  # „Schreiben der Verwaltung vom Juni“
    if after is not None and after.text.casefold() in _INDEFINITE:
        return False  # „vom Amt für Wald an einer Medienkonferenz“: a name holds no „ein“
    inside = any(head <= a.index <= last for a in reading.ancestors(token)) or token.head == head
    if token.pos in {"ADP"} or token.relation is Relation.CASE:
        return token.text.casefold() in _INSIDE and inside and not _leads_elsewhere(reading, token)
    return inside


def _leads_elsewhere(reading: Reading, preposition: Token) -> bool:
    """„von der Universität Holm im Fachblatt …“, „des Vereins an den Minister“: where or to whom the words went."""
    lexicon = load_lexicon()
    for token in reading.tokens[preposition.index + 1 : preposition.index + 4]:
        noun = lexicon.organisation_noun(token.text)
        if noun is not None:
            return noun.kind in {"medium", "document"} or token.text in lexicon.media
        if preposition.text == "an" and (token.entity == "PER" or lexicon.role(token.text) is not None):
            return True
    return False
