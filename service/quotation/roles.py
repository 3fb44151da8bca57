"""Roles: a role noun with its adjectives taken apart into role and affiliation.

„Kremlsprecher“ → Sprecher, Kreml; „russischer Verteidigungsminister“ → Verteidigungsminister, Russland;
„innenpolitische Sprecherin der Grünen“ → innenpolitische Sprecherin, Grüne.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.lexicon.tables import Role, RoleMatch
from service.quotation.affiliations import POSSESSIVE, add_new, attribute_phrases, left_genitive
from service.quotation.declension import Word, nominative
from service.quotation.reading import Reading

_ENDING = re.compile(r"(?:en|em|er|es|e)$")
_FORMER = frozenset({"ex", "alt", "vize", "interims", "co", "ko", "chef", "neo", "top", "spitzen", "haupt"})
_AGED = re.compile(r"^(\d{1,3})-[Jj]ährige")
_MANY = tuple(sorted(word_list("quantifiers")))
_ARTICLES = word_list("definite_determiners") | {"das", "ein", "eine", "einer", "einem", "einen", "eines"}
_LOOKED_AT = 20_000  # characters of the article in which a name is looked for
_DATIVE_PREPOSITIONS = word_list("dative_prepositions")
_OF_EITHER_GENDER = word_list("of_either_gender")
_DEFINITE = word_list("definite_determiners")
_MASCULINE_ENDS = (
    ("frau", "mann"),
    ("rätin", "rat"),
    ("ärztin", "arzt"),
    ("anwältin", "anwalt"),
    ("ständin", "stand"),
    ("ogin", "oge"),
    ("ende", "ender"),
    ("dnete", "dneter"),
    ("agte", "agter"),
    ("in", ""),
)


@dataclass(frozen=True, slots=True)
class RoleReading:
    """What one role noun says: ``text`` the role, ``whole`` the noun as written, in the nominative."""

    text: str
    whole: str
    affiliations: tuple[str, ...]
    gender: str
    plural: bool
    definite: bool
    possessive: bool = False


def feminine(role: RoleReading, noun: Token) -> RoleReading:
    """The role of a woman where its form may be either gender: „Gerda Kern, Vorsitzende des …“."""
    if role.gender == "m" and noun.text.endswith(("e", "en")) and role.text.endswith("er"):
        return replace(role, text=_to_feminine(role.text), whole=_to_feminine(role.whole), gender="f")
    return role


def read_role(reading: Reading, noun: Token, stop: Sequence[Token] = ()) -> RoleReading:
    """Take apart the role noun ``noun`` with its adjectives and attributes; ``stop`` is where a name begins."""
    lexicon = load_lexicon()
    match = lexicon.role(noun.text)
    article = _article(reading, noun)
    definite = article in _DEFINITE
    if match is None and _AGED.match(noun.text):
        return _aged(noun, article, definite)
    if match is None and noun.text in lexicon.titles:
        return RoleReading("", noun.text, (), "u", False, definite)
    inhabitant = lexicon.inhabitant(noun.text)
    if match is None and inhabitant is not None:
        return RoleReading("", noun.text, (), inhabitant[1], False, definite)
    match = match or _unlisted(noun.text, article)
    plural = _is_plural(match.role, noun, article, reading)
    gender = match.role.gender if not match.role.plural else ("u" if plural else match.role.gender)
    role, prefix_affiliation = split_compound(match, noun.text)
    if prefix_affiliation is None and match.role.splits and _is_named(reading.article, match.prefix):
        role, prefix_affiliation = _capital(match.role.nominative), match.prefix.rstrip("-")
    whole = match.prefix + as_written(match.role.nominative, match.prefix)
    if plural and not match.role.plural:
        role, whole, gender = noun.text, noun.text, "u"
    elif _feminine_by_article(match.role, noun, article):
        role, whole, gender = _to_feminine(role), _to_feminine(whole), "f"
    if match.role.nominative in _OF_EITHER_GENDER:
        gender = "u"
    affiliations: list[str] = []
    joined = _joined_name(reading, noun, match)
    if prefix_affiliation and _is_possessed(reading, noun) and lexicon.organisation_noun(prefix_affiliation):
        role, prefix_affiliation = whole, None  # „ihr Militärsprecher“: whose, stands before
    attributes = [*attribute_phrases(reading, noun, stop=stop), *left_genitive(reading, noun)]
    if prefix_affiliation and attributes and lexicon.organisation_noun(prefix_affiliation):
        role, prefix_affiliation = whole, None  # „Fraktionschef der Grünen“
    if prefix_affiliation and not joined:
        add_new(affiliations, [prefix_affiliation])
    if joined:
        role = _capital(match.role.nominative)
        add_new(affiliations, [joined])
    add_new(affiliations, attributes)
    kept = []
    for adjective in _adjectives(reading, noun):
        of = lexicon.country_of_adjective(adjective.text)
        party = lexicon.party_of_adjective(adjective.text)
        if of is not None and _is_town(of) and match.role.role_class in {"profession", "relation"}:
            continue  # „der Zürcher Anwalt“ does not speak for the town
        if of is not None or party is not None:
            add_new(affiliations, [of or party or ""])
        elif _belongs_to_role(adjective.text):
            kept.append(_ENDING.sub("", adjective.text) + ("e" if plural or gender == "f" else "er"))
    if not affiliations and match.role.role_class in {"office", "function"} and not plural:
        add_new(affiliations, _of_a_thing(reading, noun))
    text = " ".join([*kept, role])
    return RoleReading(text, whole, tuple(affiliations), gender, plural, definite, _is_possessed(reading, noun))


def _of_a_thing(reading: Reading, noun: Token) -> list[str]:
    """„der Kapitän der Fähre“, „die Leiterin der Ausstellung“: what a post is held in that is no organisation."""
    lexicon = load_lexicon()
    for token in reading.children(noun, Relation.ATTRIBUTE):
        article = next(iter(reading.children(token, Relation.DETERMINER)), None)
        if token.pos != "NOUN" or token.entity or article is None or article.text not in {"der", "des"}:
            continue
        if lexicon.role(token.text) is not None or token.text[:1].isdigit() or reading.has_child(token, Relation.CASE):
            continue
        words = [Word(token.text, False)]
        return [nominative(words, 0, article.text)]
    return []


def split_compound(match: RoleMatch, word: str) -> tuple[str, str | None]:
    """Role and affiliation of a compound: (Sprecher, Kreml); the whole word and None where it is not split."""
    lexicon = load_lexicon()
    nominative = match.role.nominative
    whole = match.prefix + as_written(nominative, match.prefix)
    prefix = match.prefix.rstrip("-")
    if not prefix:
        return nominative, None
    hyphen = match.prefix.endswith("-")
    if prefix.casefold() in _FORMER:
        return whole, None
    for former in ("Ex-", "Alt-", "Vize-", "Co-", "Ko-"):
        if prefix.startswith(former):
            rest = prefix.removeprefix(former)
            known = known_prefix(rest) or known_prefix(rest.removesuffix("s"))
            return (f"{former}{nominative}", known) if known else (whole, None)
    inner = _inner_prefix(match)
    if inner is not None:
        return inner
    known = known_prefix(prefix)
    if known is None and not hyphen and prefix.endswith("s"):
        known = known_prefix(prefix[:-1])
    topic = not match.role.splits and prefix in lexicon.places and not prefix.isupper()  # an expert on Korea is not its
    if known is not None and (match.role.splits or hyphen) and not topic:
        return _capital(nominative), known
    if hyphen and prefix.isupper() and len(prefix) > 1:
        return _capital(nominative), prefix
    if hyphen and match.role.splits and any(c.isupper() for c in prefix[1:]) and lexicon.role(prefix) is None:
        return _capital(nominative), prefix
    if not hyphen and match.role.splits:
        noun = lexicon.organisation_noun(prefix) or lexicon.organisation_noun(prefix.removesuffix("s"))
        if noun is not None and noun.kind == "organisation" and len(prefix) > 4:
            return _capital(nominative), noun.base
    if hyphen and match.role.splits and lexicon.role(prefix) is None and _is_proper(prefix):
        return _capital(nominative), prefix
    return whole, None


def _inner_prefix(match: RoleMatch) -> tuple[str, str] | None:
    """„US-Außenminister“, „Pro-Ge-Landessekretär“: an institution in front of a compound that is the office itself."""
    head, hyphen, rest = match.prefix.rpartition("-")
    if not hyphen or not rest:
        return None
    known = known_prefix(head)
    if known is None and match.role.splits and _is_name_like(head):
        known = head
    if known is None:
        return None
    return rest + match.role.nominative[:1].lower() + match.role.nominative[1:], known


def _is_name_like(prefix: str) -> bool:
    """Whether capitals inside it show that a prefix is a name: GdP, Pro-Ge, ABC."""
    return any(c.isupper() for c in prefix[1:]) and load_lexicon().role(prefix) is None


def known_prefix(prefix: str) -> str | None:
    """The institution, party or country that the first part of a compound stands for, in the nominative."""
    lexicon = load_lexicon()
    entry = lexicon.prefixes.get(prefix.casefold())
    if entry is not None:
        return entry[0]
    country = lexicon.country_prefix(prefix)
    if country is not None:
        return country
    return lexicon.media.get(prefix)


def _is_named(article: str, prefix: str) -> bool:
    """„Halstrup-Chef“ in an article about Halstrup: the first part stands there alone too, and without an article."""
    if not prefix.endswith("-") or not prefix[:1].isupper() or load_lexicon().role(prefix[:-1]) is not None:
        return False
    found = list(re.finditer(rf"(\w+ )?(?<![\w-]){re.escape(prefix[:-1])}s?(?![\w-])", article[:_LOOKED_AT]))
    return bool(found) and not any((m.group(1) or "").strip().casefold() in _ARTICLES for m in found)


def _is_proper(prefix: str) -> bool:
    lexicon = load_lexicon()
    if prefix in lexicon.places or prefix in lexicon.media:
        return True
    noun = lexicon.organisation_noun(prefix)
    return noun is not None


def _joined_name(reading: Reading, noun: Token, match: RoleMatch) -> str | None:
    """„Human Rights Watch-Sprecher“: a name of several words whose last one carries the role noun."""
    if not match.prefix.endswith("-") or noun.index == 0:
        return None
    first = noun.index
    while (
        first > 0
        and reading.tokens[first - 1].pos == "PROPN"
        and reading.tokens[first - 1].text[:1].isupper()
        and (reading.tokens[first - 1].entity in {"ORG", "MISC"})
    ):
        first -= 1
    if first == noun.index:
        return None
    words = [t.text for t in reading.tokens[first : noun.index]]
    return " ".join([*words, match.prefix.rstrip("-")])


def as_written(nominative: str, prefix: str) -> str:
    """The role noun behind the first part of its compound: small, unless a hyphen stands between."""
    return nominative if not prefix or prefix.endswith("-") else nominative[:1].lower() + nominative[1:]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _article(reading: Reading, noun: Token) -> str | None:
    at = noun.index - 1
    while at >= 0 and (
        reading.tokens[at].pos in {"ADJ", "NUM"}
        or reading.tokens[at].relation is Relation.ADJECTIVE
        or reading.tokens[at].text == "Jahre"  # „der 58 Jahre alte Fischer“
    ):
        at -= 1
    own = next(iter(reading.children(noun, Relation.DETERMINER)), None)
    if own is not None and own.index < at:
        return own.text.casefold()
    if at < 0:
        return None
    token = reading.tokens[at]
    if token.pos == "DET" or token.text.casefold() in {"vom", "beim", "zum", "zur", "im", "am"}:
        return token.text.casefold()
    return None


def _is_possessed(reading: Reading, noun: Token) -> bool:
    first = noun.index - 1
    while first >= 0 and reading.tokens[first].pos == "ADJ":
        first -= 1
    return first >= 0 and reading.tokens[first].text.casefold() in POSSESSIVE


def _adjectives(reading: Reading, noun: Token) -> list[Token]:
    found: list[Token] = []
    at = noun.index - 1
    while at >= 0:
        token = reading.tokens[at]
        if token.pos not in {"ADJ", "VERB", "PROPN", "ADV", "NOUN"} or reading.quote_of(token) >= 0:
            break
        attributive = token.pos == "ADJ" or token.relation is Relation.ADJECTIVE
        if not attributive and load_lexicon().country_of_adjective(token.text) is None:
            break
        found.insert(0, token)
        at -= 1
    return found


def _is_town(name: str) -> bool:
    place = load_lexicon().places.get(name)
    return place is None or place.name != name or place.kind == "canton"


def _belongs_to_role(adjective: str) -> bool:
    folded = adjective.casefold()
    stem = _ENDING.sub("", folded)
    return stem.endswith("politisch") or folded.startswith(load_lexicon().role_adjectives)


def _is_plural(role: Role, noun: Token, article: str | None, reading: Reading) -> bool:
    if not role.plural and _counts_many(role, noun, article, reading):
        return True
    if not role.plural:
        return article is None and _plural_by_context(role, noun, reading)
    return True


def _counts_many(role: Role, noun: Token, article: str | None, reading: Reading) -> bool:
    """„mehrere Anwohner“, „die Demonstranten“: a form that is singular too, with a plural word or article before it."""
    before = reading.tokens[noun.index - 1].text.casefold() if noun.index else ""
    if before.startswith(_MANY) or article is not None and article.startswith(_MANY):
        return True
    if article == "den" and _is_dative(reading, noun):
        return True
    adjectival = noun.text.endswith("e") and noun.text != role.nominative  # „die Vorsitzende“ is one woman
    return article in {"die", "diese"} and role.gender == "m" and not adjectival


def _is_dative(reading: Reading, noun: Token) -> bool:
    """„unter den Streikenden“, „von den Angeklagten“: behind a preposition of the dative „den“ is a plural."""
    first = noun.index
    while first > 0 and reading.tokens[first - 1].text.casefold() != "den":
        first -= 1
    return first > 1 and reading.tokens[first - 2].text.casefold() in _DATIVE_PREPOSITIONS


def _plural_by_context(role: Role, noun: Token, reading: Reading) -> bool:
    """„Forscher warnten“: a form that is singular and plural alike, without article, with a plural verb."""
    if role.gender == "f" or noun.relation is not Relation.SUBJECT or reading.has_child(noun, Relation.APPOSITION):
        return False
    verb = reading.parse.head(noun)
    if verb is None:
        return False
    finite = next(iter(reading.children(verb, Relation.AUXILIARY, Relation.PASSIVE, Relation.COPULA)), verb)
    return finite.text.casefold().endswith("en") or finite.text.casefold() in {"sind", "seien"}


def _feminine_by_article(role: Role, noun: Token, article: str | None) -> bool:
    """„die Vorsitzende“: adjectival nouns show their gender in the article."""
    if role.gender != "m" or not noun.text.endswith("e") or not role.nominative.endswith("er"):
        return False
    return (
        article in {"die", "eine", "diese"}
        and noun.text == role.nominative[:-1]
        or (article in {"die", "eine", "diese"} and noun.text.casefold().endswith(role.nominative[:-1].casefold()))
    )


def _unlisted(word: str, article: str | None) -> RoleMatch:
    """A role noun that the lexicon does not have, recognised by its place before a name."""
    prefix, hyphen, rest = word.rpartition("-")
    gender = "f" if word.endswith("in") or article in {"die", "eine"} else "m" if article in {"der", "ein"} else "u"
    return RoleMatch(prefix + hyphen, Role(rest, gender, False, bool(hyphen), "profession"))


def _to_feminine(word: str) -> str:
    return word.removesuffix("r")


def masculine(role: str) -> str:
    """The masculine form of a role: Rektor for „Rektorin“, Landrat for „Landrätin“, Vorsitzender for „Vorsitzende“."""
    for feminine_end, masculine_end in _MASCULINE_ENDS:
        if role.endswith(feminine_end):
            return role.removesuffix(feminine_end) + masculine_end
    return role


def _aged(noun: Token, article: str | None, definite: bool) -> RoleReading:
    match = _AGED.match(noun.text)
    feminine = article in {"die", "eine"}
    if match is None:
        return RoleReading(noun.text, noun.text, (), "f" if feminine else "u", False, definite)
    whole = f"{match.group(1)}-Jährige" + ("" if feminine else "r")
    return RoleReading("", whole, (), "f" if feminine else "m", False, definite)
