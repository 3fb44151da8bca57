"""Makes annotated sentences of reported speech from frames, roles, names and institutions.

The words are in the tables of `lexicon/`; the trees follow the conventions of the treebanks: the role noun is the head
and the name its apposition, the quotation hangs on the reporting verb as ccomp. The quotations are collapsed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from training.augment import STAND_IN
from training.conllu import Sentence
from training.nodes import Node, name, phrase, punct, sentence_of

LEXICON = Path(__file__).parent / "lexicon"
STYLES = (("„", "“"), ("„", "“"), ("„", "“"), ('"', '"'), ("«", "»"), ("»", "«"), ("“", "”"))
ARTICLE = {
    "m": {"nom": "der", "gen": "des", "dat": "dem", "acc": "den"},
    "f": {"nom": "die", "gen": "der", "dat": "der", "acc": "die"},
}
INDEFINITE = {
    "m": {"nom": "ein", "gen": "eines", "dat": "einem", "acc": "einen"},
    "f": {"nom": "eine", "gen": "einer", "dat": "einer", "acc": "eine"},
}
PARTIES = ("CDU", "SPD", "FDP", "Grüne", "Linke", "CSU", "AfD", "SVP", "ÖVP", "parteilos", "BSW")
ROLE_ADJECTIVES = ("frühere", "ehemalige", "stellvertretende", "neue", "damalige", "scheidende", "amtierende")
TITLES = ("Herr", "Frau", "Dr.", "Prof.", "General", "Oberst")
PLACES = (
    "Berlin",
    "Moskau",
    "Kiew",
    "Peking",
    "Wien",
    "Bern",
    "Brüssel",
    "Washington",
    "Ankara",
    "Seoul",
    "Genf",
    "Erfurt",
)
TOWN_ADJECTIVES = ("Wiener", "Berliner", "Hamburger", "Zürcher", "Grazer", "Moskauer", "Londoner", "Erfurter")
OFFICES = (
    "dem/D Rathaus/N",
    "dem/D Kanzleramt/N",
    "der/D Parteizentrale/N",
    "dem/D Ministerium/N",
    "Regierungskreisen/N",
)
MOODS = ("überzeugt", "erleichtert", "zuversichtlich", "enttäuscht", "besorgt", "überrascht", "verärgert")
REASONS = ("den/D Vorwurf/N", "die/D Niederlage/N", "das/D Urteil/N", "den/D Rücktritt/N", "seine/D Entscheidung/N")
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag", "Wochenende", "Abend")
THINGS = (
    "das/D Vorhaben/N",
    "die/D Lage/N",
    "der/D Angriff/N",
    "die/D Entscheidung/N",
    "das/D Urteil/N",
    "die/D Reform/N",
    "der/D Vorwurf/N",
    "das/D Abkommen/N",
    "die/D Kritik/N",
    "der/D Einsatz/N",
    "das/D Verfahren/N",
    "die/D Sanktionen/N",
)
OBJECTS = (
    "das/D Vorhaben/N",
    "die/D Pläne/N der/D Regierung/N",
    "den/D Angriff/N",
    "die/D Entscheidung/N",
    "das/D Urteil/N",
    "den/D Vorstoß/N aus/C Brüssel/L",
    "die/D Reform/N",
    "den/D Bericht/N",
    "das/D Abkommen/N",
    "die/D Lage/N",
)
DOCUMENTS = (
    "einem/D Bericht/N",
    "der/D Erklärung/N",
    "einer/D Mitteilung/N",
    "dem/D Schreiben/N",
    "dem/D Gutachten/N",
    "einer/D Stellungnahme/N",
    "dem/D Entwurf/N",
    "einem/D offenen/A Brief/N",
)
SOURCES = ("Angaben", "Worten", "Aussage", "Einschätzung", "Ansicht", "Darstellung")


def sentences(seed: int, number: int = 2500) -> Iterator[Sentence]:
    """``number`` sentences, the same ones for the same seed."""
    grammar = Grammar(random.Random(seed))
    for _ in range(number):
        yield sentence_of(grammar.sentence())


def rows(file: str) -> list[list[str]]:
    """The rows of a table of the lexicon, without its comments."""
    lines = (LEXICON / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


class Grammar:
    """Draws trees of sentences. Every draw comes from the one generator, so a seed gives one sequence."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.names: dict[str, dict[str, list[str]]] = {}
        for origin, kind, words in rows("names.tsv"):
            known = self.names.setdefault(origin, {}).setdefault(kind, [])
            known += [word.replace("_", " ") for word in words.split()]
        self.roles = rows("roles.tsv")
        self.organisations = rows("organisations.tsv")
        self.countries = rows("countries.tsv")
        self.media = rows("media.tsv")
        self.verbs = list(rows("verbs.tsv"))
        self.style = STYLES[0]
        self.frames: list[tuple[float, Callable[[], Node]]] = [
            (8, self.inverted),
            (3, self.leading),
            (2, self.fronted),
            (3, self.interrupting),
            (2, self.so_frame),
            (2, self.as_frame),
            (2.5, self.according_to),
            (1, self.zufolge),
            (1.5, self.passive_citation),
            (1.5, self.citation),
            (1, self.document),
            (2, self.clause),
            (2, self.naming),
            (1.5, self.object_frame),
            (1.5, self.verb_last),
            (1, self.reproach),
            (1, self.with_the_words),
            (1, self.colon),
            (1, self.attitude),
            (1, self.from_an_office),
        ]

    def sentence(self) -> Node:
        """One sentence."""
        self.style = self.rng.choice(STYLES)
        frame = self.rng.choices([make for _, make in self.frames], [weight for weight, _ in self.frames])[0]
        root = frame()
        _capitalise(root)
        return root

    # Parts

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def quote(self, comma: str = "") -> Node:
        """A collapsed quotation within its marks, the comma after it included."""
        right = [punct(self.style[1])] + ([punct(comma)] if comma else [])
        return Node(STAND_IN, "X", left=[punct(self.style[0])], right=right)

    def person(self, gender: str) -> Node:
        """A full name or, less often, a surname alone."""
        first, last, surname_first = self._parts_of_a_name(gender)
        if self.chance(0.15):
            return name(last)
        return name(f"{last} {first}" if surname_first else f"{first} {last}")

    def full_name(self) -> str:
        """A person's full name, the first name first except where names are written the other way round."""
        first, last, surname_first = self._parts_of_a_name(self.rng.choice("mf"))
        return f"{last} {first}" if surname_first else f"{first} {last}"

    def _parts_of_a_name(self, gender: str) -> tuple[str, str, bool]:
        origins = [origin for origin in self.names if gender in self.names[origin] and "s" in self.names[origin]]
        origin = self.rng.choice(origins)
        kinds = self.names[origin]
        first, last = self.rng.choice(kinds[gender]), self.rng.choice(kinds["s"])
        if "p" in kinds and self.chance(0.3):
            last = f"{self.rng.choice(kinds['p'])} {last}"
        return first, last, origin.endswith("*")

    def organisation(self, case: str = "gen") -> Node:
        genitive, dative, kind = self.rng.choice(self.organisations)
        node = phrase(genitive if case == "gen" else dative, "ORG" if kind == "E" else None)
        if kind == "e":
            for relation, child in node.right:
                if relation == "appos":
                    child.entity = "ORG"
        return node

    def medium(self, case: str) -> Node:
        nominative, dative = self.rng.choice(self.media)
        node = phrase(nominative if case == "nom" else dative, marks=self.style)
        names = [child for relation, child in node.right if relation == "appos"]
        (names[0] if names else node).entity = "ORG"
        return node

    def brackets(self, person: Node) -> None:
        """Party, age or both in brackets after a name."""
        age, party = Node(str(self.rng.randint(19, 88)), "NUM"), Node(self.rng.choice(PARTIES), "PROPN", entity="ORG")
        if party.text == "parteilos":
            party = Node("parteilos", "ADJ")
        inner = [party] if self.chance(0.6) else [age] if self.chance(0.6) else [age, party]
        head = inner[0]
        head.left = [punct("(")]
        if len(inner) == 2:
            inner[1].left = [punct(",")]
            head.right.append(("appos", inner[1]))
        head.right.append(punct(")"))
        person.right.append(("appos", head))

    def mention(self, case: str = "nom", final: bool = False) -> Node:
        """A speaker as a noun phrase. ``final`` says that nothing follows, so that no comma closes an apposition."""
        shapes: list[tuple[float, Callable[[str, bool], Node]]] = [
            (2, self._bare),
            (6, self._role_name),
            (4, self._role_comma_name),
            (3, self._name_comma_role),
            (2, self._unnamed),
            (1, self._pronoun),
            (1, self._relative),
            (1, self._by_age),
            (1, self._of_someone),
        ]
        make = self.rng.choices([shape for _, shape in shapes], [weight for weight, _ in shapes])[0]
        return make(case, final)

    def _bare(self, case: str, final: bool) -> Node:
        gender = self.rng.choice("mf")
        person = self.person(gender)
        if self.chance(0.2):
            title = "Frau" if gender == "f" else self.rng.choice(TITLES)
            if title == "Herr" and case != "nom":
                title = "Herrn"
            person.left.append(("compound", Node(title, "NOUN")))
        if self.chance(0.25):
            self.brackets(person)
        return person

    def _role(self, case: str, gender: str, kinds: str) -> tuple[Node, str]:
        """A role noun, possibly with adjective or country, without an article; and what it is."""
        row = self.rng.choice([row for row in self.roles if any(kind in row[4] for kind in kinds)])
        column = {"nom": 0, "gen": 1, "dat": 2, "acc": 2}[case]
        return Node(row[3] if gender == "f" else row[column], "NOUN"), row[4]

    def _role_name(self, case: str, final: bool) -> Node:
        """Kremlsprecherin X; der russische Außenminister X; Polens Präsident X; Präsidentin X."""
        gender = self.rng.choice("mf")
        role, kind = self._role(case, gender, "-c")
        person = self.person(gender)
        if self.chance(0.15):
            person.left.append(("compound", Node("Dr.", "NOUN")))
        if "c" in kind and self.chance(0.8):
            self._country(role, case, gender)
        elif self.chance(0.4):
            role.left += [self._article(case, gender)]
            if self.chance(0.3):
                role.left.append(("amod", Node(self.rng.choice(TOWN_ADJECTIVES), "ADJ")))
            elif self.chance(0.6):
                role.left.append(("amod", Node(self._adjective(self.rng.choice(ROLE_ADJECTIVES), case, gender), "ADJ")))
        role.right.append(("appos", person))
        if self.chance(0.25):
            self.brackets(person)
        elif self.chance(0.12):
            role.right.append(("nmod", _under("von", self.organisation("dat"))))
        return role

    def _country(self, role: Node, case: str, gender: str) -> None:
        genitive, stem = self.rng.choice(self.countries)
        if self.chance(0.35):
            role.left.append(("nmod", Node(genitive, "PROPN", entity="LOC")))
        elif self.chance(0.3):
            ending = {"m": {"nom": "er", "gen": "en", "dat": "em", "acc": "en"}}.get(gender, {"nom": "e", "acc": "e"})
            role.left.append(("amod", Node(stem + ending.get(case, "er"), "ADJ")))
        else:
            role.left.append(self._article(case, gender))
            role.left.append(("amod", Node(self._adjective(stem + "e", case, gender), "ADJ")))

    def _article(self, case: str, gender: str) -> tuple[str, Node]:
        return ("det", Node(ARTICLE[gender][case], "DET"))

    def _adjective(self, form: str, case: str, gender: str) -> str:
        """The weak form of an adjective that ends in e."""
        return form if case == "nom" or (case == "acc" and gender == "f") else form + "n"

    def _role_comma_name(self, case: str, final: bool) -> Node:
        """die Sprecherin des Hohen Rats der Küste, X,"""
        gender = self.rng.choice("mf")
        role, _ = self._role(case, gender, "o")
        role.left.append(self._article(case, gender))
        if self.chance(0.2):
            role.left.append(("amod", Node(self._adjective(self.rng.choice(ROLE_ADJECTIVES), case, gender), "ADJ")))
        self._affiliate(role)
        person = self.person(gender)
        person.left.insert(0, punct(","))
        if self.chance(0.15):
            self.brackets(person)
        if not final:
            person.right.append(punct(","))
        role.right.append(("appos", person))
        return role

    def _affiliate(self, role: Node) -> None:
        """An organisation after a role, at times with its place or as a prepositional attribute."""
        if self.chance(0.12):
            organisation = _under(self.rng.choice(("bei", "von", "aus")), self.organisation("dat"))
        else:
            organisation = self.organisation("gen")
            if self.chance(0.12) and not organisation.right:
                organisation.right.append(("nmod", _under("in", name(self.rng.choice(PLACES), "LOC"))))
                organisation.wide = False
            elif self.chance(0.12):
                other = self.organisation("gen")
                organisation.right.append(("conj", other))
                other.left.insert(0, ("cc", Node("und", "CCONJ")))
                organisation.wide = False
        role.right.append(("nmod", organisation))

    def _name_comma_role(self, case: str, final: bool) -> Node:
        """X, Sprecherin des Verkehrsministeriums,"""
        gender = self.rng.choice("mf")
        person = self.person(gender)
        if self.chance(0.2):
            self.brackets(person)
        role, _kind = self._role(case, gender, "o")
        if self.chance(0.35):
            role.left.append(self._article(case, gender))
            if self.chance(0.3):
                role.left.append(("amod", Node(self._adjective(self.rng.choice(ROLE_ADJECTIVES), case, gender), "ADJ")))
        self._affiliate(role)
        role.left.insert(0, punct(","))
        if not final:
            role.right.append(punct(","))
        person.right.append(("appos", role))
        return person

    def _unnamed(self, case: str, final: bool) -> Node:
        """ein Sprecher der Polizei; der Minister"""
        gender = self.rng.choice("mf")
        role, kind = self._role(case, gender, "o-c")
        if self.chance(0.5) and not role.text.endswith(("ende", "ende", "nete", "tragte")):
            role.left.append(("det", Node(INDEFINITE[gender][case], "DET")))
        else:
            role.left.append(self._article(case, gender))
        if "o" in kind and self.chance(0.75):
            self._affiliate(role)
        return role

    def _pronoun(self, case: str, final: bool) -> Node:
        forms = {"nom": ("er", "sie"), "acc": ("ihn", "sie"), "dat": ("ihm", "ihr"), "gen": ("seiner", "ihrer")}
        return Node(self.rng.choice(forms[case]), "PRON")

    def _relative(self, case: str, final: bool) -> Node:
        """X, der die Ermittlungen leitet,"""
        gender = self.rng.choice("mf")
        person = self.person(gender)
        verb, thing = self.rng.choice(
            (("leitet", "die/D Ermittlungen/N"), ("führt", "die/D Partei/N"), ("berät", "den/D Präsidenten/N"))
        )
        clause = Node(verb, "VERB")
        clause.left = [punct(","), ("nsubj", Node(ARTICLE[gender]["nom"], "PRON")), ("obj", phrase(thing))]
        if not final:
            clause.right.append(punct(","))
        person.right.append(("acl:relcl", clause))
        return person

    def _by_age(self, case: str, final: bool) -> Node:
        """die 41-jährige X; der 52-Jährige"""
        gender = self.rng.choice("mf")
        age = self.rng.randint(19, 92)
        if self.chance(0.5):
            ending = "" if case == "nom" or (case == "acc" and gender == "f") else "n"
            return Node(f"{age}-Jährige{ending}", "NOUN", left=[self._article(case, gender)])
        person = self.person(gender)
        adjective = Node(self._adjective(f"{age}-jährige", case, gender), "ADJ")
        person.left = [self._article(case, gender), ("amod", adjective), *person.left]
        return person

    def _of_someone(self, case: str, final: bool) -> Node:
        """Oldens Anwalt X; ihr Stellvertreter X"""
        gender = self.rng.choice("mf")
        row = self.rng.choice(
            (
                ("Anwalt", "Anwalts", "Anwalt", "Anwältin"),
                ("Stellvertreter", "Stellvertreters", "Stellvertreter", "Stellvertreterin"),
                ("Nachfolger", "Nachfolgers", "Nachfolger", "Nachfolgerin"),
                ("Bruder", "Bruders", "Bruder", "Schwester"),
            )
        )
        role = Node(row[3] if gender == "f" else row[{"nom": 0, "gen": 1}.get(case, 2)], "NOUN")
        surname = self.person(self.rng.choice("mf")).text
        if self.chance(0.6) and not surname.endswith(("s", "z", "x")):
            role.left.append(("nmod", Node(surname + "s", "PROPN", entity="PER")))
        else:
            ending = {"m": {"nom": "", "gen": "es", "dat": "em", "acc": "en"}, "f": {"nom": "e", "acc": "e"}}[gender]
            owner = self.rng.choice(("sein", "ihr"))
            role.left.append(("det:poss", Node(owner + ending.get(case, "er"), "DET")))
        if self.chance(0.6):
            role.right.append(("appos", self.person(gender)))
        return role

    def named(self, case: str) -> Node:
        """A speaker that is no pronoun."""
        while (found := self.mention(case)).pos == "PRON":
            pass
        return found

    def source(self) -> Node:
        """Laut X; nach Angaben von X; nach Angaben der Sprecherin"""
        if self.chance(0.5):
            return _under("Laut", self.named("dat"))
        speaker = self.named("gen")
        if not speaker.left or speaker.left[0][0] != "det":
            speaker = _under("von", self._bare("dat", False) if self.chance(0.4) else self._role_name("dat", False))
        return _under("Nach", Node(self.rng.choice(SOURCES), "NOUN", right=[("nmod", speaker)]))

    def speakers(self, final: bool = False) -> tuple[Node, bool]:
        """The subject and whether it is plural."""
        if self.chance(0.07):
            first, second = self._bare("nom", False), self._bare("nom", False)
            second.left.insert(0, ("cc", Node("und", "CCONJ")))
            first.right.append(("conj", second))
            return first, True
        return self.mention("nom", final), False

    def adverbials(self, most: int = 2) -> list[tuple[str, Node]]:
        """Where, when and to whom, in the order of a German sentence."""
        makers: list[Callable[[], tuple[str, Node]]] = [
            self._when,
            self._when,
            self._where,
            self._to_medium,
            lambda: (
                "advmod",
                Node(self.rng.choice(("heute", "dazu", "weiter", "zugleich", "gestern", "daraufhin")), "ADV"),
            ),
            lambda: (
                "obl",
                phrase(
                    self.rng.choice(
                        (
                            "auf/C Anfrage/N",
                            "vor/C Journalisten/N",
                            "bei/C einer/D Pressekonferenz/N",
                            "nach/C dem/D Treffen/N",
                            "im/C Bundestag/O",
                            "in/C einem/D Interview/N",
                            "auf/C Twitter/O",
                            "laut/C Medienberichten/N",
                            "nach/C Gesprächen/N in/C Genf/L",
                            "bei/C einem/D Besuch/N in/C Tiflis/L",
                        )
                    )
                ),
            ),
        ]
        number = self.rng.choice((0, 1, 1, 2))
        chosen = self.rng.sample(range(len(makers)), min(number, most))
        return [makers[place]() for place in sorted(chosen)]

    def _when(self) -> tuple[str, Node]:
        return ("obl", _under("am", Node(self.rng.choice(DAYS), "NOUN")))

    def _where(self) -> tuple[str, Node]:
        return ("obl", _under("in", name(self.rng.choice(PLACES), "LOC")))

    def _to_medium(self) -> tuple[str, Node]:
        medium = self.medium("dat")
        if self.chance(0.5):
            return ("iobj", medium)
        preposition = self.rng.choice(("gegenüber", "laut", "im Gespräch mit", "im Interview mit"))
        if " " in preposition:
            _, noun, _ = preposition.split()
            talk = Node(noun, "NOUN", right=[("nmod", _under("mit", medium))])
            return ("obl", _under("im", talk))
        return ("obl", _under(preposition, medium))

    def verb(self, plural: bool) -> tuple[Node, list[tuple[str, Node]]]:
        """A reporting verb and its separated particle, if it has one."""
        singular, several, particle = self.rng.choice(self.verbs)
        parts = [] if particle == "-" else [("compound:prt", Node(particle, "ADP"))]
        return Node(several if plural else singular, "VERB"), parts

    # Frames

    def inverted(self) -> Node:
        """„⁂“, sagte X am Montag."""
        after = self.adverbials()
        early = [after.pop(0)] if after and self.chance(0.15) else []
        subject, plural = self.speakers()
        verb, particle = self.verb(plural)
        if not after and not particle:
            _strip_comma(subject)
        verb.left = [("ccomp", self.quote(","))]
        verb.right = [*early, ("nsubj", subject), *after, *particle]
        if self.chance(0.12):
            verb.right.append(("conj", self._second_verb(plural)))
        verb.right.append(punct("."))
        return verb

    def _second_verb(self, plural: bool) -> Node:
        """und verwies auf den Bericht"""
        singular, several, preposition = self.rng.choice(
            (("verwies", "verwiesen", "auf"), ("warnte", "warnten", "vor"), ("sprach", "sprachen", "von"))
        )
        thing = self.rng.choice(("den/D Folgen/N", "einem/D Fehler/N", "weiteren/A Angriffen/N", "Fortschritten/N"))
        if preposition == "auf":
            thing = self.rng.choice(("den/D Bericht/N", "die/D Zahlen/N des/D Vorjahres/N", "die/D Verfassung/N"))
        obl = _under(preposition, phrase(thing))
        return Node(several if plural else singular, "VERB", left=[("cc", Node("und", "CCONJ"))], right=[("obl", obl)])

    def leading(self) -> Node:
        """X sagte am Montag: „⁂“"""
        subject, plural = self.speakers()
        verb, particle = self.verb(plural)
        quote = self.quote()
        sign = ":" if self.chance(0.8) else ","
        quote.left.insert(0, punct(sign))
        verb.left = [("nsubj", subject)]
        verb.right = [*self.adverbials(), *particle, ("ccomp", quote)]
        if sign == "," or self.chance(0.2):
            verb.right.append(punct("."))
        return verb

    def fronted(self) -> Node:
        """Am Montag sagte X: „⁂“"""
        front = self.adverbials()
        subject, plural = self.speakers()
        verb, particle = self.verb(plural)
        if not front:
            front = [self._when()]
        first = front[0]
        _capitalise(first[1])
        quote = self.quote()
        quote.left.insert(0, punct(":"))
        verb.left = [first]
        if not particle and len(front) == 1:
            _strip_comma(subject)
        verb.right = [("nsubj", subject), *front[1:], *particle, ("ccomp", quote)]
        return verb

    def interrupting(self) -> Node:
        """„⁂“, sagte X, „⁂.“"""
        root = self.inverted()
        while root.right[-1][0] == "punct":
            root.right.pop()
        _strip_comma(root.right[-1][1])
        second = self.quote()
        second.left.insert(0, punct(self.rng.choice((",", ",", ",", ".", ":"))))
        root.right += [("parataxis", second)]
        if self.chance(0.3):
            root.right.append(punct("."))
        return root

    def so_frame(self) -> Node:
        """„⁂“, so X am Montag."""
        subject = self.mention("nom")
        after = self.adverbials(1)
        if not after:
            _strip_comma(subject)
        subject.left = [("ccomp", self.quote(",")), ("advmod", Node("so", "ADV")), *subject.left]
        subject.right += [
            ("nmod" if relation == "obl" else relation, node) for relation, node in after if relation != "iobj"
        ]
        subject.right.append(punct("."))
        return subject

    def statement(self) -> Node:
        """Das Vorhaben sei „⁂“, without its end."""
        subject = phrase(self.rng.choice(THINGS))
        predicate = self.quote()
        plural = subject.text == "Sanktionen"
        form = (
            self.rng.choice(("sei", "sei", "ist", "war", "bleibe"))
            if not plural
            else self.rng.choice(("seien", "sind"))
        )
        predicate.left = [("nsubj", subject), ("cop", Node(form, "AUX")), *predicate.left]
        return predicate

    def as_frame(self) -> Node:
        """Das Vorhaben sei „⁂“, wie X am Montag sagte."""
        root = self.statement()
        _capitalise(root)
        subject, plural = self.speakers()
        verb, particle = self.verb(plural)
        verb.text = {"fügte": "hinzufügte", "teilte": "mitteilte", "gab": "angab", "räumte": "einräumte"}.get(
            verb.text, verb.text
        )
        if particle and not verb.text.startswith(("hinzu", "mit", "an", "ein")):
            verb.text = "sagten" if plural else "sagte"
        verb.left = [punct(","), ("mark", Node("wie", "SCONJ")), ("nsubj", subject), *self.adverbials(1)]
        root.right += [("advcl", verb), punct(".")]
        return root

    def according_to(self) -> Node:
        """Laut X ist das Vorhaben „⁂“. Nach Angaben von X sei …"""
        subject = phrase(self.rng.choice(THINGS[:6]))
        root = self.quote()
        source = self.source()
        if self.chance(0.5):
            root.left = [
                ("obl", source),
                ("cop", Node(self.rng.choice(("ist", "sei", "war")), "AUX")),
                ("nsubj", subject),
                *root.left,
            ]
            root.right.append(punct("."))
            return root
        # A verb of its own, the quotation as its object.
        verb = Node(
            self.rng.choice(("plant", "droht", "erwartet", "braucht", "verlangt")), "VERB", left=[("obl", source)]
        )
        verb.right = [("nsubj", subject), ("obj", self.quote()), punct(".")]
        return verb

    def zufolge(self) -> Node:
        """X zufolge ist das Vorhaben „⁂“."""
        source = self.named("dat")
        source.right.append(("case", Node("zufolge", "ADP")))
        root = self.quote()
        subject = phrase(self.rng.choice(THINGS[:6]))
        root.left = [
            ("obl", source),
            ("cop", Node(self.rng.choice(("ist", "sei", "war")), "AUX")),
            ("nsubj", subject),
            *root.left,
        ]
        root.right.append(punct("."))
        return root

    def passive_citation(self) -> Node:
        """„⁂“, wurde X von der Agentur Y zitiert. X wurde mit den Worten zitiert: „⁂“"""
        verb = Node("zitiert", "VERB")
        subject = self.mention("nom")
        auxiliary = ("aux:pass", Node(self.rng.choice(("wurde", "wird")), "AUX"))
        medium = self.medium("dat")
        _under("von", medium)
        if self.chance(0.5):
            verb.left = [("ccomp", self.quote(",")), auxiliary, ("nsubj:pass", subject), ("obl", medium)]
            verb.right = [punct(".")]
        else:
            quote = self.quote()
            quote.left.insert(0, punct(":"))
            words = phrase("mit/C den/D Worten/N")
            verb.left = [("nsubj:pass", subject), auxiliary, ("obl", medium), ("obl", words)]
            verb.right = [("ccomp", quote)]
        return verb

    def citation(self) -> Node:
        """„⁂“, zitierte die Agentur Y X. Die Agentur Y zitierte X mit den Worten: „⁂“"""
        verb = Node(self.rng.choice(("zitierte", "zitiert")), "VERB")
        medium = self.medium("nom")
        if self.chance(0.5):
            speaker = self.mention("acc", final=True)
            parts = [("nsubj", medium), ("obj", speaker)]
            if speaker.pos == "PRON" and self.chance(0.6):
                parts.reverse()
            verb.left = [("ccomp", self.quote(","))]
            verb.right = [*parts, punct(".")]
        else:
            _capitalise(medium)
            speaker = self.mention("acc")
            quote = self.quote()
            quote.left.insert(0, punct(":"))
            verb.left = [("nsubj", medium)]
            verb.right = [("obj", speaker), ("obl", phrase("mit/C den/D Worten/N")), ("ccomp", quote)]
        return verb

    def document(self) -> Node:
        """„⁂“, heißt es in dem Bericht des Verbandes. In dem Bericht heißt es: „⁂“"""
        paper = phrase(self.rng.choice(DOCUMENTS))
        if self.chance(0.7):
            paper.right.append(("nmod", self.organisation("gen")))
        verb = Node(self.rng.choice(("heißt", "hieß")), "VERB")
        _under("in", paper)
        expletive = ("expl", Node("es", "PRON"))
        if self.chance(0.5):
            verb.left = [("ccomp", self.quote(","))]
            verb.right = [expletive, ("obl", paper), punct(".")]
        else:
            _capitalise(paper)
            quote = self.quote()
            quote.left.insert(0, punct(":"))
            verb.left = [("obl", paper)]
            verb.right = [expletive, ("ccomp", quote)]
        return verb

    def clause(self) -> Node:
        """X sagte, das Vorhaben sei „⁂“. Das Vorhaben sei „⁂“, sagte X."""
        subject, plural = self.speakers()
        verb, particle = self.verb(plural)
        content = self.statement()
        if self.chance(0.5):
            content.left.insert(0, punct(","))
            verb.left = [("nsubj", subject)]
            verb.right = [*self.adverbials(1), *particle, ("ccomp", content), punct(".")]
        else:
            _capitalise(content)
            content.right.append(punct(","))
            after = self.adverbials()
            if not after and not particle:
                _strip_comma(subject)
            verb.left = [("ccomp", content)]
            verb.right = [("nsubj", subject), *after, *particle, punct(".")]
        return verb

    def naming(self) -> Node:
        """X nannte das Vorhaben „⁂“. X bezeichnete das Vorhaben als „⁂“."""
        subject, plural = self.speakers()
        thing = phrase(self.rng.choice(OBJECTS))
        quote = self.quote()
        if self.chance(0.4):
            verb = Node("nannten" if plural else "nannte", "VERB")
            if self.chance(0.4):
                quote.left.insert(0, ("det", Node(self.rng.choice(("ein", "eine", "einen")), "DET")))
            relation = "xcomp"
        else:
            form = self.rng.choice(("bezeichnete", "kritisierte", "verurteilte", "würdigte", "lobte", "beschrieb"))
            verb = Node(form + "n" * plural, "VERB")
            quote.left.insert(0, ("case", Node("als", "ADP")))
            relation = "obl"
        if self.chance(0.25):
            _capitalise(thing)
            verb.left = [("obj", thing)]
            verb.right = [("nsubj", subject), *self.adverbials(1), (relation, quote), punct(".")]
        else:
            verb.left = [("nsubj", subject)]
            verb.right = [("obj", thing), *self.adverbials(1), (relation, quote), punct(".")]
        return verb

    def object_frame(self) -> Node:
        """X sprach am Montag von „⁂“. X warnte vor „⁂“. X forderte „⁂“."""
        subject, plural = self.speakers()
        stem, preposition = self.rng.choice(
            (
                ("sprach", "von"),
                ("sprach", "von"),
                ("warnte", "vor"),
                ("forderte", ""),
                ("beklagte", ""),
                ("plädierte", "für"),
            )
        )
        ending = "n" if stem.endswith("e") else "en"
        verb = Node(stem + ending * plural, "VERB")
        quote = self.quote()
        if self.chance(0.5):
            article = ("einer", "einem") if preposition in ("von", "vor") else ("eine", "einen")
            quote.left.insert(0, ("det", Node(self.rng.choice(article), "DET")))
        if preposition:
            quote.left.insert(0, ("case", Node(preposition, "ADP")))
        verb.left = [("nsubj", subject)]
        verb.right = [*self.adverbials(1), ("obl" if preposition else "obj", quote), punct(".")]
        if self.chance(0.3):
            front = self._when() if self.chance(0.5) else self._where()
            _capitalise(front[1])
            verb.left, verb.right = [front], [("nsubj", subject), *verb.right]
        return verb

    def reproach(self) -> Node:
        """X warf der Regierung „⁂“ vor."""
        subject, plural = self.speakers()
        verb = Node("warfen" if plural else "warf", "VERB")
        addressee = phrase(
            self.rng.choice(("der/D Regierung/N", "dem/D Minister/N", "der/D Opposition/N", "dem/D Westen/N"))
        )
        verb.left = [("nsubj", subject)]
        verb.right = [("iobj", addressee), *self.adverbials(1), ("obj", self.quote())]
        if self.chance(0.3):
            front = self._when()
            verb.left, verb.right = [front], [("nsubj", subject), ("iobj", addressee), ("obj", self.quote())]
        verb.right += [("compound:prt", Node("vor", "ADP")), punct(".")]
        return verb

    def with_the_words(self) -> Node:
        """X kommentierte den Vorwurf mit den Worten „⁂“."""
        subject, _ = self.speakers()
        verb = Node(self.rng.choice(("kommentierte", "begründete", "quittierte")), "VERB")
        quote = self.quote()
        if self.chance(0.6):
            quote.left.insert(0, punct(":"))
        reason = phrase(self.rng.choice(REASONS))
        words = phrase("mit/C den/D Worten/N")
        verb.left = [("nsubj", subject)]
        verb.right = [("obj", reason), *self.adverbials(1), ("obl", words), ("ccomp", quote), punct(".")]
        return verb

    def colon(self) -> Node:
        """X: „⁂“. Die Forderung von X: „⁂“."""
        root = self.named("nom")
        if self.chance(0.5):
            noun = self.rng.choice(("Forderung", "Antwort", "Begründung", "Botschaft", "Reaktion"))
            speaker = _under("von", self._role_name("dat", False) if self.chance(0.5) else self._bare("dat", False))
            root = Node(noun, "NOUN", left=[("det", Node("die", "DET"))], right=[("nmod", speaker)])
        _strip_comma(root)
        quote = self.quote()
        quote.left.insert(0, punct(":"))
        root.right.append(("parataxis", quote))
        return root

    def attitude(self) -> Node:
        """X zeigte sich am Montag erleichtert: „⁂“"""
        subject, plural = self.speakers()
        verb = Node("zeigten" if plural else "zeigte", "VERB", left=[("nsubj", subject)])
        quote = self.quote()
        quote.left.insert(0, punct(":"))
        mood = ("xcomp", Node(self.rng.choice(MOODS), "ADJ"))
        verb.right = [("obj", Node("sich", "PRON")), *self.adverbials(1), mood, ("ccomp", quote)]
        return verb

    def from_an_office(self) -> Node:
        """„⁂“, hieß es aus dem Rathaus."""
        office = _under("aus", phrase(self.rng.choice(OFFICES)))
        verb = Node(self.rng.choice(("hieß", "heißt")), "VERB", left=[("ccomp", self.quote(","))])
        verb.right = [("expl", Node("es", "PRON")), *self.adverbials(1), ("obl", office), punct(".")]
        return verb

    def verb_last(self) -> Node:
        """X hat das Vorhaben am Montag als „⁂“ bezeichnet."""
        subject, plural = self.speakers()
        quote = self.quote()
        quote.left.insert(0, ("case", Node("als", "ADP")))
        verb = Node(self.rng.choice(("bezeichnet", "kritisiert", "zurückgewiesen", "gelobt")), "VERB")
        verb.left = [
            ("nsubj", subject),
            ("aux", Node("haben" if plural else "hat", "AUX")),
            ("obj", phrase(self.rng.choice(OBJECTS))),
            *self.adverbials(1),
            ("obl", quote),
        ]
        verb.right = [punct(".")]
        return verb


CONTRACTIONS = {("von", "dem"): "vom", ("in", "dem"): "im", ("bei", "dem"): "beim", ("an", "dem"): "am"}


def _under(preposition: str, node: Node) -> Node:
    """Puts a preposition before a phrase, drawn together with its article where German does so."""
    relation, first = node.left[0] if node.left else ("", node)
    contracted = CONTRACTIONS.get((preposition.lower(), first.text)) if relation == "det" else None
    if contracted:
        node.left.pop(0)
    node.left.insert(0, ("case", Node(contracted or preposition, "ADP")))
    return node


def _strip_comma(node: Node) -> None:
    """Takes away a comma at the end of a phrase."""
    while node.right:
        relation, last = node.right[-1]
        if relation == "punct" and last.text == ",":
            node.right.pop()
            return
        node = last


def _capitalise(node: Node) -> None:
    """Makes the first word of the phrase begin with a capital."""
    while node.left:
        node = node.left[0][1]
    node.text = node.text[0].upper() + node.text[1:]
