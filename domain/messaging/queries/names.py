"""What people of families are called."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, union_all
from sqlmodel import col

from domain.families.models import Guardian, Student
from domain.kernel.session import SchoolSession


def named(person: type[Guardian | Student]) -> ColumnElement[str]:
    """As somebody likes to be called, with the family name."""
    return func.coalesce(col(person.preferred_name), col(person.given_name)) + " " + col(person.family_name)


async def names_of(session: SchoolSession, ids: Collection[UUID]) -> dict[UUID, str]:
    """Of these guardians and students; one statement."""
    parts: list[Any] = [
        select(col(person.id), named(person)).where(
            col(person.school_id) == session.principal.school_id, col(person.id).in_(list(ids))
        )
        for person in (Guardian, Student)
    ]
    return {row[0]: row[1] for row in await session.execute(union_all(*parts))}
