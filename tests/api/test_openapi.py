"""openapi.yaml is fresh, valid, and says everything about every field."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import openapi_spec_validator
import pytest
import yaml

ROOT = Path(__file__).parents[2]
WRITTEN = (ROOT / "openapi.yaml").read_text(encoding="utf-8")
SPEC = yaml.safe_load(WRITTEN)
POST = SPEC["paths"]["/v1/quotes"]["post"]


def test_it_is_what_make_openapi_writes():
    printed = subprocess.run([sys.executable, "-m", "service.api"], cwd=ROOT, capture_output=True, check=True)
    assert printed.stdout.decode() == WRITTEN


def test_it_is_what_a_service_serves(service):
    assert service.ask("GET", "/openapi.json").json == SPEC


def test_it_is_valid_openapi_3_1():
    assert SPEC["openapi"] == "3.1.0"
    openapi_spec_validator.validate(SPEC)


@pytest.mark.parametrize("name", SPEC["components"]["schemas"])
def test_every_field_is_described_and_has_an_example_that_fits(name):
    for field, described in SPEC["components"]["schemas"][name]["properties"].items():
        assert described.get("description"), field
        schema = {**described, "components": SPEC["components"]}
        jsonschema.Draft202012Validator(schema).validate(described["example"])


def test_every_error_is_described_with_an_example_that_fits():
    problem = {"$ref": "#/components/schemas/Problem", "components": SPEC["components"]}
    answers = {status: answer for status, answer in POST["responses"].items() if status != "200"}
    assert list(answers) == ["400", "413", "415", "422", "500", "503"]
    for status, answer in answers.items():
        content = answer["content"]["application/problem+json"]
        assert content["schema"] == {"$ref": "#/components/schemas/Problem"}
        for example in content["examples"].values():
            jsonschema.Draft202012Validator(problem).validate(example["value"])
            assert str(example["value"]["status"]) == status


def test_both_media_types_are_described():
    assert set(POST["requestBody"]["content"]) == {"application/json", "text/plain"}


def test_the_example_answer_fits_its_schema():
    content = POST["responses"]["200"]["content"]["application/json"]
    jsonschema.Draft202012Validator({**content["schema"], "components": SPEC["components"]}).validate(
        content["example"]
    )


def test_answers_may_gain_fields_and_articles_may_not():
    schemas = SPEC["components"]["schemas"]
    closed = [name for name, schema in schemas.items() if schema.get("additionalProperties") is False]
    assert closed == ["Article"]


def test_it_names_no_place_outside():
    assert "http://" not in json.dumps(SPEC)
