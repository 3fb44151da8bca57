"""Is it a quote? Each named reason on a sentence that has it, and a near one that has not."""

from functools import cache

import pytest

from service.language import Pipeline, load
from service.quotation import genuine
from service.quotation.frames import find
from service.quotation.genuine import is_name_shaped, looks_like_speech, why_not
from service.quotation.marks import scan
from service.quotation.paragraphs import paragraphs
from service.quotation.passages import passage
from service.quotation.reading import Reading
from service.quotation.sentences import split
from service.quotation.surnames import surnames

NAMED = {
    "compound": ["Die Partei rief zur Anti-„Rettungs“-Demo auf.", "Die „Falke-2“-Rakete hob ab."],
    "so-called": ["Der sogenannte „Friedensplan“ liegt auf dem Tisch.", "Die angebliche „Reform“ kostet Geld."],
    "source": [
        "Laut „Hafenkurier“ wird der Kai gesperrt.",
        "Nach Informationen der „Seeblick-Rundschau“ will der Chef gehen.",
    ],
    "called-so": [
        "Das Kamel, von Kindern „Bruno“ genannt, lebt im Zoo.",
        "Der Bär ist als „Bruno“ bekannt.",
        "„Seerose“, so heißt das neue Schiff.",
        "„Im Schatten“, so der Titel des Romans, erscheint im Mai.",
    ],
    "title-behind-colon": [
        "Ihr neuer Roman: „Spätes Licht“.",
        "Lesen Sie auch: „Wenn das Wasser steigt“",
        "Motto: „Immer weiter“",
    ],
    "interrupted-name": ["„Morgenröte“, sagte Museumsleiterin Edda Quast, sei das meistbesuchte Bild der Sammlung."],
    "known-name": ["Im „Spiegel“ stand davon nichts."],
    "named-so": ["Das Dorf heißt jetzt „Neu Oberau“.", "Der Abend stand unter dem Motto „Licht“."],
    "nickname": ["Der Boxer Dieter „Hammer“ Wolski hört auf."],
    "explained-word": ["Das Wort „Heimat“ hat viele Bedeutungen, sagt Forscherin Maaike Bos."],
    "title": ["Sie lobte den Film „Spätes Licht“.", "Sie fuhren mit der Fregatte „Nordstern“."],
    "gloss": ["Es gilt die Stufe vier („gross“)."],
    "dated-work": ["Bekannt wurde sie mit „Der lange Weg“ (1998)."],
    "abbreviation": ["Die „Liga für das Land“ (LFL) tritt an."],
    "name-with-article": [
        "Hafenkapitän Sven Ohlsen teilte mit, die „Albatros“ laufe am Montag ein.",
        "Der Landtag hat am Mittwoch das „Gute-Wege-Gesetz“ verabschiedet.",
        "Ute Karg sprach beim „3. Deutschen Küstenkongress der Wasserwirtschaft“.",
    ],
    "bare-subject": [
        "„Spätes Licht“ erschien im Mai.",
        "Regisseurin Paloma Jost sagte, „Sommerhaus am Fluss“ sei ihr bester Film.",
    ],
    "described-name": [
        "„Nachtfalter“, erschienen 1987, brachte ihr den Durchbruch.",
        "„Nachtfalter“, ein Roman aus dem Nachlass, erscheint im Mai.",
    ],
    "performed": ["Der Chor sang „Abendstille“."],
    "own-name": ["Der Rapper Timo Schaller nennt sich „Schakal“."],
    "popular-name": [
        "Die Bewohner nennen den alten Wasserturm „Langer Otto“.",
        "Mediziner sprechen vom „Wiesenfieber“.",
    ],
    "counted": ["Sie ließ sich zwei „Mühlentaler“ einpacken."],
    "listed": ["Bekannt wurde er durch die Gedichtbände „Brockenlieder“ und „Am stillen Herd“."],
    "work-of": ["Auf der Liste steht „Der Graben“ von Hanno Kestner."],
}
NEAR = {
    "compound": "Die Partei sprach von „Rettung“ - und meinte sich.",
    "so-called": "Er habe angeblich „nichts gewusst“, sagte Karl Ott.",
    "source": "Nach Angaben der Polizei war der Fahrer „stark betrunken“.",
    "called-so": "Ministerin Ute Karg hat den Plan „absurd“ genannt.",
    "title-behind-colon": "Der Roman beginnt mit dem Satz: „Es regnete seit Tagen.“",
    "interrupted-name": "„Unsinn“, sagte Museumsleiterin Edda Quast, sei das.",
    "known-name": "Ute Karg hielt der Partei „den Spiegel“ vor, sagte sie.",
    "named-so": "In dem Brief heißt es „Wir kommen wieder“.",
    "nickname": "Der Boxer Dieter Wolski nannte ihn „Hammer“.",
    "explained-word": "Forscherin Maaike Bos verteidigte den Begriff „Heimat“.",
    "title": "Ministerin Ute Karg nannte den Film „Schund“.",
    "gloss": "Ute Karg sprach von Betrug („eine Schande für das Land“).",
    "dated-work": "Ute Karg nannte das „ganz normal“ (und lachte).",
    "abbreviation": "„Das ist falsch“, sagte Ute Karg (SPD).",
    "name-with-article": "Hafenkapitän Sven Ohlsen teilte mit, die Lage sei „kritisch“.",
    "bare-subject": "„Unsinn“ sei das, sagte Paloma Jost.",
    "described-name": "„Nachtfalter“, rief Paloma Jost.",
    "performed": "Die Fans sangen „Niemals wieder“.",
    "own-name": "Der Rapper Timo Schaller nennt den Minister „Schakal“.",
    "popular-name": "Analysten sprachen von „Panikverkäufen“.",
    "counted": "Ute Karg forderte zwei „ruhige Jahre“.",
    "listed": "Ute Karg nannte den Film „Schund“ und „am Ziel vorbei“.",
    "work-of": "Sie wiederholte Kestners „ganz klares Nein“.",
}
RULES = [name for name, _ in (*genuine._ANYWHERE, *genuine._UNLESS_FRAMED_SPEECH)]


