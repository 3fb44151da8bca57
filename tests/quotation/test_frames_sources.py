"""Sources: laut X, nach Angaben von X, hieß es aus dem Rathaus, in dem Papier ist von „…“ die Rede."""

from tests.quotation.parses import Found, framed

WAS = (
    "der/DET/determiner/Plan Plan/NOUN/subject/Unfug sei/AUX/copula/Unfug „ blanker/ADJ/adjective/Unfug "
    "Unfug/NOUN/root “ ."
)


def test_laut_names_the_source() -> None:
    found = framed(f"Laut/ADP/case/Jana Jana/PROPN/oblique/Unfug/PER* {WAS}")
    assert found == Found("according-to", "Jana", "Laut")


def test_zufolge_stands_behind_the_source() -> None:
    found = framed(f"Jana/PROPN/oblique/Unfug/PER* Brandt/PROPN/name/Jana/PER zufolge/ADP/case/Jana {WAS}")
    assert found == Found("according-to", "Jana", "zufolge")


def test_another_preposition_names_no_source() -> None:
    assert framed(f"Mit/ADP/case/Jana Jana/PROPN/oblique/Unfug/PER* {WAS}") is None


def test_nach_angaben_von_gives_the_one_behind_von() -> None:
    found = framed(
        "Nach/ADP/case/Angaben Angaben/NOUN/oblique/Unfug von/ADP/case/Jana Jana/PROPN/attribute/Angaben/PER* " + WAS
    )
    assert found == Found("according-to", "Jana", "Nach Angaben")


def test_nach_with_a_possessive_points_at_its_owner() -> None:
    found = framed(f"Nach/ADP/case/Angaben ihren/DET/determiner/Angaben Angaben/NOUN/oblique/Unfug {WAS}")
    assert found == Found("according-to", "ihren", "Nach ihren Angaben")


def test_nach_with_a_noun_of_time_is_no_source() -> None:
    found = framed(
        "Nach/ADP/case/Pause der/DET/determiner/Pause Pause/NOUN/oblique/Unfug von/ADP/case/Jana "
        "Jana/PROPN/attribute/Pause/PER* " + WAS
    )
    assert found is None


def test_the_source_is_found_where_the_preposition_hangs_elsewhere() -> None:
    found = framed(f"Laut/ADP/adverb/Unfug der/DET/determiner/Leiterin Leiterin/NOUN/oblique/Unfug {WAS}")
    assert found == Found("according-to", "Leiterin", "Laut")


def test_loudness_is_no_source() -> None:
    found = framed(
        "Jana/PROPN/subject/baut/PER* baut/VERB/root laut/ADV/adverb/baut ein/DET/determiner/Boot „ "
        "Boot/NOUN/object/baut “ ."
    )
    assert found is None


def test_it_was_said_in_the_town_hall() -> None:
    found = framed(
        "Der/DET/determiner/Plan Plan/NOUN/subject/Unfug sei/AUX/copula/Unfug „ "
        "blanker/ADJ/adjective/Unfug Unfug/NOUN/root “ "
        "gewesen/AUX/auxiliary/Unfug , hieß/VERB/parataxis/Unfug es/PRON/expletive/hieß aus/ADP/case/Rathaus "
        "dem/DET/determiner/Rathaus Rathaus/NOUN/oblique/hieß ."
    )
    assert found == Found("document-frame", "Rathaus", "heißen")


def test_somebody_who_is_called_so_is_no_document() -> None:
    found = framed(
        "Der/DET/determiner/Hund Hund/NOUN/subject/hieß hieß/VERB/root „ Boot/PROPN/object/hieß “ aus/ADP/case/Rathaus "
        "dem/DET/determiner/Rathaus Rathaus/NOUN/oblique/hieß ."
    )
    assert found is None or found.rule != "document-frame"


def test_the_talk_in_a_document_is_the_documents() -> None:
    found = framed(
        "In/ADP/case/Gutachten dem/DET/determiner/Gutachten Gutachten/NOUN/oblique/Rede ist/AUX/copula/Rede "
        "von/ADP/case/Unfug „ Unfug/NOUN/oblique/Rede “ die/DET/determiner/Rede Rede/NOUN/root ."
    )
    assert found == Found("document-frame", "Gutachten", "Rede")


def test_the_talk_of_nobody_names_nobody() -> None:
    found = framed(
        "Es/PRON/subject/Rede ist/AUX/copula/Rede von/ADP/case/Unfug „ Unfug/NOUN/oblique/Rede “ "
        "die/DET/determiner/Rede Rede/NOUN/root ."
    )
    assert found is None
