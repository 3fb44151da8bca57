"""From the body of a request to the article in it: media type, size, encoding, JSON, fields.

What a body may hold is said in `schemas.ArticleSchema`; this file gets it there, and turns whatever is
wrong into a problem.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, NoReturn

import marshmallow as ma
from flask import Flask, Request, Response, current_app, request
from webargs.flaskparser import FlaskParser

from service.api.engine import engine_of
from service.api.problems import INVALID, MALFORMED, TOO_LARGE, UNSUPPORTED, FieldError, ProblemError

JSON, PLAIN = "application/json", "text/plain"
PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,39}", re.ASCII)
CHUNK = 65_536  # bytes
DISCARDED = 16 * 1_048_576  # bytes


class ArticleParser(FlaskParser):
    """Loads the article of either media type for flask-smorest's `Blueprint.arguments`."""

    def load_json(self, req: Request, schema: ma.Schema) -> Any:
        """The members of the JSON body, or of a plain text those that it would have as JSON."""
        media_type = _media_type(req)
        body = _read(req, engine_of(current_app).settings.max_body)
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            raise ProblemError(MALFORMED, "The body is not valid UTF-8.") from None
        return {"text": text} if media_type == PLAIN else _parse(text)

    def handle_error(self, error: ma.ValidationError, req: Request, schema: ma.Schema, **_: Any) -> NoReturn:
        """Name the fields that are wrong. Messages are the schema's own words, none holds what was sent."""
        raised = error.messages
        errors = tuple(_field_errors(raised["json"] if isinstance(raised, dict) else {}))
        detail = "; ".join(f"{error.field or 'the body'}: {error.message}" for error in errors[:3])
        raise ProblemError(INVALID, detail, errors)


def register(app: Flask) -> None:
    """Let every answer of the application, problems above all, reach a client that is still sending."""
    app.after_request(_discard_rest)


def _discard_rest(response: Response) -> Response:
    """Read on over what is left of the body, within reason: closing on it resets the connection before the answer."""
    left = DISCARDED
    with suppress(Exception):  # a body that cannot be read on has been answered for already
        while left > 0 and (chunk := request.stream.read(min(CHUNK, left))):
            left -= len(chunk)
    return response


def _media_type(req: Request) -> str:
    if req.mimetype not in (JSON, PLAIN):
        raise ProblemError(UNSUPPORTED)
    if req.mimetype_params.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise ProblemError(UNSUPPORTED, "The charset must be utf-8.")
    if req.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise ProblemError(UNSUPPORTED, "The body must not be compressed.")
    return req.mimetype


def _read(req: Request, limit: int) -> bytes:
    """The whole body, of ``limit`` bytes at most.

    Werkzeug's own limit would cut a chunked body off where this one refuses it.
    """
    if (req.content_length or 0) <= limit:
        body = _receive(req, limit + 1)
        if len(body) <= limit:
            return body
    raise ProblemError(TOO_LARGE, f"The body is over the limit of {limit} bytes.")


def _receive(req: Request, most: int) -> bytes:
    body = bytearray()
    try:
        while chunk := req.stream.read(min(CHUNK, most - len(body))):
            body += chunk
    except Exception:  # every server has errors of its own for a body that breaks off or is chunked wrongly
        raise ProblemError(MALFORMED, "The body broke off or is badly chunked.") from None
    if len(body) < (req.content_length or 0):
        raise ProblemError(MALFORMED, "The body broke off.")
    return bytes(body)


def _parse(text: str) -> Any:
    """The JSON value, by the letter of RFC 8259; a byte order mark before it is passed over, as section 8.1 allows."""
    try:
        # No field takes a number, and float reads one of any length.
        return json.loads(
            text.removeprefix("\ufeff"), object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_int=float
        )
    except RecursionError:
        raise ProblemError(MALFORMED, "The JSON is nested too deeply.") from None
    except ValueError:
        raise ProblemError(MALFORMED) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ProblemError(MALFORMED, "The JSON holds an object with the same key twice.")
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise ProblemError(MALFORMED, "NaN and Infinity are not JSON.")


def _field_errors(messages: dict[str, Any]) -> Iterable[FieldError]:
    """One error a message, in the order of the names; a name that is no plain word may be text and is not repeated."""
    for name in sorted(messages):
        shown = None if name == "_schema" else name if PLAIN_NAME.fullmatch(name) else "(a name not shown)"
        for message in messages[name] if isinstance(messages[name], list) else ["is not valid."]:
            yield FieldError(shown, str(message))