@cache
def pipeline() -> Pipeline:
    return load()


def reasons(text: str) -> list[str | None]:
    """The reason of each stretch between marks, in the order of the text."""
    blocks = paragraphs(text)
    marked = scan(text, blocks).marked
    passages = [passage(text, s, marked) for s in split(text, blocks, marked) if s.quotes]
    found = []
    for where, parse in zip(passages, pipeline().parse([p.text for p in passages]), strict=True):
        reading = Reading(text, where, parse, marked, surnames(text))
        found += [why_not(reading, quote, find(reading, quote)) for quote in where.sentence.quotes]
    return found


def test_every_rule_has_its_sentences() -> None:
    assert set(NAMED) == set(NEAR) == {"compound", *RULES}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in NAMED.items() for text in texts])
def test_the_rule_holds(rule: str, text: str) -> None:
    assert reasons(text)[-1] == rule


@pytest.mark.parametrize(("rule", "text"), NEAR.items())
def test_the_rule_leaves_a_near_one(rule: str, text: str) -> None:
    assert reasons(text)[-1] is None, f"{rule} is not meant here"


def test_whole_words_beside_their_frame_are_a_quote_whatever_their_shape() -> None:
    assert reasons("„Der Film Spätes Licht ist gut“, sagte Ute Karg.") == [None]
    assert reasons("„Niemals!“, rief Ute Karg.") == [None]


@pytest.mark.parametrize("text", ["Wir gehen.", "Halt!", "Wer? Ich", "Wir gehen. Sie bleiben"])
def test_words_that_look_like_speech(text: str) -> None:
    assert looks_like_speech(text)


@pytest.mark.parametrize("text", ["Spätes Licht", "absurd", "Nr.", "Am 2. Mai", "2. Deutscher Tag"])
def test_words_that_do_not(text: str) -> None:
    assert not looks_like_speech(text)


def test_names_have_capitals_throughout() -> None:
    assert is_name_shaped("Piri Nova II")
    assert is_name_shaped("Radio de la Costa")
    assert not is_name_shaped("Vertrauen in die Sache")
    assert not is_name_shaped("absurd")
    assert not is_name_shaped("")
