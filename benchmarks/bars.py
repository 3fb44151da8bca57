"""What the figures have to reach, and the table that says whether they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

HTTP_SHARE = 0.15  # HTTP may add this share of an extraction …
HTTP_MS = 2.0  # … or this many milliseconds


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure and its limit; ``value`` is None where it could not be measured."""

    name: str
    value: float | None
    limit: float | None = None
    at_least: bool = False

    @property
    def holds(self) -> bool | None:
        """Whether the limit is kept; None where there is no value or no limit."""
        if self.value is None or self.limit is None:
            return None
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    @property
    def share(self) -> float | None:
        """The value as a share of its limit, the other way round where it has to be high: up to 1 the bar holds."""
        if self.value is None or self.limit is None:
            return None
        return self.limit / self.value if self.at_least else self.value / self.limit


PARSE_LIMITS = {"wikinews": 0.40, "press": 0.55}


def bars(figures: Mapping[str, Any]) -> list[Bar]:
    """The figures with a bar, and those that stand beside them in the table."""
    parse = [
        Bar(f"extract_over_parse {name}", value, PARSE_LIMITS.get(name))
        for name, value in figures["extract_over_parse"].items()
    ]
    beside = [
        Bar(f"{figure} {name}", value)
        for figure in ("extract_over_parse_in_turns", "extract_over_plain_parse")
        for name, value in figures[figure].items()
    ]
    return [
        *parse,
        *beside,
        Bar("nomark_over_parse", figures["nomark_over_parse"], 0.02),
        Bar("textacy_over_extract", figures["textacy_over_extract"]),
        Bar("textacy_alone_over_extract", figures["textacy_alone_over_extract"]),
        Bar("http_over_extract", figures["http_over_extract"]),
        Bar("http_extra_ms", figures["http_extra_ms"], max(HTTP_MS, HTTP_SHARE * figures["extract_median_ms"])),
        Bar("growth_1mib_over_10kib", figures["growth_1mib_over_10kib"], 1.3),
        Bar("worst_over_ordinary", figures["worst_over_ordinary"], 3.0),
        Bar("articles_per_s_1", figures["articles_per_s_1"]),
        Bar("two_workers_over_one", figures["two_workers_over_one"], 1.8, at_least=True),
        Bar("worker_extra_mb", figures["worker_extra_mb"], 60.0),
        Bar("ready_s", figures["ready_s"], 2.0),
        Bar("ready_over_import_and_load", figures["ready_over_import_and_load"], 2.5),
    ]


def table(found: list[Bar]) -> Iterator[str]:
    """One line a bar: figure, value, limit, whether it holds."""
    yield f"{'figure':37} {'value':>9}  {'bar':>10}  holds"
    for bar in found:
        value = "–" if bar.value is None else f"{bar.value:.3f}"
        limit = "" if bar.limit is None else f"{'≥' if bar.at_least else '≤'} {bar.limit:.2f}"
        holds = {True: "yes", False: "NO", None: ""}[bar.holds]
        yield f"{bar.name:37} {value:>9}  {limit:>10}  {holds}"
