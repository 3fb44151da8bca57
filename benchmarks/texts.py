"""Texts made for the measurements: articles with invented people, articles of any size, and texts meant to hurt.

Nothing here is taken from real articles; the same numbers give the same texts.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count

KIB = 1024
MIB = 1024 * KIB

FIRST = (
    "Jana Brigitte Sven Marlene Ayhan Ursina Korbinian Svetlana Lars Elif Henrike Matteo Nadine Otto Wiebke Joris "
    "Paula Timo Regula Amir Frauke Nils Carla Veit Miriam Anton Greta Hamid Lotte Urs"
).split()
LAST = (
    "Brandt Hollerbach Winkelried Ostermoor Yalcin Tannert Grubenthal Vossberg Lindqvist Marquering Ebner Sandhof "
    "Petrovic Rautenberg Kilchmann Dornfelder Wolpert Achternbusch Niehues Zollikofer Falkner Hagedorn Immerath "
    "Jessen Quastenberg Uhlmann Xander Birkner Clausius Drosten-Maier"
).split()
ROLES = (
    ("Sprecherin", "Sprecher", "des Verkehrsamts"),
    ("Vorsitzende", "Vorsitzender", "des Imkerverbands"),
    ("Leiterin", "Leiter", "der Hafenbehörde"),
    ("Direktorin", "Direktor", "des Stadtmuseums"),
    ("Geschäftsführerin", "Geschäftsführer", "der Molkereigenossenschaft"),
    ("Präsidentin", "Präsident", "des Ruderbunds"),
    ("Expertin", "Experte", "des Instituts für Küstenforschung"),
    ("Bürgermeisterin", "Bürgermeister", "von Altenrode"),
)
FEMALE = frozenset("Jana Brigitte Marlene Ursina Svetlana Elif Henrike Nadine Wiebke Paula Regula".split()) | frozenset(
    "Frauke Carla Miriam Greta Lotte".split()
)
PLACES = "Altenrode Birkenwerth Cattenstein Dünenhafen Erlbrück Fahrenbach Grünau Hohenlind".split()
THINGS = (
    "die neue Brücke",
    "das Freibad",
    "der Fahrplan der Fähre",
    "die Sanierung der Schule",
    "der Windpark vor der Küste",
    "das Honigfest",
    "die Umgehungsstraße",
    "der Umbau des Bahnhofs",
)
QUOTES = (
    "Wir haben lange gerechnet und am Ende bleibt eine Lücke von zwei Millionen",
    "Niemand im Ort hat damit gerechnet",
    "Das ist für uns ein guter Tag, aber es ist noch nicht der letzte Schritt",
    "Ich verstehe den Ärger, nur ändern können wir den Plan in diesem Jahr nicht mehr",
    "Wer morgens um sechs hier steht, weiß, wovon ich rede",
    "Der Winter kommt früher als das Geld",
    "Am Freitag entscheidet der Rat, vorher sage ich dazu kein Wort",
    "Die Zahlen lagen seit März auf dem Tisch, gelesen hat sie offenbar keiner",
)
FRAGMENTS = ("ein Trauerspiel", "längst überfällig", "reine Kosmetik", "einen Schritt ins Leere", "kaum zu erklären")
PLAIN = (
    "Seit Jahren beschäftigt {thing} den Rat von {place}.",
    "Der Rat hatte das Vorhaben im Frühjahr mit knapper Mehrheit beschlossen und die Mittel dafür freigegeben.",
    "Nach Angaben der Verwaltung kostet das Vorhaben {number} Millionen Euro, fast doppelt so viel wie geplant.",
    "Die Arbeiten sollen im {month} beginnen und bis zum Ende des folgenden Jahres dauern.",
    "Zur Versammlung am Dienstagabend kamen rund {number} Menschen in die Turnhalle von {place}.",
    "Eine Anwohnerin hatte im Sommer Klage eingereicht, über die das Gericht noch nicht entschieden hat.",
    "Auch in {place} und {other} gibt es Bedenken, weil dort mehr Lastwagen erwartet werden.",
    "Der Zeitplan gilt als eng, denn für zwei der fünf Abschnitte fehlt noch die Genehmigung.",
    "{last} kündigte an, die Unterlagen bis zum Monatsende offenzulegen.",
    "{role} {genitive} ist {full} seit vier Jahren, davor arbeitete {pronoun} in {other}.",
)
SPOKEN = (
    "„{quote}“, sagte {full}, {role} {genitive}, am Montag in {place}.",
    "„{quote}“, sagte {last}.",
    "{role} {full} sagte: „{quote}.“",
    "„{quote}“, so {last} weiter.",
    "„{quote}“, erklärte {pronoun} nach der Sitzung.",
    "{last} nannte den Beschluss „{fragment}“.",
    "Das Vorgehen sei „{fragment}“, kritisierte {full} vor Journalisten in {place}.",
    "Wie {full} mitteilte, sei {thing} „{fragment}“.",
)
MONTHS = "Februar März April Mai Juni August September Oktober".split()


def article(number: int, *, marks: bool = True, sentences: int = 24) -> str:
    """One article of about 2,500 characters, another for each number; every third sentence speaks where ``marks``."""
    draw = random.Random(number)
    people = [_person(draw) for _ in range(3)]
    lines = [f"Streit in {draw.choice(PLACES)}: {draw.choice(THINGS)} kommt später".replace(": d", ": D"), ""]
    paragraph: list[str] = []
    for place in range(sentences):
        speaks = marks and place % 3 == 2
        template = draw.choice(SPOKEN if speaks else PLAIN)
        sentence = template.format(**draw.choice(people), **_matter(draw))
        paragraph.append(sentence[0].upper() + sentence[1:])
        if len(paragraph) == 4:
            lines += [" ".join(paragraph), ""]
            paragraph = []
    return "\n".join([*lines, " ".join(paragraph)]).rstrip() + "\n"


def articles(number: int, *, marks: bool = True) -> list[str]:
    """So many different articles."""
    return [article(index, marks=marks) for index in range(number)]


def of_size(size: int) -> str:
    """Different articles one after another, cut to this many bytes of UTF-8."""
    parts: list[bytes] = []
    length = 0
    for number in count():
        parts.append(article(number).encode() + b"\n")
        length += len(parts[-1])
        if length >= size:
            return b"".join(parts)[:size].decode(errors="ignore")
    raise AssertionError


def worst(size: int = MIB) -> dict[str, str]:
    """Texts meant to be slow, by what they are; each of about ``size`` bytes, the line breaks 100,000."""
    return {
        "opening marks": _filled("„", size),
        "straight marks": _filled('"', size),
        "nested openings": _filled("„a ", size),
        "„a“": _filled("„a“", size),
        "„a“, sagte B.": _filled("„a“, sagte B. ", size),
        "no full stop": "„Nein“, sagte Jana Brandt " + _filled("und dann ging sie weiter und sagte nichts ", size),
        "line breaks": "„Nein“, sagte Jana Brandt." + "\n" * 100_000 + "„Doch“, sagte sie.",
        "one word": "„Nein“, sagte Jana Brandt. " + "a" * size,
        "tags": "„Nein“, sagte Jana Brandt. " + _filled("<b ", size),
        "brackets": "„Nein“, sagte Jana Brandt. " + _filled("Amt (", size),
        "capitals": "„Nein“, sagte Jana Brandt. " + _filled("Amt ", size),
        "same quote": _filled("„Wir prüfen das alles in Ruhe“, sagte Jana Brandt. ", size),
        "pronouns": "Jana Brandt kam. " + _filled("„Wir prüfen das“, sagte sie. ", size),
        "new people": _cut(_speakers(), size),
        "paragraphs": _filled("„Ja.\n\n", size),
    }


def _person(draw: random.Random) -> dict[str, str]:
    first, last = draw.choice(FIRST), draw.choice(LAST)
    feminine, masculine, genitive = draw.choice(ROLES)
    is_female = first in FEMALE
    return {
        "full": f"{first} {last}",
        "last": last,
        "role": feminine if is_female else masculine,
        "genitive": genitive,
        "pronoun": "sie" if is_female else "er",
    }


def _matter(draw: random.Random) -> dict[str, str]:
    place, other = draw.sample(PLACES, 2)
    return {
        "place": place,
        "other": other,
        "thing": draw.choice(THINGS),
        "quote": draw.choice(QUOTES),
        "fragment": draw.choice(FRAGMENTS),
        "month": draw.choice(MONTHS),
        "number": str(draw.randrange(3, 90)),
    }


def _filled(unit: str, size: int) -> str:
    return unit * (size // len(unit.encode()))


def _speakers() -> Iterator[str]:
    """Sentences that each quote somebody new."""
    draw = random.Random(0)
    syllables = "ba ber dor fal gen hol kin lau mer nos pel rin sun tal vor wen".split()
    while True:
        last = "".join(draw.choice(syllables) for _ in range(4)).capitalize()
        yield f"„Wir prüfen das“, sagte {draw.choice(FIRST)} {last}. "


def _cut(sentences: Iterator[str], size: int) -> str:
    parts: list[str] = []
    length = 0
    for sentence in sentences:
        length += len(sentence.encode())
        if length > size:
            break
        parts.append(sentence)
    return "".join(parts)
