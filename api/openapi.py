"""The OpenAPI document, completed with what every operation has in common, so that no endpoint repeats it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field

from api.conferences.problem_body import PROBLEM_SCHEMA
from api.session import Writes
from domain.kernel.replay import KEY_PATTERN

DESCRIPTION = """
Conversations between schools and families: which kinds there are and how to hold them, when they take place and with
whom, what was agreed, and how each family wants to be reached.

**Try it**: paste a token (`make run` prints some) under *Authentication*. Each role sees what it may see.

**Good to know**: texts come in the language of `Accept-Language` (nl, fr, en; ar where families read along;
`?lang=all` gives every language); a change needs the `ETag` you got as `If-Match`; repeat a POST safely with an
`Idempotency-Key`; times are UTC; every error is a problem document (RFC 9457) with a stable `code`.
"""

TAGS = {
    "me": "Who am I here?",
    "catalogue": "Kinds of conversation, with questions, checklists, tips and materials.",
    "school": "The school: years, calendar, classes, rooms, staff, interpreters.",
    "families": "Students, guardians, households, restrictions.",
    "conversations": "From invitation to agreements.",
    "plans": "How each family wants to be reached.",
    "planner": "The planner of conferences, for who has a problem of their own.",
    "conferences": "Rounds of parent-teacher conferences: when families can, which talks are asked for, the schedule.",
    "activities": "Parent activities and tours: asked first, made with parents, looked back on.",
    "reach": "Whom the school has spoken with, whom it has not, and what it can try next; never a score of a family.",
    "visits": "Visits at home: asked for first, chosen by the family, safe for who goes.",
    "leads": "Families who are not enrolled yet: the least data, erased after a set time.",
    "messages": "Messages to families: who hears what by which way and why, and what people do by voice.",
    "roster": "OneRoster files.",
    "jobs": "Long work: progress, cancel, result.",
    "changes": "What changed, for systems that follow.",
    "memberships": "Who may enter this school, as what.",
    "demo": "What the demo school sent; not there in production.",
    "oauth": "The embedded token issuer of the first run; not there in production.",
    "health": "For those who run it.",
}


class ProblemDetail(BaseModel):
    """One finding inside a problem."""

    pointer: str = Field(description="JSON pointer into the body, or `?name` of a parameter.", examples=["/given_name"])
    code: str = Field(examples=["missing"])
    detail: str = Field(examples=["This is missing."])


class OpenTime(BaseModel):
    """A time that was open when this was said."""

    staff_ids: list[UUID]
    starts_at: datetime
    ends_at: datetime


class ProblemDocument(BaseModel):
    """RFC 9457. Never echoes what was sent."""

    type: str = Field(examples=["urn:samenspraak:problem:not_found"])
    title: str
    status: int = Field(ge=400, le=599)
    detail: str
    code: str = Field(description="Stable; decide on this one.", examples=["not_found"])
    request_id: str | None
    errors: list[ProblemDetail]
    alternatives: list[OpenTime] | None = Field(None, description="Of a time that is not open: open ones nearby.")


STATUSES = {
    400: "The request cannot be read.",
    401: "No token that holds, or no membership of a school.",
    403: "Visible, but this role may not.",
    404: "It does not exist, or this caller cannot see it.",
    409: "It clashes with the state of things.",
    410: "No longer kept.",
    412: "Somebody changed it meanwhile.",
    413: "Too large.",
    415: "This kind of content is not known here.",
    422: "A value or a rule stands in the way; `errors` says which.",
    428: "A change must say with `If-Match` which version it starts from.",
    429: "Too many requests.",
    503: "Not available for a moment.",
}

_HEADERS: dict[str, dict[str, Any]] = {
    "Accept-Language": {"schema": {"type": "string"}, "description": "nl, fr, en or ar.", "example": "nl"},
    "If-None-Match": {"schema": {"type": "string"}, "description": "An ETag; 304 when nothing changed."},
    "If-Match": {"schema": {"type": "string"}, "description": "The ETag of the version this change starts from."},
    "Idempotency-Key": {
        "schema": {"type": "string", "pattern": KEY_PATTERN},
        "description": "Repeat the request with the same key and body and get the first answer (kept 24 hours).",
    },
    "Samenspraak-School": {
        "schema": {"type": "string", "format": "uuid"},
        "description": "Which school, for who belongs to more than one.",
    },
}


def add_openapi(app: FastAPI) -> None:
    """Let `/openapi.json` describe every status, header and error of every operation."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(
                title="Samenspraak",
                version=app.version,
                summary="Conversations between schools and families, as resources.",
                description=DESCRIPTION,
                routes=app.router.routes,
                tags=[{"name": name, "description": words} for name, words in TAGS.items()],
                license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
            )
            app.openapi_schema = _completed(made, _keyed(app))
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]


