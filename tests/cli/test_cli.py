"""The command line: from a file or standard input, as JSON or one line a quote."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from service.api.examples import TEXT

ROOT = Path(__file__).parents[2]


def run(*arguments, sent=b""):
    return subprocess.run(
        [sys.executable, "-m", "service.cli", *arguments], cwd=ROOT, input=sent, capture_output=True, timeout=60
    )


def test_it_prints_the_answer_of_the_service(service, tmp_path):
    file = tmp_path / "article.txt"
    file.write_bytes(f"{TEXT}\r\n\r\n„Ja“, so Brandt.".encode())
    ended = run(str(file))
    assert json.loads(ended.stdout) == service.post(file.read_bytes(), "text/plain").json
    assert ended.stderr == b""


def test_it_prints_one_line_a_quote():
    ended = run("--plain", sent=TEXT.encode())
    assert ended.stdout.decode() == "„Wir prüfen das“ — Jana Brandt · Sprecherin · Verkehrsministerium\n"


@pytest.mark.parametrize(
    ("arguments", "sent", "said"),
    [
        ((), b"", "empty or blank"),
        ((), b"\xff", "not UTF-8"),
        (("no-such-file.txt",), b"", "no-such-file.txt"),
        (("--model", "no_such_pipeline"), TEXT.encode(), "no_such_pipeline"),
    ],
)
def test_what_it_cannot_read_ends_with_one_line(arguments, sent, said):
    ended = run(*arguments, sent=sent)
    assert ended.returncode == 1
    assert ended.stdout == b""
    assert said in ended.stderr.decode()
    assert ended.stderr.startswith(b"wortlaut: ")
    assert ended.stderr.count(b"\n") == 1
