"""A plan with names, for its reader, or for the one whom the school gives it to on paper."""

from dataclasses import replace
from typing import Any, cast

from sqlalchemy import ColumnElement, Uuid, bindparam, case, func, literal_column, select
from sqlmodel import col

from domain.families.models.guardians import Guardian
from domain.families.models.students import Student
from domain.families.queries import reads_as_school
from domain.kernel.principal import Viewer
from domain.kernel.read import Computed, Document, Reading, looked_up
from domain.plans.models.agreements import PlanAgreement
from domain.plans.models.cards import NamedAgreement, NamedOptions, NamedWishes, PlanCard
from domain.plans.models.guardian_wishes import GuardianWishes
from domain.plans.models.options import CommunicationOptions
from domain.plans.models.plans import CommunicationPlan
from domain.plans.queries.options import OPTIONS
from domain.plans.queries.parts import AGREEMENTS, GUARDIAN_WISHES, of_plan
from domain.plans.queries.plans import PLANS, listed_options, of_school_year
from domain.plans.queries.somebody import Somebody
from domain.plans.queries.visibility import sees_plan
from domain.school.models.schools import School
from domain.school.models.staff import StaffMember
from domain.school.models.years import AcademicSession


def _name(person: Any, of: Any, person_id: Any) -> ColumnElement[Any]:
    """Given and family name of the person with this id."""
    full = func.concat_ws(literal_column("' '"), col(person.given_name), col(person.family_name))
    found = select(full).where(col(person.school_id) == col(of.school_id), col(person.id) == col(person_id))
    return found.correlate_except(person).scalar_subquery()


_OPTIONS = replace(
    OPTIONS,
    read=NamedOptions,
    computed={
        **OPTIONS.computed,
        "name": lambda _: _name(StaffMember, CommunicationOptions, CommunicationOptions.staff_id),
        "stand_in": lambda _: _name(StaffMember, CommunicationOptions, CommunicationOptions.stand_in_id),
    },
)
_WISHES = replace(
    GUARDIAN_WISHES,
    read=NamedWishes,
    computed={"name": lambda _: _name(Guardian, GuardianWishes, GuardianWishes.guardian_id)},
)
_AGREEMENTS = replace(
    AGREEMENTS,
    read=NamedAgreement,
    computed={"answered_by": lambda _: _name(StaffMember, PlanAgreement, PlanAgreement.answered_by_id)},
)

OWN_CARD = Document(
    PlanCard,
    CommunicationPlan,
    visible=PLANS.visible,
    computed={
        **PLANS.computed,
        "student": lambda _: _name(Student, CommunicationPlan, CommunicationPlan.student_id),
        "school": lambda _: looked_up(School.name, col(School.school_id) == col(CommunicationPlan.school_id)),
        "school_year": lambda _: of_school_year(AcademicSession.title),
        "options": lambda reading: listed_options(_OPTIONS, reading),
        "guardian_wishes": lambda reading: _WISHES.nested(reading, of_plan(GuardianWishes), col(GuardianWishes.id)),
        "agreements": lambda reading: _AGREEMENTS.nested(reading, of_plan(PlanAgreement), col(PlanAgreement.id)),
    },
)
"""For who reads it."""


def _holder(viewer: Viewer) -> Viewer:
    """A guardian or the student (when no guardian is named), in the place of the viewer."""
    guardian_id = bindparam("holder_id", type_=Uuid)
    student_id = case((guardian_id.is_(None), col(CommunicationPlan.student_id)))
    return cast(Viewer, Somebody(viewer.school_id, guardian_id=guardian_id, student_id=student_id))


def _as_holder(made: Computed) -> Computed:
    return lambda reading: made(Reading(_holder(reading.viewer), reading.language))


CARD_FOR = replace(
    OWN_CARD,
    visible=lambda viewer: (
        reads_as_school(viewer, col(CommunicationPlan.student_id))
        & sees_plan(_holder(viewer), col(CommunicationPlan.student_id))
    ),
    computed={name: _as_holder(made) for name, made in OWN_CARD.computed.items()},
)
"""For whom the school hands it to, as they would read it themselves (R17); `holder_id` names the guardian."""
