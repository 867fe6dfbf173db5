"""Who is asking: a credential's subject, what it is to which school, and the same person as the database sees them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from pydantic import AwareDatetime
from sqlalchemy import (
    ARRAY,
    Boolean,
    ColumnElement,
    Date,
    Index,
    String,
    Text,
    Uuid,
    bindparam,
    column,
    func,
    literal,
    literal_column,
)
from sqlalchemy.dialects.postgresql import ARRAY as PG_ARRAY
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from domain.kernel.grants import PERMISSIONS
from domain.kernel.permissions import Permission, Role
from domain.kernel.row import MOMENT, WORD, Fields, Row, RowRead, reference
from domain.kernel.text import Line


@dataclass(frozen=True, slots=True)
class Credential:
    """What a verified token says: who issued it, for whom, with which scopes, and for which school when several."""

    issuer: str
    subject: str
    scopes: frozenset[str]
    school_id: UUID | None = None

    @property
    def name(self) -> str:
        """Subjects are unique to their issuer only. The database says it the same way (`app.subject`)."""
        return f"{self.issuer} {self.subject}"

    def roles_for(self, permission: Permission) -> list[str]:
        """The roles that may, less the client's role when the token lacks the scope."""
        allowed = PERMISSIONS[permission]
        return sorted(allowed if permission in self.scopes else allowed - {Role.INTEGRATION_CLIENT})


class MembershipFields(Fields):
    """A subject of an issuer has a role in a school, as a person the school knows."""

    issuer: Line = Field(description="The `iss` of the tokens.")
    subject: Line = Field(description="The `sub` of the tokens.")
    role: Role = Field(sa_type=WORD)
    staff_id: UUID | None = reference("staff_members", cascade=True, default=None)
    guardian_id: UUID | None = reference("guardians", cascade=True, default=None)
    student_id: UUID | None = reference("students", cascade=True, default=None)
    interpreter_id: UUID | None = reference("interpreters", cascade=True, default=None)
    scopes: list[Permission] = Field(default=[], sa_type=JSONB, description="Of an integration client only.")
    ended_at: AwareDatetime | None = Field(default=None, sa_type=MOMENT, description="From then on the role is gone.")


class Membership(Row, MembershipFields, table=True):
    __tablename__ = "memberships"
    __table_args__ = (
        Index(None, "issuer", "subject"),
        Index("memberships_once", "school_id", "issuer", "subject", "role", unique=True),
        {"info": {"tenancy": "membership"}},
    )


class MembershipRead(RowRead, MembershipFields):
    """A membership as it goes out."""


@dataclass(frozen=True, slots=True)
class Principal:
    """A credential as its school knows it. A person can be a teacher and a parent at the same school."""

    school_id: UUID
    subject: str
    roles: frozenset[str]
    staff_id: UUID | None = None
    guardian_id: UUID | None = None
    student_id: UUID | None = None
    interpreter_id: UUID | None = None

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    def may(self, permission: Permission) -> bool:
        return not self.roles.isdisjoint(PERMISSIONS[permission])

    @property
    def person_id(self) -> UUID | None:
        """Who they are in the school's own records, the nearest relation first."""
        return self.staff_id or self.guardian_id or self.student_id or self.interpreter_id


class Viewer(Protocol):
    """The principal as SQL: visibility is written once and serves both compiled reads and loaded rows."""

    school_id: ColumnElement[Any]
    roles: ColumnElement[Any]
    staff_id: ColumnElement[Any]
    guardian_id: ColumnElement[Any]
    student_id: ColumnElement[Any]
    interpreter_id: ColumnElement[Any]


def is_one_of(viewer: Viewer, *roles: Role) -> ColumnElement[bool]:
    """Whether the viewer has any of these roles."""
    return viewer.roles.bool_op("&&")(literal([str(role) for role in roles], PG_ARRAY(Text)))


_KEYS = ("school_id", "staff_id", "guardian_id", "student_id", "interpreter_id")

entered = func.enter(
    bindparam("issuer", type_=String),
    bindparam("subject", type_=String),
    bindparam("at_school", type_=Uuid),
    bindparam("permission", type_=String),
    bindparam("allowed_roles", type_=ARRAY(Text)),
).table_valued(
    *(column(key, Uuid) for key in _KEYS), column("roles", ARRAY(Text)), column("allowed", Boolean), name="viewer"
)
"""The viewer of a compiled read: the same statement binds the transaction to the school and finds the membership."""


today: ColumnElement[date] = literal_column(
    "coalesce(nullif(current_setting('app.today', true), '')::date, CURRENT_DATE)", Date
)
"""The day as people at the viewer's school have it; entering finds it out."""


class KnownViewer:
    """A principal that has entered already, as bound values."""

    def __init__(self, principal: Principal) -> None:
        for key in _KEYS:
            setattr(self, key, literal(getattr(principal, key), Uuid))
        self.roles = literal(sorted(principal.roles), PG_ARRAY(Text))

    school_id: ColumnElement[Any]
    roles: ColumnElement[Any]
    staff_id: ColumnElement[Any]
    guardian_id: ColumnElement[Any]
    student_id: ColumnElement[Any]
    interpreter_id: ColumnElement[Any]
