"""The document: valid, complete, and so well said that a client can be made from it without another page."""

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from fastapi import FastAPI
from isolation.operations import WITH_A_LINK
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from api.openapi import TAGS

METHODS = ("get", "post", "put", "patch", "delete")
Operation = dict[str, Any]


@pytest.fixture(scope="module")
def document(app: FastAPI) -> dict[str, Any]:
    return app.openapi()


@pytest.fixture(scope="module")
def operations(document: dict[str, Any]) -> dict[str, tuple[str, str, Operation]]:
    """Method, path and description of each, by operation id."""
    found = [
        (method, path, item[method]) for path, item in document["paths"].items() for method in METHODS if method in item
    ]
    by_id = {operation["operationId"]: (method, path, operation) for method, path, operation in found}
    assert len(by_id) == len(found), "an operation id is used twice"
    return by_id


def test_it_is_valid_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    assert [
        f"{list(error.instance_path)}: {error.message}" for error in OPENAPI_31_VALIDATOR.iter_errors(document)
    ] == []


def schemas_in(part: Any) -> Iterator[Any]:
    """Every schema of the document, outermost first."""
    if isinstance(part, dict):
        for name, inner in part.items():
            if name == "schema":
                yield inner
            elif name == "schemas":
                yield from inner.values()
            if name not in {"example", "examples"}:
                yield from schemas_in(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from schemas_in(inner)


def test_every_schema_is_valid(document: dict[str, Any]) -> None:
    for schema in schemas_in(document):
        jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from references(inner)


def test_every_reference_leads_somewhere_and_every_component_is_used(document: dict[str, Any]) -> None:
    used = set(references(document))
    there = {
        f"#/components/{kind}/{name}" for kind in ("schemas", "responses") for name in document["components"][kind]
    }
    assert used - there == set()
    assert {name for name in there - used if "/schemas/" in name} == set()


def test_an_operation_id_reads_as_verb_and_noun(operations: dict[str, Any]) -> None:
    assert [name for name in operations if not re.fullmatch(r"[a-z]+(_[a-z]+)+", name)] == []
    expected = {"get": {"list", "get"}, "delete": {"delete"}}
    for name, (method, path, _) in operations.items():
        if path.startswith("/v1/") and re.fullmatch(r"/v1/[a-z-]+(/\{row_id\})?", path) and method in expected:
            assert name.partition("_")[0] in expected[method], name


def test_every_operation_says_what_it_does_and_why(operations: dict[str, Any]) -> None:
    summaries: dict[str, str] = {}
    for name, (_, _, operation) in operations.items():
        assert 5 <= len(operation["summary"]) <= 60, name
        assert not operation["summary"].endswith("."), name
        assert len(operation.get("description", "")) >= 8, f"{name} needs a docstring"
        assert operation["summary"] not in summaries, (
            f"{name} and {summaries[operation['summary']]} have the same summary"
        )
        summaries[operation["summary"]] = name


def test_every_operation_stands_under_one_tag_that_is_described(
    document: dict[str, Any], operations: dict[str, Any]
) -> None:
    assert [name for name, (_, _, operation) in operations.items() if len(operation.get("tags", [])) != 1] == []
    assert {operation["tags"][0] for _, _, operation in operations.values()} == set(TAGS)
    assert [tag["name"] for tag in document["tags"]] == list(TAGS)


def test_every_operation_tells_what_can_go_wrong(operations: dict[str, Any]) -> None:
    for name, (method, path, operation) in operations.items():
        if not path.startswith("/v1/"):
            continue
        told = set(operation["responses"])
        needed = {"400", "401", "403", "404", "413", "422", "429", "503"}
        needed |= {"get": {"304"}, "post": {"409"}}.get(method, {"409", "412", "428"})
        assert needed <= told, name
        assert any(status.startswith("2") for status in told), name
        assert operation["security"] == ([] if path in WITH_A_LINK else [{"bearer_token": []}]), name


def test_every_success_that_has_a_body_has_a_schema(operations: dict[str, Any]) -> None:
    for name, (_, path, operation) in operations.items():
        for status, response in operation["responses"].items():
            if status in {"200", "201", "202"} and path.startswith("/v1/"):
                for content in response["content"].values():
                    assert content["schema"], name


def test_paths_name_their_parameters_and_are_kebab_case(operations: dict[str, Any]) -> None:
    for name, (_, path, operation) in operations.items():
        if not path.startswith("/v1/"):
            continue
        assert re.fullmatch(r"(/(v1|[a-z]+(-[a-z]+)*|\{[a-z_]+\})(\.[a-z]+)?)+", path), path
        declared = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
        assert declared == set(re.findall(r"\{(\w+)\}", path)), name


def test_changes_name_their_version_and_posts_their_key(operations: dict[str, Any]) -> None:
    for name, (method, path, operation) in operations.items():
        if path.startswith("/v1/"):
            headers = {one["name"]: one["required"] for one in operation["parameters"] if one["in"] == "header"}
            assert {"Accept-Language", "Samenspraak-School"} <= set(headers), name
            assert ("If-Match" in headers) == (method in {"put", "patch", "delete"}), name
            assert ("Idempotency-Key" in headers) == (method == "post"), name
            assert headers.get("If-Match", True), name


def test_what_books_needs_a_key(operations: dict[str, Any]) -> None:
    needed = {
        name
        for name, (_, _, operation) in operations.items()
        if any(one["name"] == "Idempotency-Key" and one["required"] for one in operation.get("parameters", []))
    }
    assert needed == {
        *("book_talks", "move_booking", "cancel_booking"),
        *("take_offer", "agree_swap", "add_talk_on_the_spot", "enrol_lead"),
    }


def test_fields_are_snake_case(document: dict[str, Any]) -> None:
    for name, schema in document["components"]["schemas"].items():
        for field in schema.get("properties", {}):
            assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", field), (name, field)


def test_a_body_of_a_client_refuses_what_it_does_not_know(document: dict[str, Any], operations: dict[str, Any]) -> None:
    for name, (_, path, operation) in operations.items():
        content = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if content and path.startswith("/v1/") and "$ref" in content["schema"]:
            body = document["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]
            assert body.get("additionalProperties") is False, name


def with_examples(part: Any) -> Iterator[dict[str, Any]]:
    """Every schema, however deep, that shows examples."""
    if isinstance(part, dict):
        if isinstance(part.get("examples"), list) and ({"type", "anyOf", "$ref", "allOf", "enum", "const"} & set(part)):
            yield part
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from with_examples(inner)


def checked(document: dict[str, Any], shown: dict[str, list[Any]]) -> None:
    """Hold examples against their schemas, given as JSON, so that each schema is made ready once."""
    for rule, examples in shown.items():
        validator = jsonschema_rs.Draft202012Validator(
            {**json.loads(rule), "components": document["components"]}, validate_formats=True
        )
        for example in examples:
            assert validator.is_valid(example), (rule, example)


def test_every_example_is_valid(document: dict[str, Any]) -> None:
    shown = {
        json.dumps({name: said for name, said in one.items() if name != "examples"}): one["examples"]
        for one in with_examples(document)
    }
    assert len(shown) > 10
    checked(document, shown)


def test_every_example_of_a_parameter_is_valid(document: dict[str, Any], operations: dict[str, Any]) -> None:
    parameters = [one for _, _, operation in operations.values() for one in operation.get("parameters", [])]
    shown = {json.dumps(one["schema"]): [one["example"]] for one in parameters if "example" in one}
    assert shown
    checked(document, shown)


def test_it_holds_nothing_of_the_server(document: dict[str, Any]) -> None:
    assert "servers" not in document
    assert document["components"]["securitySchemes"]["bearer_token"]["scheme"] == "bearer"
