"""The id of each request: in the header X-Request-Id of every answer, in every problem, and in the log."""

from __future__ import annotations

import re
import uuid

from flask import Flask, Response, g, request

HEADER = "X-Request-Id"
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)


def register(app: Flask) -> None:
    """Give every answer of the application its request's id."""
    app.after_request(_label)


def current() -> str:
    """The id of the current request: the client's own where it is short and plain, else a new one."""
    if "request_id" not in g:
        sent = request.headers.get(HEADER, "")
        g.request_id = sent if SAFE.fullmatch(sent) else uuid.uuid4().hex
    id: str = g.request_id
    return id


def _label(response: Response) -> Response:
    response.headers[HEADER] = current()
    return response
