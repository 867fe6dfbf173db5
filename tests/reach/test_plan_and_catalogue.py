"""What the school can try next follows the plan of the family and the catalogue, over HTTP."""

from datetime import UTC, datetime
from typing import Any

from conferences.bookable import bookable, changed, keep
from house import House
from plans.start import SCHOOL_OFFERS, at, talked

from domain.conferences.models import ConferenceFamily
from domain.visits.models.visits import HomeVisit

AT = "/v1/reach/families"
SATURDAY = {"weekday": "saturday", "from_time": "10:00", "to_time": "11:30"}


def wished(house: House, guardian: str = "sara", **wishes: Any) -> None:
    """A plan with the wishes of one parent; the other's refuse every way that the school has."""
    made = house.anna_client.made("/v1/communication-plans", {"conversation_id": talked(house)})
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS)
    for name in ("sara", "omar"):
        said = wishes if name == guardian else {"channels": ["message"]}
        getattr(house, f"{name}_client").made(at(made, "guardian-wishes"), said)


def after(house: House, *channels: str, alternative: str | None = None) -> dict[str, Any]:
    """The next step with Lina's family, when a round and these ways were tried."""
    rows = bookable(house)
    for family in ("sara", "omar"):
        tried = [{"channel": one, "reached": False, "at": "2026-11-20T10:00:00Z"} for one in channels]
        changed(house, ConferenceFamily, rows.ids[family], attempts=tried, status="unreached", alternative=alternative)
    return shown(house)


def shown(house: House) -> dict[str, Any]:
    told = house.anna_client.get(AT, headers={"Accept-Language": "en"}).json()["items"]
    return next(one for one in told if one["student_id"] == house.student)


def test_a_way_that_the_plan_names_is_tried_with_who_named_it(house: House) -> None:
    wished(house, channels=["phone", "talk"])
    step = after(house)
    assert (step["next_step"], step["channel"], step["guardian_id"]) == ("phone", "phone", house.sara)
    assert step["from_plan"] == {"says": "The plan of this school year leaves this way open: phone."}
    assert step["from_catalogue"] == {
        "meeting_type": "parent-teacher-conference",
        "says": "When coming in is not possible. Offer it yourself.",
        "source": step["from_catalogue"]["source"],
    }


def test_no_call_and_no_gate_where_the_plan_says_no_to_them(house: House) -> None:
    wished(house, channels=["platform"])
    step = after(house)
    assert (step["next_step"], step["channel"]) == ("another_channel", "platform")
    assert "Silence is not refusal" in step["from_catalogue"]["says"]


def test_an_interpreter_who_was_wished_comes_along(house: House) -> None:
    wished(house, "omar", channels=["phone"], wants_interpreter=True)
    step = after(house, "phone")
    assert (step["next_step"], step["guardian_id"]) == ("interpreter", house.omar)
    assert step["from_plan"] == {"says": "The plan of this school year has the wish for an interpreter."}


def test_the_moment_is_one_that_suits_and_was_not_offered(house: House) -> None:
    """Both evenings were offered."""
    wished(house, channels=["phone"], reachable_hours=[SATURDAY, {**SATURDAY, "weekday": "monday"}])
    step = after(house, "phone", "bridge_worker")
    assert (step["next_step"], step["guardian_id"]) == ("another_moment", house.sara)
    assert step["moment"] == {"weekday": "monday", "part": "morning", "says": "on Monday morning"}
    assert step["from_plan"] == {"says": "According to the plan of this school year this suits: on Monday morning."}


def test_without_a_plan_the_step_says_that_it_follows_none(house: House) -> None:
    step = after(house, "phone")
    assert (step["next_step"], step["from_plan"]) == ("at_the_gate", None)


def test_after_every_other_way_a_visit_is_asked_for_once(house: House) -> None:
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS | {"channels": ["phone", "talk"]})
    tried = ("phone", "at_the_gate", "bridge_worker")
    step = after(house, *tried, alternative="another_day")
    assert (step["next_step"], step["from_catalogue"]["meeting_type"]) == ("home_visit", "home-visit")
    ids = {"school_id": house.id, "student_id": house.ids["student"], "guardian_id": house.ids["sara"]}
    keep(house, [HomeVisit(**ids, why={"nl": "Kennismaken"}, asked_at=datetime.now(UTC))])
    step = shown(house)
    assert ("invitation", "home_visit") in {(way["what"], way["way"]) for way in step["tried"]}
    assert (step["next_step"], step["channel"]) == ("phone", "phone"), "no is a good answer, and so is silence"
