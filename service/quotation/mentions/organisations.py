"""Organisations, groups and documents that speak: their name in the nominative, and what kind of speaker they are."""

from __future__ import annotations

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.quotation.affiliations import attribute_phrases, is_plain, left_genitive, quoted_name
from service.quotation.declension import Word, nominative
from service.quotation.mentions.mention import Form, Mention
from service.quotation.mentions.names import clean_name
from service.quotation.mentions.phrases import BREAKS
from service.quotation.reading import Reading
from service.quotation.result import Kind

_NOMINAL = ("NOUN", "PROPN")
_NUMERALS = word_list("numerals")


def is_company(reading: Reading, role: Token, run: list[Token]) -> bool:
    """„der Autobauer Hellwag“: a trade in front of a single name that nobody bears."""
    known = any(t.text in load_lexicon().first_names or reading.is_surname(t) for t in run)
    known = known or len(run) > 1 and any(t.entity == "PER" for t in run)
    return (
        not known
        and len(run) <= 2
        and role.index < run[0].index
        and role.text.casefold().endswith(load_lexicon().company_nouns)
    )


def named_organisation(reading: Reading, region: list[Token], named: str) -> Mention:
    return Mention(
        reading.span(region[0].index, region[-1].index),
        Form.ORGANISATION,
        Kind.ORGANISATION,
        named,
        sentence=reading.passage.sentence.index,
    )


def is_organisation(reading: Reading, head: Token, run: list[Token]) -> bool:
    lexicon = load_lexicon()
    text = reading.words(run)
    if len(run) > 1 and any(t.entity == "PER" for t in run) or any(reading.is_surname(t) for t in run):
        return False
    if text in lexicon.media or text.casefold() in lexicon.prefixes or lexicon.seat(text) or lexicon.country_form(text):
        return True
    if any(t.entity == "PER" for t in run):
        return False
    if any(t.entity in {"ORG", "LOC"} for t in run):
        return True
    if len(run) == 1 and (text.isupper() and len(text) > 1):
        return True
    determiner = next(iter(reading.children(head, Relation.DETERMINER)), None)
    return determiner is not None and len(run) == 1 and run[0].text not in lexicon.first_names


def organisation(reading: Reading, head: Token, region: list[Token]) -> Mention | None:
    lexicon = load_lexicon()
    noun = lexicon.organisation_noun(head.text) if head.pos in _NOMINAL or head.text[:1].isupper() else None
    known = (
        noun is not None
        or head.entity in {"ORG", "LOC"}
        or head.text in lexicon.media
        or head.text.casefold() in lexicon.prefixes
        or lexicon.country_form(head.text) is not None
        or lexicon.seat(head.text) is not None
        or head.pos == "PROPN"
    )
    if head.index == 0 and head.pos in {"ADV", "ADJ"} and not head.entity:
        return None  # „Konkret heißt das …“, not the magazine
    if not known or not any(c.isalpha() for c in head.text) or region[0].text.casefold() in _NUMERALS:
        return None
    span = reading.span(region[0].index, region[-1].index)
    kind = _kind(
        noun.kind if noun else "organisation", noun is not None and noun.plural and not _is_proper(reading, head)
    )
    if kind is Kind.DOCUMENT:
        return Mention(
            span,
            Form.DOCUMENT,
            kind,
            noun.base if noun else head.text,
            (),
            tuple(attribute_phrases(reading, head, any_noun=True)) or tuple(left_genitive(reading, head)),
            gender=noun.gender if noun else "u",
            definite=_is_definite(reading, head),
            sentence=reading.passage.sentence.index,
        )
    name = quoted_name(reading, head.index) if noun is not None else None
    name = name or _proper_name(reading, head) or _phrase(reading, head)
    return Mention(
        span,
        Form.ORGANISATION,
        kind,
        name,
        gender=noun.gender if noun else "u",
        plural=bool(noun and noun.plural),
        definite=_is_definite(reading, head) and noun is not None and _points_back(name, noun.base),
        sentence=reading.passage.sentence.index,
        is_place=head.entity == "LOC" and noun is None,
    )


def _is_proper(reading: Reading, head: Token) -> bool:
    """A plural that is a name: die Vereinten Nationen, die Stadtwerke Mühlau."""
    capital = any(t.text[:1].isupper() and t.index < head.index for t in reading.children(head, Relation.ADJECTIVE))
    return head.entity == "ORG" and (capital or reading.has_child(head, Relation.APPOSITION, Relation.NAME))


def _kind(noun_kind: str, plural: bool) -> Kind:
    if noun_kind == "document":
        return Kind.DOCUMENT
    return Kind.GROUP if noun_kind == "group" or (plural and noun_kind != "medium") else Kind.ORGANISATION


def _is_definite(reading: Reading, head: Token) -> bool:
    determiner = next(iter(reading.children(head, Relation.DETERMINER)), None)
    return determiner is not None and determiner.text.casefold() in {
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "dieser",
        "diese",
        "dieses",
        "diesem",
        "diesen",
    }


