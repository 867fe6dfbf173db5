"""What a bundle leaves open: filled in from what the school knows, and reported where the school cannot tell."""

from domain.roster.findings import Report
from domain.roster.flaws.content import AGENT_UNCLEAR
from domain.roster.flaws.school import ENROLLMENT_UNCLEAR, MOST_ENDED, OUTSIDE_REFERENCE, ROLE_UNKNOWN
from domain.roster.format import FileMode
from domain.roster.merging import Connection
from domain.roster.models.changes import Changes
from domain.roster.reader import Roster
from domain.roster.targets import PEOPLE, SCHOOL

FEW = 20
"""So many people may leave at once without a question, however small the school."""

_BORN = f"""
INSERT INTO staged_people (sourced_id, given_name, family_name, is_student, is_guardian, is_staff)
SELECT t.sourced_id, t.given_name, t.family_name, true, false, false
  FROM students t JOIN staged_births USING (sourced_id)
 WHERE t.school_id = {SCHOOL} AND t.ended_on IS NULL AND t.sourced_id NOT IN (SELECT sourced_id FROM staged_people)
"""
_KINDS = "UPDATE staged_people SET {kinds}"
_KIND = """{column} = {column} OR (
    sourced_id IN (SELECT sourced_id FROM {table}
                    WHERE school_id = {school} AND sourced_id IS NOT NULL AND ended_on IS NULL)
    AND sourced_id NOT IN (SELECT sourced_id FROM staged_departures WHERE kind = '{kind}'))"""
_NOBODY = "SELECT count(*) FROM staged_people WHERE NOT (is_student OR is_guardian OR is_staff)"

_EVERYBODY = """
    SELECT sourced_id FROM compared_students
    UNION ALL SELECT sourced_id FROM compared_guardians
    UNION ALL SELECT sourced_id FROM compared_staff_members
"""
_OUTSIDE = f"""
SELECT file, count(*) FROM staged_outside
 WHERE file = 'users' AND sourced_id NOT IN ({_EVERYBODY})
    OR file = 'classes' AND sourced_id NOT IN (SELECT sourced_id FROM compared_classes)
    OR file = 'academicSessions' AND sourced_id NOT IN (SELECT sourced_id FROM compared_academic_sessions)
 GROUP BY file
"""
_UNFIT_ENROLLMENTS = f"""
SELECT count(*) FROM staged_enrollments
 WHERE user_sourced_id IN ({_EVERYBODY})
   AND CASE WHEN is_staff THEN user_sourced_id NOT IN (SELECT sourced_id FROM compared_staff_members)
            ELSE user_sourced_id NOT IN (SELECT sourced_id FROM compared_students) END
"""
_UNFIT_LINKS = f"""
SELECT count(*) FROM staged_links
 WHERE is_sure AND student_sourced_id IN ({_EVERYBODY}) AND guardian_sourced_id IN ({_EVERYBODY})
   AND (student_sourced_id NOT IN (SELECT sourced_id FROM compared_students)
        OR guardian_sourced_id NOT IN (SELECT sourced_id FROM compared_guardians))
"""


async def fill_in(connection: Connection, roster: Roster) -> None:
    """A delta may name a person without their roles, and a birthday without the student: the school knows both."""
    if roster.modes["users"] is not FileMode.BULK:
        await connection.execute(_BORN)
    if not tells_every_role(roster):
        kinds = (("student", "students"), ("guardian", "guardians"), ("staff", "staff_members"))
        known = (_KIND.format(column=f"is_{kind}", kind=kind, table=table, school=SCHOOL) for kind, table in kinds)
        await connection.execute(_KINDS.format(kinds=", ".join(known)))
        nobodies = await connection.fetchval(_NOBODY)
        for _ in range(nobodies):
            roster.report.add(ROLE_UNKNOWN, "users.csv")


def tells_every_role(roster: Roster) -> bool:
    """1.1 has the role on the row of the user itself."""
    return roster.modes["users"] is FileMode.BULK and roster.modes.get("roles", FileMode.BULK) is FileMode.BULK


async def judge(connection: Connection, roster: Roster, changes: dict[str, Changes]) -> None:
    """Report what refers to nobody, what does not fit, and a bundle that would send most people away."""
    report = roster.report
    for file, count in await connection.fetch(_OUTSIDE):
        for _ in range(count):
            report.add(OUTSIDE_REFERENCE, f"{file}.csv")
    for _ in range(await connection.fetchval(_UNFIT_ENROLLMENTS)):
        report.add(ENROLLMENT_UNCLEAR, "enrollments.csv", None, "userSourcedId")
    for _ in range(await connection.fetchval(_UNFIT_LINKS)):
        report.add(AGENT_UNCLEAR, "users.csv", None, "agentSourcedIds")
    for kind in PEOPLE:
        _check_departures(changes[kind.name], report)


def _check_departures(people: Changes, report: Report) -> None:
    """An export that was cut off must not take everybody's place and access away."""
    if people.ended > max(FEW, people.changed + people.unchanged):
        report.add(MOST_ENDED, "users.csv")
