"""Every answer in the tests must be what the OpenAPI document says: status, media type and body."""

import json
import re
from functools import cache
from typing import Any

import httpx
import jsonschema_rs
from fastapi import FastAPI

DESCRIBED_ELSEWHERE = {404, 405, 500}
"""Statuses of addresses that are in no document, and of errors that must never be."""

DOCUMENT = "urn:samenspraak:document"


def check_answer(app: FastAPI, method: str, answer: httpx.Response) -> None:
    assert answer.status_code != 500, answer.text
    path = _template(app, answer.request.url.path)
    if path is None or method.lower() not in app.openapi()["paths"][path]:
        assert answer.status_code in DESCRIBED_ELSEWHERE, f"{method} {answer.request.url.path} is in no document"
        return
    described = app.openapi()["paths"][path][method.lower()]["responses"]
    assert str(answer.status_code) in described, f"{method} {path} gave {answer.status_code}: {answer.text[:500]}"
    if answer.headers.get("content-type", "").endswith("json"):
        validator = _validator(app, method.lower(), path, str(answer.status_code))
        if validator and (error := next(validator.iter_errors(answer.json()), None)):
            raise AssertionError(f"{method} {path}: {error}\n{json.dumps(answer.json())[:1000]}")


@cache
def _templates(app: FastAPI) -> list[tuple[re.Pattern[str], str]]:
    paths = sorted(app.openapi()["paths"], key=lambda path: path.count("{"))
    return [(re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path) + "$"), path) for path in paths]


def _template(app: FastAPI, path: str) -> str | None:
    return next((template for pattern, template in _templates(app) if pattern.match(path)), None)


@cache
def _validator(app: FastAPI, method: str, path: str, status: str) -> Any:
    document = app.openapi()
    response = document["paths"][path][method]["responses"][status]
    if "$ref" in response:
        response = document["components"]["responses"][response["$ref"].rpartition("/")[2]]
    schemas = [content["schema"] for content in response.get("content", {}).values() if content.get("schema")]
    return _compiled(app, json.dumps(schemas[0])) if schemas else None


@cache
def _compiled(app: FastAPI, schema: str) -> Any:
    """Given as JSON, so that what many answers share is made ready once."""
    pointing = json.loads(schema.replace('"#/components', f'"{DOCUMENT}#/components'))
    return jsonschema_rs.Draft202012Validator(pointing, registry=_registry(app), validate_formats=True)


@cache
def _registry(app: FastAPI) -> jsonschema_rs.Registry:
    """All components, read once; a validator takes those that it points to."""
    return jsonschema_rs.Registry([(DOCUMENT, {"components": app.openapi()["components"]})])
