"""Every error is a problem of the documented type, and none repeats what was sent."""

from __future__ import annotations

import json
import socket

import pytest

from service.api.schemas import LONGEST_ID

SECRET = "Geheimsache Kormoran"
LIMIT = 1_048_576


def field_errors(reply):
    return [(error["field"], error["message"]) for error in reply.json["errors"]]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"{'text': 'a'}",
        b'{"text": "a",}',
        b'{"text": "a"} {}',
        b'{"text": "a\nb"}',
        b'{"text": "\\x"}',
        b'{"text": NaN}',
        b'{"text": "a", "id": -Infinity}',
        b'{"text": "a", "text": "b"}',
        b'{"text": {"a": 1, "a": 2}}',
        b'{"text": "\xff"}',
        '{"text": "ä"}'.encode("latin-1"),
        '{"text": "a"}'.encode("utf-16"),
        b'{"text": "\xed\xa0\x80"}',
        b"[" * 200_000,
        b'{"a":' * 200_000,
    ],
)
def test_json_that_is_not_well_formed_is_malformed(service, body):
    reply = service.post(body)
    assert (reply.status, reply.problem) == (400, "malformed")


@pytest.mark.parametrize("body", [b"\xff", "Köln".encode("latin-1"), b"\xed\xa0\x80", b"\xc0\x80", b"Hallo \xf0\x9f"])
def test_plain_text_that_is_not_utf_8_is_malformed(service, body):
    reply = service.post(body, "text/plain")
    assert (reply.status, reply.problem) == (400, "malformed")


@pytest.mark.parametrize(
    "body", [b"[]", b'["a"]', b'"a"', b"1", b"1" * 5_000, b"true", b"null", b"[" * 400 + b"]" * 400]
)
def test_json_that_is_no_object_is_invalid(service, body):
    reply = service.post(body)
    assert (reply.status, reply.problem) == (422, "invalid")
    assert field_errors(reply) == [(None, "must be a JSON object.")]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({}, "is missing."),
        ({"text": ""}, "is empty or blank."),
        ({"text": " \n\t\u00a0\u2003"}, "is empty or blank."),
        ({"text": None}, "must be a string."),
        ({"text": 5}, "must be a string."),
        ({"text": True}, "must be a string."),
        ({"text": [SECRET]}, "must be a string."),
        ({"text": {"text": SECRET}}, "must be a string."),
        ({"text": f"{SECRET} \ud800"}, "holds a lone surrogate."),
        ({"text": f"\udc00 {SECRET}"}, "holds a lone surrogate."),
    ],
)
def test_a_text_that_cannot_be_read_is_invalid(service, members, message):
    reply = service.post(json.dumps(members).encode())
    assert (reply.status, reply.problem) == (422, "invalid")
    assert field_errors(reply) == [("text", message)]
    assert message in reply.json["detail"]
    assert "text" in reply.json["detail"]
    assert SECRET not in reply.body.decode()


def test_a_pair_of_surrogates_is_one_character_and_fine(service):
    assert service.post(b'{"text": "\\ud83e\\udd8a sagt nichts."}').status == 200


@pytest.mark.parametrize("body", [b"", b" \r\n ", "\u00a0".encode()])
def test_an_empty_or_blank_plain_text_is_invalid(service, body):
    reply = service.post(body, "text/plain")
    assert (reply.status, reply.problem) == (422, "invalid")
    assert field_errors(reply) == [("text", "is empty or blank.")]


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("a" * (LONGEST_ID + 1), "is longer than 200 characters."),
        (7, "must be a string."),
        (["a"], "must be a string."),
        ("\udfff", "holds a lone surrogate."),
    ],
)
def test_an_id_that_cannot_be_given_back_is_invalid(service, id, message):
    reply = service.post(json.dumps({"text": "Nichts.", "id": id}).encode())
    assert reply.status == 422
    assert field_errors(reply) == [("id", message)]


def test_an_unknown_field_is_named(service):
    reply = service.post(json.dumps({"txet": SECRET, "text": "Nichts."}).encode())
    assert reply.status == 422
    assert field_errors(reply) == [("txet", "is not a known field.")]
    assert SECRET not in reply.body.decode()


def test_an_unknown_field_whose_name_may_be_text_is_not_repeated(service):
    reply = service.post(json.dumps({SECRET: 1, "\ud800": 2, "text": "Nichts."}).encode())
    assert reply.status == 422
    assert {field for field, _ in field_errors(reply)} == {"(a name not shown)"}
    assert SECRET not in reply.body.decode()


