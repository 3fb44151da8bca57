"""HTTP over loopback against `extract` called directly; articles a second, memory, and the time to be ready."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from queue import Empty, SimpleQueue
from statistics import median
from typing import Any

from benchmarks.load import busy, used
from benchmarks.memory import memory
from benchmarks.server import Client, Server, running
from benchmarks.timing import interleaved, use_cores
from service.language.load import EMBEDDED
from service.quotation import Extractor

CONNECTIONS = 8  # for each worker: enough that none of them is ever without an article
TIMES = 4  # that a round sends each article: at its end one worker has less to do, and that must not count for much
IMPORT_AND_LOAD = f"import spacy; spacy.load({str(EMBEDDED)!r})"


def against_http(extractor: Extractor, articles: Sequence[str], rounds: int) -> dict[str, Any]:
    """The median over all articles, by wall clock: over one persistent connection, and called directly."""
    with running() as server:
        client = Client(server.port)
        jobs: dict[str, Callable[[str], object]] = {"http": client.post, "extract": extractor.extract}
        times = interleaved(articles, jobs, rounds, time.perf_counter)
        client.close()
    http, extract = median(times["http"]), median(times["extract"])
    return {
        "http_over_extract": http / extract,
        "http_extra_ms": 1000 * (http - extract),
        "extract_median_ms": 1000 * extract,
    }


def throughput(articles: Sequence[str], rounds: int, one_core: set[int], all_cores: set[int]) -> dict[str, Any]:
    """Articles a second: one worker with the clients on one core, two workers with the clients on all; and the memory.

    The rounds take turns between the two services, which run side by side; the one that is not asked idles.
    """
    rates: dict[int, list[float]] = {1: [], 2: []}
    others: dict[int, list[float]] = {1: [], 2: []}
    use_cores(one_core)
    with running(1) as one:
        use_cores(all_cores)
        with running(2) as two:
            for round_ in range(-2, rounds):  # a worker of two meets an article in every second round
                for workers, server, cores in ((1, one, one_core), (2, two, all_cores)):
                    use_cores(cores)
                    rate, elsewhere = _rate_and_others(server, articles, CONNECTIONS * workers, cores)
                    if round_ >= 0:
                        rates[workers].append(rate)
                        others[workers] += [] if elsewhere is None else [elsewhere]
            use_cores(one_core)
            figures = _memory(one, two)
    first, second = median(rates[1]), median(rates[2])
    return {
        "articles_per_s_1": first,
        "articles_per_s_2": second,
        "two_workers_over_one": second / first,
        "cores_taken_by_others": {workers: median(each) for workers, each in others.items() if each},
    } | figures


def readiness(rounds: int) -> dict[str, Any]:
    """Seconds from the start to /readyz, and over those that a process needs to import spaCy and load the model."""
    ready, load = [], []
    for round_ in range(-1, rounds):
        with running() as server:
            seconds = server.ready
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", IMPORT_AND_LOAD], check=True)
        if round_ >= 0:
            ready.append(seconds)
            load.append(time.perf_counter() - start)
    return {
        "ready_s": median(ready),
        "import_and_load_s": median(load),
        "ready_over_import_and_load": median(ready) / median(load),
    }


def _rate_and_others(
    server: Server, articles: Sequence[str], connections: int, cores: set[int]
) -> tuple[float, float | None]:
    """Articles a second, and how many of these cores other processes had meanwhile: near 0 in a run that counts."""
    own = [server.pid, *server.workers()]
    before = busy(cores)
    start, mine = time.perf_counter(), time.process_time()
    spent = None if before is None else used(own)
    rate = _rate(server, articles, connections)
    after, seconds = busy(cores), time.perf_counter() - start
    if before is None or after is None or spent is None:
        return rate, None
    ours = used(own) - spent + time.process_time() - mine
    return rate, max(0.0, after - before - ours) / seconds


def _rate(server: Server, articles: Sequence[str], connections: int) -> float:
    """Articles a second, each article sent `TIMES` times, over so many persistent connections at once."""
    waiting: SimpleQueue[str] = SimpleQueue()
    for text in [*articles] * TIMES:
        waiting.put(text)

    def send() -> None:
        client = Client(server.port)
        try:
            while True:
                client.post(waiting.get_nowait())
        except Empty:
            client.close()

    start = time.perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        for done in [pool.submit(send) for _ in range(connections)]:
            done.result()
    return TIMES * len(articles) / (time.perf_counter() - start)


def _memory(one: Server, two: Server) -> dict[str, Any]:
    """MiB after the rounds. A further worker costs its unique memory; of the two workers the larger one counts."""
    first = {"master": memory(one.pid), "worker": memory(one.workers()[0]) if one.workers() else None}
    pair = [memory(pid) for pid in two.workers()]
    known = [each for each in pair if each is not None]
    return {
        "worker_extra_mb": max((each.unique for each in known), default=None),
        "memory_one_worker_mb": {name: each and asdict(each) for name, each in first.items()},
        "memory_two_workers_mb": [asdict(each) for each in known],
    }
