"""Who belongs to a family of a round: written once, for reading and for asking (R17, R18, R19).

A family is where a guardian with a right to information lives, or that guardian alone. Its children are the students of
the round's level about whom such a guardian of it is informed; no restriction of today stands between the two.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Alias, ColumnElement, and_, func, or_, select

from domain.conferences.models.consents import ConferenceConsent
from domain.conferences.models.rounds import ConferenceRound
from domain.conversations.rules.ages import OF_AGE
from domain.families.models import Guardianship, HouseholdMember, Student
from domain.families.queries import guarded_by, not_ended, restricted
from domain.kernel.principal import today
from domain.kernel.read import another, there_is
from domain.plans.queries.somebody import Id, Somebody

Family = Any
"""The columns of a family: those of the table, or of an alias of it."""
Child = Any
"""The columns of a student, likewise."""


def lives_in(family: Family, guardian_id: Id) -> ColumnElement[bool]:
    """The guardian is of this family. Never null, as it is also asked who is not."""
    member = another(HouseholdMember)
    at_home = there_is(
        member,
        member.c.school_id == family.school_id,
        member.c.household_id == family.household_id,
        member.c.guardian_id == guardian_id,
    )
    return or_(func.coalesce(family.guardian_id == guardian_id, False), at_home)


def is_informed(school_id: Id, guardian_id: Id, student_id: Id) -> ColumnElement[bool]:
    """A guardian with a right to information whom no restriction of today keeps from the student."""
    guardian = Somebody(school_id, guardian_id=guardian_id)
    return guarded_by(guardian, student_id) & ~restricted(guardian, student_id)


def decides_alone(student: Child, round_id: Id) -> ColumnElement[bool]:
    """A student of age who did not (yet) agree that parents take part (R19)."""
    yes = another(ConferenceConsent)
    agreed = (yes.c.school_id == student.school_id, yes.c.round_id == round_id, yes.c.student_id == student.id)
    return and_(student.born_on.is_not(None), student.born_on <= _BIRTHDAY, ~there_is(yes, *agreed))


_BIRTHDAY: ColumnElement[date] = func.date(today - func.make_interval(OF_AGE))


def is_of_level(student: Child, round_id: Id) -> ColumnElement[bool]:
    """The student is at school now, at the level of the round."""
    this = another(ConferenceRound)
    level = select(this.c.level).where(this.c.school_id == student.school_id, this.c.id == round_id)
    return and_(student.level == level.correlate_except(this).scalar_subquery(), not_ended(student.ended_on))


def is_child_of(family: Family, student: Child) -> ColumnElement[bool]:
    """The family is asked about this student."""
    link = another(Guardianship)
    guarded = there_is(
        link,
        link.c.school_id == family.school_id,
        link.c.student_id == student.id,
        lives_in(family, link.c.guardian_id),
        is_informed(family.school_id, link.c.guardian_id, student.id),
    )
    at_school = is_of_level(student, family.round_id) & ~decides_alone(student, family.round_id)
    return and_(student.school_id == family.school_id, at_school, guarded)


def has_child(family: Family, *also: Callable[[Child], ColumnElement[bool]]) -> ColumnElement[bool]:
    """The family has a child of which this holds."""
    student: Alias = another(Student)
    return there_is(student, is_child_of(family, student.c), *(holds(student.c) for holds in also))


def is_asked(family: Family, guardian_id: Id) -> ColumnElement[bool]:
    """The guardian is of this family, and informed about a child of it."""
    theirs = has_child(family, lambda child: is_informed(family.school_id, guardian_id, child.id))
    return lives_in(family, guardian_id) & theirs


def may_be_contacted(family: Family) -> ColumnElement[bool]:
    """Somebody of the family may be asked."""
    link = another(Guardianship)
    return there_is(
        link,
        link.c.school_id == family.school_id,
        link.c.may_be_contacted,
        lives_in(family, link.c.guardian_id),
        has_child(family, lambda child: child.id == link.c.student_id),
        is_informed(family.school_id, link.c.guardian_id, link.c.student_id),
    )
