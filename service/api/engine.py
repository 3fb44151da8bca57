"""What the resources work with: the extractor, its model, the gate before it, the settings.

One frozen record, made by the app factory and kept with the application; no globals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from flask import Flask

from service.answer import Model
from service.api.limits import Gate
from service.quotation.result import Article
from service.settings import Settings

KEY = "wortlaut"


class Extracts(Protocol):
    """What finds the quotes: `service.quotation.Extractor`."""

    def extract(self, text: str, check: Callable[[], None] | None = None) -> Article:
        """The quotes of the text; ``check`` is called between batches and may raise."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The parts that every request shares. ``extractor`` and ``model`` are None until a model is loaded."""

    settings: Settings
    gate: Gate
    extractor: Extracts | None = None
    model: Model | None = None


def engine_of(app: Flask) -> Engine:
    """The engine of this application."""
    engine: Engine = app.extensions[KEY]
    return engine
