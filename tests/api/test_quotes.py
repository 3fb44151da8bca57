"""POST /v1/quotes where all goes well: both media types, ids, the order of the answer, the same bytes."""

from __future__ import annotations

import json

import marshmallow as ma
import pytest

from service.api.examples import ANSWER, ARTICLE, TEXT
from service.api.schemas import AnswerSchema

PLAIN = "text/plain; charset=utf-8"


def test_the_example_of_the_documentation_is_the_real_answer(service):
    reply = service.post(json.dumps(ARTICLE).encode())
    expected = json.loads(json.dumps(ANSWER))
    answered = reply.json
    assert reply.status == 200
    for volatile in (answered, expected):  # what changes with every training
        del volatile["model"]
        del volatile["quotes"][0]["confidence"]
    assert answered == expected


def test_plain_text_gets_the_answer_that_json_gets(service):
    plain = service.post(TEXT.encode(), PLAIN)
    assert plain.status == 200
    assert plain.body == service.post(json.dumps({"text": TEXT}).encode()).body


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "TEXT/Plain; charset=UTF-8",
        'text/plain; charset="utf-8"',
        "text/plain;charset=utf8",
        "text/plain; format=flowed; charset=utf-8",
    ],
)
def test_plain_text_is_known_by_every_spelling_of_its_media_type(service, content_type):
    assert len(service.post(TEXT.encode(), content_type).json["quotes"]) == 1


def test_json_may_name_its_charset(service):
    assert service.post(json.dumps(ARTICLE).encode(), "application/json; charset=utf-8").status == 200


def test_json_may_write_its_text_in_utf_8_or_in_escapes(service):
    raw, escaped = (json.dumps({"text": TEXT}, ensure_ascii=ascii_only).encode() for ascii_only in (False, True))
    assert service.post(raw).body == service.post(escaped).body


def test_a_byte_order_mark_before_json_is_passed_over(service):
    assert service.post(b"\xef\xbb\xbf" + json.dumps(ARTICLE).encode()).status == 200


def test_a_byte_order_mark_in_plain_text_counts_as_the_code_point_it_is(service):
    quote = service.post(b"\xef\xbb\xbf" + TEXT.encode(), PLAIN).json["quotes"][0]
    assert (quote["start"], quote["end"]) == (2, 16)


@pytest.mark.parametrize("id", ["a", "ä" * 200, "", "„Zitat“ \n\t\u0000", "🦊" * 200])
def test_the_id_is_given_back_as_it_came(service, id):
    assert service.post(json.dumps({"text": "Nichts.", "id": id}).encode()).json["id"] == id


@pytest.mark.parametrize("body", [{"text": "Nichts."}, {"text": "Nichts.", "id": None}])
def test_without_an_id_it_is_null(service, body):
    assert service.post(json.dumps(body).encode()).json["id"] is None


def test_the_same_text_gives_the_same_bytes(service):
    body = json.dumps(
        {"text": f"{TEXT}\n\nSie sprach von „grober Fahrlässigkeit“. „Es reicht“, so Brandt.\n" * 3}
    ).encode()
    assert len({service.post(body).body for _ in range(5)}) == 1


def test_the_answer_is_compact_utf_8_and_not_escaped(service):
    reply = service.post(json.dumps({"text": TEXT}).encode())
    assert reply.headers["Content-Type"] == "application/json"
    assert reply.headers["Cache-Control"] == "no-store"
    assert "Wir prüfen das".encode() in reply.body
    assert reply.body.endswith(b"}\n")
    assert reply.body.count(b"\n") == 1


def test_a_text_without_a_quote_gives_an_empty_list(service):
    answer = service.read("Am Montag hat es in Neustadt geregnet.")
    assert answer["quotes"] == []
    assert answer["speakers"] == []


def test_every_object_of_the_answer_has_the_fields_of_its_schema_in_their_order(service):
    answer = service.read(f"{TEXT}\n\n„Das ist offen“, zitierte ihn die Agentur Nordpress.\n\nEr sprach von „Unsinn.")
    assert answer["quotes"]
    assert_ordered(answer, AnswerSchema())


def assert_ordered(value, schema):
    assert list(value) == list(schema.fields)
    for name, field in schema.fields.items():
        inner = field.inner if isinstance(field, ma.fields.List) else field
        if isinstance(inner, ma.fields.Nested) and value[name] is not None:
            for item in value[name] if isinstance(field, ma.fields.List) else [value[name]]:
                assert_ordered(item, inner.schema)
