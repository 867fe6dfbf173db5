"""Letting the first administrator into a school."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.errors import Conflict, Message
from domain.kernel.permissions import Role
from domain.kernel.principal import Membership, MembershipFields
from domain.kernel.session import SchoolSession

ADMINISTERED = Message(
    "has_administrator",
    "Deze school heeft al een beheerder. Die laat anderen binnen.",
    "Cette école a déjà une personne qui l'administre. C'est elle qui donne accès aux autres.",
    "This school has an administrator already, who lets others in.",
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
