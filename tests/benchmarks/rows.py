"""A school of 100,000 students, filled straight by SQL: what is measured is reading it."""

from datetime import date
from uuid import UUID, uuid4

import asyncpg

from api.issuer import ISSUER

STUDENTS = 100_000
SUBJECT = "bench"

_FILL = """
INSERT INTO schools (school_id, id, name, levels, time_zone, languages, external_ids)
    VALUES ('{s}', '{s}', 'Bench', '["primary"]', 'Europe/Brussels', '[]', '[]');
INSERT INTO memberships (school_id, id, issuer, subject, role, scopes)
    VALUES ('{s}', gen_random_uuid(), '{issuer}', '{subject}', 'administrator', '[]');
INSERT INTO academic_sessions (school_id, id, title, kind, starts_on, ends_on)
    VALUES ('{s}', gen_random_uuid(), '2026-2027', 'school_year', '2026-09-01', '2027-09-01');
INSERT INTO classes (school_id, id, title, level)
    SELECT '{s}', gen_random_uuid(), 'C' || i, 'primary' FROM generate_series(1, 4000) i;
INSERT INTO staff_members (school_id, id, given_name, family_name, function, teaching_days, languages, external_ids)
    SELECT '{s}', gen_random_uuid(), 'T' || i, 'Claes', 'teacher', '[]', '["nl"]', '[]' FROM generate_series(1, 4000) i;
INSERT INTO students (school_id, id, given_name, family_name, level, external_ids)
    SELECT '{s}', gen_random_uuid(), 'G' || i, 'F' || (i * 7919 % 100003), 'primary', '[]'
    FROM generate_series(1, {n}) i;
INSERT INTO guardians (school_id, id, given_name, family_name, languages, reading_comfort, external_ids)
    SELECT '{s}', gen_random_uuid(), 'P' || i, 'F' || i, '[]', 'reads_easily', '[]' FROM generate_series(1, {n}) i;
WITH s AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM students WHERE school_id = '{s}'),
     c AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM classes WHERE school_id = '{s}')
INSERT INTO enrollments (school_id, id, student_id, class_id)
    SELECT '{s}', gen_random_uuid(), s.id, c.id FROM s JOIN c ON c.n = 1 + s.n % 4000;
WITH s AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM students WHERE school_id = '{s}'),
     g AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM guardians WHERE school_id = '{s}')
INSERT INTO guardianships (school_id, id, student_id, guardian_id, relationship, legal_authority,
                           right_to_information, may_be_contacted, from_roster)
    SELECT '{s}', gen_random_uuid(), s.id, g.id, 'mother', true, true, true, true FROM s JOIN g ON g.n = s.n;
"""


async def fill(url: str) -> UUID:
    """The new school's id."""
    school = uuid4()
    connection = await asyncpg.connect(url)
    await connection.execute("SET session_replication_role = replica")  # foreign keys hold by construction
    await connection.execute(_FILL.format(s=school, n=STUDENTS, issuer=ISSUER, subject=SUBJECT))
    await connection.execute("VACUUM ANALYZE")
    await connection.close()
    return school


async def families(url: str, school: UUID, count: int) -> list[tuple[str, str, str]]:
    """Student, guardian and teacher, `count` times, no teacher twice: conversations that do not clash."""
    connection = await asyncpg.connect(url)
    found = await connection.fetch(
        """
        SELECT l.student_id, l.guardian_id, t.id
        FROM (SELECT *, row_number() OVER (ORDER BY id) n FROM guardianships WHERE school_id = $1) l
        JOIN (SELECT id, row_number() OVER (ORDER BY id) n FROM staff_members WHERE school_id = $1) t
             ON t.n = 1 + (l.n - 1) % 4000
        ORDER BY l.n LIMIT $2
        """,
        school,
        count,
    )
    await connection.close()
    return [(str(student), str(guardian), str(teacher)) for student, guardian, teacher in found]


SCHOOL_DAY = date(2026, 9, 15)
