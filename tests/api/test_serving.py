"""How the service behaves as a server: probes, connections, request ids, its log, several clients at once."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.api.examples import TEXT

BODY = json.dumps({"text": TEXT}).encode()
JSON = {"Content-Type": "application/json"}


def test_the_probes_answer(service):
    assert service.ask("GET", "/livez").json == {"status": "live"}
    ready = service.ask("GET", "/readyz")
    assert ready.status == 200
    assert ready.json["status"] == "ready"
    assert ready.json["model"] == service.post(BODY).json["model"]


def test_a_probe_may_ask_for_the_head_only(service):
    reply = service.ask("HEAD", "/readyz")
    assert (reply.status, reply.body) == (200, b"")


def test_a_connection_is_kept_for_many_requests(service):
    connection = service.connect()
    ports = set()
    for _ in range(5):
        connection.request("POST", "/v1/quotes", BODY, JSON)
        ports.add(connection.sock.getsockname()[1])
        response = connection.getresponse()
        response.read()
        assert response.status == 200
    connection.close()
    assert len(ports) == 1


@pytest.mark.parametrize("body", [b"{", b'{"text": 1}', b'{"text": "\\ud800"}'])
def test_a_connection_is_kept_after_a_problem(service, body):
    connection = service.connect()
    statuses = []
    for sent in (body, BODY):
        connection.request("POST", "/v1/quotes", sent, JSON)
        response = connection.getresponse()
        response.read()
        statuses.append(response.status)
    connection.close()
    assert statuses[0] in (400, 422)
    assert statuses[1] == 200


def test_a_plain_request_id_is_taken_over(service):
    assert service.ask("GET", "/livez", headers={"X-Request-Id": "abc-1.2_3"}).headers["X-Request-Id"] == "abc-1.2_3"
    reply = service.ask("POST", "/v1/quotes", b"{", {**JSON, "X-Request-Id": "abc-1.2_3"})
    assert reply.json["request_id"] == "abc-1.2_3"


@pytest.mark.parametrize("sent", ["", "a b", "a" * 65, "<script>", "ü", "-a", 'a"b'])
def test_any_other_request_id_is_replaced(service, sent):
    given = service.ask("GET", "/livez", headers={"X-Request-Id": sent.encode()}).headers["X-Request-Id"]
    assert len(given) == 32
    assert given.isalnum()


def test_every_request_has_an_id_of_its_own(service):
    assert len({service.ask("GET", "/livez").headers["X-Request-Id"] for _ in range(5)}) == 5


def test_the_log_holds_no_text_of_an_article(service):
    word = "Zwiebelfisch in Aspik"
    text = f"„{word}“, sagte Mira Holm."
    id = "log-probe"
    for body in (text, f'{{"text": "{word}\\ud800"}}', f'{{"{word}": 1}}', f"{word} {{"):
        for content_type in ("application/json", "text/plain", "text/html"):
            reply = service.ask("POST", "/v1/quotes", body.encode(), {"Content-Type": content_type, "X-Request-Id": id})
            assert reply.status == 200 or word not in reply.body.decode()
    service.ask("GET", "/v1/quotes?text=Zwiebelfisch")
    time.sleep(0.2)
    log = service.log.read_text()
    assert id in log
    assert "Zwiebelfisch" not in log
    assert "Traceback" not in log


def test_requests_at_the_same_time_are_answered_or_asked_to_come_back(service):
    text = f"{TEXT} Es regnete in Neustadt den ganzen Tag. " * 40
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: service.post(json.dumps({"text": text}).encode()), range(16)))
    assert {reply.status for reply in replies} <= {200, 503}
    answers = {reply.body for reply in replies if reply.status == 200}
    assert len(answers) == 1


def test_probes_answer_while_an_article_is_read(service):
    text = f"{TEXT} Es regnete in Neustadt den ganzen Tag. " * 300
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(service.post, json.dumps({"text": text}).encode())
        time.sleep(0.05)
        assert service.ask("GET", "/readyz").status == 200
        assert reading.result().status == 200


def test_the_specification_is_served(service):
    reply = service.ask("GET", "/openapi.json")
    assert reply.status == 200
    assert reply.json["openapi"].startswith("3.1")
