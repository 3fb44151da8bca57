"""Beside a name: the role noun before or behind it, and the name behind a role noun, where the parse lost the link."""

from __future__ import annotations

from service.language import Relation, Token
from service.lexicon import load_lexicon
from service.quotation.mentions.names import (
    AGENT,
    FORMS_OF_ADDRESS,
    is_first_name,
    is_name_token,
    is_role_noun,
    whole_name,
)
from service.quotation.reading import Reading

_NOMINAL = ("NOUN", "PROPN")


_BETWEEN_ROLE_AND_NAME = frozenset({"ad", "interim", "a.D.", "i.R.", "a.", "i.", "D.", "R.", "emeritus"})
_RELATIONS = (
    "vetter",
    "partner",
    "partnerin",
    "gegner",
    "gegnerin",
    "rivale",
    "rivalin",
)  # what somebody is to another, no role


def is_role_by_place(reading: Reading, token: Token, run: list[Token]) -> bool:
    """Any common noun right in front of a person's name says what the person is: „Drehbuchlektorin Jana Brandt“."""
    behind = bool(run) and token.relation is Relation.APPOSITION and token.index > run[-1].index
    in_front = bool(run) and token.index == run[0].index - 1
    if token.text.endswith("."):
        return False  # „a. D. Jana Brandt“
    if token.index and reading.tokens[token.index - 1].text.casefold() in {"am", "im", "in", "ab", "seit"}:
        return False  # „am Mittag Jana Brandt“, „Brigadier in Ruhe Jana Brandt“
    if in_front and run[0].text in load_lexicon().first_names and token.pos in _NOMINAL and token.text[:1].isupper():
        relation = token.text in FORMS_OF_ADDRESS or token.text.casefold().endswith(_RELATIONS)
        return (
            not relation
            and load_lexicon().organisation_noun(token.text) is None
            and (load_lexicon().title_noun(token.text) is None and token.entity in {"", "MISC", "PER"})
        )
    if not (behind or in_front) or token.pos != "NOUN" or token.entity or not token.text[:1].isupper():
        return False
    if (
        token.text in FORMS_OF_ADDRESS
        or token.text.casefold().endswith(_RELATIONS)
        or load_lexicon().organisation_noun(token.text) is not None
    ):
        return False
    return len(token.text) > 4 and AGENT.search(token.text) is not None and token.text not in load_lexicon().first_names


def best_name(reading: Reading, head: Token, names: list[Token]) -> Token:
    """Of several names in apposition the one that is marked as a person, else the first."""
    return next((t for t in names if t.entity == "PER"), names[0])


def name_right_of(reading: Reading, role: Token) -> list[Token]:
    """A name behind a role noun and its attributes that the parse hung elsewhere.

    „die Sprecherin des Verbands, Jana Brandt, …“: only up to the next verb, and only a name of a person.
    """
    tokens = reading.tokens
    owner = reading.parse.head(role) if role.relation is Relation.ATTRIBUTE else None
    if owner is not None and is_role_noun(owner) and not reading.has_child(role, Relation.CASE):
        return []  # „die Mutter des Ingenieurs, Jana Brandt“
    follower = tokens[role.index + 1] if role.index + 1 < len(tokens) else None
    while (
        follower is not None and load_lexicon().titles.get(follower.text) is False and follower.index + 1 < len(tokens)
    ):
        follower = tokens[follower.index + 1]
    joined = (
        follower is not None
        and "-" in role.text
        and role.entity == "ORG"
        and follower.entity == "ORG"
        and not follower.entity_starts
    )
    if joined and follower is not None and follower.text[:1].isupper():
        return [follower]
    if follower is not None and not follower.entity and is_name_token(reading, follower):
        if follower.relation is not Relation.ATTRIBUTE or not follower.text.endswith("s"):
            return whole_name(reading, follower)
    commas = 0
    of_another = False
    for token in tokens[role.index + 1 : role.index + 16]:
        if token.text == ",":
            commas += 1
            if commas > 1:
                break
            continue
        if reading.quote_of(token) >= 0 or token.text in _BETWEEN_ROLE_AND_NAME:
            continue
        first = is_first_name(token) and token.index + 1 < len(tokens) and tokens[token.index + 1].text[:1].isupper()
        if (token.entity == "PER" or first) and is_name_token(reading, token):
            genitive = token.relation is Relation.ATTRIBUTE and commas == 0
            if commas == 0 and reading.has_child(token, Relation.CASE):
                of_another = True  # „der Koordinator von Médecins Solidaires, Patrick Brandt“
            if of_another and commas == 0:
                continue
            other = any(a.pos in {"VERB", "AUX"} for a in [token] if commas == 0)
            if genitive or other or reading.quote_of(token) >= 0:
                return []
            run = whole_name(reading, token)
            after = tokens[run[-1].index + 1] if run and run[-1].index + 1 < len(tokens) else None
            if commas and len(run) < 2 and (after is None or after.text not in {",", "(", "."}):
                return []
            return run
        if token.pos in {"VERB", "AUX", "ADV", "SCONJ", "PRON", "CCONJ"} or token.text in {
            ":",
            ";",
            "“",
            "„",
            "(",
            "dem",
            "den",
        }:
            break
        if (
            commas
            and token.pos not in {"PROPN", "DET", "ADJ"}
            and token.text not in load_lexicon().titles
            and not is_role_noun(token)
        ):
            break
    return []


