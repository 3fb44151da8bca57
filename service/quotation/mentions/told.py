"""Told: everybody who is mentioned in a sentence, and what it says of them apart from their noun phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.affiliations import add_new
from service.quotation.mentions.describe import describe
from service.quotation.mentions.mention import Form, Mention
from service.quotation.mentions.names import (
    has_name_parts,
    is_bare_subject,
    is_role_noun,
    is_second_of_two,
    starts_with_first_name,
)
from service.quotation.mentions.phrases import phrase_tokens
from service.quotation.occupations import LEADS, WORKS, occupation, said_behind
from service.quotation.reading import Reading
from service.quotation.result import Kind
from service.quotation.roles import read_role


def mentions_of(reading: Reading) -> tuple[Mention, ...]:
    """Everybody who is mentioned in a sentence outside of its quotes; worked out once for a reading."""
    if reading.memo.mentions is None:
        reading.memo.mentions = tuple(_mentions_of(reading))
    found: tuple[Mention, ...] = reading.memo.mentions
    return found


def _mentions_of(reading: Reading) -> Iterator[Mention]:
    lexicon = load_lexicon()
    for token in reading.outside():
        if token.relation is Relation.SUBJECT and token.text.casefold() in {"er", "sie"}:
            pronoun = describe(reading, token)
            if pronoun is not None:
                yield pronoun
        if token.pos == "VERB":
            yield from _occupied(reading, token)
        if token.pos not in {"NOUN", "PROPN", "X", "ADJ"} or token.relation is Relation.NAME or token.text.islower():
            continue
        head = reading.parse.head(token)
        if token.relation is Relation.CONJUNCT and head is not None and any(_predicate(reading, head)):
            continue  # „X ist Designerin und Autorin“ is one person
        if (
            token.relation is Relation.APPOSITION
            and head is not None
            and reading.quote_of(head) < 0
            and (head.entity == "PER" or lexicon.role(head.text) is not None)
        ):
            continue
        if (
            token.entity in {"ORG", "LOC"}
            and head is not None
            and head.entity == token.entity
            and not head.entity_starts
        ):
            continue
        known = (
            token.entity in {"PER", "ORG"}
            or lexicon.role(token.text) is not None
            or lexicon.organisation_noun(token.text) is not None
            or token.pos == "PROPN"
            and token.entity == "LOC"
            or reading.is_surname(token)
            or has_name_parts(reading, token)
            or starts_with_first_name(reading, token)
            or is_second_of_two(reading, token)
            or is_bare_subject(reading, token)
            or "-Jährig" in token.text
            or "-jährig" in token.text
            and token.pos == "NOUN"
        )
        if not known:
            continue
        extraposed = _extraposed(reading, token)
        if extraposed is not None:
            yield extraposed
            continue
        of_subject = list(_predicate(reading, token))
        mention = describe(reading, token)
        if mention is not None and not (of_subject and mention.form is Form.ROLE):
            yield mention
        yield from of_subject


def _predicate(reading: Reading, noun: Token) -> Iterator[Mention]:
    """„Jana Brandt ist Leiterin des Amts und Richterin“: the predicate's roles are the subject's."""
    if not reading.has_child(noun, Relation.COPULA):
        return
    nouns = [t for t in (noun, *reading.children(noun, Relation.CONJUNCT)) if is_role_noun(t)]
    if not nouns:
        return
    subject = next(iter(reading.children(noun, Relation.SUBJECT)), None)
    mention = describe(reading, subject) if subject is not None and reading.quote_of(subject) < 0 else None
    described = mention is not None and mention.form in {Form.ROLE, Form.PRONOUN} and not mention.roles
    if mention is None or mention.plural or not (mention.form is Form.NAME or described):
        return
    roles, affiliations = list(mention.roles), list(mention.affiliations)
    said = [role for role in (read_role(reading, t) for t in nouns) if role.text and not role.plural]
    for role in said:
        add_new(roles, [role.text])
        add_new(affiliations, role.affiliations)
    if len(roles) > len(mention.roles):
        possessive = any(role.possessive for role in said)
        yield replace(mention, roles=tuple(roles), affiliations=tuple(affiliations), possessive=possessive)


def _extraposed(reading: Reading, noun: Token) -> Mention | None:
    """„Dann trat Jana Brandt ans Pult, eine Bäuerin aus …“: an apposition behind the clause, to its subject."""
    at = noun.index - 1
    while at > 0 and reading.tokens[at].pos == "ADJ":
        at -= 1
    article = reading.tokens[at].text.casefold() if at > 1 else ""
    opens = at > 1 and reading.tokens[at - 1].text == "," and article in {"der", "ein", "die", "eine"}
    if not opens or not is_role_noun(noun) or noun.relation in {Relation.SUBJECT, Relation.OBJECT, Relation.ROOT}:
        return None
    before = reading.tokens[at - 2]
    if before.entity == "PER" or before.text == ")" or is_role_noun(before) or reading.quote_of(before) >= 0:
        return None
    role = read_role(reading, noun)
    if (
        role.plural
        or not role.text
        or role.gender not in {"m", "f"}
        or (role.gender == "m") != (article in {"der", "ein"})
    ):
        return None
    subjects = [t for t in reading.outside(0, at - 1) if t.relation is Relation.SUBJECT]
    mention = describe(reading, subjects[-1]) if subjects else None
    if mention is None or mention.form is not Form.NAME or mention.roles or mention.gender not in {"u", role.gender}:
        return None
    affiliations = list(mention.affiliations)
    add_new(affiliations, role.affiliations)
    last = phrase_tokens(reading, noun)[-1]
    add_new(affiliations, [said_behind(reading.article, reading.end_of(last))[1] or ""])
    return replace(mention, roles=(role.text,), affiliations=tuple(affiliations), gender=role.gender)


def _occupied(reading: Reading, verb: Token) -> Iterator[Mention]:
    """„Sie leitet das Museum am Markt“, „der Physiker arbeitet am Institut“, „die als Dachdeckerin arbeitet“."""
    folded = verb.text.casefold()
    if folded not in WORKS and folded not in LEADS:
        return
    for subject in reading.children(verb, Relation.SUBJECT):
        mention = describe(reading, subject) if reading.quote_of(subject) < 0 else None
        if mention is None or mention.kind is not Kind.PERSON:
            continue
        role, affiliation = occupation(reading, verb, mention.gender)
        if role is not None or affiliation is not None:
            roles = list(mention.roles)
            add_new(roles, [role or ""])
            yield replace(mention, roles=tuple(roles), gained=(affiliation,) if affiliation else ())
        return
