"""Rows and their fields: what a client may write stands once, in Fields; Row adds keys; RowRead goes out."""

from datetime import date, datetime
from typing import Any, Self, TypeVar
from uuid import UUID

import uuid_utils.compat
from pydantic import ConfigDict, create_model, field_validator
from pydantic import Field as PlainField
from pydantic_core import PydanticCustomError
from sqlalchemy import DateTime, ForeignKeyConstraint, MetaData, String, Table, event, func
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlmodel import Field, SQLModel

from domain.kernel.text import is_text, text_patch

PLATFORM = UUID(int=0)
"""The tenant of the platform itself: it owns the shared library and the list of schools."""

MOMENT = DateTime(timezone=True)
WORD = String
"""The column type of an enumeration: a word, so that a new one needs no new database type."""

new_id = uuid_utils.compat.uuid7

SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "pk": "%(table_name)s_pkey",
    }
)
metadata = SQLModel.metadata

F = TypeVar("F", bound="Fields")


class Fields(SQLModel):
    """What a client may write. It is the create body; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", validate_default=True, allow_inf_nan=False)  # type: ignore[assignment]

    @field_validator("*")
    @classmethod
    def _within_the_calendar(cls, value: Any) -> Any:
        """The first and the last day of Python mean infinity to the driver, and their zones run off the calendar."""
        if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise PydanticCustomError("beyond_calendar", "This lies beyond our calendar.")
        return value


FIRST_YEAR, LAST_YEAR = 1900, 2199


def reference(table: str, *, cascade: bool = False, **kwargs: Any) -> Any:
    """A field that points to a row of the same school: a composite foreign key, since row security checks none."""
    info = {"references": table, "cascade": cascade}
    return Field(sa_column_kwargs={"info": info}, **kwargs)


class Row(SQLModel):
    """What every row of a school carries. `version` and `updated_at` are kept by a trigger, whoever writes."""

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # most are never validated: saves memory

    school_id: UUID = Field(primary_key=True)
    id: UUID = Field(primary_key=True, default_factory=new_id)
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    created_at: datetime | None = Field(
        default=None, sa_type=MOMENT, nullable=False, sa_column_kwargs={"server_default": func.now()}
    )
    updated_at: datetime | None = Field(
        default=None, sa_type=MOMENT, nullable=False, sa_column_kwargs={"server_default": func.now()}
    )

    @classmethod
    def of(cls, school_id: UUID, fields: SQLModel, **more: Any) -> Self:
        """A new row from validated fields (table classes do not validate)."""
        return cls(school_id=school_id, **{**_plain(fields), **more})

    def patched(self, fields: type[F], patch: Fields) -> F:
        """These fields of the row after a merge patch, validated as a whole."""
        now = {name: getattr(self, name) for name in fields.model_fields}
        return fields.model_validate(merged(now, patch.model_dump(exclude_unset=True)))

    def touch(self) -> None:
        """Something that goes out with this row changed: count it as a change of the row (the trigger does the sum)."""
        self.version += 1

    def take(self, fields: SQLModel) -> None:
        """Write validated fields over this row."""
        for name, value in _plain(fields).items():
            if getattr(self, name) != value:
                setattr(self, name, value)


class RowRead(SQLModel):
    """What goes out of every row."""

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # most are never validated: saves memory

    id: UUID
    version: int = Field(description="Rises with every change; stands in the ETag.", ge=1)
    created_at: datetime
    updated_at: datetime


def _plain(fields: SQLModel) -> dict[str, Any]:
    """Columns keep documents and lists as JSON does; scalars stay what they are."""
    document = fields.model_dump(mode="json")
    values = {name: getattr(fields, name) for name in type(fields).model_fields}
    return {name: document[name] if isinstance(value, _DOCUMENTS) else value for name, value in values.items()}


def merged(target: Any, patch: Any) -> Any:
    """JSON Merge Patch (RFC 7396); a null removes a key of a document and empties a field."""
    if not isinstance(patch, dict) or not isinstance(target, dict):
        return patch
    changed = {key: merged(target.get(key), value) for key, value in patch.items()}
    return {**target, **changed}


_DOCUMENTS = (dict, list, SQLModel)


class _PatchFields(Fields):
    model_config = ConfigDict(validate_default=False)


def patch_of(fields: type[Fields]) -> type[Fields]:
    """The PATCH body of these fields (JSON Merge Patch): each may be left out; null only where a field allows it."""

    def optional(name: str) -> tuple[Any, Any]:
        info = fields.model_fields[name]
        return text_patch(info) if is_text(info) else info.rebuild_annotation(), PlainField(
            default=None, description=info.description, json_schema_extra=_without_default
        )

    body: Any = create_model(
        fields.__name__.removesuffix("Fields") + "Patch",
        __base__=_PatchFields,
        __doc__=f"JSON Merge Patch: {fields.__doc__}",
        **{name: optional(name) for name in fields.model_fields},  # type: ignore[call-overload]
    )
    return body


def _without_default(schema: dict[str, Any]) -> None:
    """Leaving out is not the same as null, so the document must not call null the default."""
    schema.pop("default", None)


_completed: set[str] = set()
"""SQLAlchemy tells of the same table more than once."""


@event.listens_for(Table, "after_parent_attach")
def _complete_foreign_keys(table: Table, _: Any) -> None:
    """Every tenant table points to its school, and `reference` fields point within that school."""
    if "school_id" not in table.c or table.name == "schools" or table.name in _completed:
        return
    _completed.add(table.name)
    table.append_constraint(ForeignKeyConstraint(["school_id"], ["schools.school_id"]))
    for column in list(table.c):
        if target := column.info.get("references"):
            rule = "CASCADE" if column.info["cascade"] else None
            table.append_constraint(
                ForeignKeyConstraint(
                    ["school_id", column.name], [f"{target}.school_id", f"{target}.id"], ondelete=rule, deferrable=True
                )
            )


def tenancy(table: Table) -> str:
    """How row security treats a table: `own` (the school only), `shared` (the school and the library)."""
    return str(table.info.get("tenancy", "own"))


SHARED: dict[str, Any] = {"info": {"tenancy": "shared"}}
"""`__table_args__` of a table whose platform rows every school may read."""

Expression = SQLCoreOperations[Any]
"""Anything that stands for a value in SQL: a column of a table class, or a computed one."""
