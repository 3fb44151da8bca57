"""The settings: defaults, what is read, what is refused, and how a start ends that cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.settings import SettingError, Settings

ROOT = Path(__file__).parents[1]


def test_without_variables_the_defaults_hold():
    assert Settings.read({}) == Settings()
    assert Settings().max_body == 1_048_576
    assert Settings().port == 8_000


def test_an_empty_variable_counts_as_not_set():
    assert Settings.read({"PORT": "", "WORTLAUT_MODEL": "", "WORTLAUT_TIMEOUT": ""}) == Settings()


def test_every_setting_has_a_variable():
    assert Settings.read(
        {
            "WORTLAUT_HOST": "0.0.0.0",
            "PORT": "9000",
            "WEB_CONCURRENCY": "2",
            "WORTLAUT_MODEL": "de_core_news_lg",
            "WORTLAUT_MAX_BODY": "1000",
            "WORTLAUT_MAX_QUOTES": "10",
            "WORTLAUT_TIMEOUT": "1.5",
            "WORTLAUT_WAIT": "2",
            "WORTLAUT_QUEUE": "0",
            "WORTLAUT_ACCESS_LOG": "1",
        }
    ) == Settings("0.0.0.0", 9_000, 2, "de_core_news_lg", 1_000, 10, 1.5, 2.0, 0, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "http"),
        ("PORT", "80 "),
        ("PORT", "٨٠"),
        ("PORT", "9" * 5_000),
        ("WEB_CONCURRENCY", "0"),
        ("WORTLAUT_MAX_BODY", "1MiB"),
        ("WORTLAUT_MAX_QUOTES", "0"),
        ("WORTLAUT_TIMEOUT", "0"),
        ("WORTLAUT_TIMEOUT", "nan"),
        ("WORTLAUT_TIMEOUT", "inf"),
        ("WORTLAUT_WAIT", "soon"),
        ("WORTLAUT_QUEUE", "1.5"),
        ("WORTLAUT_ACCESS_LOG", "yes"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_name(name, value):
    with pytest.raises(SettingError, match=f"^{name} must be "):
        Settings.read({name: value})


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "abc"), ("WORTLAUT_TIMEOUT", "-1"), ("WORTLAUT_MODEL", "no_such_pipeline")]
)
def test_a_start_that_cannot_be_ends_with_one_line(name, value):
    environ = {**os.environ, "PORT": "1", name: value}
    command = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py"]
    ended = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60)
    assert ended.returncode != 0
    assert ended.stderr.startswith("wortlaut: ")
    assert ended.stderr.count("\n") == 1
    assert (value if name == "WORTLAUT_MODEL" else name) in ended.stderr
