"""The rounds of the demo school, as rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from domain.catalogue.models.words import ParticipantRole
from domain.conferences.models import (
    ConferenceFamily,
    ConferenceRoom,
    ConferenceRound,
    ConferenceSession,
    ConferenceStaff,
    RequestParty,
    TalkRequest,
)
from domain.conferences.models.families import AvailabilityFields
from domain.conferences.models.requests import TalkFields
from domain.conferences.models.rounds import RoundFields
from domain.conferences.models.words import FamilyStatus, RoundStatus, Via
from domain.kernel import clock
from domain.kernel.row import Row
from domain.seeding.demo_file import DEMO_SCHOOL, demo_id
from domain.seeding.demo_keys import Keyed
from domain.seeding.demo_round_file import DemoConferenceFamily, DemoRequest, DemoRound
from domain.seeding.demo_rows import row_of


def round_rows(rounds: list[DemoRound]) -> Iterator[Sequence[Row]]:
    """Table by table: what is pointed to comes first."""
    yield [row_of(ConferenceRound, one, RoundFields, status=RoundStatus.OPEN) for one in rounds]
    for one in rounds:
        yield [_part(ConferenceSession, part, one) for part in one.conference_sessions]
        yield [_part(ConferenceRoom, part, one) for part in one.conference_rooms]
        yield [_part(ConferenceStaff, part, one) for part in one.conference_staff]
        yield [_family(part, one) for part in one.conference_families]
        yield [_request(part, one) for part in one.conference_requests]
        yield [party for part in one.conference_requests for party in _parties(part)]


def _part(table: type[Row], thing: Keyed, of: DemoRound) -> Row:
    return table.of(DEMO_SCHOOL, thing, id=thing.key, round_id=of.key)


def _family(family: DemoConferenceFamily, of: DemoRound) -> Row:
    said = {"status": FamilyStatus.ANSWERED, "entered_via": Via.APP, "answered_at": clock.now()}
    how = said if family.available else {"status": FamilyStatus.ASKED}
    return row_of(
        ConferenceFamily, family, AvailabilityFields, household_id=family.household_id, round_id=of.key, **how
    )


def _request(request: DemoRequest, of: DemoRound) -> Row:
    by = {"brought_by": ParticipantRole.TEACHER, "staff_need": request.need, "created_by_staff_id": request.staff_id}
    return row_of(TalkRequest, request, TalkFields, round_id=of.key, **by)


def _parties(request: DemoRequest) -> Iterator[Row]:
    for kind in ("family_id", "student_id", "staff_id"):
        who: Any = {kind: getattr(request, kind)}
        party_id = demo_id("conference_request_parties", f"{request.key}/{kind}")
        yield RequestParty(school_id=DEMO_SCHOOL, id=party_id, request_id=request.key, position=0, **who)
