"""Who likes to hear less often gets what can wait in one message; plans and what was agreed."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conversations.talks import do, running
from house import House
from hypothesis import given
from hypothesis import strategies as st
from messaging.follows import begun, followed, say, told
from plans.start import SARA_WISHES, SCHOOL_OFFERS, at, talked, with_sara
from sqlalchemy import select
from sqlmodel import col

from domain.messaging.actions.looking_again import leaving_now
from domain.messaging.models.messages import Message
from domain.messaging.models.words import MessageKind
from domain.messaging.queries.facts import facts_of
from domain.messaging.rules.digest import CAN_WAIT, summary_on
from domain.plans.models.contact_words import Frequency
from domain.plans.models.topics import Urgency

BRUSSELS = ZoneInfo("Europe/Brussels")
Plan = dict[str, Any]


@pytest.fixture
def weekly(house: House) -> Plan:
    """Sara wants to hear once a week."""
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS)
    plan = begun(house).anna_client.made("/v1/communication-plans", {"conversation_id": talked(house)})
    house.sara_client.made(at(plan, "guardian-wishes"), SARA_WISHES | {"frequency": "weekly"})
    return plan


def held(house: House, agreed: str = "Elke avond samen lezen.") -> dict[str, Any]:
    """A conversation of both parents that took place, with an agreement."""
    talk = running(house)
    followed(house)
    say(house)
    house.anna_client.made(f"/v1/conversations/{talk['id']}/agreements", {"what": agreed, "who": "guardian"})
    return do(house.anna_client, talk, "complete")


def test_what_was_agreed_is_told_after_the_talk(house: House) -> None:
    talk = held(begun(house))
    both = [(kind, name) for kind in ("agreements", "thank_you") for name in ("omar", "sara")]
    assert told(house, followed(house)) == both
    say(house)
    house.anna_client.made(f"/v1/conversations/{talk['id']}/agreements", {"what": "Een boek.", "who": "teacher"})
    assert told(house, followed(house)) == [("agreements", "omar"), ("agreements", "sara")]


def test_what_can_wait_is_gathered(house: House, weekly: Plan) -> None:
    held(house)
    messages = followed(house)
    assert told(house, messages) == [("agreements", "omar"), ("digest", "sara"), ("thank_you", "omar")]
    assert told(house, messages, "in_digest") == [("agreements", "sara"), ("thank_you", "sara")]
    [digest] = [one for one in messages if one.kind == "digest"]
    assert {one.digest_id for one in messages if one.state == "in_digest"} == {digest.id}


def test_an_invitation_never_waits(house: House, weekly: Plan) -> None:
    running(house)
    assert not [one for one in followed(house) if one.digest_id or one.kind == "digest"]


def test_a_new_card_takes_the_place_of_the_last(house: House, weekly: Plan) -> None:
    for client, body in (
        (house.anna_client, {"party": "teacher"}),
        (house.student_client, {"party": "student"}),
        (house.sara_client, {"party": "guardian"}),
    ):
        if body["party"] == "teacher":
            house.anna_client.made(at(weekly, "agreements"), with_sara(house))
        client.made(at(weekly, "agree"), body)
    followed(house, 1)  # however its events are read apart
    assert ("plan_card", "sara") in told(house, followed(house), "in_digest")
    assert ("plan_card", "omar") in told(house, followed(house))
    house.anna_client.made(at(weekly, "agreements"), with_sara(house, topic="Zwemmen"))
    messages = followed(house)
    assert told(house, messages, "overtaken") == [("plan_card", "sara")]
    assert told(house, messages, "in_digest") == [("plan_card", "sara")]


@given(
    st.sampled_from(MessageKind),
    st.sampled_from(Urgency),
    st.sampled_from(Frequency),
    st.datetimes(timezones=st.just(UTC)),
)
def test_only_what_can_wait_does_and_never_for_ever(
    kind: MessageKind, urgency: Urgency, frequency: Frequency, moment: datetime
) -> None:
    moment = moment.replace(year=2026)
    day = summary_on(kind, urgency, frequency, moment, BRUSSELS)
    waits = kind in CAN_WAIT and urgency is Urgency.ORDINARY and frequency is not Frequency.WHEN_NEEDED
    assert (day is not None) is waits
    assert day is None or moment.date() < day + timedelta(days=1) <= moment.date() + timedelta(days=200)


def added(house: House, talk: dict[str, Any]) -> None:
    house.anna_client.made(f"/v1/conversations/{talk['id']}/agreements", {"what": "Een boek.", "who": "guardian"})


def the_digest(messages: list[Message]) -> Message:
    [digest] = [one for one in messages if one.kind == "digest"]
    return digest


def test_a_summary_says_what_was_overtaken_only_once(house: House, weekly: Plan) -> None:
    talk = held(house)
    followed(house)
    added(house, talk)
    digest = the_digest(followed(house))

    async def parts() -> list[str]:
        async with house.database.working_for(house.id) as session:
            return sorted(one.kind for one in (await facts_of(session, [digest]))[digest.id].parts)

    assert house.run(parts()) == ["agreements", "thank_you"]


def test_a_summary_is_looked_at_part_by_part_before_it_leaves(house: House, weekly: Plan) -> None:
    talk = held(house)
    digest = the_digest(followed(house))
    added(house, talk)

    async def look() -> list[Message]:
        async with house.database.working_for(house.id) as session:
            await leaving_now(session, await session.rows(select(Message).where(col(Message.id) == digest.id)))
        async with house.database.working_for(house.id) as session:
            return await session.rows(select(Message))

    assert told(house, house.run(look()), "overtaken") == [("agreements", "sara")]
    assert told(house, followed(house), "in_digest") == [("agreements", "sara"), ("thank_you", "sara")]
