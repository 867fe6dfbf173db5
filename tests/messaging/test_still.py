"""What is looked at once more at the moment of leaving."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from conversations.talks import at, do, proposed, with_both
from house import House
from messaging.follows import begun, followed, put, say
from sqlalchemy import select
from sqlmodel import col

from domain.families.models.restrictions import Restriction
from domain.kernel import clock
from domain.messaging.models.messages import Message
from domain.messaging.queries.still import still_so
from domain.messaging.rules.still import Verdict

BRUSSELS = ZoneInfo("Europe/Brussels")


def _office_hour() -> datetime:
    """A weekday at ten, within a week, before the talks of these tests."""
    day = datetime.now(BRUSSELS).date() + timedelta(days=1)
    while day.weekday() > 3:
        day += timedelta(days=1)
    return datetime.combine(day, time(10), BRUSSELS)


OPEN = _office_hour()


def verdicts(house: House, moment: datetime = OPEN) -> dict[str, tuple[str, str | None]]:
    """Of all messages that wait, by name."""
    names = {id_: name for name, id_ in house.ids.items()}

    async def look() -> list[tuple[Message, Verdict]]:
        with clock.at(moment):
            async with house.database.working_for(house.id) as session:
                waiting = await session.rows(
                    select(Message).where(col(Message.state) == "waiting").order_by(col(Message.id))
                )
                found = await still_so(session, waiting)
                return [(one, found[one.id]) for one in waiting]

    told = house.run(look())
    return {names[one.guardian_id or one.student_id]: (verdict.still, verdict.why) for one, verdict in told}


@pytest.fixture
def talk(house: House) -> dict[str, Any]:
    made = proposed(begun(house).anna_client, with_both(house))
    put(house, quiet_at_weekends=False)
    followed(house)
    return made


def test_what_is_so_leaves(house: House, talk: dict[str, Any]) -> None:
    assert verdicts(house) == {"sara": ("now", None), "omar": ("now", None)}


def test_what_changed_meanwhile_does_not(house: House, talk: dict[str, Any]) -> None:
    do(house.anna_client, talk, "reschedule", **at(30))
    assert set(verdicts(house).values()) == {("overtaken", "changed")}


def test_nor_for_who_stepped_back(house: House, talk: dict[str, Any]) -> None:
    do(house.sara_client, talk, "decline")
    assert verdicts(house) == {"sara": ("overtaken", "changed"), "omar": ("now", None)}


def test_a_restriction_since_wins(house: House, talk: dict[str, Any]) -> None:
    today = datetime.now(UTC).date()
    until = {"starts_on": today - timedelta(days=1), "ends_on": today + timedelta(days=30)}
    people = {"student_id": house.ids["student"], "guardian_id": house.ids["omar"]}
    put(house, Restriction(school_id=house.id, kind="no_information", basis="Gezien.", **people, **until))
    assert verdicts(house) == {"sara": ("now", None), "omar": ("overtaken", "may_not_hear")}


def test_once_the_talk_began_it_is_too_late(house: House, talk: dict[str, Any]) -> None:
    moment = datetime.fromisoformat(talk["starts_at"])
    assert set(verdicts(house, moment).values()) == {("overtaken", "too_late")}


def test_quiet_hours_are_looked_at_again(house: House, talk: dict[str, Any]) -> None:
    assert set(verdicts(house, OPEN - timedelta(hours=7)).values()) == {("later", "hours")}


@pytest.mark.parametrize("said", [{"sent_at": OPEN}, {"state": "sending"}])
def test_enough_is_enough_for_one_day(house: House, talk: dict[str, Any], said: dict[str, Any]) -> None:
    """What is just being handed over counts too."""
    put(house, most_per_family_a_day=1)
    say(house, **said)
    proposed(house.anna_client, with_both(house, **at(60)))
    followed(house)
    assert set(verdicts(house).values()) == {("later", "enough_today")}
    put(house, most_per_family_a_day=2)
    assert set(verdicts(house).values()) == {("now", None)}


def test_the_school_as_a_whole_has_a_limit_too(house: House, talk: dict[str, Any]) -> None:
    put(house, most_a_day=1)
    assert sorted(verdicts(house).values(), key=str) == [("later", "enough_today"), ("now", None)]
