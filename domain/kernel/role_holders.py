"""Whom a role belongs to."""

from uuid import UUID

from domain.kernel.errors import Detail, Invalid, Message
from domain.kernel.permissions import Role
from domain.kernel.principal import MembershipFields
from domain.kernel.row import PLATFORM

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


def check_holder(fields: MembershipFields, school_id: UUID) -> None:
    if fields.role == Role.PLATFORM_OPERATOR and school_id != PLATFORM:
        raise Invalid(NOT_HERE, Detail("/role", NOT_HERE))
    person = WHO.get(fields.role)
    if person and getattr(fields, person) is None:
        raise Invalid(PERSON_NEEDED, Detail(f"/{person}", PERSON_NEEDED, {"field": person}), field=person)
