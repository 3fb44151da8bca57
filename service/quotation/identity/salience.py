"""Salience: which of the people named before a pronoun or a role is the likeliest one."""

from __future__ import annotations

from service.quotation.identity.person import Person
from service.quotation.mentions import Mention
from service.quotation.result import Kind

REACH = 12  # sentences that a pronoun may be followed back


def salience(m: Mention, pronoun: Mention, person: Person) -> tuple[int, int, int]:
    """How near an antecedent is: its sentence, whether it is its subject, its place.

    In the pronoun's own sentence only a subject counts; „dieser“ takes the last mention, other pronouns the first;
    organisations come after people.
    """
    sentence = m.sentence
    if sentence == pronoun.sentence and not m.is_subject:
        sentence -= 2
    if person.kind is not Kind.PERSON:
        sentence -= 1 if m.is_subject else 2
    if pronoun.name.casefold().startswith(("diese", "letzter")):
        return (sentence, 0, m.span.start)
    return (sentence, int(m.is_subject), -m.span.start)


def best_salience(person: Person, mention: Mention) -> tuple[int, int, int]:
    """How near the person's most salient mention before ``mention`` is."""
    before = [m for m in person.mentions if m.span.start < mention.span.start]
    return max((salience(m, mention, person) for m in before), default=(-1, 0, 0))


def fits(person: Person, mention: Mention) -> bool:
    """Whether a pronoun may stand for somebody, by gender and number."""
    if mention.plural:
        return person.kind is Kind.GROUP
    if person.kind is Kind.PERSON:
        return person.gender in {"u", mention.gender} or mention.gender == "u"
    if person.kind in {Kind.ORGANISATION, Kind.GROUP}:
        genders = {m.gender for m in person.mentions}
        return mention.gender in genders
    return False
