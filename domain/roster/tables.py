"""What a bundle becomes: plain tuples per table, in the order of `COLUMNS`, ready for COPY."""

from collections.abc import Sequence
from typing import Any

from domain.roster.format import Column, FileFormat
from domain.roster.sheet import Batch

_ROW = {"sourced_id": "sourcedId", "status": "status", "modified_at": "dateLastModified"}

SOURCES: dict[str, dict[str, str]] = {
    "academicSessions": {
        **_ROW,
        "title": "title",
        "type": "type",
        "start_on": "startDate",
        "end_on": "endDate",
        "parent_sourced_id": "parentSourcedId",
        "school_year": "schoolYear",
    },
    "orgs": {
        **_ROW,
        "name": "name",
        "type": "type",
        "identifier": "identifier",
        "parent_sourced_id": "parentSourcedId",
    },
    "courses": {
        **_ROW,
        "title": "title",
        "course_code": "courseCode",
        "grades": "grades",
        "org_sourced_id": "orgSourcedId",
        "school_year_sourced_id": "schoolYearSourcedId",
    },
    "classes": {
        **_ROW,
        "title": "title",
        "class_code": "classCode",
        "class_type": "classType",
        "location": "location",
        "grades": "grades",
        "course_sourced_id": "courseSourcedId",
        "school_sourced_id": "schoolSourcedId",
        "term_sourced_ids": "termSourcedIds",
    },
    "roles": {
        **_ROW,
        "user_sourced_id": "userSourcedId",
        "org_sourced_id": "orgSourcedId",
        "role": "role",
        "role_type": "roleType",
        "begin_on": "beginDate",
        "end_on": "endDate",
    },
    "users": {
        **_ROW,
        "enabled": "enabledUser",
        "username": "username",
        "identifier": "identifier",
        "given_name": "givenName",
        "middle_name": "middleName",
        "family_name": "familyName",
        "preferred_given_name": "preferredGivenName",
        "preferred_family_name": "preferredFamilyName",
        "email": "email",
        "phone": "phone",
        "sms": "sms",
        "language": "language",
        "grades": "grades",
        "roles": "roles",
        "org_sourced_ids": "orgSourcedIds",
    },
    "enrollments": {
        **_ROW,
        "class_sourced_id": "classSourcedId",
        "school_sourced_id": "schoolSourcedId",
        "user_sourced_id": "userSourcedId",
        "role": "role",
        "is_primary": "primary",
        "begin_on": "beginDate",
        "end_on": "endDate",
    },
    "demographics": {**_ROW, "born_on": "birthDate"},
}
"""file -> column of the table -> column of the file."""

TABLES = {file: file for file in SOURCES} | {"academicSessions": "academic_sessions", "users": "people"}
"""file -> table."""

COLUMNS: dict[str, tuple[str, ...]] = {
    **{TABLES[file]: tuple(columns) for file, columns in SOURCES.items()},
    "agents": ("student_sourced_id", "guardian_sourced_id", "relationship"),
    "undecided_agents": ("user_sourced_id", "agent_sourced_id"),
}
"""table -> columns. `*_on` are dates, `modified_at` an aware UTC datetime, `enabled` and `is_primary` booleans,
`school_year` an integer, `grades`, `roles` and `*_sourced_ids` tuples of text, all else text. Only `sourced_id` and
`status` (active, tobedeleted) are sure to be there, as a row to be deleted need not hold more. `relationship` is
parent, guardian or relative, or None when the guardian's roles are not in the bundle (delta)."""

Row = tuple[Any, ...]


def rows_of(file: str, batch: Batch, form: FileFormat) -> list[Row]:
    """The rows of a batch, as the table wants them."""
    lists = {column.name for column in form.columns if _is_list(column)}
    columns: list[Sequence[Any]] = [
        batch.column(source, otherwise=() if source in lists else None) for source in SOURCES[file].values()
    ]
    return list(zip(*columns, strict=True))


def _is_list(column: Column) -> bool:
    return column.kind in {"list", "guids"}
