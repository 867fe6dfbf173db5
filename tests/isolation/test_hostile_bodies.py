"""Every field of every body, with what no field should hold: a refusal in a few words, or a value well kept."""

import json
from typing import Any
from zlib import crc32

import httpx
import pytest
from house import House
from isolation.deeds import DEEDS
from isolation.operations import operations
from isolation.scene import Scene

SECRET = "Zonnebloem"
VALUES = [
    r'"Zonnebloem\ud800"',
    r'"Zonnebloem\u0000"',
    r'["Zonnebloem\udfff"]',
    r'["Zonnebloem\u0000"]',
    r'{"nl": "Zonnebloem\ud800"}',
    r'{"nl": "Zonnebloem\u0000"}',
    r'{"x\ud800": "Zonnebloem"}',
    r'[{"x\u0000": "Zonnebloem"}]',
    '"9999-12-31T23:59:59-14:00"',
    '"0001-01-01T00:00:00+14:00"',
    '"9999-12-31"',
    '"0001-01-01"',
    '"9999-12-31T23:59:59"',
    "NaN",
    "-Infinity",
    "1e400",
    "-99999999999999999999999",
    "0.5",
    "true",
    "null",
    "[]",
    "{}",
    "[null]",
    '""',
    '"' + SECRET * 2000 + '"',
    "[" * 900 + "]" * 900,
    '{"a":' * 900 + "1" + "}" * 900,
    "[" + ",".join(['"00000000-0000-0000-0000-000000000000"'] * 300) + "]",
]
HERE = '"@here@"'
TO_FILL = sorted(name for name, deed in DEEDS.items() if deed.body and name in operations())


def fields_of(house: House, name: str) -> list[str]:
    """The names that the body knows, as the document says."""
    document, operation = house.app.openapi(), operations()[name]
    body = document["paths"][operation.path][operation.method.lower()]["requestBody"]["content"]["application/json"]
    reference = body["schema"].get("$ref") or body["schema"]["anyOf"][0]["$ref"]
    return sorted(document["components"]["schemas"][reference.rpartition("/")[2]]["properties"])


def sent(scene: Scene, field: str, value: str) -> httpx.Response:
    """The deed with this value, as JSON text, in this field; the client fails on a 500 and on what is not documented."""
    body = json.dumps({**(scene.body or {}), field: "@here@"}).replace(HERE, value)
    headers = {"Content-Type": "application/json"} | scene.key() | ({"If-Match": scene.tag} if scene.tag else {})
    caller = scene.by(scene.deed.by)
    answer = caller.request(scene.operation.method, scene.url, content=body.encode(), headers=headers)
    scene.tag = answer.headers.get("etag", scene.tag) if scene.tag else None
    return answer


def harmless(house: House, name: str, chosen: Any) -> None:
    scene = Scene(name, house)
    for field in fields_of(house, name):
        for value in chosen(field):
            answer = sent(scene, field, value)
            if not answer.is_success:
                assert SECRET not in answer.text, (field, value[:60])
                assert len(answer.content) < 60_000, (field, value[:60])


@pytest.mark.parametrize("name", TO_FILL)
def test_a_few_strange_values_in_every_field(house: House, name: str) -> None:
    """Which ones is chosen by name, so that together they are all tried."""

    def chosen(field: str) -> list[str]:
        first = crc32(f"{name} {field}".encode())
        return [VALUES[(first + step * 9) % len(VALUES)] for step in range(2)]

    harmless(house, name, chosen)


@pytest.mark.slow
@pytest.mark.parametrize("name", TO_FILL)
def test_every_strange_value_in_every_field(house: House, name: str) -> None:
    harmless(house, name, lambda _: VALUES)
