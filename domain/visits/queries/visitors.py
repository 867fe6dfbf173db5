"""Who goes, by name."""

from sqlalchemy import and_, func
from sqlmodel import col

from domain.kernel.read import Document
from domain.school.models.interpreters import Interpreter
from domain.school.models.staff import StaffMember
from domain.visits.models.visitors import HomeVisitVisitor, HomeVisitVisitorRead

_STAFF = and_(
    col(StaffMember.school_id) == col(HomeVisitVisitor.school_id),
    col(StaffMember.id) == col(HomeVisitVisitor.staff_id),
)
_INTERPRETER = and_(
    col(Interpreter.school_id) == col(HomeVisitVisitor.school_id),
    col(Interpreter.id) == col(HomeVisitVisitor.interpreter_id),
)

VISITORS = Document(
    HomeVisitVisitorRead,
    HomeVisitVisitor,
    beside={StaffMember: _STAFF, Interpreter: _INTERPRETER},
    computed={
        "given_name": lambda _: func.coalesce(col(StaffMember.given_name), col(Interpreter.given_name)),
        "family_name": lambda _: func.coalesce(col(StaffMember.family_name), col(Interpreter.family_name)),
    },
)
