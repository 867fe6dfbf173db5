"""The ground under every table: the application's role, and the functions that row security and reads stand on."""

from row_security import APP_ROLE

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROLE = f"""
DO $$ BEGIN
    CREATE ROLE {APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- roles belong to the server, not to the database
END $$
"""

TOUCH = """
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
    RETURN NEW;
END $$
"""

# Binds the transaction to the school of the subject's membership and says what it is there. One row, or none when
# there is no membership. A client's role counts only when the membership has the scope that is asked for.
ENTER = """
CREATE FUNCTION enter(
    by_issuer text, by_subject text, at_school uuid, asked text, allowed_roles text[],
    OUT school_id uuid, OUT staff_id uuid, OUT guardian_id uuid, OUT student_id uuid, OUT interpreter_id uuid,
    OUT roles text[], OUT allowed boolean
) RETURNS SETOF record LANGUAGE plpgsql VOLATILE ROWS 1 AS $$
DECLARE
    schools uuid[];
BEGIN
    PERFORM set_config('app.subject', by_issuer || ' ' || by_subject, true);
    SELECT array_agg(DISTINCT m.school_id), array_agg(m.role),
           (array_agg(m.staff_id) FILTER (WHERE m.staff_id IS NOT NULL))[1],
           (array_agg(m.guardian_id) FILTER (WHERE m.guardian_id IS NOT NULL))[1],
           (array_agg(m.student_id) FILTER (WHERE m.student_id IS NOT NULL))[1],
           (array_agg(m.interpreter_id) FILTER (WHERE m.interpreter_id IS NOT NULL))[1]
      INTO schools, roles, staff_id, guardian_id, student_id, interpreter_id
      FROM memberships m
     WHERE m.issuer = by_issuer AND m.subject = by_subject
       AND (at_school IS NULL OR m.school_id = at_school)
       AND (m.ended_at IS NULL OR m.ended_at > now())
       AND (m.role <> 'integration_client' OR asked = 'me:read' OR (m.scopes ? asked AND m.role = ANY (allowed_roles)));
    IF schools IS NULL THEN
        IF EXISTS (SELECT FROM memberships m
                    WHERE m.issuer = by_issuer AND m.subject = by_subject
                      AND (at_school IS NULL OR m.school_id = at_school)
                      AND (m.ended_at IS NULL OR m.ended_at > now())) THEN
            allowed := false;
            RETURN NEXT;
        END IF;
        RETURN;
    END IF;
    IF array_length(schools, 1) > 1 THEN
        RAISE EXCEPTION 'several schools' USING ERRCODE = 'SS001';
    END IF;
    school_id := schools[1];
    allowed := roles && allowed_roles;
    PERFORM set_config('app.school_id', school_id::text, true);
    PERFORM set_config('app.today', (now() AT TIME ZONE s.time_zone)::date::text, true)
       FROM schools s WHERE s.school_id = schools[1];
    RETURN NEXT;
END $$
"""

# Every language map inside a document, however deep, in one language (Dutch when it lacks that one).
LOCALIZED = """
CREATE FUNCTION localized(document jsonb, language text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF language IS NULL THEN
        RETURN document;
    ELSIF jsonb_typeof(document) = 'object' THEN
        IF document ? 'nl' THEN
            RETURN coalesce(document -> language, document -> 'nl');
        END IF;
        RETURN (SELECT coalesce(jsonb_object_agg(key, localized(value, language)), '{}') FROM jsonb_each(document));
    ELSIF jsonb_typeof(document) = 'array' THEN
        RETURN (SELECT coalesce(jsonb_agg(localized(value, language)), '[]') FROM jsonb_array_elements(document));
    END IF;
    RETURN document;
END $$
"""


def upgrade() -> None:
    op.execute(ROLE)
    op.execute(f"GRANT {APP_ROLE} TO CURRENT_USER")
    op.execute(TOUCH)
    op.execute(ENTER)
    op.execute(LOCALIZED)
    op.execute(f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}")


def downgrade() -> None:
    """The role stays: other databases of the server may use it."""
    op.execute("DROP FUNCTION localized")
    op.execute("DROP FUNCTION enter")
    op.execute("DROP FUNCTION touch")
    op.execute(f"REVOKE USAGE ON SCHEMA public FROM {APP_ROLE}")
