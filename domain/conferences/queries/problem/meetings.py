"""The talks to plan, as the planner's document has them."""

from collections.abc import Iterable
from typing import Any

from domain.conferences.models.words import Need, TalkChannel
from domain.conferences.queries.problem.facts import Facts
from domain.conferences.queries.problem.fixed import Talk
from domain.conferences.queries.problem.spans import local
from domain.conferences.rules.weights import weight


def meeting(facts: Facts, talk: Talk) -> dict[str, Any]:
    asked = talk.asked
    return {
        "id": str(asked.id),
        "households": [str(one) for one in asked.families],
        "students": [str(one) for one in asked.students],
        "teachers": [str(one) for one in asked.staff],
        "duration_minutes": talk.minutes,
        "mandatory": asked.need == Need.MUST,
        "weight": weight(asked.rank, asked.brought_by),
        "channel": "on_site" if asked.channel == TalkChannel.IN_PERSON else asked.channel,
        "interpreter_language": talk.language,
        "student_attends": asked.with_student,
        "pinned_start": local(talk.fixed, facts.zone) if talk.fixed else None,
    }


def published(facts: Facts, talks: Iterable[Talk]) -> dict[str, dict[str, Any]]:
    """The times that families know."""
    return {
        str(talk.asked.id): {
            "start": local(talk.stands.starts_at, facts.zone),
            "interpreter": str(talk.stands.interpreter_id) if talk.stands.interpreter_id else None,
        }
        for talk in talks
        if talk.stands is not None
    }
