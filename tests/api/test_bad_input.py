"""Texts that no editor would send: each gets an answer or a problem, never a 500, and offsets always slice."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

MIB = 1_048_576
ODD = {
    "only opening marks": "„„„",
    "only marks": "„“ “” »« \"\" '' ‚‘ ›‹",
    "one opening mark": "„",
    "one closing mark": "“",
    "one word": "Hallo",
    "one quoted word": "„Hallo“",
    "an unmatched mark at the start": "„Das geht so nicht, sagte Mira Holm am Abend.",
    "an unmatched mark at the end": "Das geht so nicht, sagte Mira Holm am Abend.“",
    "NUL": "„Wir\x00 warten“, sagte Mira\x00 Holm.\x00",
    "control characters": "„Wir\x01\x08\x1b[31m warten“\x7f, sagte Mira Holm.\x85",
    "CRLF": "„Wir warten“, sagte Mira Holm.\r\n\r\n„Noch lange“,\r\nsagte sie.\r\n",
    "CR": "„Wir warten“, sagte Mira Holm.\r\r„Noch lange“, sagte sie.",
    "no-break spaces": "„Wir\u00a0warten“,\u00a0sagte\u00a0Mira\u202fHolm.",
    "zero width characters": "\u200b„\u200bWir\u200d warten\ufeff“\u200b, sagte\u2060 Mira Holm.",
    "soft hyphens": "„Wir war\u00adten“, sag\u00adte Mi\u00adra Holm, Spre\u00adche\u00adrin des Se\u00adnats.",
    "combining marks": "„Wir pru\u0308fen“, sagte Ju\u0308rgen Lo\u0308we\u0301\u0302\u0303.",
    "emoji": "„Wir 👩‍👩‍👧‍👦 warten 🦊🇩🇪“, sagte 🦊 Mira Holm 👍🏽.",
    "right to left": "„שלום Wir warten\u202e“, sagte Mira Holm.",
    "astral letters": "„𝕎𝕚𝕣 𝕨𝕒𝕣𝕥𝕖𝕟“, sagte 𝕄𝕚𝕣𝕒 Holm.",
    "noncharacters": "„Wir \ufffe\uffff\U0010ffff warten“, sagte Mira Holm.",
    "HTML": '<p>&bdquo;Wir warten&ldquo;</p><p>„Wir <b>warten</b>“, sagte <a href="x">Mira Holm</a>.</p>',
    "English": '"We will wait," said Mira Holm, a spokeswoman for the senate. “Not long,” she added.',
    "Japanese": "「待ちます」とミラ・ホルムは言った。『はい』",
    "mojibake": "â€žWir wartenâ€œ, sagte Mira Holm. Ã„rger fÃ¼r alle.",
    "a word of many letters": "„" + "a" * 20_000 + "“, sagte Mira Holm.",
    "many lines": "„a“\n" * 2_000,
    "nested marks": "„‚" * 500 + "a" + "‘“" * 500,
    "alternating marks": '„»‚›“«‘‹"' * 300,
    "spaces between": "„ a “ " * 500,
    "apostrophes": "Max' Auto, ’s gibt's, 5'11\", Rock 'n' Roll " * 50,
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_gets_an_answer_whose_offsets_slice(service, name):
    service.read(ODD[name])


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_gets_the_same_answer_as_plain_text(service, name):
    reply = service.post(ODD[name].encode(), "text/plain")
    assert reply.json["quotes"] == service.read(ODD[name])["quotes"]


def test_offsets_count_code_points_after_an_emoji(service):
    text = "🦊 Neustadt. „Wir 👩‍👩‍👧‍👦 warten 🦊“, sagte Mira Holm."
    quote = service.read(text)["quotes"][0]
    assert quote["text"] == "Wir 👩‍👩‍👧‍👦 warten 🦊"
    assert quote["start"] == text.index("W")


def test_line_ends_of_any_kind_leave_the_offsets_alone(service):
    for end in ("\n", "\r\n", "\r", "\u2028"):
        text = f"Neustadt.{end}{end}„Wir warten“, sagte Mira Holm.{end}"
        assert service.read(text)["quotes"][0]["start"] == text.index("W")


@pytest.mark.parametrize("unit", ["„", "“", '"', "„a“ ", "a ", "a\n", "„‚"])
def test_a_mebibyte_of_anything_gets_an_answer_or_a_problem(service, unit):
    text = unit * (MIB // len(unit.encode()))
    reply = service.post(text.encode(), "text/plain")
    assert reply.status in (200, 503), reply.body[:500]


def test_more_quotes_than_the_cap_are_cut_with_a_warning(service):
    answer = service.read("„Wir warten.“ " * 5_100)
    assert len(answer["quotes"]) == 5_000
    assert "truncated" in {warning["code"] for warning in answer["warnings"]}


PIECES = [
    *"„“”»«‚‘’›‹\"'…–:,.!?()",
    *["\n", "\r\n", "\n\n", "\u00a0", "\u200b", "\u00ad", "\x00", "🦊", "e\u0301", "<p>", "&quot;", " ", "  "],
    *["sagte", "sagte er", "so", "laut", "nach Angaben von", "zitierte ihn", "hieß es in", "nannte das", "Mira Holm"],
    *[
        "der Minister",
        "Sprecherin des Senats",
        "Dr.",
        "US-Präsident",
        "er",
        "sie",
        "ein Polizeisprecher",
        "fügte hinzu",
    ],
    *["Wir warten", "Das gehe nicht", "und", "dass", "am Montag", "die Agentur Nordpress", "sei", "in Neustadt"],
]
article = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200),
).filter(lambda text: not text.isspace())


@given(article)
@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_at_all_gets_an_answer_whose_offsets_slice(service, text):
    service.read(text)


@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: json.dumps({"text": text}).encode()))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_bytes_at_all_get_an_answer_or_a_problem(service, body):
    assert service.post(body).status in (200, 400, 422)
    assert service.post(body, "text/plain").status in (200, 400, 422)
