"""Attribution: whose a quote is, from its own frame or from what stands around it."""

from dataclasses import dataclass

from service.quotation.attribution import Attribution, Attributor
from service.quotation.frames import find
from service.quotation.identity import Cast
from service.quotation.mentions import mentions_of
from service.quotation.result import Extent
from tests.quotation.parses import article

JANA_SAYS = "sagte/VERB/root Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER ."
FRAMED = f"„ Wir/PRON/subject/prüfen prüfen/VERB/clause/sagte das/PRON/object/prüfen “ , {JANA_SAYS}"
BARE = (
    "„ Das/PRON/subject/dauert dauert/VERB/root sicher/ADV/adverb/dauert sehr/ADV/adverb/lange "
    "lange/ADV/adverb/dauert “ ."
)
REPORT = (
    "Jana/PROPN/subject/sagte/PER* Brandt/PROPN/name/Jana/PER sagte/VERB/root , der/DET/determiner/Plan "
    "Plan/NOUN/subject/komme komme/VERB/clause/sagte ."
)
SUBJUNCTIVE = (
    "Das/PRON/subject/Spiel sei/AUX/copula/Spiel ein/DET/determiner/Spiel „ bloßes/ADJ/adjective/Spiel "
    "Spiel/NOUN/root “ ."
)
INDICATIVE = (
    "Das/PRON/subject/Spiel war/AUX/copula/Spiel ein/DET/determiner/Spiel „ bloßes/ADJ/adjective/Spiel "
    "Spiel/NOUN/root “ ."
)
RAIN = "Es/PRON/subject/regnete regnete/VERB/root ."


@dataclass(frozen=True)
class Whose:
    """What the tests look at in an attribution."""

    rule: str
    speaker: str | None
    reason: str | None = None


def attributed(*sentences: str) -> list[Attribution]:
    """The attributions of the quotes of an article whose every sentence was read, in order."""
    read = article(*sentences)
    readings = {r.passage.sentence.index: r for r in read.readings}
    frames = {quote: find(r, quote) for r in read.readings for quote in r.passage.sentence.quotes}
    cast = Cast([m for r in read.readings for m in mentions_of(r)])
    found = Attributor(read.text, read.marked, read.sentences, readings, frames, cast).run()
    assert list(found) == sorted(found)
    return list(found.values())


def whose(*sentences: str) -> list[Whose]:
    return [Whose(a.rule, a.person.name if a.person else None, a.reason) for a in attributed(*sentences)]


# --- by its frame ---


def test_the_frame_comes_first() -> None:
    assert whose(FRAMED) == [Whose("inverted-frame", "Jana Brandt")]


def test_the_mention_is_that_of_the_frame_and_the_name_that_of_the_article() -> None:
    (_, second) = attributed(FRAMED, "„ Bald/ADV/clause/meinte “ , meinte/VERB/root Brandt/PROPN/subject/meinte/PER* .")
    assert second.person is not None
    assert second.mention is not None
    assert (second.person.name, second.mention.span.text) == ("Jana Brandt", "Brandt")


def test_a_pronoun_in_the_frame_is_followed_back() -> None:
    (_, second) = whose(FRAMED, "„ Bald/ADV/clause/meinte “ , meinte/VERB/root sie/PRON/subject/meinte .")
    assert second == Whose("inverted-frame", "Jana Brandt")


def test_a_pronoun_goes_past_a_speaker_of_the_other_gender() -> None:
    timo = "Timo/PROPN/subject/kam/PER* kam/VERB/root ."
    assert (
        whose(timo, FRAMED, "„ Bald/ADV/clause/meinte “ , meinte/VERB/root er/PRON/subject/meinte .")[1].speaker
        == "Timo"
    )


def test_a_pronoun_that_fits_nobody_is_not_the_speaker_before() -> None:
    assert whose(FRAMED, "„ Bald/ADV/clause/meinte “ , meinte/VERB/root er/PRON/subject/meinte .")[1].speaker is None


# --- without a frame ---


def test_a_quote_without_frame_goes_on_with_the_speaker_before_it() -> None:
    assert whose(FRAMED, BARE)[1] == Whose("continuation", "Jana Brandt")


def test_so_it_does_over_the_end_of_a_paragraph() -> None:
    assert whose(FRAMED, f"¶{BARE}")[1] == Whose("continuation", "Jana Brandt")


def test_but_not_from_half_an_article_away() -> None:
    between = [f"¶{RAIN}"] * 5
    assert whose(FRAMED, *between, f"¶{BARE}")[1] == Whose("unattributed", None, "no-frame")


def test_a_report_before_the_quote_gives_the_speaker() -> None:
    assert whose(REPORT, BARE) == [Whose("continuation", "Jana Brandt")]


def test_where_nobody_speaks_the_reason_is_given() -> None:
    assert whose(RAIN, BARE) == [Whose("unattributed", None, "no-frame")]


