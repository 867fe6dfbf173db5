"""A freed time that is kept for a family, as a guardian of it may know it: when, with whom, about whom."""

from sqlmodel import col

from domain.conferences.models.holds import Hold
from domain.conferences.models.waits import Wait
from domain.conferences.queries.waits import WAIT, of_offer
from domain.families.models import Student
from domain.kernel.read import Document
from domain.messaging.models.link_reads import OfferSeen
from domain.messaging.queries.found_by_link import FoundByLink
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

OFFERS = FoundByLink(OfferSeen, _OFFER)
"""For a guardian of the family that waits."""
