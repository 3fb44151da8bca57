"""Names: which words are the name of a person, and where it begins and ends.

The tagger, the entities, the first names of the lexicon and the surnames of the article each know a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.language import Relation, Token
from service.lexicon import load_lexicon, word_list
from service.quotation.reading import Reading

NAME_PARTICLES = word_list("name_particles")
FORMS_OF_ADDRESS = frozenset({"Herr", "Herrn", "Frau", "Fräulein", "Herren", "Monsieur", "Madame", "Mr.", "Mrs."})
AGENT = re.compile(
    r"(?:in|er|or|ist|ant|ent|eur|profi|star|mann|frau|chef|kopf|legende|ikone|idol|experte|mitglied|kollege|ling|loge|nom|graf|at|it|ier|ar|är|"
    r"ende|junge|zeuge|gast|fan|boss|coach|guru|papst|patron|vize|kraft)$"
)
_FUNCTION_WORDS = word_list("not_in_names")
_NO_SURNAME = 5  # letters before „minister“ or „richter“ from which on the word is a post and no surname
_AGED = re.compile(r"^\d{1,3}-[Jj]ährige[rnms]?$")
_AGES = ("-jährige", "-jährigen", "-Jährige", "-Jährigen")
_ARTICLES = word_list("definite_determiners")
_ARTICLES_OF_THINGS = frozenset({"das", "den", "dem", "ein", "einen", "einem", "kein", "keinen"})
_HOLDS_AN_ARTICLE = frozenset({"im", "am", "ins", "ans"})
_PARTICIPLE = re.compile(r"Ge[a-zäöü]{2,}t$")  # „Gemeint fühlten sich …“
_CONTRACTED = frozenset({"im", "am", "beim", "zum", "zur", "vom", "ins", "ans", "aufs"})
NO_NAME = ("ung", "heit", "keit", "schaft", "tion", "tät", "nis", "ismus", "en", "kreise")
_ADJECTIVE_ENDS = ("te", "ene", "ige", "liche", "ische", "lose", "bare", "same")  # „Abgesperrte Duschen“
_SURNAME_PARTICLES = word_list("surname_particles")


def is_role_noun(token: Token) -> bool:
    lexicon = load_lexicon()
    if token.text in FORMS_OF_ADDRESS:
        return False
    if token.entity == "PER" and token.pos == "PROPN" and lexicon.role(token.text) is not None:
        match = lexicon.role(token.text)
        post = match is not None and match.role.role_class in {"office", "function", "title"}
        return post and match is not None and (token.entity_starts or len(match.prefix) >= _NO_SURNAME)
    return (
        lexicon.role(token.text) is not None
        or _AGED.match(token.text) is not None
        or lexicon.inhabitant(token.text) is not None
        and token.entity != "PER"
    )


def is_name_token(reading: Reading, token: Token) -> bool:
    if not token.text[:1].isupper() and token.text.casefold() not in NAME_PARTICLES:
        return False
    lexicon = load_lexicon()
    if token.text in lexicon.titles:
        return True
    if _is_no_name(reading, token):
        return False
    if reading.is_surname(token):
        return True
    if token.entity == "PER" and token.pos == "ADJ" and token.text not in lexicon.first_names:
        return False  # „Abgesperrte Duschen“
    if token.entity == "PER":
        return not is_role_noun(token) and (token.pos != "NOUN" or lexicon.role(token.text) is None)
    if lexicon.inhabitant(token.text) is not None:
        return False
    if (
        has_name_parts(reading, token)
        or is_bare_subject(reading, token)
        or starts_with_first_name(reading, token)
        or _follows_role(reading, token)
    ):
        return True
    if token.entity in {"ORG", "LOC"} or token.pos != "PROPN":
        return False
    return not (
        lexicon.role(token.text)
        or lexicon.organisation_noun(token.text)
        or lexicon.country_form(token.text)
        or token.text.casefold() in lexicon.prefixes
        or token.text in lexicon.media
    )


def _is_no_name(reading: Reading, token: Token) -> bool:
    """A single word that stands where no name stands, whatever it was taken for.

    „Der 57-jährige Romand“, „mit der Silbernen Muschel“: behind an adjective with its article. „am Wehr in Planena“:
    behind „in“. „im Hauptberuf“, „Ans Aufgeben“: with an article in its preposition. A word that the article
    knows as a surname stays a name.
    """
    tokens = reading.tokens
    after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    known = reading.is_surname(token) or token.text in load_lexicon().first_names
    if not known and load_lexicon().country_form(token.text) is not None and _is_single(reading, token):
        return True
    if token.index == 0 and (_PARTICIPLE.match(token.text) or token.text.casefold() in _CONTRACTED):
        return not known
    before = tokens[token.index - 1] if token.index else None
    if before is None or known or after is not None and after.text[:1].isupper():
        return before is not None and not known and before.text.casefold() in _HOLDS_AN_ARTICLE
    if before.text.casefold() in _CONTRACTED or before.text in {"in", "In"}:
        return True
    described = before.text.endswith(("e", "en"))
    article = tokens[token.index - 2].text.casefold() if token.index > 1 else ""
    alone = before.text.casefold() in _ARTICLES_OF_THINGS and _is_single(reading, token)
    return alone or before.text.endswith(_AGES) or described and article in _ARTICLES


def _is_single(reading: Reading, token: Token) -> bool:
    """Whether no other word of a name stands right beside the token."""
    beside = reading.tokens[max(0, token.index - 1) : token.index + 2]
    return all(t is token or t.entity != "PER" and t.relation is not Relation.NAME for t in beside)


def is_second_of_two(reading: Reading, token: Token) -> bool:
    """A name part in apposition to an unknown capitalised word: a name whose first word was taken for a noun."""
    if token.pos != "PROPN" or token.entity or token.index == 0:
        return False
    before = reading.tokens[token.index - 1]
    joined = token.head == before.index and token.relation is Relation.APPOSITION or before.head == token.index
    if (
        not joined
        or before.pos not in {"PROPN", "NOUN"}
        or before.entity
        or reading.has_child(before, Relation.DETERMINER)
    ):
        return False
    return _could_be_first_name(reading.tokens[token.index - 1])


def is_bare_subject(reading: Reading, token: Token) -> bool:
    """A singular subject without article, adjective or plural verb that no list knows: in German that is a name."""
    if (
        token.relation is not Relation.SUBJECT
        or token.pos not in {"NOUN", "PROPN"}
        or token.entity
        or not token.text[:1].isupper()
    ):
        return False
    if reading.has_child(token, Relation.DETERMINER, Relation.ADJECTIVE, Relation.NUMBER, Relation.CASE):
        return False
    verb = reading.parse.head(token)
    lexicon = load_lexicon()
    if verb is None or verb.pos not in {"VERB", "AUX"} or token.text.endswith(NO_NAME):
        return False
    entries = [entry for entry in lexicon.verbs(verb.text) if entry.particle is None]
    if not entries:
        return False
    opens = token.index == 0 and token.pos == "NOUN"  # „Vorsicht sei geboten“: any noun may open a sentence
    if opens and (verb.index != 1 or not any("speech" in entry.uses for entry in entries)):
        return False
    return not (
        lexicon.role(token.text)
        or lexicon.organisation_noun(token.text)
        or lexicon.country_form(token.text)
        or lexicon.speech_noun(token.text)
        or lexicon.inhabitant(token.text)
        or token.text.casefold() in lexicon.prefixes
        or lexicon.title_noun(token.text)
        or token.text in lexicon.media
        or token.text.isupper()
    )


def has_name_parts(reading: Reading, token: Token) -> bool:
    """A capitalised word with a name part right behind it, no known noun: „Tammo Reents“ tagged as a noun."""
    follower = next(iter(reading.children(token, Relation.NAME)), None)
    return (
        follower is not None
        and follower.index == token.index + 1
        and follower.pos == "PROPN"
        and follower.entity in {"", "PER"}
        and token.pos != "PROPN"
        and _could_be_first_name(token)
    )


def starts_with_first_name(reading: Reading, token: Token) -> bool:
    """A first name with a capitalised word behind it, whatever the tagger made of them."""
    if token.text not in load_lexicon().first_names or token.index + 1 >= len(reading.tokens):
        return False
    follower = reading.tokens[token.index + 1]
    return (
        follower.text[:1].isupper()
        and (follower.pos == "PROPN" or follower.entity == "PER" or reading.is_surname(follower))
        and (load_lexicon().organisation_noun(follower.text) is None)
    )


def _follows_role(reading: Reading, token: Token) -> bool:
    """A name right behind a singular role noun that is in apposition to it, even where it was taken for a company."""
    if token.relation not in {Relation.APPOSITION, Relation.NAME} or token.index == 0 or token.pos != "PROPN":
        return False
    before = reading.tokens[token.index - 1]
    lexicon = load_lexicon()
    inhabitant = lexicon.inhabitant(before.text) is not None and lexicon.role(token.text) is None
    if token.head != before.index or before.entity and not inhabitant or not is_role_noun(before):
        return False
    match = lexicon.role(before.text)
    known = token.text in lexicon.media or token.text.casefold() in lexicon.prefixes or token.text.isupper()
    return not known and (inhabitant or match is not None and not match.role.plural)


def whole_name(reading: Reading, token: Token) -> list[Token]:
    """The whole name around ``token``: its parts and what stands between them."""
    wanted = {token.index}
    open_ = [token]
    while open_:
        for child in reading.children(open_.pop(), Relation.NAME):
            wanted.add(child.index)
            open_.append(child)
    tokens = reading.tokens
    low = high = token.index
    while high + 1 < len(tokens) and reading.quote_of(tokens[high + 1]) < 0:
        if _continues_name(reading, tokens[high + 1], tokens, wanted):
            high += 1
            continue
        particles = _particles_behind(reading, low, high)
        if not particles:
            break
        high += particles
    while low > 0 and tokens[low - 1].entity == "PER" and not tokens[low].entity_starts and _fits(tokens[low - 1]):
        low -= 1
    if not token.entity:
        while low > 0 and tokens[low - 1].index in wanted:
            low -= 1
    joined = low > 0 and (
        token.head == low - 1 and token.relation is Relation.APPOSITION or tokens[low - 1].head == low
    )
    unknown_first = (  # „Elva Huamán Ccori verlor …“
        low == 1
        and not tokens[0].entity
        and not reading.is_surname(tokens[0])
        and not is_first_name(tokens[1])
        and load_lexicon().role(tokens[1].text) is None
    )
    if joined and (low == high or unknown_first) and _could_be_first_name(tokens[low - 1]):
        low -= 1
    while (
        low > 1
        and tokens[low - 1].text in {"’", "'"}
        and tokens[low - 2].end == tokens[low - 1].start
        and (tokens[low - 1].end == tokens[low].start and tokens[low - 2].text[:1].isupper())
    ):
        low -= 2
    while low > 0 and is_first_name(tokens[low - 1]) and reading.quote_of(tokens[low - 1]) < 0:
        low -= 1
    run = _without_employer(reading, list(tokens[low : high + 1]))
    while run and (run[-1].text.casefold() in NAME_PARTICLES or not run[-1].text[:1].isalpha()):
        run.pop()
    while (
        len(run) > 1 and load_lexicon().role(run[0].text) is not None and run[0].text not in load_lexicon().first_names
    ):
        run.pop(0)
    posts = [i for i, t in enumerate(run[:-1]) if t.entity == "PER" and is_role_noun(t) and not reading.is_surname(t)]
    return run[posts[-1] + 1 :] if posts and load_lexicon().country_form(run[0].text) is not None else run


def _without_employer(reading: Reading, run: list[Token]) -> list[Token]:
    """„Jana Brandt von Licht Schweiz“ taken for one name: what ends with a country is no surname."""
    of = next((i for i, t in enumerate(run) if t.text == "von" and i), None)
    place = of is not None and load_lexicon().country_form(run[-1].text) is not None
    return run[:of] if place and not reading.is_surname(run[-1]) else run


def _particles_behind(reading: Reading, first: int, at: int) -> int:
    """How many tokens „von der Heide“ or „al-Masri“ take behind a first name; 0 where none follow."""
    lexicon = load_lexicon()
    tokens = reading.tokens
    for length in range(1, 5):
        if at + length >= len(tokens):
            return 0
        token = tokens[at + length]
        if reading.quote_of(token) >= 0:
            return 0
        if token.text in _SURNAME_PARTICLES and (length > 1 or token.text not in {"der", "den"}):
            continue
        if re.match(r"^(?:al|el|an|as|ad|asch|ash|ar|at|ul)-[A-ZÄÖÜ]", token.text):
            return length
        if length == 1 or not token.text[:1].isupper() or token.text.endswith("-") or token.text.isupper():
            return 0
        if reading.is_surname(token):
            return length
        if token.entity in {"ORG", "LOC"} or _opens_organisation(reading, token):
            return 0
        known = (
            lexicon.organisation_noun(token.text)
            or lexicon.country_form(token.text)
            or lexicon.role(token.text)
            or token.text.casefold() in lexicon.prefixes
        )
        if known and token.entity != "PER":
            return 0
        named = any(t.entity == "PER" or t.text in lexicon.first_names for t in tokens[first : at + 1])
        noble = tokens[at + 1].text in {"von", "van", "de", "da", "di", "dos", "del"}
        return (
            length if named and (token.pos == "PROPN" or token.entity == "PER" or noble and token.pos == "NOUN") else 0
        )
    return 0


def _opens_organisation(reading: Reading, token: Token) -> bool:
    """„von der Innsbrucker Klinik“: a word in front of an organisation's noun belongs to that."""
    after = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else None
    return after is not None and load_lexicon().organisation_noun(after.text) is not None