def test_a_report_behind_the_quote_gives_the_speaker() -> None:
    assert whose(f"¶{BARE}", REPORT) == [Whose("continuation", "Jana Brandt")]


def test_another_sentence_behind_it_does_not() -> None:
    assert whose(f"¶{BARE}", RAIN) == [Whose("unattributed", None, "no-frame")]


def test_a_frame_that_names_nobody_says_so() -> None:
    assert whose(
        "„ Alles/PRON/subject/geht geht/VERB/clause/hieß gut/ADV/adverb/geht “ , hieß/VERB/root "
        "es/PRON/expletive/hieß ."
    ) == [Whose("unattributed", None, "frame-names-nobody")]


def test_what_it_says_further_on_is_said_by_the_document_before() -> None:
    report = "Der/DET/determiner/Bericht Bericht/NOUN/subject/kam kam/VERB/root ."
    quote = (
        "„ Alles/PRON/subject/geht geht/VERB/clause/heißt gut/ADV/adverb/geht “ , heißt/VERB/root es/PRON/expletive ."
    )
    assert whose(report, quote) == [Whose("document-frame", "Bericht")]
    assert whose(RAIN, quote) == [Whose("unattributed", None, "frame-names-nobody")]


def test_a_heading_in_marks_without_a_speaker_is_no_quote() -> None:
    heading = "„ Das/PRON/subject/dauert dauert/VERB/root sehr/ADV/adverb/lange lange/ADV/adverb/dauert “"
    assert whose(f"¶{heading} (PD)/X/other", f"¶{RAIN}", f"¶{RAIN}") == []


def test_a_signature_below_a_quote_names_its_speaker() -> None:
    signature = "Jana/PROPN/root/Jana/PER* Brandt/PROPN/name/Jana/PER , Sprecherin/NOUN/apposition/Jana"
    quote = BARE.removesuffix(" .")
    assert whose(f"¶{RAIN}", f"¶{quote}", f"¶{signature}") == [Whose("pull-quote", "Jana Brandt")]


def test_a_sentence_below_a_quote_is_no_signature() -> None:
    sentence = "Jana/PROPN/subject/kam/PER* Brandt/PROPN/name/Jana/PER kam/VERB/root ."
    quote = BARE.removesuffix(" .")
    assert all(found.rule != "pull-quote" for found in whose(f"¶{RAIN}", f"¶{quote}", f"¶{sentence}"))


def test_a_second_quote_in_the_sentence_goes_on_with_the_first() -> None:
    two = (
        "Jana/PROPN/subject/nannte/PER* nannte/VERB/root es/PRON/object „ Unfug/NOUN/object/nannte “ "
        "und/CCONJ/coordinator/lag dort/ADV/adverb/lag lag/VERB/parataxis/nannte „ "
        "ein/DET/determiner/Boot sehr/ADV/adverb/Boot "
        "altes/ADJ/adjective/Boot Boot/NOUN/other/lag “ ."
    )
    assert [found.speaker for found in whose(two)] == ["Jana", "Jana"]


# --- fragments ---


def test_a_fragment_in_the_subjunctive_after_a_report_is_the_reported_speakers() -> None:
    assert whose(REPORT, SUBJUNCTIVE) == [Whose("free-indirect", "Jana Brandt")]


def test_a_fragment_in_the_indicative_is_nobodys() -> None:
    assert whose(REPORT, INDICATIVE) == []


def test_a_fragment_in_the_subjunctive_without_a_report_has_no_speaker() -> None:
    assert whose(RAIN, SUBJUNCTIVE) == [Whose("unattributed", None, "no-report-before")]


def test_free_indirect_speech_goes_on_over_several_sentences() -> None:
    assert whose(
        REPORT, "Der/DET/determiner/Plan Plan/NOUN/subject/gehe gehe/VERB/root weit/ADV/adverb .", SUBJUNCTIVE
    ) == [Whose("free-indirect", "Jana Brandt")]


def test_another_report_ends_it() -> None:
    other = (
        "Timo/PROPN/subject/betonte/PER* Lind/PROPN/name/Timo/PER betonte/VERB/root , es/PRON/subject/eile "
        "eile/VERB/clause/betonte ."
    )
    assert whose(REPORT, other, SUBJUNCTIVE) == [Whose("free-indirect", "Timo Lind")]


# --- extent ---


def extents(*sentences: str) -> list[Extent]:
    return [a.extent for a in attributed(*sentences)]


def test_a_whole_sentence_is_a_statement() -> None:
    assert extents(FRAMED, BARE) == [Extent.STATEMENT, Extent.STATEMENT]


def test_words_woven_into_a_sentence_are_a_fragment() -> None:
    assert extents(REPORT, SUBJUNCTIVE) == [Extent.FRAGMENT]


def test_a_single_word_behind_a_colon_is_a_statement() -> None:
    assert extents("Jana/PROPN/subject/sagte/PER* sagte/VERB/root : „ Nein/INTJ/clause/sagte “ .") == [Extent.STATEMENT]
