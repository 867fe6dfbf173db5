"""PgQueuer's tables, and the trigger that puts every new job in its queue, in the transaction that asks for it."""

from pathlib import Path

from row_security import APP_ROLE

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTALL = Path(__file__).parents[1] / "pgqueuer_1_6.sql"

ENQUEUE = """
CREATE FUNCTION enqueue_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO queue.pgqueuer (priority, entrypoint, payload, status)
    VALUES (0, 'job', convert_to(NEW.school_id || ' ' || NEW.id, 'UTF8'), 'queued');
    RETURN NULL;
END $$
"""


def upgrade() -> None:
    for statement in INSTALL.read_text().split("\n-- next\n"):
        op.execute(statement)
    op.execute(f"GRANT USAGE ON SCHEMA queue TO {APP_ROLE}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA queue TO {APP_ROLE}")
    op.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA queue TO {APP_ROLE}")
    op.execute(ENQUEUE)
    op.execute("CREATE TRIGGER enqueued AFTER INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION enqueue_job()")


def downgrade() -> None:
    op.execute("DROP TRIGGER enqueued ON jobs")
    op.execute("DROP FUNCTION enqueue_job")
    op.execute("DROP SCHEMA queue CASCADE")
