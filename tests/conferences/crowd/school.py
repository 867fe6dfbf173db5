"""A school with many families and few times, filled straight by SQL: what is tried is booking."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import asyncpg
from conferences.bookable import FIRST

from api.issuer import ISSUER

TALK = timedelta(minutes=10)

_FILL = """
INSERT INTO schools (school_id, id, name, levels, time_zone, languages, external_ids)
    VALUES ('{s}', '{s}', 'Drukte', '["primary"]', 'Europe/Brussels', '["nl"]', '[]');
INSERT INTO conference_rounds (school_id, id, name, level, meeting_type, mode, grid_minutes, talk_minutes,
        interpreted_talk_minutes, room_change_minutes, channel_change_minutes, coupled_to_report, student_part, status,
        booking, warnings)
    VALUES ('{s}', '{r}', '{{"nl": "Drukte"}}', 'primary', 'parent-teacher-conference', 'booking_first', 10, 10, 15, 5,
            15, false, 'not_invited', 'open', '{{}}', '[]');
INSERT INTO conference_sessions (school_id, id, round_id, starts_at, ends_at)
    VALUES ('{s}', gen_random_uuid(), '{r}', '{first}', '{last}');
CREATE TEMP TABLE t AS SELECT i, gen_random_uuid() AS staff, gen_random_uuid() AS class
    FROM generate_series(0, {teachers} - 1) i;
CREATE TEMP TABLE f AS SELECT i, gen_random_uuid() AS family, gen_random_uuid() AS home, gen_random_uuid() AS guardian,
        gen_random_uuid() AS student FROM generate_series(0, {families} - 1) i;
INSERT INTO staff_members (school_id, id, given_name, family_name, function, teaching_days, languages, external_ids)
    SELECT '{s}', staff, 'T' || i, 'Claes', 'teacher',
           '["monday", "tuesday", "wednesday", "thursday", "friday"]', '["nl"]', '[]' FROM t;
INSERT INTO classes (school_id, id, title, level) SELECT '{s}', class, 'C' || i, 'primary' FROM t;
INSERT INTO class_staff (school_id, id, class_id, staff_id, is_primary)
    SELECT '{s}', gen_random_uuid(), class, staff, true FROM t;
INSERT INTO conference_staff (school_id, id, round_id, staff_id, breaks, longest_run_minutes, shortest_break_minutes,
        places)
    SELECT '{s}', gen_random_uuid(), '{r}', staff, '[]', 480, 10, '[]' FROM t;
INSERT INTO households (school_id, id, label) SELECT '{s}', home, 'F' || i FROM f;
INSERT INTO guardians (school_id, id, given_name, family_name, languages, reading_comfort, external_ids)
    SELECT '{s}', guardian, 'P' || i, 'F' || i, '[]', 'reads_easily', '[]' FROM f;
INSERT INTO students (school_id, id, given_name, family_name, level, external_ids)
    SELECT '{s}', student, 'G' || i, 'F' || i, 'primary', '[]' FROM f;
INSERT INTO household_members (school_id, id, household_id, guardian_id)
    SELECT '{s}', gen_random_uuid(), home, guardian FROM f;
INSERT INTO household_members (school_id, id, household_id, student_id)
    SELECT '{s}', gen_random_uuid(), home, student FROM f;
INSERT INTO guardianships (school_id, id, student_id, guardian_id, relationship, legal_authority,
        right_to_information, may_be_contacted, from_roster)
    SELECT '{s}', gen_random_uuid(), student, guardian, 'mother', true, true, true, true FROM f;
INSERT INTO enrollments (school_id, id, student_id, class_id)
    SELECT '{s}', gen_random_uuid(), student, class FROM f JOIN t ON t.i = f.i % {teachers};
INSERT INTO conference_families (school_id, id, round_id, household_id, available, preferred, extra_walking_minutes,
        channel, status, attempts)
    SELECT '{s}', family, '{r}', home, '[]', '[]', 0, 'in_person', 'asked', '[]' FROM f;
INSERT INTO memberships (school_id, id, issuer, subject, role, guardian_id, scopes)
    SELECT '{s}', gen_random_uuid(), '{issuer}', 'parent-' || i || '-{s}', 'guardian', guardian, '[]' FROM f;
"""


@dataclass(frozen=True)
class Crowd:
    """Family `number` wants to talk with `teachers[number % len(teachers)]`, at any of `times`."""

    school_id: UUID
    round_id: UUID
    teachers: list[str]
    times: list[datetime]
    families: int

    def subject(self, number: int) -> str:
        return f"parent-{number}-{self.school_id}"

    def teacher(self, number: int) -> str:
        return self.teachers[number % len(self.teachers)]


async def crowd(url: str, families: int, teachers: int, times: int) -> Crowd:
    """A round that is open to book, with `teachers` times `times` slots."""
    school, round_id = uuid4(), uuid4()
    given = {"s": school, "r": round_id, "families": families, "teachers": teachers, "issuer": ISSUER}
    connection = await asyncpg.connect(url)
    await connection.execute("SET session_replication_role = replica")  # foreign keys hold by construction
    await connection.execute(_FILL.format(**given, first=FIRST.isoformat(), last=(FIRST + times * TALK).isoformat()))
    staff = [str(row["staff"]) for row in await connection.fetch("SELECT staff FROM t ORDER BY i")]
    await connection.execute("ANALYZE")
    await connection.close()
    return Crowd(school, round_id, staff, [FIRST + number * TALK for number in range(times)], families)


_BOOKED = """
SELECT b.id::text, p.staff_id::text AS staff, c.starts_at
FROM conference_bookings b
JOIN conversations c ON c.school_id = b.school_id AND c.id = b.conversation_id AND c.status = 'planned'
JOIN conference_request_parties p ON p.school_id = b.school_id AND p.request_id = b.request_id AND p.staff_id IS NOT NULL
WHERE b.school_id = $1
"""


async def bookings(url: str, school_id: UUID) -> dict[str, tuple[str, datetime]]:
    """Teacher and time of each booking, as the database has them."""
    connection = await asyncpg.connect(url)
    found = await connection.fetch(_BOOKED, school_id)
    await connection.close()
    return {row["id"]: (row["staff"], row["starts_at"]) for row in found}
