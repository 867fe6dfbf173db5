"""Where a school's messages begin."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.kernel.feed import last_finished
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession
from domain.messaging.models.settings import Messaging, MessagingFields

_WHOLE = 2**63 - 1
"""After every event of a transaction."""


async def settings_of(session: SchoolSession) -> Messaging:
    """How the school sends, locked: whoever follows its events at the same time waits.

    A school that follows its first events begins at their present end: nothing old is ever told.
    """
    of_school = select(Messaging).where(col(Messaging.school_id) == session.principal.school_id)
    found = await session.find_row(of_school)
    if found is None:
        new = Messaging.of(session.principal.school_id, MessagingFields.model_validate({}), id=new_id())
        await session.execute(insert(Messaging).on_conflict_do_nothing(), [new.model_dump(exclude_none=True)])
        found = await session.find_row(of_school)
    assert found is not None
    if not found.followed_transaction:
        found.followed_transaction, found.followed_sequence = await last_finished(session), _WHOLE
    return found
