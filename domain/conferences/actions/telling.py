"""What others hear of a round: that something happened, never what was said."""

from uuid import UUID

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.requests import TalkRequest
from domain.kernel.events import record
from domain.kernel.session import SchoolSession


def tell_family(session: SchoolSession, deed: str, family: ConferenceFamily, **ids: UUID | str | None) -> None:
    """Record `conference_family.<deed>`."""
    record(session, f"conference_family.{deed}", "conference_families", family.id, round_id=family.round_id, **ids)


def tell_request(session: SchoolSession, deed: str, request: TalkRequest, **ids: UUID | str | None) -> None:
    """Record `conference_request.<deed>`."""
    record(session, f"conference_request.{deed}", "conference_requests", request.id, round_id=request.round_id, **ids)
