"""POST /v1/quotes: an article in, its quotes out."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app
from flask.views import MethodView

from service.answer import to_answer, to_json
from service.api import limits, problems
from service.api.engine import engine_of
from service.api.examples import ANSWER, ARTICLE, TEXT
from service.api.problems import ProblemError
from service.api.schemas import AnswerSchema, ArticleSchema
from service.api.spec import LABEL, Blueprint

blueprint = Blueprint("quotes", __name__, description="Quotes and their speakers.")

PLAIN_TEXT = {
    "schema": {"type": "string", "minLength": 1, "description": "The article alone, in UTF-8."},
    "example": TEXT,
}


@blueprint.route("/v1/quotes")
class Quotes(MethodView):
    """The quotes of one article."""

    @blueprint.doc(
        operationId="extractQuotes", requestBody={"content": {"application/json": {}, "text/plain": PLAIN_TEXT}}
    )
    @blueprint.arguments(ArticleSchema, description="The article, in UTF-8.", example=ARTICLE)
    @blueprint.response(
        200,
        AnswerSchema,
        description="The quotes, their speakers, and what the reader should know of them.",
        example=ANSWER,
        headers=LABEL,
    )
    @blueprint.problems(
        problems.MALFORMED,
        problems.TOO_LARGE,
        problems.UNSUPPORTED,
        problems.INVALID,
        problems.INTERNAL,
        problems.BUSY,
        problems.OVER_BUDGET,
        problems.NOT_READY,
    )
    def post(self, article: dict[str, Any]) -> Response:
        """Find who said what

        Send the article as JSON or as plain text. A text without a quote gives an empty list. Where there are
        more quotes than the service is set to give, the first ones come with a warning `truncated`.
        """
        engine = engine_of(current_app)
        if engine.extractor is None or engine.model is None:
            raise ProblemError(problems.NOT_READY)
        with engine.gate.turn():
            found = engine.extractor.extract(article["text"], limits.budget(engine.settings.timeout))
        return Response(to_json(to_answer(found, engine.model, article["id"])), content_type="application/json")
