"""Requests made up from the document itself: every answer is one that the document promises."""

from contextlib import suppress
from typing import Any

import httpx
import pytest
import schemathesis
from fastapi import FastAPI
from house import Client, House, operator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PARTS = 6
SAMPLE = 25
ELSEWHERE = {"follow_job": "sends as long as the job lasts", "import_roster": "no bundle can be made up from a schema"}
BY_THE_OPERATOR = {"create_school", "appoint_administrator"}


def described(app: FastAPI) -> list[Any]:
    schema = schemathesis.openapi.from_dict(app.openapi())
    operations = [result.ok() for result in schema.get_all_operations()]
    return [operation for operation in operations if named(operation) not in ELSEWHERE]


def named(operation: Any) -> str:
    return str(operation.definition.raw["operationId"])


def called(house: House, client: Client, case: Any) -> httpx.Response:
    """With ids of the house in place of made-up ones, so that the request comes further than a 404."""
    people = [getattr(house, name) for name in sorted(house.ids)]
    if case.path_parameters.get("row_id"):
        case.path_parameters["row_id"] = people[hash(str(case.body)) % len(people)]
    sent = case.as_transport_kwargs(base_url="http://school.test")
    headers: Any = {
        name.encode(): value if isinstance(value, bytes) else value.encode()
        for name, value in sent["headers"].items()
        if name.lower() not in {"authorization", "samenspraak-school", "user-agent"}
    }
    data = sent.get("data")
    body = {"json": sent["json"]} if "json" in sent else {"data" if isinstance(data, dict) else "content": data}
    return client.request(
        sent["method"], sent["url"], params=sent.get("params"), headers=headers | client.headers, **body
    )


def try_out(house: House, operation: Any, mode: GenerationMode, examples: int) -> None:
    caller = operator(house.app, house.run) if named(operation) in BY_THE_OPERATOR else house.admin_client

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def one(case: Any) -> None:
        answer = called(house, caller, case)
        case.validate_response(answer, checks=CHECKS)

    with suppress(Unsatisfiable):  # nothing can be wrong with a request that takes nothing
        one()


def test_a_few_requests_for_some_operations(house: House) -> None:
    """To see that the way is open; each operation costs a third of a second, most of it before its first request."""
    for operation in described(house.app)[::SAMPLE]:
        try_out(house, operation, GenerationMode.POSITIVE, 2)


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("part", range(PARTS))
def test_many_requests_for_every_operation(house: House, part: int, mode: GenerationMode) -> None:
    for operation in described(house.app)[part::PARTS]:
        try_out(house, operation, mode, 15)
