"""A round of conferences in the file of the demo school."""

from uuid import UUID

from sqlmodel import Field

from domain.conferences.models.families import AvailabilityFields
from domain.conferences.models.places import ConferenceRoomFields, SessionFields
from domain.conferences.models.requests import TalkFields
from domain.conferences.models.rounds import RoundFields
from domain.conferences.models.staff import ConferenceStaffFields
from domain.conferences.models.windows import Window
from domain.seeding.demo_keys import Keyed


class DemoSession(Keyed, SessionFields): ...


class DemoConferenceRoom(Keyed, ConferenceRoomFields): ...


class DemoConferenceStaff(Keyed, ConferenceStaffFields): ...


class DemoConferenceFamily(Keyed, AvailabilityFields):
    """Without times, it was asked and did not answer yet."""

    household_id: UUID
    available: list[Window] = Field(default=[])


class DemoRequest(Keyed, TalkFields):
    family_id: UUID
    student_id: UUID
    staff_id: UUID


class DemoRound(Keyed, RoundFields):
    """A round for which families are being asked."""

    conference_sessions: list[DemoSession]
    conference_rooms: list[DemoConferenceRoom]
    conference_staff: list[DemoConferenceStaff]
    conference_families: list[DemoConferenceFamily]
    conference_requests: list[DemoRequest]
