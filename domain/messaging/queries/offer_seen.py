"""A freed time that is kept for a family, as a guardian of it may know it: when, with whom, about whom."""

import json
from functools import cache
from typing import Any

from sqlalchemy import Select, String, Uuid, bindparam, cast
from sqlmodel import col

from domain.conferences.models.holds import Hold
from domain.conferences.models.waits import Wait
from domain.conferences.queries.waits import WAIT, of_offer
from domain.families.models import Student
from domain.kernel.asking import ASKING, asked_by
from domain.kernel.read import Document, Reading
from domain.kernel.session import SchoolSession
from domain.messaging.models.link_reads import OfferSeen
from domain.messaging.models.messages import Message
from domain.school.models import School, StaffMember

_OFFER = Document(
    OfferSeen,
    Wait,
    visible=WAIT.visible,
    beside={
        School: col(School.school_id) == col(Wait.school_id),
        StaffMember: (col(StaffMember.school_id) == col(Wait.school_id)) & (col(StaffMember.id) == col(Wait.staff_id)),
        Student: (col(Student.school_id) == col(Wait.school_id)) & (col(Student.id) == col(Wait.student_id)),
    },
    computed={
        "starts_at": lambda _: of_offer(Hold.starts_at),
        "ends_at": lambda _: of_offer(Hold.ends_at),
        "kept_until": lambda _: of_offer(Hold.expires_at),
        "time_zone": lambda _: col(School.time_zone),
        "with_whom": lambda _: col(StaffMember.given_name) + " " + col(StaffMember.family_name),
        "about": lambda _: col(Student.given_name),
    },
)


@cache
def _statement() -> Select[Any]:
    rows, document = _OFFER.rows(Reading(ASKING, None), col(Wait.id) == bindparam("wait_id", type_=Uuid))
    return rows.add_columns(cast(document, String))


async def find_offer(session: SchoolSession, message: Message) -> OfferSeen | None:
    """None when the guardian is not (or no longer) of the family that waits."""
    body = await session.scalar(_statement(), {**asked_by(session.principal), "wait_id": message.resource_id})
    return OfferSeen.model_validate(json.loads(body)) if body else None
