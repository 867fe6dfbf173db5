"""Row security of a table, as migrations write it. Landed migrations call this file: add a function, never edit one."""

from alembic.operations import Operations

APP_ROLE = "samenspraak_app"
SCHOOL = "nullif(current_setting('app.school_id', true), '')::uuid"
PLATFORM = "'00000000-0000-0000-0000-000000000000'::uuid"
SUBJECT = "nullif(current_setting('app.subject', true), '')"

POLICIES = {
    # who may read a row, who may write it
    "own": (f"school_id = {SCHOOL}", f"school_id = {SCHOOL}"),
    "log": (f"school_id = {SCHOOL}", f"school_id = {SCHOOL}"),
    "shared": (f"school_id IN ({SCHOOL}, {PLATFORM})", f"school_id = {SCHOOL}"),
    "schools": (
        f"school_id = {SCHOOL} OR {SCHOOL} = {PLATFORM}",
        f"school_id = {SCHOOL} OR {SCHOOL} = {PLATFORM}",
    ),
    # a subject finds its own memberships before it has a school
    "membership": (
        f"school_id = {SCHOOL} OR {SCHOOL} = {PLATFORM} OR issuer || ' ' || subject = {SUBJECT}",
        f"school_id = {SCHOOL} OR {SCHOOL} = {PLATFORM}",
    ),
}


def secure(op: Operations, table: str, tenancy: str) -> None:
    """Force row security on a tenant table, let the application's role in, and keep version and time by trigger."""
    readable, writable = POLICIES[tenancy]
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY reads ON {table} FOR SELECT USING ({readable})")
    op.execute(f"CREATE POLICY writes ON {table} FOR INSERT WITH CHECK ({writable})")
    op.execute(f"CREATE POLICY changes ON {table} FOR UPDATE USING ({writable}) WITH CHECK ({writable})")
    op.execute(f"CREATE POLICY deletions ON {table} FOR DELETE USING ({writable})")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")
    op.execute(
        f"DO $$ BEGIN IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attname = 'version')"
        f" THEN CREATE TRIGGER touched BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION touch(); END IF; END $$"
    )
