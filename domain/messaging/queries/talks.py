"""Talks as messages look at them, all of a batch in one statement."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, text

from domain.conferences.models.words import RoundStatus
from domain.conversations.facts import Status
from domain.kernel.session import SchoolSession
from domain.messaging.rules.talk import Talk

_TALKS = text("""
WITH rounds AS (
       SELECT unnest(CAST(:rounds AS uuid[])) AS id
        UNION
       SELECT round_id FROM conference_bookings WHERE school_id = :school_id AND conversation_id = ANY (:ids)),
     people AS (
       SELECT DISTINCT coalesce(guardian_id, student_id) AS id FROM conversation_participants
        WHERE school_id = :school_id AND conversation_id = ANY (:ids)
          AND (guardian_id IS NOT NULL OR student_id IS NOT NULL)),
     wanted AS (
       SELECT unnest(CAST(:ids AS uuid[])) AS id
        UNION
       SELECT b.conversation_id
         FROM people
         JOIN conversation_participants p
           ON p.school_id = :school_id AND (p.guardian_id = people.id OR p.student_id = people.id)
         JOIN conference_bookings b ON b.school_id = p.school_id AND b.conversation_id = p.conversation_id
          AND b.round_id IN (SELECT id FROM rounds))
SELECT c.id, c.student_id, c.status, c.starts_at, c.ends_at, c.channel, c.room_id, c.place, c.is_time_chosen,
       c.created_by_id, b.round_id, r.status AS round_status, p.asked, p.comes, o.times, a.agreements
  FROM wanted w
  JOIN conversations c ON c.school_id = :school_id AND c.id = w.id
  LEFT JOIN conference_bookings b ON b.school_id = c.school_id AND b.conversation_id = c.id
  LEFT JOIN conference_rounds r ON r.school_id = c.school_id
   AND r.id = coalesce(b.round_id, CAST(CAST(:in_rounds AS jsonb) ->> c.id::text AS uuid))
 CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(coalesce(guardian_id, student_id)) FILTER (
           WHERE answer IN ('invited', 'accepted')
              OR b.id IS NULL AND answer IS NULL AND role = 'student' AND student_id = c.student_id), '{}') AS asked,
              coalesce(array_agg(coalesce(staff_id::text, interpreter_id::text, organisation) ORDER BY id)
                  FILTER (WHERE guardian_id IS NULL AND student_id IS NULL), '{}') AS comes
         FROM conversation_participants WHERE school_id = c.school_id AND conversation_id = c.id) p
 CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(starts_at ORDER BY starts_at, id), '{}') AS times FROM conversation_proposals
        WHERE school_id = c.school_id AND conversation_id = c.id AND NOT c.is_time_chosen) o
 CROSS JOIN LATERAL (
       SELECT coalesce(jsonb_object_agg(id, version), '{}') AS agreements FROM agreements
        WHERE school_id = c.school_id AND conversation_id = c.id) a
""")
"""With the other talks that the same people have in the same rounds. Who comes: not the family itself (R17)."""


async def talks_of(
    session: SchoolSession, ids: Iterable[UUID], in_rounds: Mapping[UUID, UUID] | None = None
) -> dict[UUID, Talk]:
    """
    Args:
        in_rounds: Rounds of talks that may have lost their booking by now.
    """
    rounds = in_rounds or {}
    asked = {
        "school_id": session.principal.school_id,
        "ids": [*ids],
        "rounds": [*{*rounds.values()}],
        "in_rounds": json.dumps({str(talk): str(round_id) for talk, round_id in rounds.items()}),
    }
    found = (await session.execute(_TALKS, asked)).mappings()
    return {row["id"]: _talk(row, rounds.get(row["id"])) for row in found}


def _talk(row: RowMapping, in_round: UUID | None) -> Talk:
    return Talk(
        id=row["id"],
        student_id=row["student_id"],
        status=Status(row["status"]),
        starts_at=row["starts_at"],
        asked=frozenset(row["asked"]),
        told=_told(row),
        agreements=row["agreements"],
        sender_id=row["created_by_id"],
        round_id=row["round_id"] or in_round,
        is_round_off=row["round_status"] == RoundStatus.CANCELLED,
    )


def _told(row: RowMapping) -> dict[str, Any]:
    """What a family sees of it."""
    room = row["room_id"]
    return {
        "starts_at": row["starts_at"].isoformat(),
        "ends_at": row["ends_at"].isoformat(),
        "channel": row["channel"],
        "room_id": str(room) if room else None,
        "place": row["place"],
        "is_time_chosen": row["is_time_chosen"],
        "times": [start.isoformat() for start in row["times"]],
        "comes": row["comes"],
    }
