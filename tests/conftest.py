"""A real service for the tests: gunicorn, started once, asked over HTTP. Every answer is held to the contract."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[1]
SPEC = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
START = 60  # seconds that a start may take on a slow machine


def shape(name: str) -> jsonschema.Draft202012Validator:
    """The validator of one schema of the specification."""
    return jsonschema.Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": SPEC["components"]},
        format_checker=jsonschema.FormatChecker(),
    )


ANSWER, PROBLEM = shape("Answer"), shape("Problem")


@dataclass(frozen=True)
class Reply:
    """One HTTP answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @cached_property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def problem(self) -> str:
        """The name of the problem."""
        return self.json["type"].removeprefix("urn:wortlaut:problem:")


@dataclass(frozen=True)
class Service:
    """A running service. The methods ask it; whatever it answers must be of the shape that is specified."""

    host: str
    port: int
    log: Path
    pid: int

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, self.port, timeout=120)

    def ask(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None, **more: Any
    ) -> Reply:
        connection = self.connect()
        try:
            connection.request(method, path, body, dict(headers or {}), **more)
            return checked(connection.getresponse())
        finally:
            connection.close()

    def post(self, body: bytes, content_type: str = "application/json", **more: Any) -> Reply:
        return self.ask("POST", "/v1/quotes", body, {"Content-Type": content_type}, **more)

    def read(self, text: str) -> dict[str, Any]:
        """The answer for an article; every span in it must be a slice of the text."""
        reply = self.post(json.dumps({"text": text}).encode())
        assert reply.status == 200, reply.body
        check_slices(text, reply.json)
        return reply.json


def checked(response: http.client.HTTPResponse) -> Reply:
    reply = Reply(response.status, dict(response.headers), response.read())
    if reply.status >= 400 and reply.body:
        assert reply.headers["Content-Type"] == "application/problem+json"
        PROBLEM.validate(reply.json)
        assert reply.json["status"] == reply.status
        assert reply.json["request_id"] == reply.headers["X-Request-Id"]
    elif reply.body.startswith(b'{"id":'):
        ANSWER.validate(reply.json)
    assert reply.headers["X-Request-Id"]
    return reply


def check_slices(text: str, answer: Mapping[str, Any]) -> None:
    """Every span of the answer is a slice of the text, and every quote is its parts."""
    open_ = list(answer["quotes"])
    while open_:
        quote = open_.pop()
        open_.extend(quote["nested"])
        parts = quote["parts"]
        spans = [*parts]
        spans += [owner["mention"] for owner in (quote["speaker"], quote["medium"]) if owner]
        spans += [quote["cue"]] if quote["cue"] else []
        for span in spans:
            assert text[span["start"] : span["end"]] == span["text"]
        assert quote["text"] == " ".join(part["text"] for part in parts)
        assert (quote["start"], quote["end"]) == (parts[0]["start"], parts[-1]["end"])
    for warning in answer["warnings"]:
        assert 0 <= warning["start"] <= warning["end"] <= len(text)


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service as `make serve` runs it, on a free port, with its access log on."""
    log = tmp_path_factory.mktemp("service") / "log"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WORTLAUT_")}
    environ = {**kept, "PORT": str(port), "WEB_CONCURRENCY": "1", "WORTLAUT_ACCESS_LOG": "1", "WORTLAUT_TIMEOUT": "60"}
    command = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py"]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=out, stderr=subprocess.STDOUT)
    running = Service("127.0.0.1", port, log, process.pid)
    try:
        await_ready(running, process)
        yield running
    finally:
        process.terminate()
        process.wait(30)


def await_ready(running: Service, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            if running.ask("GET", "/readyz").status == 200:
                return
        except ConnectionError:
            time.sleep(0.05)
    pytest.fail(f"the service did not start:\n{running.log.read_text()}")
