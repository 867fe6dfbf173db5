"""What a school decides about visits, as it goes out and as a deed finds it."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.kernel.read import Document
from domain.kernel.row import new_id
from domain.kernel.session import SchoolSession
from domain.visits.models.settings import HomeVisitSettings, HomeVisitSettingsFields, HomeVisitSettingsRead

SETTINGS = Document(HomeVisitSettingsRead, HomeVisitSettings)


async def settings_of(session: SchoolSession) -> HomeVisitSettings:
    """The one row of the school; made with what holds by itself when nobody said otherwise yet."""
    of_school = select(HomeVisitSettings).where(col(HomeVisitSettings.school_id) == session.principal.school_id)
    found = await session.find_row(of_school)
    if found is None:
        new = HomeVisitSettings.of(session.principal.school_id, HomeVisitSettingsFields.model_validate({}), id=new_id())
        await session.execute(insert(HomeVisitSettings).on_conflict_do_nothing(), [new.model_dump(exclude_none=True)])
        found = await session.find_row(of_school)
    assert found is not None
    return found
