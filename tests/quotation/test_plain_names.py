"""Names that the raw text alone shows, and stretches that only the parse can tell."""

import pytest

from service.quotation.marks import scan
from service.quotation.paragraphs import paragraphs
from service.quotation.plain_names import is_plain_name
from service.quotation.sentences import split


def _plain(text: str) -> bool:
    blocks = paragraphs(text)
    marked = scan(text, blocks).marked
    (sentence,) = split(text, blocks, marked)
    return is_plain_name(text, marked[0], sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Die „Falke-2“-Rakete startete am Morgen.",
        "Der Film „Drei Tage Regen“ läuft ab Donnerstag.",
        "Der sogenannte „Friedensplan“ liegt seit Mai vor.",
        "Ein Kurs mit dem Titel „Leise treten“ soll helfen.",
    ],
)
def test_a_name_is_plain_behind_what_announces_it(text: str) -> None:
    assert _plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Rust nannte den Film „Schund“.",  # a verb of naming
        "Der Film „Drei Tage Regen“, sagte Paul Rust, sei gut.",  # a frame may follow the comma
        "Zum Film: „Drei Tage Regen reichen.“",  # behind a colon somebody may speak
        "Die Ministerin „freute“ sich.",  # no class noun
        "Paul Rust sprach von einem „Verrat“.",
    ],
)
def test_where_somebody_may_speak_nothing_is_plain(text: str) -> None:
    assert not _plain(text)
