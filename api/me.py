"""Who is asking."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from sqlmodel import Field, SQLModel

from api.session import Writer, writes
from domain.kernel.grants import PERMISSIONS
from domain.kernel.permissions import Permission, Role

router = APIRouter(prefix="/v1/me", tags=["me"])


class Me(SQLModel):
    """What the school knows of the caller."""

    school_id: UUID
    roles: list[Role]
    permissions: list[Permission] = Field(description="What routes this token may use.")
    staff_id: UUID | None
    guardian_id: UUID | None
    student_id: UUID | None
    interpreter_id: UUID | None


@router.get("", operation_id="get_me", summary="Who am I here?", response_model=Me)
async def get_me(writer: Annotated[Writer, writes(Permission.ME_READ)]) -> Response:
    """The school, the roles and the permissions of the token, as the database has them at this moment."""
    principal, credential = writer.session.principal, writer.request.state.credential
    people = {key: getattr(principal, key) for key in ("staff_id", "guardian_id", "student_id", "interpreter_id")}
    me = Me(
        school_id=principal.school_id,
        roles=sorted(Role(role) for role in principal.roles),
        permissions=[one for one in PERMISSIONS if not principal.roles.isdisjoint(credential.roles_for(one))],
        **people,
    )
    return writer.reply_with(me)
