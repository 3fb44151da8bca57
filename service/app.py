"""The app factory: the only place where settings, pipeline, extractor and HTTP meet."""

from __future__ import annotations

import logging
import os

from flask import Flask, Response
from flask.json.provider import DefaultJSONProvider

from service.answer import Model
from service.api import body, problems, request_id
from service.api.engine import KEY, Engine, Extracts
from service.api.limits import Gate
from service.api.probes import blueprint as probes
from service.api.quotes import blueprint as quotes
from service.api.spec import CONFIG, Api
from service.settings import SettingError, Settings

WARM_UP = "„Wir prüfen das“, sagte Jana Brandt, Sprecherin des Verkehrsministeriums."


class Json(DefaultJSONProvider):
    """Keys in their own order, UTF-8 as it is."""

    sort_keys = False
    ensure_ascii = False


def create_app(settings: Settings, extractor: Extracts | None = None, model: Model | None = None) -> Flask:
    """The application around this extractor; without one it describes itself, and is not ready."""
    app = Flask("wortlaut", static_folder=None)
    app.json = Json(app)
    app.config.update(CONFIG)
    app.url_map.merge_slashes = False  # a path with a slash too many is an unknown path, not a redirect
    app.extensions[KEY] = Engine(settings, Gate(settings.queue, settings.wait), extractor, model)
    api = Api(app)
    api.register_blueprint(quotes)
    api.register_blueprint(probes)
    problems.register(app)
    request_id.register(app)
    body.register(app)
    app.after_request(_guard)
    return app


def wsgi() -> Flask:
    """The application with its model loaded, as the environment asks for it; what gunicorn calls.

    Ends the start with one sentence where a setting or the model cannot be used.
    """
    # Imported here, so that the specification can be written without waiting for spaCy.
    from service.language import ModelError, load
    from service.quotation import Extractor

    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    try:
        settings = Settings.read(os.environ)
        pipeline = load(settings.model)
    except (SettingError, ModelError) as error:
        raise SystemExit(f"wortlaut: {error}") from None
    extractor = Extractor(pipeline, max_quotes=settings.max_quotes)
    # Word lists are read with the first article: read one here, so that no client waits and the workers share them.
    extractor.extract(WARM_UP)
    return create_app(settings, extractor, Model(pipeline.name, pipeline.version))


def _guard(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
