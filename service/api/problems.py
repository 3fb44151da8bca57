"""Errors as RFC 9457 problems: their types, how one is raised, how one is answered.

A problem never holds text of the article, of the request, or of an exception; the log neither.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

from flask import Flask, Response
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from service.api import request_id

log = logging.getLogger("wortlaut")

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = 5  # seconds; about what a queue of ordinary articles takes to clear
MOST_ERRORS = 20

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One kind of error. ``name`` ends its URN; ``detail`` is said where the raiser says nothing else."""

    name: str
    status: int
    title: str
    detail: str

    @property
    def urn(self) -> str:
        return f"urn:wortlaut:problem:{self.name}"


MALFORMED = ProblemType("malformed", 400, "The body cannot be read", "The body is not well-formed JSON.")
NOT_FOUND = ProblemType("not-found", 404, "No such path", "Articles are sent to /v1/quotes.")
METHOD_NOT_ALLOWED = ProblemType(
    "method-not-allowed", 405, "The path does not answer this method", "The header Allow names the methods it answers."
)
TOO_LARGE = ProblemType("too-large", 413, "The body is too large", "The body is over the limit of 1048576 bytes.")
UNSUPPORTED = ProblemType(
    "unsupported-media-type",
    415,
    "The media type is not understood",
    "Send application/json or text/plain, in UTF-8 and not compressed.",
)
INVALID = ProblemType("invalid", 422, "The body does not hold an article", "text: is missing.")
INTERNAL = ProblemType("internal", 500, "The service failed", "The failure is logged under the request_id given here.")
NOT_READY = ProblemType("not-ready", 503, "The service is not ready", "The model is not loaded.")
BUSY = ProblemType("busy", 503, "The service is busy", "Too many articles are waiting. Try again later.")
OVER_BUDGET = ProblemType(
    "over-budget", 503, "The article took too long", "The article was not read within the time that one may take."
)


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field of the body; None where the body as a whole is meant."""

    field: str | None
    message: str


class ProblemError(Exception):
    """Raised anywhere below a request to answer it with this problem."""

    def __init__(self, type: ProblemType, detail: str | None = None, errors: tuple[FieldError, ...] = ()) -> None:
        super().__init__(type.name)
        self.type = type
        self.detail = detail or type.detail
        self.errors = errors[:MOST_ERRORS]


def register(app: Flask) -> None:
    """Let every error of the application, foreseen or not, be answered as a problem."""
    app.register_error_handler(ProblemError, _answer_problem)
    app.register_error_handler(NotFound, lambda error: to_response(NOT_FOUND))
    app.register_error_handler(MethodNotAllowed, _answer_method)
    app.register_error_handler(Exception, _answer_failure)


def answer_http_error(error: HTTPException) -> Response:
    """Any other error that Flask or Werkzeug raises: its status, under the name that HTTP has for it."""
    status = HTTPStatus(error.code or 500)
    if status >= 500:
        return to_response(INTERNAL)
    name = status.phrase.lower().replace(" ", "-")
    return to_response(ProblemType(name, status.value, status.phrase, "The request cannot be answered."))


def to_document(
    type: ProblemType, id: str, detail: str | None = None, errors: tuple[FieldError, ...] = ()
) -> dict[str, Any]:
    """The members of the problem, in their documented order; ``id`` is the request's."""
    document: dict[str, Any] = {
        "type": type.urn,
        "title": type.title,
        "status": type.status,
        "detail": detail or type.detail,
        "request_id": id,
    }
    if errors:
        document["errors"] = [{"field": error.field, "message": error.message} for error in errors]
    return document


def to_response(
    type: ProblemType,
    detail: str | None = None,
    errors: tuple[FieldError, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The problem as an answer to the current request."""
    document = to_document(type, request_id.current(), detail, errors)
    response = Response(json.dumps(document, ensure_ascii=False) + "\n", type.status, headers, content_type=MEDIA_TYPE)
    if type.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    if type is UNSUPPORTED:
        response.headers["Accept-Post"] = "application/json, text/plain"
    return response


def _answer_problem(error: ProblemError) -> Response:
    return to_response(error.type, error.detail, error.errors)


def _answer_method(error: MethodNotAllowed) -> Response:
    return to_response(METHOD_NOT_ALLOWED, headers={"Allow": ", ".join(sorted(error.valid_methods or ()))})


def _answer_failure(error: Exception) -> Response:
    """An error nobody foresaw. The log gets its class and where it arose: its message may quote the article."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("request %s failed: %s\n%s", request_id.current(), type(error).__qualname__, frames.rstrip())
    return to_response(INTERNAL)
