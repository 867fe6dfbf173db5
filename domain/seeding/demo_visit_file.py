"""Visits at home and contacts in the file of the demo school."""

from datetime import date
from uuid import UUID

from pydantic import AwareDatetime

from domain.reach.models.contacts import ContactFields
from domain.seeding.demo_keys import Keyed
from domain.visits.models.answers import HomeVisitAnswerFields
from domain.visits.models.rounds import HomeVisitRoundFields
from domain.visits.models.visitors import HomeVisitPlanFields
from domain.visits.models.visits import VisitFields


class DemoAsked(Keyed):
    """A family that was asked, and how far it has come with it."""

    student_id: UUID
    guardian_id: UUID
    answer: HomeVisitAnswerFields | None = None
    plan: HomeVisitPlanFields | None = None


class DemoVisit(DemoAsked, VisitFields):
    """Asked by itself, with a question of its own."""

    staff_id: UUID
    asked_at: AwareDatetime


class DemoVisitRound(Keyed, HomeVisitRoundFields):
    """Every family is asked the same."""

    staff_id: UUID
    asked_at: AwareDatetime
    home_visits: list[DemoAsked]


class DemoContact(Keyed, ContactFields):
    staff_id: UUID
    met_on: date
