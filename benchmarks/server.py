"""The service as `make serve` runs it, started for a measurement and asked over loopback."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
START = 60  # seconds after which a start has failed
HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Server:
    """A running service. ``ready`` is how many seconds it took from its start to the first 200 of /readyz."""

    pid: int
    port: int
    ready: float

    def workers(self) -> list[int]:
        """The process ids of its workers, in the order of their start (Linux)."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        return sorted(int(pid) for pid in children.read_text().split()) if children.exists() else []


class Client:
    """One persistent connection."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=120)

    def post(self, text: str) -> bytes:
        """The answer for an article. Raises RuntimeError when it is not 200."""
        body = json.dumps({"text": text}, ensure_ascii=False).encode()
        self._connection.request("POST", "/v1/quotes", body, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        answer = response.read()
        if response.status != 200:
            raise RuntimeError(f"the service answered {response.status}: {answer[:200]!r}")
        return answer

    def close(self) -> None:
        self._connection.close()


@contextmanager
def running(workers: int = 1) -> Iterator[Server]:
    """The service with so many workers on a free port; it is ended with the block."""
    port = _free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WORTLAUT_")}
    environ = kept | {"PORT": str(port), "WEB_CONCURRENCY": str(workers), "WORTLAUT_TIMEOUT": "120"}
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await_ready(process, port)
        yield Server(process.pid, port, time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait(30)


def _await_ready(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            connection = http.client.HTTPConnection(HOST, port, timeout=START)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except ConnectionError:
            time.sleep(0.005)
        finally:
            connection.close()
    raise RuntimeError("the service did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
