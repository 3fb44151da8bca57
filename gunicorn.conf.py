"""How gunicorn runs the service: `gunicorn -c gunicorn.conf.py`. Settings come from service/settings.py."""

import ctypes
import gc
import os
import sys

# One extraction runs at a time in a process: more threads in the matrix library would only fight over the
# cores with the other workers. Read when NumPy is imported, so set first.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(name, "1")

from service import __version__  # noqa: E402
from service.settings import SettingError, Settings  # noqa: E402

try:
    settings = Settings.read(os.environ)
except SettingError as error:
    raise SystemExit(f"wortlaut: {error}") from None

wsgi_app = "service.app:wsgi()"
bind = f"{settings.host}:{settings.port}"
workers = settings.workers
worker_class = "gthread"
threads = settings.threads
keepalive = 75  # seconds; longer than the idle time of common proxies, which would else meet closed connections
# A worker whose interpreter has been stuck this long is replaced; the time budget ends a request well before.
timeout = int(2 * settings.timeout) + 30
graceful_timeout = int(settings.timeout) + 10
# Load the model once; the workers share its memory.
preload_app = True
control_socket_disable = True
loglevel = "warning"
accesslog = "-" if settings.access_log else None
access_log_format = "%(m)s %(U)s %(s)s %(B)s bytes %(M)s ms %({x-request-id}o)s"


def post_fork(server, worker):
    """One memory arena for a worker's threads: of several, each would keep what one extraction needs."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # glibc has it
    if mallopt is not None:
        mallopt(-8, 1)  # M_ARENA_MAX


def when_ready(server):
    """Before the workers are forked: keep the collector off what they share, so that its pages stay shared."""
    gc.collect()
    gc.freeze()
    print(f"Wortlaut {__version__} answers at http://{bind}/v1/quotes", file=sys.stderr, flush=True)