def is_first_name(token: Token) -> bool:
    first_names = load_lexicon().first_names
    return token.text in first_names or "-" in token.text and token.text.split("-")[0] in first_names


def _could_be_first_name(token: Token) -> bool:
    """A capitalised word in front of a surname that is no noun the lexicon knows."""
    lexicon = load_lexicon()
    if is_first_name(token) and token.entity in {"", "PER"}:
        return True
    return (
        token.text[:1].isupper()
        and token.text.isalpha()
        and token.entity in {"", "PER"}
        and lexicon.role(token.text) is None
        and lexicon.organisation_noun(token.text) is None
        and token.text not in FORMS_OF_ADDRESS
        and not lexicon.country_of_adjective(token.text)
        and AGENT.search(token.text) is None
        and token.text.casefold() not in _FUNCTION_WORDS
        and not token.text.endswith(_ADJECTIVE_ENDS)
    )


def _fits(token: Token) -> bool:
    return token.text[:1].isalpha() and (token.text[:1].isupper() or token.text.casefold() in NAME_PARTICLES)


def _continues_name(reading: Reading, token: Token, tokens: Sequence[Token], wanted: set[int]) -> bool:
    if not _fits(token) and token.text not in {"-", "’", "'", "."}:
        return False
    if token.index in wanted:
        return True
    if token.entity == "PER" and not token.entity_starts:
        return True
    before = tokens[token.index - 1]
    if (
        token.relation is Relation.NAME
        and token.head == before.head
        and (token.pos == "PROPN" or _could_be_first_name(token))
    ):
        return True
    if before.text in load_lexicon().first_names and (token.pos == "PROPN" and before.entity != "PER"):
        return True
    first = before.text in load_lexicon().first_names or before.entity == "PER" or before.pos == "PROPN"
    if first and reading.is_surname(token) and not reading.is_surname(before):
        return True
    if token.text in {"-", "’", "'"}:
        after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        return (
            after is not None
            and after.text[:1].isupper()
            and (after.entity == "PER" or after.pos == "PROPN")
            and before.entity == "PER"
            and token.entity in {"", "PER"}
            and token.relation is not Relation.CASE
        )
    return (
        token.pos == "PROPN"
        and tokens[token.index - 1].entity == "PER"
        and token.entity == ""
        and (token.relation is Relation.NAME)
    )


def clean_name(text: str) -> str:
    """A name without titles, soft hyphens and marks, its spaces single."""
    titles = load_lexicon().titles
    words = re.sub(r"[\u00ad\u200b-\u200d\u2060\ufeff]", "", text).replace("\u00a0", " ").split()
    while words and titles.get(words[0]) is False:
        words.pop(0)
    kept = [w for i, w in enumerate(words) if titles.get(w) is not False or i == len(words) - 1]
    return " ".join(kept).strip(" ,;:-–„“”\"'()[]«»")


def first_name_gender(named: str) -> str:
    first = named.split(" ")[0].split("-")[0] if " " in named else ""
    return load_lexicon().first_names.get(first, "u") if first else "u"