def _points_back(name: str, noun: str) -> bool:
    """The bare noun, or one with an adjective that does not tell it from others: „der oberste Gerichtshof“."""
    return name == noun or name.endswith(f" {noun}") and name.startswith(("oberst", "höchst", "zuständig"))


def _proper_name(reading: Reading, head: Token) -> str | None:
    """The name of its own behind a class noun: „der Branchenverband Swiss Forum“ → Swiss Forum."""
    lexicon = load_lexicon()
    if lexicon.organisation_noun(head.text) is None or head.entity:
        return None
    for child in reading.children(head, Relation.APPOSITION, Relation.NAME):
        if child.index != head.index + 1 or child.entity == "LOC" or not child.text[:1].isupper():
            continue
        if lexicon.country_form(child.text) or lexicon.seat(child.text) or child.text in {"I", "II", "III"}:
            continue
        if child.entity in {"ORG", "MISC"}:
            run = list(reading.tokens[child.index : child.index + 8])
            kept = [run[0]]
            for token in run[1:]:
                if token.entity != child.entity or token.entity_starts:
                    break
                kept.append(token)
            return clean_name(reading.words(kept))
    return _unknown_word_behind(reading, head)


def _unknown_word_behind(reading: Reading, head: Token) -> str | None:
    """„der Chemiekonzern Orbana“ where the parse lost the name: a capitalised word that no list knows."""
    lexicon = load_lexicon()
    noun = lexicon.organisation_noun(head.text)
    if noun is None or head.index + 1 >= len(reading.tokens):
        return None
    token = reading.tokens[head.index + 1]
    if token.pos != "PROPN" and not noun.prefix:
        return None
    if token.pos not in {"NOUN", "PROPN", "X"} or not token.text[:1].isupper() or reading.quote_of(token) >= 0:
        return None
    known = (
        lexicon.role(token.text)
        or lexicon.organisation_noun(token.text)
        or lexicon.country_form(token.text)
        or lexicon.seat(token.text)
        or lexicon.speech_noun(token.text)
        or token.entity == "LOC"
    )
    return None if known or reading.has_child(token, Relation.CASE, Relation.DETERMINER) else clean_name(token.text)


def _phrase(reading: Reading, head: Token) -> str:
    """The phrase of an organisation in the nominative, with its adjectives and what belongs to its name."""
    tokens = reading.tokens
    first = head.index
    article: str | None = None
    while first > 0:
        token = tokens[first - 1]
        if (
            token.head == head.index
            and token.relation is Relation.ADJECTIVE
            and token.text[0].isalpha()
            or token.entity
            and token.entity == head.entity
            and not tokens[first].entity_starts
        ):
            first -= 1
        else:
            break
    if first > 0 and (tokens[first - 1].pos == "DET" or tokens[first - 1].relation is Relation.CASE):
        article = tokens[first - 1].text
    last = _end_of_name(reading, head)
    words = [Word(t.text, t.index < head.index and t.pos in {"ADJ", "VERB"}) for t in tokens[first : last + 1]]
    words = [w for w in words if not (w.adjective and is_plain(w.text))]
    dropped = (last + 1 - first) - len(words)
    if article and article.casefold() in {"die", "der", "das"} and words and words[0].text == article:
        words = words[1:]
    return clean_name(nominative(words, head.index - first - dropped, article))


def _end_of_name(reading: Reading, head: Token) -> int:
    """The last token of the organisation's name: names behind it, genitives, „für …“, what the entity covers."""
    tokens = reading.tokens
    last = head.index
    while (
        last + 1 < len(tokens) and tokens[last + 1].entity == head.entity != "" and not tokens[last + 1].entity_starts
    ):
        last += 1
    while last + 1 < len(tokens):
        token = tokens[last + 1]
        if reading.quote_of(token) >= 0 or token.pos in {"VERB", "AUX", "PUNCT", "ADV", "PRON"}:
            break
        above = reading.parse.head(token)
        owner = next((a for a in (token, *reading.ancestors(token)) if head.index <= a.head <= last < a.index), None)
        if owner is None or above is None:
            break
        if owner.relation in {Relation.NAME, Relation.APPOSITION} and owner.entity != "PER":
            last += 1
            continue
        case = next(iter(reading.children(owner, Relation.CASE)), None)
        if owner.relation is not Relation.ATTRIBUTE or (
            case is not None and case.text.casefold() not in {"für", "zur", "zum", "gegen", "der"}
        ):
            break
        stretch = [t.index for t in reading.parse.subtree(owner) if t.relation not in BREAKS]
        end = last
        while end + 1 in stretch and tokens[end + 1].pos not in {"PUNCT", "VERB", "AUX"}:
            end += 1
        if end == last:
            break
        last = end
    return last