def _keyed(app: FastAPI) -> set[str | None]:
    """The operations that need an Idempotency-Key, as their guards say."""
    routes = [route for route in app.router.routes if isinstance(route, APIRoute)]
    guards = ((route.operation_id, one.call) for route in routes for one in route.dependant.dependencies)
    return {operation_id for operation_id, guard in guards if isinstance(guard, Writes) and guard.keyed}


def _completed(made: dict[str, Any], keyed: set[str | None]) -> dict[str, Any]:
    components = made.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name, model in _BESIDE.items():
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas.update(schema.pop("$defs"), **{name: schema})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    components["securitySchemes"] = {
        "bearer_token": {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "A JWT of an issuer.",
        }
    }
    components["responses"] = {f"Problem{status}": _problem(words) for status, words in STATUSES.items()}
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            _complete(path, method, operation, keyed=operation["operationId"] in keyed)
    return made


def _problem(words: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": words, "content": content}


def _complete(path: str, method: str, operation: dict[str, Any], *, keyed: bool) -> None:
    if not path.startswith("/v1/"):
        operation["responses"].update({str(status): _reference(status) for status in _OUTSIDE.get(path, ())})
        return
    operation.setdefault("security", [{"bearer_token": []}])
    parameters = operation.setdefault("parameters", [])
    parameters += [
        {"in": "header", "name": name, "required": _is_required(name, keyed=keyed), **_HEADERS[name]}
        for name in _needed(method)
    ]
    statuses = {400, 401, 403, 404, 413, 422, 429, 503}
    statuses |= {"post": {409}, "get": set[int]()}.get(method, {409, 412, 428})
    statuses |= {409} if path == "/v1/conference-rounds/{row_id}/slots" else set()
    statuses |= {410} if path == "/v1/changes" else set()
    statuses |= {415} if _FILES & operation.get("requestBody", {}).get("content", {}).keys() else set()
    for status in sorted(statuses):
        operation["responses"][str(status)] = _reference(status)
    if method == "get":
        operation["responses"].setdefault("304", {"description": "You have this already."})


_BESIDE: dict[str, type[BaseModel]] = {"Problem": ProblemDocument, **PROBLEM_SCHEMA}
"""What no endpoint names as its model."""


def _is_required(header: str, *, keyed: bool) -> bool:
    return header == "If-Match" or (header == "Idempotency-Key" and keyed)


_FILES = {"application/zip", "application/yaml"}

_OUTSIDE = {"/oauth/token": (413,), "/health/ready": (503,), "/demo/mail/{mail_id}": (404, 422)}
"""Problems of what is not the API proper."""


def _reference(status: int) -> dict[str, str]:
    return {"$ref": f"#/components/responses/Problem{status}"}


def _needed(method: str) -> list[str]:
    by_method = {"get": ["If-None-Match"], "post": ["Idempotency-Key"]}
    return ["Accept-Language", "Samenspraak-School", *by_method.get(method, ["If-Match"])]
