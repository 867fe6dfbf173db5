"""What families hear of activities: an invitation, a place, a change, a reminder; and what was said to their ideas."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from activities.made import at, do, hours, idea, invited, moment, preparing
from conferences.bookable import changed, key
from house import Client, House
from messaging.follows import begun, followed, put, say, told
from messaging.telling import told as facts_of
from messaging.test_still import verdicts

from domain.activities.models import Activity
from domain.families.models import Student
from domain.kernel import clock
from domain.messaging.actions.reminding import remind
from domain.messaging.wording.saying import say as in_words

DAY = timedelta(days=1)
EVERYBODY = ["omar", "other_guardian", "sara"]


@pytest.fixture
def cafe(house: House) -> dict[str, Any]:
    """Families were invited, and heard it."""
    put(begun(house), quiet_at_weekends=False)
    made = invited(house, sign_up="needed")
    followed(house)
    say(house)
    return made


def first(house: House, activity: dict[str, Any]) -> dict[str, Any]:
    return house.anna_client.get(at(activity)).json()["moments"][0]  # type: ignore[no-any-return]


def signed(client: Client, house: House, activity: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = {"moment_id": first(house, activity)["id"], **more}
    answer = client.post(at(activity, "sign-ups"), body, headers=key())
    assert answer.status_code == 201, answer.text
    return answer.json()  # type: ignore[no-any-return]


def moved(house: House, activity: dict[str, Any], **more: Any) -> None:
    url = f"/v1/activity-moments/{first(house, activity)['id']}"
    answer = house.anna_client.patch(url, more or hours(3))
    assert answer.status_code == 200, answer.text


def test_every_guardian_it_is_meant_for_is_invited_once(house: House) -> None:
    invited(begun(house))
    assert told(house, followed(house, limit=1)) == [("activity_invitation", name) for name in EVERYBODY]
    assert told(house, followed(house)) == [("activity_invitation", name) for name in EVERYBODY]


def test_only_families_of_its_classes_hear_of_it(house: House) -> None:
    invited(begun(house), class_ids=[house.first_class])
    assert told(house, followed(house)) == [("activity_invitation", "omar"), ("activity_invitation", "sara")]


def test_families_of_the_school_are_not_written_to_for_a_tour(house: House) -> None:
    invited(begun(house), kind="tour")
    assert told(house, followed(house)) == []


def test_nobody_hears_of_what_is_being_prepared(house: House) -> None:
    preparing(begun(house))
    assert told(house, followed(house)) == []


def test_who_counts_on_a_moment_hears_that_it_moved(house: House, cafe: dict[str, Any]) -> None:
    signed(house.sara_client, house, cafe)
    moved(house, cafe)
    assert told(house, followed(house)) == [("activity_change", "sara")]


def test_without_signing_up_everybody_who_was_invited_counts_on_it(house: House) -> None:
    put(begun(house), quiet_at_weekends=False)
    made = invited(house, sign_up="not_needed")
    followed(house)
    say(house)
    moved(house, made)
    assert told(house, followed(house)) == [("activity_change", name) for name in EVERYBODY]


def test_more_places_or_one_more_moment_are_no_change(house: House, cafe: dict[str, Any]) -> None:
    signed(house.sara_client, house, cafe)
    moved(house, cafe, capacity=40)
    moment(house, cafe, 4)
    assert told(house, followed(house)) == []


def test_a_change_that_is_undone_before_it_left_is_not_told(house: House, cafe: dict[str, Any]) -> None:
    signed(house.sara_client, house, cafe)
    moved(house, cafe)
    followed(house)
    moved(house, cafe, **hours())
    assert told(house, followed(house)) == []


def test_what_did_not_leave_yet_is_said_as_it_is_by_now(house: House) -> None:
    made = invited(begun(house))
    followed(house)
    moved(house, made)
    messages = followed(house)
    assert told(house, messages) == [("activity_invitation", name) for name in EVERYBODY]
    assert told(house, messages, "overtaken") == told(house, messages)
    new = [one for one in messages if one.state == "waiting"]
    at_last = {start for one in new for start, _, _ in one.told["moments"].values()}
    assert {datetime.fromisoformat(one) for one in at_last} == {datetime.fromisoformat(hours(3)["starts_at"])}


def test_whose_moment_falls_away_hears_it_even_when_the_school_signed_them_up(
    house: House, cafe: dict[str, Any]
) -> None:
    moment(house, cafe, 4)
    signed(house.sara_client, house, cafe)
    gone = first(house, cafe)["id"]
    assert house.anna_client.delete(f"/v1/activity-moments/{gone}").status_code == 204
    messages = followed(house)
    assert told(house, messages) == [("activity_change", "sara")]
    (facts,) = facts_of(house, [one for one in messages if one.state == "waiting"])
    assert facts
    said = "\n".join(in_words(facts, "nl", {}).paragraphs)
    assert "Het moment waarvoor je je had ingeschreven, gaat niet door." in said
    assert "Je bent ook welkom op een ander moment:\n- " in said
    assert "Nu is het" not in said
    assert gone not in str(messages[-1].told)


def test_a_moment_that_fell_away_is_told_however_its_events_are_read(house: House, cafe: dict[str, Any]) -> None:
    """What fell away is read before the change that it was part of."""
    moment(house, cafe, 4)
    signed(house.sara_client, house, cafe)
    house.anna_client.delete(f"/v1/activity-moments/{first(house, cafe)['id']}")
    assert told(house, followed(house, limit=1)) == [("activity_change", "sara")]


def test_what_fell_away_is_not_forgotten_when_more_changes(house: House, cafe: dict[str, Any]) -> None:
    moment(house, cafe, 4)
    signed(house.sara_client, house, cafe)
    house.anna_client.delete(f"/v1/activity-moments/{first(house, cafe)['id']}")
    followed(house)
    moved(house, cafe, **hours(5))
    messages = followed(house)
    assert told(house, messages) == [("activity_change", "sara")]
    assert messages[-1].told["lost_at"]


def test_who_signed_up_without_being_invited_hears_of_changes_too(house: House) -> None:
    tour = invited(begun(house), kind="tour")
    signed(house.sara_client, house, tour)
    assert told(house, followed(house)) == []
    moved(house, tour)
    assert told(house, followed(house)) == [("activity_change", "sara")]
    do(house.anna_client, tour, "cancel")
    messages = followed(house)
    assert told(house, messages) == [("activity_cancelled", "sara")]
    assert told(house, messages, "overtaken") == [("activity_change", "sara")]


def test_whom_the_school_moves_hears_it_and_who_moves_hears_nothing(house: House, cafe: dict[str, Any]) -> None:
    made = signed(house.sara_client, house, cafe)
    url, morning = f"/v1/activity-sign-ups/{made['id']}", first(house, cafe)["id"]
    evening = moment(house, cafe, 4)["id"]
    assert house.sara_client.patch(url, {"moment_id": evening}).status_code == 200
    assert told(house, followed(house)) == []
    assert house.anna_client.patch(url, {"moment_id": morning}).status_code == 200
    assert told(house, followed(house)) == [("activity_place", "sara")]


def test_who_waited_hears_that_there_is_a_place(house: House, cafe: dict[str, Any]) -> None:
    moved(house, cafe, capacity=1)
    made = signed(house.sara_client, house, cafe)
    signed(house.omar_client, house, cafe)
    assert told(house, followed(house)) == []
    cancelled = house.sara_client.post(f"/v1/activity-sign-ups/{made['id']}/cancel", headers=key())
    assert cancelled.is_success, cancelled.text
    assert told(house, followed(house)) == [("activity_place", "omar")]
    assert verdicts(house) == {"omar": ("now", None)}


def test_whom_the_school_signs_up_hears_it(house: House, cafe: dict[str, Any]) -> None:
    signed(house.anna_client, house, cafe, guardian_id=house.sara)
    assert told(house, followed(house)) == [("activity_place", "sara")]


def test_what_is_off_is_told_to_who_counted_on_it(house: House, cafe: dict[str, Any]) -> None:
    signed(house.sara_client, house, cafe)
    do(house.anna_client, cafe, "cancel")
    assert told(house, followed(house)) == [("activity_cancelled", "sara")]
    assert verdicts(house) == {"sara": ("now", None)}


def test_what_is_off_before_it_was_told_is_never_told(house: House) -> None:
    made = invited(begun(house))
    followed(house)
    do(house.anna_client, made, "cancel")
    assert told(house, followed(house)) == []


def reminded(house: House, before: timedelta, activity: dict[str, Any]) -> list[tuple[str, str]]:
    """Twice, as a worker does."""
    starts_at = datetime.fromisoformat(first(house, activity)["starts_at"])

    async def look() -> None:
        with clock.at(starts_at - before):
            for _ in range(2):
                async with house.database.working_for(house.id) as session:
                    await remind(session)

    house.run(look())
    return told(house, followed(house))


def test_who_has_a_place_is_reminded_once(house: House, cafe: dict[str, Any]) -> None:
    signed(house.sara_client, house, cafe)
    assert reminded(house, 6 * DAY, cafe) == []
    assert reminded(house, DAY / 2, cafe) == [("activity_reminder", "sara")]
    assert reminded(house, DAY / 3, cafe) == [("activity_reminder", "sara")]


def test_who_waits_is_not_reminded(house: House, cafe: dict[str, Any]) -> None:
    moved(house, cafe, capacity=1)
    signed(house.sara_client, house, cafe)
    signed(house.omar_client, house, cafe)
    assert reminded(house, DAY / 2, cafe) == [("activity_reminder", "sara")]


def test_a_reminder_of_who_cancelled_since_does_not_leave(house: House, cafe: dict[str, Any]) -> None:
    made = signed(house.sara_client, house, cafe)
    reminded(house, DAY / 2, cafe)
    assert house.sara_client.post(f"/v1/activity-sign-ups/{made['id']}/cancel", headers=key()).is_success
    assert verdicts(house) == {"sara": ("overtaken", "changed")}


def test_parents_of_a_student_of_age_are_invited_too(house: House) -> None:
    """It tells nothing of the student, so there is nothing to agree to (R19)."""
    changed(house, Student, house.ids["student"], born_on=date(2000, 1, 1))
    invited(begun(house), class_ids=[house.first_class])
    assert told(house, followed(house)) == [("activity_invitation", "omar"), ("activity_invitation", "sara")]


def test_it_tells_what_families_need(house: House, cafe: dict[str, Any]) -> None:
    facts = [one.activity for one in facts_of(house, followed(house)) if one and one.activity]
    assert facts
    assert {one.title["nl"] for one in facts} == {"Samen lezen op vrijdag"}
    assert {(one.place, one.starts_at.isoformat()[:16]) for fact in facts for one in fact.moments} == {
        ("De speelplaats", hours()["starts_at"][:16])
    }


def brought(house: House, client: Client) -> str:
    body = {"kind": "topic", "words": "Samen koken", "language": "nl"}
    return client.made("/v1/activity-ideas", body, headers=key())["id"]  # type: ignore[no-any-return]


def answered(house: House, idea_id: str, deed: str) -> None:
    url = f"/v1/activity-ideas/{idea_id}"
    answer = house.anna_client.post(f"{url}/{deed}", {"words": "Dat doen we!", "language": "nl"})
    assert answer.is_success, answer.text


def test_an_answer_goes_back_to_who_brought_the_idea(house: House) -> None:
    idea_id = brought(begun(house), house.sara_client)
    house.omar_client.post(f"/v1/activity-ideas/{idea_id}/support")
    answered(house, idea_id, "answer")
    assert told(house, followed(house)) == [("idea_answered", "sara")]
    assert verdicts(house) == {"sara": ("now", None)}


def test_a_new_answer_takes_nothing_from_who_supported_the_idea(house: House) -> None:
    idea_id = brought(begun(house), house.sara_client)
    house.omar_client.post(f"/v1/activity-ideas/{idea_id}/support")
    answered(house, idea_id, "answer")
    answered(house, idea_id, "report-back")
    followed(house)
    answered(house, idea_id, "answer")
    assert told(house, followed(house)) == [("idea_answered", "omar"), ("idea_answered", "sara")]


def test_a_student_hears_of_their_own_idea(house: House) -> None:
    answered(house, brought(begun(house), house.student_client), "answer")
    assert told(house, followed(house)) == [("idea_answered", "student")]


def test_what_came_of_it_goes_to_who_supported_it_too(house: House) -> None:
    idea_id = brought(begun(house), house.sara_client)
    house.omar_client.post(f"/v1/activity-ideas/{idea_id}/support")
    answered(house, idea_id, "answer")
    followed(house)
    answered(house, idea_id, "report-back")
    messages = followed(house)
    assert told(house, messages) == [("idea_answered", "omar"), ("idea_answered", "sara")]
    assert told(house, messages, "overtaken") == [("idea_answered", "sara")]


def test_looking_ahead_shows_the_families_that_one_knows(house: House) -> None:
    made = idea(house)
    asked = {"kind": "activity_invitation", "activity_id": made["id"]}

    def seen(client: Client) -> set[str]:
        people = client.get("/v1/messages/preview", params=asked).json()["people"]
        return {one["guardian_id"] for one in people}

    assert seen(house.admin_client) == {house.sara, house.omar, str(house.ids["other_guardian"])}
    assert seen(house.anna_client) == {house.sara, house.omar}


def test_what_an_activity_is_called_off_for_stays_with_it(house: House, cafe: dict[str, Any]) -> None:
    """Who was invited and did not sign up is left in peace."""
    changed(house, Activity, cafe["id"], sign_up="needed")
    do(house.anna_client, cafe, "cancel")
    assert told(house, followed(house)) == []
