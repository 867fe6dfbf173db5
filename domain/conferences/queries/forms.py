"""What the round's form of conversation asks."""

from sqlalchemy import String, bindparam
from sqlalchemy import cast as sql_cast
from sqlmodel import col

from domain.catalogue.models import MeetingType
from domain.conversations.facts import TypeFacts
from domain.conversations.models.background import AskedForm
from domain.conversations.queries.opening import type_facts
from domain.kernel.asking import ASKING, asked_by
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid
from domain.kernel.read import Document, Reading
from domain.kernel.session import SchoolSession

_ROWS, _DOCUMENT = Document(AskedForm, MeetingType).rows(
    Reading(ASKING, None), col(MeetingType.key) == bindparam("meeting_type", type_=String)
)
_STATEMENT = _ROWS.add_columns(sql_cast(_DOCUMENT, String)).limit(1)


async def get_form(session: SchoolSession, key: str) -> TypeFacts:
    """The form with this key.

    Raises:
        Invalid: `unknown_reference`.
    """
    body = await session.scalar(_STATEMENT, {**asked_by(session.principal), "meeting_type": key})
    if body is None:
        raise Invalid(DOES_NOT_EXIST, Detail("/meeting_type", DOES_NOT_EXIST))
    return type_facts(AskedForm.model_validate_json(body))
