"""What people heard of a round, and what they hear when nothing of it is left: rules alone, without a database."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from domain.conversations.facts import Status
from domain.messaging.models.words import MessageKind
from domain.messaging.rules.around import CardOf, about_plans
from domain.messaging.rules.happened import Happened, PlanPart
from domain.messaging.rules.heard import heard_of
from domain.messaging.rules.occasion import Earlier
from domain.messaging.rules.occasions import Looked, about_talks
from domain.messaging.rules.talk import Talk

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
ROUND, SARA, LINA = uuid4(), uuid4(), uuid4()


def times(told: dict[str, Any]) -> Earlier:
    return Earlier(uuid4(), MessageKind.ROUND_TIMES, ROUND, LINA, SARA, told, is_open=False)


def cancelled(talk_id: UUID) -> Talk:
    return Talk(talk_id, LINA, Status.CANCELLED, NOW + timedelta(days=9), frozenset({SARA}), {}, {}, None, ROUND)


def test_each_talk_of_an_evening_that_is_off_is_told_and_none_is_taken_for_another() -> None:
    """The database keeps one message for an occasion, a kind and a person."""
    talks = {talk_id: cancelled(talk_id) for talk_id in (uuid4(), uuid4())}
    told = {"starts_at": (NOW + timedelta(days=9)).isoformat()}
    heard = heard_of([times({"talks": {str(talk_id): told for talk_id in talks}})])
    happened = Happened(talks=dict.fromkeys(talks, str(uuid4())), in_rounds=dict.fromkeys(talks, ROUND))
    found = about_talks(Looked(happened, talks, heard, NOW)).occasions
    assert {one.resource_id for one in found} == talks.keys()
    assert len({(one.occasion, one.kind, one.student_id, one.who) for one in found}) == len(talks)


def test_times_whose_words_were_forgotten_stop_nothing() -> None:
    """After a year `told` is empty, and something may still happen to a talk of that round."""
    assert not heard_of([times({})]).last


def test_events_that_led_to_one_version_of_a_plan_make_one_card_when_they_are_read_apart() -> None:
    plan = CardOf(uuid4(), LINA, 7, [SARA])
    part = PlanPart(str(uuid4()), plan.id, SARA, is_of_all=False)

    def card(version: int) -> Earlier:
        return Earlier(uuid4(), MessageKind.PLAN_CARD, plan.id, LINA, SARA, {"version": version}, is_open=True)

    assert not about_plans([part], {plan.id: plan}, [card(7)], NOW).occasions
    old = card(6)
    found = about_plans([part], {plan.id: plan}, [old], NOW)
    assert [one.told for one in found.occasions] == [{"version": 7}]
    assert found.overtaken == [old.id]
