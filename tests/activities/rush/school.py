"""A school where everybody wants to come, filled straight by SQL: what is tried is the queue."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from conferences.bookable import FIRST

from api.issuer import ISSUER

_FILL = """
INSERT INTO schools (school_id, id, name, levels, time_zone, languages, external_ids)
    VALUES ('{s}', '{s}', 'Toeloop', '["primary"]', 'Europe/Brussels', '["nl"]', '[]');
INSERT INTO activities (school_id, id, kind, title, levels, class_ids, parents_asked, forms, languages, sign_up,
        bring_along, material, status)
    VALUES ('{s}', '{a}', 'workshop', '{{"nl": "Samen koken"}}', '[]', '[]', 3, '["taste"]', '["nl"]', 'needed', true,
            '[]', 'invited');
INSERT INTO activity_moments (school_id, id, activity_id, starts_at, ends_at, interpreter_ids, capacity)
    VALUES ('{s}', '{m}', '{a}', '{first}', '{first}'::timestamptz + interval '2 hours', '[]', {places});
CREATE TEMP TABLE f AS SELECT i, gen_random_uuid() AS guardian, gen_random_uuid() AS student
    FROM generate_series(0, {families} - 1) i;
INSERT INTO guardians (school_id, id, given_name, family_name, languages, reading_comfort, external_ids)
    SELECT '{s}', guardian, 'P' || i, 'F' || i, '[]', 'reads_easily', '[]' FROM f;
INSERT INTO students (school_id, id, given_name, family_name, level, external_ids)
    SELECT '{s}', student, 'G' || i, 'F' || i, 'primary', '[]' FROM f;
INSERT INTO guardianships (school_id, id, student_id, guardian_id, relationship, legal_authority,
        right_to_information, may_be_contacted, from_roster)
    SELECT '{s}', gen_random_uuid(), student, guardian, 'mother', true, true, true, true FROM f;
INSERT INTO memberships (school_id, id, issuer, subject, role, guardian_id, scopes)
    SELECT '{s}', gen_random_uuid(), '{issuer}', 'parent-' || i || '-{s}', 'guardian', guardian, '[]' FROM f;
DROP TABLE f;
"""


@dataclass(frozen=True)
class Rush:
    """So many families, and so many places at one moment."""

    school_id: UUID
    activity_id: UUID
    moment_id: UUID
    families: int
    places: int

    def subject(self, number: int) -> str:
        return f"parent-{number}-{self.school_id}"


async def rush(url: str, families: int, places: int) -> Rush:
    made = Rush(uuid4(), uuid4(), uuid4(), families, places)
    given = {"s": made.school_id, "a": made.activity_id, "m": made.moment_id, "issuer": ISSUER}
    connection = await asyncpg.connect(url)
    await connection.execute("SET session_replication_role = replica")  # foreign keys hold by construction
    await connection.execute(_FILL.format(**given, families=families, places=places, first=FIRST.isoformat()))
    await connection.close()
    return made


async def read(url: str, statement: str, school_id: UUID) -> list[Any]:
    connection = await asyncpg.connect(url)
    found = await connection.fetch(statement, school_id)
    await connection.close()
    return found  # type: ignore[no-any-return]
