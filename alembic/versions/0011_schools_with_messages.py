"""Which schools have messages to make, to send or to settle: one statement for the worker, whatever their number."""

from row_security import APP_ROLE

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# Row security holds: asked by the platform, which may list schools, it looks into each of them as that school, and
# tells nothing but that there is work. The list is read to its end before: what is read later is read as another
# school, which sees itself only. `has_open` says that something is being handed over there.
SCHOOLS = """
CREATE FUNCTION schools_with_messages(
    moment timestamptz, OUT school_id uuid, OUT has_work boolean, OUT has_open boolean
) RETURNS SETOF record LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    asked_by text := current_setting('app.school_id', true);
    settings record;
BEGIN
    FOREACH school_id IN ARRAY
        ARRAY(SELECT s.school_id FROM schools s WHERE s.school_id::text <> asked_by)
    LOOP
        PERFORM set_config('app.school_id', school_id::text, true);
        SELECT m.is_paused, m.followed_transaction, m.followed_sequence INTO settings
          FROM messaging m WHERE m.school_id = schools_with_messages.school_id;
        has_open := EXISTS (
            SELECT FROM message_deliveries d
             WHERE d.school_id = schools_with_messages.school_id AND d.state = 'handing_over');
        has_work := settings IS NULL OR settings.followed_transaction = 0
            OR NOT settings.is_paused AND EXISTS (
                SELECT FROM messages m WHERE m.school_id = schools_with_messages.school_id
                   AND m.state = 'waiting' AND m.not_before <= moment)
            OR EXISTS (
                SELECT FROM events e WHERE e.school_id = schools_with_messages.school_id
                   AND (e.transaction_id, e.sequence) > (settings.followed_transaction, settings.followed_sequence)
                   AND e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint);
        IF has_work OR has_open THEN
            RETURN NEXT;
        END IF;
    END LOOP;
    PERFORM set_config('app.school_id', asked_by, true);
END $$
"""


def upgrade() -> None:
    op.execute(SCHOOLS)
    op.execute(f"GRANT EXECUTE ON FUNCTION schools_with_messages TO {APP_ROLE}")


def downgrade() -> None:
    op.execute("DROP FUNCTION schools_with_messages")
