"""The shapes of what is sent and answered, with a description and an example for every field.

`ArticleSchema` checks what comes in. The others describe what goes out, for the specification and the
tests; `service/answer.py` says why answers are not dumped through them.
"""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow import fields

from service.quotation.result import Extent, Kind

LONGEST_ID = 200  # code points


def about(description: str, example: Any, **more: Any) -> dict[str, Any]:
    """The metadata of a field."""
    return {"description": description, "example": example, **more}


def check_encodable(text: str) -> None:
    """Refuse a lone surrogate: JSON can write one, UTF-8 and therefore the answer cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ma.ValidationError("holds a lone surrogate.") from None


def check_not_blank(text: str) -> None:
    if not text or text.isspace():
        raise ma.ValidationError("is empty or blank.")


def check_id_length(id: str) -> None:
    if len(id) > LONGEST_ID:
        raise ma.ValidationError(f"is longer than {LONGEST_ID} characters.")


class ArticleSchema(ma.Schema):
    """An article to be read."""

    error_messages = {"unknown": "is not a known field.", "type": "must be a JSON object."}

    text = fields.String(
        required=True,
        validate=[check_not_blank, check_encodable],
        error_messages={"required": "is missing.", "null": "must be a string.", "invalid": "must be a string."},
        metadata=about(
            "The article as it stands on the page. Every offset in the answer counts its Unicode code points.",
            "„Wir prüfen das“, sagte Jana Brandt, Sprecherin des Verkehrsministeriums, am Montag.",
            minLength=1,
        ),
    )
    id = fields.String(
        load_default=None,
        allow_none=True,
        validate=[check_id_length, check_encodable],
        error_messages={"invalid": "must be a string."},
        metadata=about("Your own name for the article, given back in the answer.", "artikel-17", maxLength=LONGEST_ID),
    )


class ShownSchema(ma.Schema):
    """Anything that goes out: whoever reads it passes over the fields that it does not know."""

    class Meta:
        unknown = ma.EXCLUDE


class SpanSchema(ShownSchema):
    """A stretch of the article."""

    text = fields.String(
        required=True, metadata=about("The words, verbatim.", "Jana Brandt, Sprecherin des Verkehrsministeriums")
    )
    start = fields.Integer(required=True, metadata=about("Offset of the first code point.", 24, minimum=0))
    end = fields.Integer(required=True, metadata=about("Offset after the last code point.", 72, minimum=0))


class PartSchema(ShownSchema):
    """One unbroken stretch of a quote."""

    start = fields.Integer(required=True, metadata=about("Offset of the first code point.", 1, minimum=0))
    end = fields.Integer(required=True, metadata=about("Offset after the last code point.", 15, minimum=0))
    text = fields.String(required=True, metadata=about("The words, verbatim.", "Wir prüfen das"))


class SpeakerSchema(ShownSchema):
    """Who said one quote, resolved over the whole article."""

    name = fields.String(
        required=True,
        metadata=about("The fullest form of the name in the article, without Herr, Frau, Dr., Prof.", "Jana Brandt"),
    )
    kind = fields.Enum(Kind, by_value=True, required=True, metadata=about("What sort of speaker it is.", "person"))
    role = fields.String(
        required=True,
        allow_none=True,
        metadata=about(
            "In what capacity: nominative, without article and affiliation; null if the article does not say.",
            "Sprecherin",
        ),
    )
    affiliation = fields.String(
        required=True,
        allow_none=True,
        metadata=about(
            "Institution, company, country or party: nominative, without article; null if the article does not say.",
            "Verkehrsministerium",
        ),
    )
    mention = fields.Nested(
        SpanSchema,
        required=True,
        metadata=about(
            "Where the article names the speaker for this quote.",
            {"text": "Jana Brandt, Sprecherin des Verkehrsministeriums", "start": 24, "end": 72},
        ),
    )


class CueSchema(ShownSchema):
    """The word that marks the reported speech."""

    text = fields.String(required=True, metadata=about("The finite verb, or so, laut, a colon.", "sagte"))
    lemma = fields.String(
        required=True,
        metadata=about("The infinitive of a verb, with its particle; of anything else the text.", "sagen"),
    )
    start = fields.Integer(required=True, metadata=about("Offset of the first code point.", 18, minimum=0))
    end = fields.Integer(required=True, metadata=about("Offset after the last code point.", 23, minimum=0))
    particle = fields.String(
        required=True,
        allow_none=True,
        metadata=about("The separated particle of the verb: in fügte … hinzu it is hinzu.", None),
    )


class MediumSchema(ShownSchema):
    """Who passes the words on."""

    name = fields.String(required=True, metadata=about("The agency, paper or broadcaster.", "Nordpress"))
    mention = fields.Nested(
        SpanSchema,
        required=True,
        metadata=about("Where the article names it.", {"text": "Nordpress", "start": 35, "end": 44}),
    )


class QuoteSchema(ShownSchema):
    """One direct quote."""

    id = fields.Integer(required=True, metadata=about("Number of the quote in this answer.", 1, minimum=1))
    text = fields.String(
        required=True,
        metadata=about(
            "The words inside the marks, verbatim; several parts are joined by one space.", "Wir prüfen das"
        ),
    )
    start = fields.Integer(required=True, metadata=about("Offset of the first part's start.", 1, minimum=0))
    end = fields.Integer(required=True, metadata=about("Offset of the last part's end, exclusive.", 15, minimum=0))
    parts = fields.List(
        fields.Nested(PartSchema),
        required=True,
        metadata=about(
            "The unbroken stretches of the quote: a new one after each frame that interrupts it and each paragraph.",
            [{"start": 1, "end": 15, "text": "Wir prüfen das"}],
        ),
    )
    extent = fields.Enum(
        Extent,
        by_value=True,
        required=True,
        metadata=about(
            "statement: a whole clause or more; fragment: words woven into the reporter's sentence.", "statement"
        ),
    )
    nested = fields.List(
        fields.Nested(lambda: QuoteSchema()),
        required=True,
        metadata=about("Quotes inside this one, with the inner speaker where a frame is inside.", []),
    )
    repaired = fields.Boolean(
        required=True, metadata=about("Whether a mark was missing or wrong and has been made good.", False)
    )
    same_as = fields.Integer(
        required=True,
        allow_none=True,
        metadata=about("The quote in the body that this headline or pull quote repeats.", None),
    )
    speaker_id = fields.Integer(
        required=True,
        allow_none=True,
        metadata=about("The speaker's number in speakers; null when the article does not say who speaks.", 1),
    )
    speaker = fields.Nested(
        SpeakerSchema,
        required=True,
        allow_none=True,
        metadata=about(
            "The speaker; null when the article does not say who speaks.",
            {
                "name": "Jana Brandt",
                "kind": "person",
                "role": "Sprecherin",
                "affiliation": "Verkehrsministerium",
                "mention": {"text": "Jana Brandt, Sprecherin des Verkehrsministeriums", "start": 24, "end": 72},
            },
        ),
    )
    cue = fields.Nested(
        CueSchema,
        required=True,
        allow_none=True,
        metadata=about(
            "The word that marks the reported speech; null when there is none.",
            {"text": "sagte", "lemma": "sagen", "start": 18, "end": 23, "particle": None},
        ),
    )
    medium = fields.Nested(
        MediumSchema,
        required=True,
        allow_none=True,
        metadata=about("Who passes the words on; null when nobody is named.", None),
    )
    rule = fields.String(
        required=True, metadata=about("The rule that attributed the quote, of a documented list.", "inverted-frame")
    )
    confidence = fields.Float(
        required=True, metadata=about("How sure the attribution is, from 0 to 1.", 0.98, minimum=0, maximum=1)
    )
    reason = fields.String(
        required=True, allow_none=True, metadata=about("Why there is no speaker; null where there is one.", None)
    )


class ProfileSchema(ShownSchema):
    """One speaker with everything that the article says of them."""

    id = fields.Integer(required=True, metadata=about("Number of the speaker in this answer.", 1, minimum=1))
    name = fields.String(required=True, metadata=about("The fullest form of the name in the article.", "Jana Brandt"))
    kind = fields.Enum(Kind, by_value=True, required=True, metadata=about("What sort of speaker it is.", "person"))
    role = fields.String(
        required=True, allow_none=True, metadata=about("The first role; null without one.", "Sprecherin")
    )
    roles = fields.List(
        fields.String(), required=True, metadata=about("All roles that the article gives.", ["Sprecherin"])
    )
    affiliation = fields.String(
        required=True,
        allow_none=True,
        metadata=about("The first affiliation; null without one.", "Verkehrsministerium"),
    )
    affiliations = fields.List(
        fields.String(),
        required=True,
        metadata=about("All affiliations that the article gives.", ["Verkehrsministerium"]),
    )
    quotes = fields.List(fields.Integer(), required=True, metadata=about("The numbers of the speaker's quotes.", [1]))


class WarningSchema(ShownSchema):
    """Something that the reader of the answer should know."""

    code = fields.String(
        required=True,
        metadata=about(
            "What it is: unbalanced-mark, not-german, truncated, mojibake. More may be added.", "unbalanced-mark"
        ),
    )
    start = fields.Integer(required=True, metadata=about("Where the stretch that is meant begins.", 0, minimum=0))
    end = fields.Integer(required=True, metadata=about("Where it ends, exclusive.", 1, minimum=0))


class ModelSchema(ShownSchema):
    """The pipeline that read the article."""

    name = fields.String(required=True, metadata=about("Its name.", "de_wortlaut"))
    version = fields.String(required=True, metadata=about("Its version.", "1.0.0"))


class AnswerSchema(ShownSchema):
    """Who said what in one article. Fields may be added to any object; pass over those you do not know."""

    id = fields.String(
        required=True, allow_none=True, metadata=about("The id that came with the article, or null.", None)
    )
    language = fields.String(required=True, metadata=about("The language the article was read in.", "de"))
    quotes = fields.List(
        fields.Nested(QuoteSchema),
        required=True,
        metadata=about("The direct quotes in the order of the text; empty when there is none.", []),
    )
    speakers = fields.List(
        fields.Nested(ProfileSchema), required=True, metadata=about("The speakers of these quotes.", [])
    )
    warnings = fields.List(
        fields.Nested(WarningSchema), required=True, metadata=about("What the reader of the answer should know.", [])
    )
    model = fields.Nested(
        ModelSchema,
        required=True,
        metadata=about("The pipeline that read the article.", {"name": "de_wortlaut", "version": "1.0.0"}),
    )


class FieldErrorSchema(ShownSchema):
    """What is wrong with one field."""

    field = fields.String(
        required=True,
        allow_none=True,
        metadata=about("The field of the body; null where the body as a whole is meant.", "text"),
    )
    message = fields.String(required=True, metadata=about("What is wrong, in English.", "is empty or blank."))


class ProblemSchema(ShownSchema):
    """An error, after RFC 9457."""

    type = fields.String(
        required=True,
        metadata=about("The kind of problem, one URN each.", "urn:wortlaut:problem:invalid", format="uri"),
    )
    title = fields.String(
        required=True, metadata=about("The kind of problem in words.", "The body does not hold an article")
    )
    status = fields.Integer(required=True, metadata=about("The HTTP status.", 422, minimum=400, maximum=599))
    detail = fields.String(required=True, metadata=about("What is wrong this time.", "text: is empty or blank."))
    request_id = fields.String(
        required=True,
        metadata=about(
            "The id of the request, also in the header X-Request-Id and in the log.", "0f6c1f0f3d6a4d6f9a3ed7a1c9a8b7e6"
        ),
    )
    errors = fields.List(
        fields.Nested(FieldErrorSchema),
        metadata=about(
            "The fields that are wrong, at most 20; only with status 422.",
            [{"field": "text", "message": "is empty or blank."}],
        ),
    )


class LiveSchema(ShownSchema):
    """That the process answers."""

    status = fields.String(required=True, metadata=about("Always live.", "live"))


class ReadySchema(ShownSchema):
    """That the model is loaded and articles are read."""

    status = fields.String(required=True, metadata=about("Always ready.", "ready"))
    model = fields.Nested(
        ModelSchema,
        required=True,
        metadata=about("The pipeline that reads the articles.", {"name": "de_wortlaut", "version": "1.0.0"}),
    )
