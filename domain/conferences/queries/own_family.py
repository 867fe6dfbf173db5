"""Who sees what belongs to a family of a round: its own members and the school, never another family (R17, R20)."""

from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.families.models.households import HouseholdMember
from domain.families.queries import WHOLE_SCHOOL
from domain.kernel.principal import Viewer, is_one_of
from domain.kernel.read import there_is


def is_of_family(viewer: Viewer, family_id: Any) -> ColumnElement[bool]:
    """The viewer is a guardian of this family."""
    lives_there = there_is(
        HouseholdMember,
        col(HouseholdMember.school_id) == viewer.school_id,
        col(HouseholdMember.household_id) == col(ConferenceFamily.household_id),
        col(HouseholdMember.guardian_id) == viewer.guardian_id,
    )
    return there_is(
        ConferenceFamily,
        col(ConferenceFamily.school_id) == viewer.school_id,
        col(ConferenceFamily.id) == family_id,
        or_(col(ConferenceFamily.guardian_id) == viewer.guardian_id, lives_there),
    )


def sees_of_family(viewer: Viewer, family_id: Any) -> ColumnElement[bool]:
    """The family itself, and the office."""
    return or_(is_one_of(viewer, *WHOLE_SCHOOL), is_of_family(viewer, family_id))
