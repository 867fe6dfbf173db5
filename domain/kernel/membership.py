"""Giving and taking roles. A role is gone on the next request, since it is read from the database each time."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.collection import Collection
from domain.kernel.errors import Conflict, Detail, Invalid, Message
from domain.kernel.page import PageQuery
from domain.kernel.permissions import Role
from domain.kernel.principal import Membership, MembershipFields, MembershipRead
from domain.kernel.read import Document, Listing
from domain.kernel.row import PLATFORM, Fields
from domain.kernel.session import SchoolSession
from domain.kernel.text import Line

WHO = {
    Role.TEACHER: "staff_id",
    Role.GUARDIAN: "guardian_id",
    Role.STUDENT: "student_id",
    Role.INTERPRETER: "interpreter_id",
}
"""The person that a role belongs to."""

PERSON_NEEDED = Message(
    "person_needed",
    "Zeg bij deze rol om wie het gaat ({field}).",
    "Pour ce rôle, indiquez de qui il s'agit ({field}).",
    "Say for this role who it is ({field}).",
)
NOT_HERE = Message(
    "role_not_of_school",
    "Deze rol bestaat niet binnen een school.",
    "Ce rôle n'existe pas au sein d'une école.",
    "This role does not exist within a school.",
)


ADMINISTERED = Message(
    "has_administrator",
    "Deze school heeft al een beheerder. Die laat anderen binnen.",
    "Cette école a déjà une personne qui l'administre. C'est elle qui donne accès aux autres.",
    "This school has an administrator already, who lets others in.",
)


class MembershipQuery(PageQuery):
    """Which memberships."""

    role: Role | None = None
    subject: Line | None = None


class Memberships(Collection):
    """A membership names a person of its own school, and nobody gives the platform's role within a school."""

    async def create(self, session: SchoolSession, fields: Fields, **more: Any) -> Membership:
        assert isinstance(fields, MembershipFields)
        _check(fields, session.principal.school_id)
        row = await super().create(session, fields, **more)
        assert isinstance(row, Membership)
        return row

    async def change(self, session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> Membership:
        row = await super().change(session, row_id, patch, version)
        assert isinstance(row, Membership)
        _check(MembershipFields.model_validate(row, from_attributes=True), session.principal.school_id)
        return row


def _check(fields: MembershipFields, school_id: UUID) -> None:
    if fields.role == Role.PLATFORM_OPERATOR and school_id != PLATFORM:
        raise Invalid(NOT_HERE, Detail("/role", NOT_HERE))
    person = WHO.get(fields.role)
    if person and getattr(fields, person) is None:
        raise Invalid(PERSON_NEEDED, Detail(f"/{person}", PERSON_NEEDED, {"field": person}), field=person)


MEMBERSHIPS = Memberships(
    "membership",
    MembershipFields,
    Listing(Document(MembershipRead, Membership), sorts={"created_at": col(Membership.created_at)}),
    MembershipQuery,
)


async def first_administrator(session: SchoolSession, school_id: UUID, issuer: str, subject: str) -> None:
    """The operator lets the first administrator into a new school; the school lets in all others itself.

    Raises:
        Conflict: when the school has an administrator already.
    """
    there = (col(Membership.school_id) == school_id, col(Membership.role) == Role.ADMINISTRATOR)
    if await session.rows(select(Membership).where(*there, col(Membership.ended_at).is_(None)).limit(1)):
        raise Conflict(ADMINISTERED)
    fields = MembershipFields(issuer=issuer, subject=subject, role=Role.ADMINISTRATOR)
    session.add(Membership.of(school_id, fields))
    await session.flush()
