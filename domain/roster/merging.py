"""Merges what is wanted into what is there, in SQL: one comparison, one MERGE and one round of events for each table.

The comparison gives each row its id and its deed (added, changed, ended, unchanged, untouched); counting, previewing,
merging and telling follow from it, and a row that stays as it is is never written.
"""

from collections.abc import Iterable
from typing import TypeAlias

import asyncpg

from domain.kernel.errors import Conflict, Message
from domain.kernel.in_sql import NEW_ID, defaults_of
from domain.roster.models.changes import Changes
from domain.roster.targets import SCHOOL, TARGETS, Target

MOVED_MEANWHILE = Message(
    "roster_moved_meanwhile",
    "Iemand wijzigde intussen dezelfde gegevens. Er is niets overgenomen; probeer opnieuw.",
    "Quelqu'un a modifié les mêmes données entre-temps. Rien n'a été repris ; réessayez.",
    "Somebody changed the same data meanwhile. Nothing was taken over; try again.",
)

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

_WRITTEN = "deed IN ('added', 'changed', 'ended')"

_COMPARE = """
CREATE TEMP TABLE compared_{name} ON COMMIT DROP AS
SELECT coalesce(t.id, {new_id}) AS id, t.version, {columns},
       CASE WHEN t.id IS NULL THEN 'added'
            WHEN w.{first} IS NULL THEN CASE WHEN {ends} THEN 'ended' ELSE 'untouched' END
            WHEN ROW({before}) IS DISTINCT FROM ROW({after}) THEN 'changed'
            ELSE 'unchanged' END AS deed
  FROM ({wanted}) w
  FULL JOIN (SELECT * FROM {name} WHERE school_id = {school} AND {first} IS NOT NULL) t ON {same};
ANALYZE compared_{name} (deed)
"""
_MERGE = """
MERGE INTO {name} t
USING (SELECT * FROM compared_{name} WHERE {written}) c ON t.school_id = {school} AND t.id = c.id
WHEN MATCHED AND c.deed = 'changed' AND t.version = c.version THEN UPDATE SET {changes}
{ending}WHEN NOT MATCHED THEN INSERT (school_id, id, {columns}) VALUES ({school}, c.id, {values})
"""
_ENDING = "WHEN MATCHED AND c.deed = 'ended' AND t.version = c.version THEN UPDATE SET ended_on = current_date\n"
_RECORD = """
INSERT INTO events (school_id, id, type, resource, resource_id, occurred_at, data)
SELECT {school}, {new_id}, '{noun}.' || deed, '{name}', id, now(), '{{}}' FROM ({done}) done
"""
_DONE = "SELECT id, CASE deed WHEN 'added' THEN 'created' ELSE deed END AS deed FROM compared_{name} WHERE {written}"
_TOUCH = """
WITH touched AS (
    UPDATE {name} t SET version = t.version
     WHERE t.school_id = {school} AND t.id IN ({parents})
       AND t.id NOT IN (SELECT id FROM compared_{name} WHERE {written})
    RETURNING t.id)
"""
_REVOKE = """
WITH touched AS (
    UPDATE memberships m SET ended_at = now()
     WHERE m.school_id = {school} AND (m.ended_at IS NULL OR m.ended_at > now())
       AND (m.staff_id IN (SELECT id FROM compared_staff_members WHERE deed = 'ended')
            OR m.student_id IN (SELECT id FROM compared_students WHERE deed = 'ended')
            OR m.guardian_id IN (SELECT id FROM compared_guardians WHERE deed = 'ended'))
    RETURNING m.id)
"""
_TOUCHED = "SELECT id, 'changed' AS deed FROM touched"


class Merging:
    """The merge of staged rows into one school, inside the transaction of this connection."""

    def __init__(self, connection: Connection, whole: frozenset[str]) -> None:
        """`whole` are the files that tell everything: what they do not name has ended."""
        self._connection, self._whole = connection, whole

    async def _run(self, sql: str, **names: str) -> str:
        """PostgreSQL's answer to the statement with these names filled in, such as `MERGE 3`."""
        return str(await self._connection.execute(sql.format(school=SCHOOL, written=_WRITTEN, new_id=NEW_ID, **names)))

    async def compare(self, target: Target) -> Changes:
        """Make `compared_<table>` and count its deeds."""
        ended_on = {"ended_on": target.ended_on} if target.ended_on else {}
        kept = target.kept | ended_on
        keys = {column: f"coalesce(w.{column}, t.{column})" for column in target.key}
        await self._run(
            _COMPARE,
            name=target.name,
            wanted=target.wanted,
            first=target.key[0],
            columns=_listed(f"{value} AS {name}" for name, value in {**keys, **kept, **target.once}.items()),
            before=_listed(f"t.{name}" for name in kept),
            after=_listed(kept.values()),
            ends=self._ends(target),
            same=" AND ".join(f"t.{column} = w.{column}" for column in target.key),
        )
        rows = await self._connection.fetch(f"SELECT deed, count(*) FROM compared_{target.name} GROUP BY deed")
        return Changes.model_validate({deed: count for deed, count in rows if deed != "untouched"})

    def _ends(self, target: Target) -> str:
        if target.ended_on is None:
            return "false"
        missed = "true" if target.file in self._whole else target.leaving
        active = "(t.ended_on IS NULL OR t.ended_on > current_date)"
        return f"{active} AND ({target.ours} AND ({missed}) OR {target.goes_with})"

    async def merge(self, target: Target, changes: Changes) -> None:
        """Write what was added, changed and ended.

        Raises:
            Conflict: when somebody else changed one of these rows since the comparison.
        """
        kept = [*target.kept, *(["ended_on"] if target.ended_on else [])]
        values = {name: f"c.{name}" for name in (*target.key, *kept, *target.once)}
        values |= defaults_of(target.table, values)
        done = await self._run(
            _MERGE,
            name=target.name,
            changes=_listed(f"{name} = c.{name}" for name in kept),
            ending=_ENDING if target.ended_on else "",
            columns=_listed(values),
            values=_listed(values.values()),
        )
        if done != f"MERGE {changes.written}":
            raise Conflict(MOVED_MEANWHILE)

    async def record(self, target: Target) -> None:
        """Tell the change feed of each document that is another now: its own row was written, or only one that goes
        out inside it, and then its version rises too."""
        inside = [other for other in TARGETS if other.parent is target.table]
        await self._run(
            _RECORD, name=target.name, noun=target.noun, done=_DONE.format(name=target.name, written=_WRITTEN)
        )
        if inside:
            written = (f"SELECT {other.key[0]} FROM compared_{other.name} WHERE {_WRITTEN}" for other in inside)
            parents = " UNION ".join(written)
            await self._run(_TOUCH + _RECORD, name=target.name, noun=target.noun, done=_TOUCHED, parents=parents)

    async def revoke(self) -> None:
        """Who ended has no role any longer: the next request is refused."""
        await self._run(_REVOKE + _RECORD, name="memberships", noun="membership", done=_TOUCHED)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts)
