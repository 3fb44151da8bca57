"""GET /livez and GET /readyz, for whoever starts and watches the service."""

from __future__ import annotations

from typing import Any

from flask import current_app
from flask.views import MethodView

from service.api import problems
from service.api.engine import engine_of
from service.api.problems import ProblemError
from service.api.schemas import LiveSchema, ReadySchema
from service.api.spec import LABEL, Blueprint

blueprint = Blueprint("probes", __name__, description="Is it alive, is it ready?")


@blueprint.route("/livez")
class Live(MethodView):
    """That the process answers."""

    @blueprint.doc(operationId="live")
    @blueprint.response(200, LiveSchema, description="The process answers.", headers=LABEL)
    def get(self) -> dict[str, Any]:
        """Is the process alive?"""
        return {"status": "live"}


@blueprint.route("/readyz")
class Ready(MethodView):
    """That articles are read."""

    @blueprint.doc(operationId="ready")
    @blueprint.response(200, ReadySchema, description="The model is loaded; articles are read.", headers=LABEL)
    @blueprint.problems(problems.NOT_READY)
    def get(self) -> dict[str, Any]:
        """Is the service ready?"""
        model = engine_of(current_app).model
        if model is None:
            raise ProblemError(problems.NOT_READY)
        return {"status": "ready", "model": model}
