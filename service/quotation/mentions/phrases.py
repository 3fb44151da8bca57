"""Noun phrases: where the phrase around a head ends, and what stands in apposition to it."""

from __future__ import annotations

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.mentions.names import is_role_noun
from service.quotation.reading import Reading

_NOMINAL = ("NOUN", "PROPN")

BREAKS = (Relation.RELATIVE_CLAUSE, Relation.ADVERBIAL_CLAUSE, Relation.PARATAXIS, Relation.CLAUSE)


def top_of_name(reading: Reading, head: Token) -> Token:
    """The first token of a name for a later one: rules may point into the middle of it."""
    above = reading.parse.head(head)
    while above is not None and head.relation is Relation.NAME and not is_role_noun(head):
        head, above = above, reading.parse.head(above)
    return head


def behind_genitive(reading: Reading, head: Token) -> Token:
    """The role noun behind „Bayerns …“ or „Human Rights Now-…“ where the parse took the first word for the head."""
    lexicon = load_lexicon()
    bare = not reading.has_child(head, Relation.DETERMINER, Relation.CASE) and lexicon.role(head.text) is None
    genitive = (
        head.text.endswith("s")
        and head.pos in _NOMINAL
        and len(head.text) > 3
        and (
            head.entity in {"LOC", "ORG", "PER"}
            or lexicon.country_form(head.text) is not None
            or reading.is_surname(head)
            or bare
        )
    )
    for token in reading.tokens[head.index + 1 : head.index + 5]:
        known = is_role_noun(token) or genitive and lexicon.role(token.text) is not None and reading.is_surname(head)
        role = known and token.text[:1].isupper() and reading.quote_of(token) < 0 and not reading.is_surname(token)
        if role and (
            genitive
            and token.pos in _NOMINAL
            and token.text not in lexicon.first_names
            or "-" in token.text
            and token.index > head.index
        ):
            return token
        if not (token.pos == "ADJ" or token.pos == "PROPN" and head.entity == "ORG" and token.entity == "ORG"):
            return head
    return head


def phrase_tokens(reading: Reading, head: Token) -> list[Token]:
    """The tokens of the phrase: what hangs below the head, without clauses and joined phrases, in one piece."""
    found = []
    open_ = [head]
    while open_:
        token = open_.pop()
        found.append(token)
        for child in reading.children(token):
            if child.relation in BREAKS or (child.relation is Relation.CONJUNCT and token is head):
                continue
            if child.pos in {"VERB", "AUX"} or reading.quote_of(child) >= 0:
                continue
            open_.append(child)
    found.sort(key=lambda t: t.index)
    at = found.index(head)
    low = high = at
    while low > 0 and found[low - 1].index >= found[low].index - 2:
        low -= 1
    while high + 1 < len(found) and found[high + 1].index <= found[high].index + 2:
        high += 1
    return _without_edges(found[low : high + 1], head)


def _without_edges(tokens: list[Token], head: Token) -> list[Token]:
    loose = {",", ":", ";", "–", "-", "—", "(", "„", "“", '"', "«", "»"}
    edge = {Relation.CASE, Relation.ADVERB, Relation.COORDINATOR, Relation.MARKER}
    while tokens and tokens[-1] is not head and (tokens[-1].text in loose or tokens[-1].relation in edge):
        tokens.pop()
    while tokens and tokens[0] is not head and (tokens[0].text in loose or tokens[0].relation in edge):
        tokens.pop(0)
    return tokens


def apposition_chain(reading: Reading, head: Token) -> list[Token]:
    """The head and everything in apposition to it, in the order of the text."""
    found, open_ = [head], [head]
    while open_:
        token = open_.pop()
        for child in reading.children(token, Relation.APPOSITION, Relation.OTHER, Relation.NAME):
            if reading.quote_of(child) >= 0:
                continue
            if child.pos not in _NOMINAL and child.entity != "PER" and load_lexicon().role(child.text) is None:
                continue
            if child.relation is Relation.NAME and not _starts_name(reading, token, child):
                continue
            if abs(child.index - token.index) < 30:
                found.append(child)
                open_.append(child)
    return sorted(found, key=lambda t: t.index)


def _starts_name(reading: Reading, head: Token, part: Token) -> bool:
    """Whether a name hangs on a role noun as a mere part of a name (Frau Strobl, Minister Krause)."""
    return is_role_noun(head) and (part.index == head.index + 1) and part.pos == "PROPN"
