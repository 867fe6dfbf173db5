"""How alembic reaches the database and what it compares with: the tables of every subject."""

import asyncio

from alembic import context
from alembic.autogenerate import renderers
from alembic.operations import ops
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from domain.kernel.row import metadata, tenancy
from domain.tables import TABLES

assert TABLES


class SecureOp(ops.MigrateOperation):
    """The row security of a new table, to be written as a call of `row_security.secure`."""

    def __init__(self, table: str, kind: str) -> None:
        self.table, self.kind = table, kind

    def to_diff_tuple(self) -> tuple[str, str, str]:
        """What `alembic check` tells of it."""
        return "secure", self.table, self.kind


@renderers.dispatch_for(SecureOp)
def render_secure(_: object, made: SecureOp) -> str:
    return f'secure(op, "{made.table}", "{made.kind}")'


def with_row_security(_: object, __: object, directives: list[ops.MigrationScript]) -> None:
    """A new tenant table without row security would be a hole: autogenerate writes the policy beside it."""
    for script in directives:
        for upgrade in script.upgrade_ops_list:
            made = [op for op in upgrade.ops if isinstance(op, ops.CreateTableOp)]
            tables = [metadata.tables[op.table_name] for op in made]
            upgrade.ops += [SecureOp(table.name, tenancy(table)) for table in tables if "school_id" in table.c]


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_schemas=False,
        process_revision_directives=with_row_security,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def connect() -> None:
    engine = create_async_engine(context.config.get_main_option("sqlalchemy.url") or "")
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


if given := context.config.attributes.get("connection"):
    run(given)
else:
    asyncio.run(connect())