def test_of_many_wrong_fields_the_first_twenty_are_named(service):
    reply = service.post(json.dumps({f"f{number}": 1 for number in range(10_000)}).encode())
    assert reply.status == 422
    assert len(reply.json["errors"]) == 20


@pytest.mark.parametrize(
    "content_type",
    [
        "text/html",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/ld+json",
        "text/plain; charset=iso-8859-1",
        "text/plain; charset=utf-16",
        "application/json; charset=latin1",
        "text",
        "",
        ";charset=utf-8",
    ],
)
def test_another_media_type_or_charset_is_unsupported(service, content_type):
    reply = service.post(b'{"text": "Nichts."}', content_type)
    assert (reply.status, reply.problem) == (415, "unsupported-media-type")
    assert "application/json" in reply.headers["Accept-Post"]


def test_a_missing_media_type_is_unsupported(service):
    assert service.ask("POST", "/v1/quotes", b'{"text": "Nichts."}').problem == "unsupported-media-type"


def test_a_compressed_body_is_unsupported(service):
    headers = {"Content-Type": "text/plain", "Content-Encoding": "gzip"}
    assert service.ask("POST", "/v1/quotes", b"\x1f\x8b", headers).problem == "unsupported-media-type"


def test_a_body_of_exactly_the_limit_is_read(service):
    assert service.post(b"a" * LIMIT, "text/plain").status == 200


@pytest.mark.parametrize("size", [LIMIT + 1, 10 * LIMIT])
@pytest.mark.parametrize("content_type", ["text/plain", "application/json"])
def test_a_body_over_the_limit_is_too_large(service, size, content_type):
    reply = service.post(b"a" * size, content_type)
    assert (reply.status, reply.problem) == (413, "too-large")
    assert str(LIMIT) in reply.json["detail"]


def chunks(size):
    whole, rest = divmod(size, 10_000)
    return iter([b"a" * 10_000] * whole + [b"a" * rest] * bool(rest))


def test_a_chunked_body_of_exactly_the_limit_is_read(service):
    assert service.post(chunks(LIMIT), "text/plain", encode_chunked=True).status == 200


@pytest.mark.parametrize("size", [LIMIT + 1, LIMIT + 100_000])
def test_a_chunked_body_over_the_limit_is_too_large(service, size):
    headers = {"Content-Type": "text/plain", "Transfer-Encoding": "chunked"}
    reply = service.ask("POST", "/v1/quotes", chunks(size), headers, encode_chunked=True)
    assert (reply.status, reply.problem) == (413, "too-large")


@pytest.mark.parametrize(
    "rest", [b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", b"Content-Length: 100\r\n\r\nabc"]
)
def test_a_body_that_breaks_off_does_no_harm(service, rest):
    with socket.create_connection((service.host, service.port), timeout=30) as sent:
        sent.sendall(b"POST /v1/quotes HTTP/1.1\r\nHost: test\r\nContent-Type: text/plain\r\n" + rest)
        sent.shutdown(socket.SHUT_WR)
        answer = sent.makefile("rb").read()
    assert not answer or answer.startswith(b"HTTP/1.1 400 ")
    assert service.ask("GET", "/readyz").status == 200


@pytest.mark.parametrize(
    "path", ["/", "/v1", "/v1/quotes/", "/v1//quotes", "/v1/quotes/1", "/v2/quotes", "/%00", "/static/x"]
)
def test_an_unknown_path_is_not_found(service, path):
    reply = service.ask("GET", path)
    assert (reply.status, reply.problem) == (404, "not-found")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "TRACE"])
def test_a_wrong_method_is_told_the_right_ones(service, method):
    reply = service.ask(method, "/v1/quotes")
    assert (reply.status, reply.problem) == (405, "method-not-allowed")
    assert reply.headers["Allow"] == "OPTIONS, POST"


@pytest.mark.parametrize(("path", "status"), [("/v1/quote", 404), ("/readyz", 405), ("/v1/quotes", 415)])
def test_a_refusal_reaches_a_client_that_is_still_sending(service, path, status):
    assert service.ask("POST", path, b"a" * 10 * LIMIT, {"Content-Type": "text/html"}).status == status


def test_the_probes_are_not_posted_to(service):
    reply = service.ask("POST", "/readyz", b"x", {"Content-Type": "text/plain"})
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_options_name_the_methods(service):
    reply = service.ask("OPTIONS", "/v1/quotes")
    assert reply.status == 200
    assert set(reply.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}