def name_left_of(reading: Reading, role: Token) -> list[Token]:
    """The name in front of „…, ein Vertreter des Verbands, sagte“ where the parse took the role for the subject."""
    tokens = reading.tokens
    at = role.index - 1
    while at > 0 and tokens[at].pos in {"DET", "ADJ"} and role.index - at < 5:
        at -= 1
    if at < 1 or tokens[at].text != ",":
        return []
    last = tokens[at - 1]
    if last.entity != "PER" or reading.quote_of(last) >= 0:
        return []
    first = last
    while first.index > 0 and not first.entity_starts and tokens[first.index - 1].entity == "PER":
        first = tokens[first.index - 1]
    run = whole_name(reading, first)
    return run if run and run[-1].index == last.index and len(run) > 1 else []


def _is_role_before(token: Token) -> bool:
    """A role noun in front of a name, an adjectival one too that was taken for an adjective (Vorsitzende X)."""
    if token.text in FORMS_OF_ADDRESS or not token.text[:1].isupper():
        return False
    return load_lexicon().role(token.text) is not None and token.pos in {"NOUN", "PROPN", "ADJ"}


def roles_around(reading: Reading, run: list[Token]) -> list[Token]:
    """Role nouns beside a name that the parse did not put in apposition to it."""
    tokens = reading.tokens
    found = []
    before = tokens[run[0].index - 1] if run[0].index > 0 else None
    if (
        before is not None
        and reading.quote_of(before) < 0
        and (_is_role_before(before) or is_role_by_place(reading, before, run))
    ):
        found.append(before)
    elif before is not None and before.text == ",":
        found.extend(_role_left_of(reading, before.index))
    at = run[-1].index + 1
    if at < len(tokens) and tokens[at].text == "(":
        while at < len(tokens) and tokens[at].text != ")" and at < run[-1].index + 8:
            at += 1
        at += 1
    if at + 2 < len(tokens) and tokens[at].text == tokens[at + 2].text == "," and tokens[at + 1].pos == "NUM":
        at += 2  # an age between name and role
    if [t.text for t in tokens[at + 2 : at + 4]] == ["Jahre", "alt"] and tokens[at].text == ",":
        at += 4  # „Jana Brandt, 79 Jahre alt und pensionierte Lehrerin,“
        return [t for t in tokens[at + 1 : at + 4] if tokens[at].text in {"und", ","} and is_role_noun(t)][:1]
    if at < len(tokens) and tokens[at].text == ",":
        for token in tokens[at + 1 : at + 6]:
            if is_role_noun(token) and token.pos in _NOMINAL:
                if token.relation is not Relation.SUBJECT:  # „…, worauf der Richter bemerkte“
                    found.append(token)
                break
            if token.pos not in {"DET", "ADJ", "ADV", "PROPN", "NUM"} and token.text.casefold() not in {
                "seit",
                "bis",
                "von",
            }:
                break
    return found


def _role_left_of(reading: Reading, comma: int) -> list[Token]:
    """The role noun of „der Sprecher des Ministeriums“ before ``comma``, with the name behind it."""
    tokens = reading.tokens
    for index in range(comma - 1, max(-1, comma - 12), -1):
        token = tokens[index]
        if token.pos in {"VERB", "AUX", "PRON", "SCONJ"} or token.text in {",", ":", ".", "“", "„"}:
            return []
        if is_role_noun(token) and token.pos in _NOMINAL and token.entity != "PER":
            before = tokens[index - 1] if index else None
            if before is not None and before.pos in {"DET", "ADJ"} or (before is not None and before.pos == "VERB"):
                return [token]
    return []
