"""Describe: the mention that a noun phrase makes, from its head.

The parse says where the phrase ends and what is in apposition to what; the lexicon says which noun is a role and
which an organisation. Who a mention stands for is decided in ``identity``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.affiliations import add_new, attribute_phrases, bracketed
from service.quotation.mentions.beside import best_name, is_role_by_place, name_left_of, name_right_of, roles_around
from service.quotation.mentions.mention import Form, Mention
from service.quotation.mentions.names import (
    NO_NAME,
    clean_name,
    first_name_gender,
    is_name_token,
    is_role_noun,
    whole_name,
)
from service.quotation.mentions.organisations import is_company, is_organisation, named_organisation, organisation
from service.quotation.mentions.phrases import apposition_chain, behind_genitive, phrase_tokens, top_of_name
from service.quotation.occupations import WORKS_THERE, said_behind
from service.quotation.reading import Reading
from service.quotation.result import Kind
from service.quotation.roles import RoleReading, feminine, read_role

_NOMINAL = ("NOUN", "PROPN")

_PRONOUNS = {
    "er": "m",
    "ihn": "m",
    "ihm": "m",
    "sie": "f",
    "ihr": "f",
    "dieser": "m",
    "diese": "f",
    "jener": "m",
    "jene": "f",
    "letzterer": "m",
    "letztere": "f",
    "selbst": "u",
    "derselbe": "m",
    "dieselbe": "f",
}
_BOARDS = ("vorstand", "aufsichtsrat", "verwaltungsrat", "betriebsrat", "personalrat", "stiftungsrat")


def describe(reading: Reading, head: Token) -> Mention | None:
    """The mention whose head is ``head``; None where it cannot be a speaker (es, man, a number, a clause)."""
    heads = reading.memo.heads
    known: dict[int, Mention | None] = reading.memo.described
    if head.index not in heads:
        heads[head.index] = behind_genitive(reading, top_of_name(reading, _behind_article(reading, head)))
    head = heads[head.index]
    if head.index not in known:
        mention = _described(reading, head)
        if mention is not None and head.relation is Relation.SUBJECT:
            mention = replace(mention, is_subject=True)
        known[head.index] = mention
    return known[head.index]


def _behind_article(reading: Reading, head: Token) -> Token:
    """„Ein mit dem Plan vertrauter Banker sagte“: the role in front of the verb, where the article was its subject."""
    if head.text.casefold() not in {"ein", "eine", "der", "die"} or head.relation is not Relation.SUBJECT:
        return head
    verb = reading.parse.head(head)
    if verb is None or verb.index < head.index or head.pos == "PRON":
        return head
    nouns = [t for t in reading.outside(head.index + 1, verb.index) if is_role_noun(t) and t.pos in _NOMINAL]
    return nouns[-1] if nouns else head


def describe_speaker(reading: Reading, head: Token) -> Mention | None:
    """The mention of whom a frame names as the speaker; like `describe`, but a noun that no list knows is a person.

    „…“, meinte der Hüne; „…“, so die Olympia-Zweite: somebody is called otherwise than before. Who, `identity` finds by
    the gender of the article.
    """
    known: dict[int, Mention | None] = reading.memo.speakers
    if head.index not in known:
        known[head.index] = _described_speaker(reading, head)
    return known[head.index]


def _described_speaker(reading: Reading, head: Token) -> Mention | None:
    article = next((t.text.casefold() for t in reading.children(head, Relation.DETERMINER)), "")
    mention = describe(reading, head)
    unknown = mention is None or mention.form is Form.ORGANISATION and mention.name == head.text
    if not unknown or article not in {"der", "die"} or head.entity == "ORG" or not head.text[:1].isupper():
        return mention
    verb = reading.parse.head(head)
    plural = verb is not None and article == "die" and _is_plural_verb(reading, verb)
    if plural or head.pos == "PRON" or _is_known_noun(head.text):
        return mention
    region = phrase_tokens(reading, head)
    named = head.text in load_lexicon().first_names  # „sagt die 14-jährige Noemi“
    return Mention(
        reading.span(region[0].index, region[-1].index),
        Form.NAME if named else Form.ROLE,
        Kind.PERSON,
        head.text,
        gender="m" if article == "der" else "f",
        definite=True,
        sentence=reading.passage.sentence.index,
    )


def _is_known_noun(word: str) -> bool:
    """Whether the lexicon has the word as something else than a person."""
    lexicon = load_lexicon()
    return bool(
        lexicon.organisation_noun(word)
        or lexicon.country_form(word)
        or lexicon.seat(word)
        or lexicon.speech_noun(word)
        or lexicon.title_noun(word)
        or word.casefold() in lexicon.prefixes
        or word in lexicon.media
        or word.isupper()
        or word.endswith(NO_NAME)
    )


def _described(reading: Reading, head: Token) -> Mention | None:
    if head.pos == "PRON" or head.text.casefold() in _PRONOUNS and head.pos == "DET":
        return _pronoun(reading, head)
    members = _members(reading, head)
    if members:
        return _group(reading, head, members)
    return _single(reading, head)


def _pronoun(reading: Reading, head: Token) -> Mention | None:
    folded = head.text.casefold()
    above = reading.parse.head(head)
    if folded in {"der", "die", "das", "dem", "den", "welcher", "welche", "welches"}:
        clause = next((t for t in (head, *reading.ancestors(head)) if t.relation is Relation.RELATIVE_CLAUSE), None)
        noun = reading.parse.head(clause) if clause is not None else None
        if folded == "der":
            noun = _before_relative(reading, head, noun)
        if noun is not None and noun.pos in _NOMINAL and noun is not head:
            return _single(reading, noun)
        return None
    if folded not in _PRONOUNS:
        return None
    plural = folded in {"sie", "diese", "jene"} and above is not None and _is_plural_verb(reading, above)
    return Mention(
        reading.span(head.index, head.index),
        Form.PRONOUN,
        Kind.GROUP if plural else Kind.PERSON,
        head.text,
        gender="u" if plural else _PRONOUNS[folded],
        plural=plural,
        definite=True,
        sentence=reading.passage.sentence.index,
    )


def _before_relative(reading: Reading, pronoun: Token, noun: Token | None) -> Token | None:
    """The antecedent of the relative pronoun „der“: ``noun``, unless another noun before it is the nearest man."""
    if pronoun.index == 0 or reading.tokens[pronoun.index - 1].text != ",":
        return noun
    lexicon = load_lexicon()
    if noun is not None and (noun.entity == "PER" or lexicon.role(noun.text) or lexicon.organisation_noun(noun.text)):
        return noun
    for token in reversed(reading.outside(0, pronoun.index)):
        role = lexicon.role(token.text)
        if token.entity == "PER" or role is not None and role.role.gender == "m" and not role.role.plural:
            return top_of_name(reading, token)
    return noun


def _is_plural_verb(reading: Reading, verb: Token) -> bool:
    finite = [verb, *reading.children(verb, Relation.AUXILIARY, Relation.PASSIVE, Relation.COPULA)]
    return any(
        t.text.casefold().endswith(("en", "ten", "rn", "ln")) or t.text.casefold() in {"sind", "seien"}
        for t in finite[1:] or finite
    )


def _members(reading: Reading, head: Token) -> list[Token]:
    """The heads of a joint subject (Lehmann und Okoye), none where it is single."""
    joined = [
        t
        for t in reading.children(head, Relation.CONJUNCT)
        if t.pos in _NOMINAL and t.text[:1].isupper() and not _is_reference(reading, t) and t.index - head.index < 25
    ]
    if not joined:
        return []
    words = {t.text.casefold() for t in reading.parse.subtree(head)}
    speak = all(_could_speak(t) or reading.is_surname(t) for t in (head, *joined))
    if not words & {"und", "sowie", "&"} or not speak:
        return []
    return [head, *joined]


def _is_reference(reading: Reading, token: Token) -> bool:
    return reading.quote_of(token) >= 0


def _could_speak(token: Token) -> bool:
    lexicon = load_lexicon()
    return (
        token.entity in {"PER", "ORG", "LOC"}
        or token.pos == "PROPN"
        or lexicon.role(token.text) is not None
        or lexicon.organisation_noun(token.text) is not None
    )


def _group(reading: Reading, head: Token, heads: list[Token]) -> Mention | None:
    if _is_one_person(reading, heads):
        found = [m for m in (_single(reading, t) for t in reversed(heads)) if m is not None]
        held = tuple(dict.fromkeys(r for m in reversed(found) for r in m.roles))
        served = tuple(dict.fromkeys(a for m in found for a in m.affiliations))
        named = next((m for m in found if m.form is Form.NAME), found[0] if found else None)
        return replace(named, roles=held, affiliations=served) if named is not None else None
    members = [m for m in (_single(reading, t) for t in heads) if m is not None]
    if not members:
        return None
    if len(members) == 1:
        return members[0]
    people = all(m.form is Form.NAME for m in members)
    names = [m.name for m in members]
    name = f"{', '.join(names[:-1])} und {names[-1]}"
    span = reading.span(
        min(t.index for t in heads),
        max(t.index for h in heads for t in phrase_tokens(reading, h) if t.index >= h.index),
    )
    roles: list[str] = []
    affiliations: list[str] = []
    for member in members:
        add_new(roles, member.roles)
        add_new(affiliations, member.affiliations)
    shared = _shared_role(reading, head)
    if shared:
        add_new(roles, [shared.text])
        add_new(affiliations, shared.affiliations)
    return Mention(
        span,
        Form.GROUP,
        Kind.GROUP,
        name,
        tuple(roles) if people else (),
        tuple(affiliations) if people else (),
        plural=True,
        members=tuple(members),
        sentence=reading.passage.sentence.index,
    )


def _is_one_person(reading: Reading, heads: list[Token]) -> bool:
    """„seine Parteifreundin und Stellvertreterin, Jana Brandt,“: two role nouns under one article."""
    lexicon = load_lexicon()
    roles = all((m := lexicon.role(t.text)) is not None and not m.role.plural and t.entity != "PER" for t in heads)
    named = sum(any(c.entity == "PER" for c in reading.children(t, Relation.APPOSITION, Relation.NAME)) for t in heads)
    if not roles and is_name_token(reading, heads[0]):  # „Jana Brandt, Gründerin und Leiterin des Betriebs“
        described = any(is_role_noun(t) for t in apposition_chain(reading, heads[0]) if t is not heads[0])
        return described and all(_is_further_role(reading, t) for t in heads[1:])
    return roles and named < 2 and not any(reading.has_child(t, Relation.DETERMINER) for t in heads[1:])


def _is_further_role(reading: Reading, token: Token) -> bool:
    """A role noun without an article and without a name of its own."""
    match = load_lexicon().role(token.text)
    own = reading.has_child(token, Relation.DETERMINER, Relation.APPOSITION, Relation.NAME)
    return match is not None and not match.role.plural and token.entity != "PER" and not own


def _shared_role(reading: Reading, head: Token) -> RoleReading | None:
    match = load_lexicon().role(head.text)
    return read_role(reading, head) if match is not None and match.role.plural else None


def _single(reading: Reading, head: Token) -> Mention | None:
    lexicon = load_lexicon()
    chain = apposition_chain(reading, head)
    region = phrase_tokens(reading, head)
    names = [t for t in chain if is_name_token(reading, t)]
    name_run = whole_name(reading, best_name(reading, head, names)) if names else []
    roles = [
        t
        for t in chain
        if t not in name_run
        and not _is_bracketed(reading, t)
        and (is_role_noun(t) or is_role_by_place(reading, t, name_run))
    ]
    if not name_run and roles:
        name_run = name_right_of(reading, roles[0]) or name_left_of(reading, roles[0])
    if name_run and not roles:
        roles = roles_around(reading, name_run)
    if name_run and all(lexicon.titles.get(t.text) is False for t in name_run):
        name_run = name_right_of(reading, name_run[-1]) or []
    named = clean_name(reading.words(name_run)) if name_run else ""
    if named and not roles and head not in name_run and _names_organisation(head, name_run):
        return named_organisation(reading, region, named)
    if named and roles and is_company(reading, roles[0], name_run):
        return named_organisation(reading, region, named)
    if named and not (roles == [] and is_organisation(reading, head, name_run)):
        return _person(reading, head, region, name_run, named, roles)
    board = head.text.casefold().endswith(_BOARDS)
    if roles and not board and not (lexicon.organisation_noun(head.text) and roles[0] is not head):
        return _unnamed(reading, head, region, roles)
    return organisation(reading, head, region)


def _names_organisation(head: Token, run: list[Token]) -> bool:
    """„die Bürgerinitiative Stilles Tal“: what follows is its name, even where that was taken for a person."""
    noun = load_lexicon().organisation_noun(head.text)
    return noun is not None and noun.kind in {"organisation", "group"} and run[0].text not in load_lexicon().first_names


def _is_bracketed(reading: Reading, token: Token) -> bool:
    """A party in brackets is no role: „(Grüne, 41)“."""
    return token.index > 0 and reading.tokens[token.index - 1].text == "("


def _gender(reading: Reading, head: Token, roles: Sequence[RoleReading], named: str, run: Sequence[Token]) -> str:
    for token in reading.tokens[max(0, run[0].index - 2) : run[0].index + 1] if run else ():
        if token.text in {"Herr", "Herrn"}:
            return "m"
        if token.text in {"Frau", "Fräulein"}:
            return "f"
    if any(role.gender == "f" for role in roles):
        return "f"
    determiner = next(iter(reading.children(head, Relation.DETERMINER)), None)
    if head.relation is Relation.SUBJECT and determiner is not None and determiner.text in {"der", "Der"} and roles:
        return "m"
    by_name = first_name_gender(named)  # a masculine role noun may be a woman's: Kapitän, Profi, Mitglied
    return by_name if by_name != "u" else next((role.gender for role in roles if role.gender == "m"), "u")


def _person(
    reading: Reading, head: Token, region: list[Token], run: list[Token], named: str, role_tokens: list[Token]
) -> Mention:
    roles = [read_role(reading, t, stop=run) for t in role_tokens]
    if first_name_gender(named) == "f":
        roles = [feminine(role, t) for role, t in zip(roles, role_tokens, strict=True)]
    words: list[str] = []
    affiliations: list[str] = []
    for role in roles:
        if role.text:
            add_new(words, [role.text])
        add_new(affiliations, role.affiliations)
    add_new(affiliations, bracketed(reading.article, reading.end_of(run[-1])))
    add_new(affiliations, attribute_phrases(reading, run[-1], after_name=True))
    role_behind, affiliation_behind = said_behind(reading.article, reading.end_of(run[-1]))
    add_new(words, [role_behind or ""])
    add_new(affiliations, [affiliation_behind or ""])
    first = min([run[0].index, *(t.index for t in region), *(r.index for r in role_tokens)])
    last = max([run[-1].index, *(t.index for t in region)])
    genitive = head.relation is Relation.ATTRIBUTE and not reading.has_child(head, Relation.CASE) and head in run
    return Mention(
        reading.span(first, last),
        Form.NAME,
        Kind.PERSON,
        named,
        tuple(words),
        tuple(affiliations),
        gender=_gender(reading, head, roles, named, run),
        definite=not genitive,
        sentence=reading.passage.sentence.index,
        possessive=any(r.possessive for r in roles)
        or WORKS_THERE.match(reading.article, reading.end_of(run[-1])) is not None,
    )


def _unnamed(reading: Reading, head: Token, region: list[Token], role_tokens: list[Token]) -> Mention:
    roles = [read_role(reading, t) for t in role_tokens]
    affiliations: list[str] = []
    for role in roles:
        add_new(affiliations, role.affiliations)
    last = region[-1].index
    add_new(affiliations, bracketed(reading.article, reading.end_of(reading.tokens[last])))
    main = roles[0]
    if main.plural:
        name = main.whole
        return Mention(
            reading.span(region[0].index, last),
            Form.ROLE,
            Kind.GROUP,
            name,
            (main.text,),
            tuple(affiliations),
            plural=True,
            definite=main.definite,
            sentence=reading.passage.sentence.index,
        )
    return Mention(
        reading.span(region[0].index, last),
        Form.ROLE,
        Kind.PERSON,
        main.whole,
        tuple(dict.fromkeys(r.text for r in roles if r.text)),
        tuple(affiliations),
        gender=main.gender,
        definite=main.definite,
        sentence=reading.passage.sentence.index,
        possessive=main.possessive,
    )
