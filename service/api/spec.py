"""The specification: what of it is not said by the resources and schemas, and how it is written.

A running service gives it at /openapi.json; `python -m service.api` prints it as YAML.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import groupby
from typing import Any

import flask_smorest
from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from service import __version__
from service.api import problems
from service.api.body import ArticleParser
from service.api.problems import FieldError, ProblemType, View
from service.api.schemas import ProblemSchema

DESCRIPTION = """\
Who said what, in their own words, and in what capacity: send a German news article, get every direct quote
with its speaker, the speaker's role and affiliation.

Offsets count Unicode code points of the text as it was sent; ends are exclusive. The same text, version and
model give the same bytes. Version 1 only ever adds fields: pass over those you do not know.

Every error is a problem after RFC 9457, `application/problem+json`, that holds no text of the article; an unknown
path (404) and a wrong method (405) too. Every answer carries the header `X-Request-Id`.
"""
EXAMPLE_ID = "0f6c1f0f3d6a4d6f9a3ed7a1c9a8b7e6"
LABEL = {"X-Request-Id": "RequestId"}
LABEL_AND_WAIT = {**LABEL, "Retry-After": "RetryAfter"}
HEADERS = {
    "RequestId": {
        "description": "The id of the request: the one sent, where it is short and plain, else a new one.",
        "schema": {"type": "string"},
        "example": EXAMPLE_ID,
    },
    "RetryAfter": {
        "description": "Seconds after which to try again.",
        "schema": {"type": "integer"},
        "example": problems.RETRY_AFTER,
    },
}
INFO = {"description": DESCRIPTION, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}
CONFIG = {"API_TITLE": "Wortlaut", "API_VERSION": __version__, "OPENAPI_VERSION": "3.1.0", "OPENAPI_URL_PREFIX": "/"}


class Api(flask_smorest.Api):
    """flask-smorest with our problems in the place of its errors."""

    DEFAULT_ERROR_RESPONSE_NAME = None
    ERROR_SCHEMA = ProblemSchema

    def __init__(self, app: Flask) -> None:
        super().__init__(app, spec_kwargs={"info": INFO})
        for name, header in HEADERS.items():
            self.spec.components.header(name, header)

    def specify(self) -> dict[str, Any]:
        """The specification as OpenAPI 3.1: its sections, and the answers of each operation, in reading order."""
        found = self.spec.to_dict()
        for path in found["paths"].values():
            for operation in path.values():
                operation["responses"] = dict(sorted(operation["responses"].items()))
        return {section: found[section] for section in ("openapi", "info", "tags", "paths", "components")}

    def _openapi_json(self) -> Response:
        return Response(
            json.dumps(self.specify(), ensure_ascii=False, indent=2) + "\n", content_type="application/json"
        )

    def _register_pagination_header(self) -> None:
        """Nothing here is paged: keep flask-smorest from describing pages."""

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Answer an error of Flask's or Werkzeug's that has no handler of its own."""
        return problems.answer_http_error(error)


class Blueprint(flask_smorest.Blueprint):
    """A blueprint whose arguments are articles and whose errors are problems."""

    ARGUMENTS_PARSER = ArticleParser()

    def problems(self, *types: ProblemType) -> Callable[[View], View]:
        """Describe the problems that a view may answer with, an example of each; those of one status together."""

        def decorate(view: View) -> View:
            for status, group in groupby(sorted(types, key=lambda type: type.status), lambda type: type.status):
                alternatives = list(group)
                view = self.alt_response(
                    status,
                    schema=ProblemSchema,
                    content_type=problems.MEDIA_TYPE,
                    description=", or: ".join(type.title for type in alternatives) + ".",
                    examples={type.name: {"summary": type.title, "value": _example(type)} for type in alternatives},
                    headers=LABEL_AND_WAIT if status == 503 else LABEL,
                )(view)
            return view

        return decorate


def _example(type: ProblemType) -> dict[str, Any]:
    errors = (FieldError("text", "is missing."),) if type is problems.INVALID else ()
    return problems.to_document(type, EXAMPLE_ID, errors=errors)
