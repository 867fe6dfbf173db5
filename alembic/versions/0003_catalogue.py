"""The stamp of the catalogue: every statement that changes a table of it marks the schools whose rows it changed."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "activity_mind_maps",
    "checklist_points",
    "checklists",
    "development_domains",
    "materials",
    "meeting_types",
    "questions",
    "scales",
    "sources",
    "tips",
)

# The number of the transaction is a value that no other state of the catalogue ever had, also after a roll-back, and a
# second statement of the same transaction has nothing left to write.
STAMP = """
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO stamps AS kept (school_id, subject, value)
    SELECT DISTINCT changed.school_id, TG_ARGV[0], pg_current_xact_id()::text::bigint FROM changed
    ON CONFLICT (school_id, subject) DO UPDATE SET value = excluded.value WHERE kept.value <> excluded.value;
    RETURN NULL;
END $$
"""

# A trigger that sees the changed rows may serve one kind of statement only.
DEEDS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def upgrade() -> None:
    op.execute(STAMP)
    for table in TABLES:
        for deed, rows in DEEDS.items():
            op.execute(
                f"CREATE TRIGGER stamped_{deed.lower()} AFTER {deed} ON {table} REFERENCING {rows} TABLE AS changed "
                "FOR EACH STATEMENT EXECUTE FUNCTION stamp('catalogue')"
            )


def downgrade() -> None:
    for table in TABLES:
        for deed in DEEDS:
            op.execute(f"DROP TRIGGER stamped_{deed.lower()} ON {table}")
    op.execute("DROP FUNCTION stamp")
