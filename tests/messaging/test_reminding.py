"""What is said because its time came."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from conversations.talks import do, planned, proposed, with_both
from house import House
from messaging.follows import begun, followed, put, say, told

from domain.kernel import clock
from domain.messaging.actions.reminding import remind

DAY = timedelta(days=1)


@pytest.fixture
def talk(house: House) -> dict[str, Any]:
    """Both parents know of it."""
    put(begun(house), quiet_at_weekends=False)
    made = planned(house)
    followed(house)
    say(house)
    return made


def reminded(house: House, before: timedelta, talk: dict[str, Any]) -> list[tuple[str, str]]:
    """Twice, as a worker does."""

    async def look() -> None:
        with clock.at(datetime.fromisoformat(talk["starts_at"]) - before):
            for _ in range(2):
                async with house.database.working_for(house.id) as session:
                    await remind(session)

    house.run(look())
    return told(house, followed(house))


def test_a_day_before_each_is_reminded_once(house: House, talk: dict[str, Any]) -> None:
    assert reminded(house, 6 * DAY, talk) == []
    assert reminded(house, DAY, talk) == [("reminder", "omar"), ("reminder", "sara")]


def test_who_was_told_just_now_is_not_reminded(house: House) -> None:
    put(begun(house), quiet_at_weekends=False, reminder_hours=7 * 24 + 7 * 24 - 1)
    made = planned(house)
    followed(house)
    say(house)
    put(house, reminder_hours=20 * 24)
    assert reminded(house, timedelta(hours=5), made) == []


def test_who_stepped_back_is_not_reminded(house: House, talk: dict[str, Any]) -> None:
    do(house.sara_client, talk, "decline")
    assert reminded(house, DAY, talk) == [("reminder", "omar")]


def test_some_days_before_families_are_asked_what_to_talk_about(house: House, talk: dict[str, Any]) -> None:
    assert reminded(house, 3 * DAY, talk) == [("question", "omar"), ("question", "sara")]


def test_a_form_without_an_agenda_beforehand_asks_nothing(house: House) -> None:
    put(begun(house), quiet_at_weekends=False)
    made = proposed(
        house.anna_client,
        with_both(house, meeting_type="start-conversation", briefing="Wie ben je?")
        | {"participants": [*with_both(house)["participants"], {"role": "student", "student_id": house.student}]},
    )
    followed(house)
    say(house)
    assert reminded(house, 3 * DAY, made) == []
