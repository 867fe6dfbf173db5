"""A visit at home as the guardian who is asked may know it."""

from sqlmodel import col

from domain.families.models import Student
from domain.kernel.read import Document
from domain.messaging.models.visit_seen import VisitSeen
from domain.messaging.queries.found_by_link import FoundByLink
from domain.school.models import School
from domain.visits.models.visitors import HomeVisitVisitor
from domain.visits.models.visits import HomeVisit
from domain.visits.queries.visibility import is_asked
from domain.visits.queries.visitors import VISITORS
from domain.visits.queries.visits import of_visit

VISITS_SEEN = FoundByLink(
    VisitSeen,
    Document(
        VisitSeen,
        HomeVisit,
        visible=is_asked,
        beside={
            School: col(School.school_id) == col(HomeVisit.school_id),
            Student: (col(Student.school_id) == col(HomeVisit.school_id))
            & (col(Student.id) == col(HomeVisit.student_id)),
        },
        computed={
            "about": lambda _: col(Student.given_name),
            "time_zone": lambda _: col(School.time_zone),
            "visitors": lambda reading: VISITORS.nested(reading, of_visit(HomeVisitVisitor), col(HomeVisitVisitor.id)),
        },
    ),
)
