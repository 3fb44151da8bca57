"""What cannot be provoked from outside: a full queue, a spent budget, a failure, a missing model."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import pytest

from service.answer import Model
from service.api.limits import Gate, budget
from service.api.problems import ProblemError
from service.app import create_app
from service.quotation.result import Article
from service.settings import Settings

MODEL = Model("test", "0")
TEXT = "„Geheimsache Kormoran“, sagte Mira Holm."


class Failing:
    """Fails as a bug would: with the article in the message."""

    def extract(self, text, check=None):
        raise KeyError(text)


class Endless:
    """Reads on until it is stopped."""

    def extract(self, text, check=None):
        while True:
            check()


class Patient:
    """Reads until it is told that it may finish."""

    def __init__(self):
        self.reading, self.finish = threading.Event(), threading.Event()

    def extract(self, text, check=None):
        self.reading.set()
        assert self.finish.wait(30)
        return Article("de", (), (), ())


def post(app):
    return app.test_client().post("/v1/quotes", data=TEXT.encode(), content_type="text/plain")


@contextmanager
def one_article_being_read(**settings):
    """The app with an extraction under way; it ends with the block, and must have been answered."""
    extractor = Patient()
    app = create_app(Settings(**settings), extractor, MODEL)
    statuses = []
    reading = threading.Thread(target=lambda: statuses.append(post(app).status_code))
    reading.start()
    assert extractor.reading.wait(30)
    try:
        yield app, extractor
    finally:
        extractor.finish.set()
        reading.join(30)
    assert statuses == [200]


def assert_come_back(reply, name):
    assert reply.status_code == 503
    assert reply.json["type"] == f"urn:wortlaut:problem:{name}"
    assert int(reply.headers["Retry-After"]) > 0


def test_a_request_that_finds_the_queue_full_is_refused_at_once():
    with one_article_being_read(queue=0, wait=3_600) as (app, _):
        assert_come_back(post(app), "busy")


def test_a_request_that_waits_too_long_is_refused():
    with one_article_being_read(queue=1, wait=0.05) as (app, _):
        assert_come_back(post(app), "busy")


def test_a_request_that_waits_is_served_when_its_turn_comes():
    with one_article_being_read(queue=1, wait=30) as (app, extractor):
        threading.Timer(0.05, extractor.finish.set).start()
        assert post(app).status_code == 200


def test_a_refusal_gives_its_place_in_the_queue_back():
    with one_article_being_read(queue=1, wait=0.01) as (app, _):
        for _ in range(3):
            assert_come_back(post(app), "busy")
    assert post(app).status_code == 200


def test_probes_answer_while_the_queue_is_full():
    with one_article_being_read(queue=0) as (app, _):
        assert app.test_client().get("/readyz").status_code == 200


def test_a_text_that_takes_too_long_is_given_up_and_the_next_is_served():
    app = create_app(Settings(timeout=0.05, queue=0), Endless(), MODEL)
    for _ in range(2):
        assert_come_back(post(app), "over-budget")


def test_a_failure_is_answered_and_logged_without_text_of_the_article(caplog):
    app = create_app(Settings(queue=0), Failing(), MODEL)
    for _ in range(2):  # the second time shows that the turn was given back
        reply = post(app)
        assert reply.status_code == 500
        assert reply.json["type"] == "urn:wortlaut:problem:internal"
        assert reply.json["request_id"] == reply.headers["X-Request-Id"]
        assert "Kormoran" not in reply.text
        assert "KeyError" not in reply.text
        assert reply.json["request_id"] in caplog.text
    assert "KeyError" in caplog.text
    assert "Kormoran" not in caplog.text


def test_without_a_model_the_service_is_alive_and_not_ready():
    app = create_app(Settings())
    assert app.test_client().get("/livez").status_code == 200
    assert_come_back(app.test_client().get("/readyz"), "not-ready")
    assert_come_back(post(app), "not-ready")


def test_a_budget_is_spent_only_after_its_time():
    now = [0.0]
    check = budget(10, lambda: now[0])
    check()
    now[0] = 10
    check()
    now[0] = 10.1
    with pytest.raises(ProblemError, match="over-budget"):
        check()


def test_a_gate_lets_the_next_through_after_a_failure():
    gate = Gate(queue=0, wait=1)
    with pytest.raises(ValueError, match="inside"), gate.turn():
        raise ValueError("inside")
    with gate.turn():
        pass
