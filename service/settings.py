"""The settings of the service, read once from the environment.

Every variable, its default and its range stand here and nowhere else. Nothing here opens a file or a
port.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class SettingError(ValueError):
    """An environment variable holds a value that the service cannot work with; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one service runs. Sizes are bytes, times are seconds."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    model: str | None = None
    max_body: int = 1_048_576
    max_quotes: int = 5_000
    timeout: float = 20.0
    wait: float = 10.0
    queue: int = 32
    access_log: bool = False

    @property
    def threads(self) -> int:
        """Threads of one worker: one that extracts, one for each request that waits, four for probes and refusals."""
        return 1 + self.queue + 4

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Settings:
        """The settings that these environment variables ask for; an empty variable counts as not set.

        Raises SettingError for a value that is no number, or out of range.
        """
        default = cls()
        return cls(
            host=environ.get("WORTLAUT_HOST") or default.host,
            port=_whole(environ, "PORT", default.port, 1, 65_535),
            workers=_whole(environ, "WEB_CONCURRENCY", default.workers, 1, 256),
            model=environ.get("WORTLAUT_MODEL") or default.model,
            max_body=_whole(environ, "WORTLAUT_MAX_BODY", default.max_body, 1, 1_073_741_824),
            max_quotes=_whole(environ, "WORTLAUT_MAX_QUOTES", default.max_quotes, 1, 1_000_000),
            timeout=_seconds(environ, "WORTLAUT_TIMEOUT", default.timeout),
            wait=_seconds(environ, "WORTLAUT_WAIT", default.wait),
            queue=_whole(environ, "WORTLAUT_QUEUE", default.queue, 0, 1_000),
            access_log=_whole(environ, "WORTLAUT_ACCESS_LOG", int(default.access_log), 0, 1) == 1,
        )


def _whole(environ: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    value = environ.get(name) or str(default)
    if not (value.isascii() and value.isdigit() and len(value) <= 12 and least <= int(value) <= most):
        raise SettingError(f"{name} must be a whole number from {least} to {most}.")
    return int(value)


def _seconds(environ: Mapping[str, str], name: str, default: float) -> float:
    refused = SettingError(f"{name} must be a number of seconds above 0 and up to 3600.")
    try:
        value = float(environ.get(name) or default)
    except ValueError:
        raise refused from None
    if not 0 < value <= 3_600:
        raise refused
    return value
