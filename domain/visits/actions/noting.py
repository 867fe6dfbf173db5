"""A short note of a visit (R30)."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.errors import FORBIDDEN, Forbidden
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession
from domain.visits.actions.telling import tell
from domain.visits.models.notes import HomeVisitNote, HomeVisitNoteFields
from domain.visits.queries.running import get_run_visit, is_visitor
from domain.visits.rules.noting import check_note
from domain.visits.rules.states import Deed


async def note(session: SchoolSession, visit_id: UUID, fields: HomeVisitNoteFields) -> None:
    """Who went writes down when, who was there and what was agreed; a second note takes the place of the first.

    Raises:
        NotFound: as everywhere. Forbidden: for who did not go. Conflict: `wrong_state` until it took place.
    """
    visit = await get_run_visit(session, visit_id, Deed.NOTE)
    if not await is_visitor(session, visit):
        raise Forbidden(FORBIDDEN)
    mine = (col(HomeVisitNote.school_id) == visit.school_id, col(HomeVisitNote.visit_id) == visit.id)
    kept = await session.find_row(select(HomeVisitNote).where(*mine))
    if kept is None:
        kept = HomeVisitNote.of(visit.school_id, fields, visit_id=visit.id)
        session.add(kept)
    kept.take(fields)
    kept.author_id = session.principal.staff_id
    kept.warnings = [found.record() for found in warnings_of(check_note(fields))]
    tell(session, "noted", visit)
