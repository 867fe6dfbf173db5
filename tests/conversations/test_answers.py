"""What the family answers, what the school enters for it, and which time it becomes."""

from conversations.talks import at, deed, do, of_bram, planned, pointed, proposed, refused, with_both, with_one
from house import House

CLB = {"role": "pupil_guidance_centre", "organisation": "CLB Noord", "reason": "Meedenken over lezen"}


def answers(talk: dict[str, object]) -> dict[str, object]:
    return {one["given_name"]: one["answer"] for one in talk["participants"]}  # type: ignore[attr-defined]


def test_it_is_planned_when_everybody_who_is_asked_said_yes(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    assert answers(talk) == {"Anna": None, "Sara": "invited", "Omar": "invited"}
    assert do(house.sara_client, talk, "accept")["status"] == "proposed"
    entered = do(house.anna_client, talk, "accept", guardian_id=house.omar)
    assert (entered["status"], answers(entered)) == ("planned", {"Anna": None, "Sara": "accepted", "Omar": "accepted"})
    assert [one["entered_by_id"] for one in entered["participants"]] == [None, None, house.anna]


def test_nobody_answers_for_another(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    assert house.sara_client.post(deed(talk, "accept"), {"guardian_id": house.omar}).status_code == 403
    assert house.student_client.post(deed(talk, "accept"), {}).status_code == 404
    assert refused(house.anna_client.post(deed(talk, "accept"), {})) == (422, "whose_answer")
    assert pointed(house.anna_client.post(deed(talk, "accept"), {"guardian_id": house.other_guardian})) == [
        ("/guardian_id", "whose_answer")
    ]


def test_the_family_chooses_one_of_several_times(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house, other_times=[at(60), at(120)]))
    assert (talk["is_time_chosen"], [one["is_chosen"] for one in talk["offered_times"]]) == (False, [False] * 3)
    assert refused(house.sara_client.post(deed(talk, "accept"), {})) == (422, "which_time")

    second = talk["offered_times"][1]
    chosen = do(house.sara_client, talk, "accept", proposal_id=second["id"])
    assert (chosen["status"], chosen["starts_at"]) == ("planned", second["starts_at"])
    assert [one["is_chosen"] for one in chosen["offered_times"]] == [False, True, False]


def test_the_first_yes_settles_the_time_for_both_parents(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house, other_times=[at(60)]))
    first, second = (one["id"] for one in talk["offered_times"])
    do(house.sara_client, talk, "accept", proposal_id=second)
    assert refused(house.omar_client.post(deed(talk, "accept"), {"proposal_id": first})) == (409, "time_already_chosen")
    assert do(house.omar_client, talk, "accept", proposal_id=second)["status"] == "planned"


def test_a_time_of_another_conversation_is_none_of_these(house: House) -> None:
    other = proposed(house.bram_client, of_bram(house))["offered_times"][0]["id"]
    talk = proposed(house.anna_client, with_one(house, other_times=[at(60)]))
    assert pointed(house.sara_client.post(deed(talk, "accept"), {"proposal_id": other})) == [
        ("/proposal_id", "unknown_reference")
    ]


def test_other_times_and_another_moment_ask_everybody_again(house: House) -> None:
    talk = proposed(house.anna_client, with_both(house))
    do(house.sara_client, talk, "accept")
    again = do(house.anna_client, talk, "propose", **at(60), other_times=[at(120)])
    assert (again["status"], answers(again)["Sara"], len(again["offered_times"])) == ("proposed", "invited", 2)

    moved = do(house.anna_client, planned(house, with_one(house)), "reschedule", **at(180), channel="phone")
    assert (moved["status"], moved["channel"], answers(moved)["Sara"]) == ("proposed", "phone", "invited")
    assert [one["is_chosen"] for one in moved["offered_times"]] == [True]


def test_one_parent_cannot_cancel_for_both(house: House) -> None:
    talk = planned(house)
    left = do(house.sara_client, talk, "cancel", reason="Werk")
    assert (left["status"], left["participants"][1]["answer"]) == ("planned", "declined")
    assert house.omar_client.get(f"/v1/conversations/{talk['id']}").json()["status"] == "planned"
    assert do(house.omar_client, talk, "cancel")["status"] == "cancelled"


def test_the_school_cancels_with_a_reason_that_all_may_read(house: House) -> None:
    talk = planned(house)
    do(house.anna_client, talk, "cancel", reason="De leerkracht is ziek")
    assert (
        house.omar_client.get(f"/v1/conversations/{talk['id']}").json()["cancelled_reason"] == "De leerkracht is ziek"
    )


def test_when_everybody_said_no_it_waits_for_another_proposal(house: House) -> None:
    talk = planned(house, with_one(house))
    declined = do(house.sara_client, talk, "decline", reason="Dan werk ik")
    assert (declined["status"], declined["is_time_chosen"]) == ("proposed", False)
    assert do(house.sara_client, talk, "accept")["status"] == "planned"


def test_taking_back_a_yes_takes_back_the_consent_to_a_visit(house: House) -> None:
    consent = {"given_by_id": house.sara, "given_at": at()["starts_at"]}
    visit = with_one(house, meeting_type="home-visit", channel="home_visit", room_id=None, **at(lasting=45))
    talk = proposed(house.anna_client, visit | {"home_visit_consent": consent})
    do(house.sara_client, talk, "decline")
    assert house.anna_client.get(f"/v1/conversations/{talk['id']}").json()["home_visit_consent"] is None
    again = house.anna_client.post(deed(talk, "propose"), at(60, lasting=45))
    assert pointed(again) == [("/home_visit_consent", "home_visit_consent_missing")]


def test_the_family_knows_beforehand_which_professionals_come(house: House) -> None:
    talk = with_one(house)
    talk = planned(house, talk | {"participants": [*talk["participants"], CLB]})
    told = talk["participants"][2]
    assert (told["reason"], told["acknowledged_at"]) == ("Meedenken over lezen", None)
    early = house.anna_client.post(deed(talk, "start"))
    assert pointed(early) == [("/participants/2", "professional_not_acknowledged")]
    assert do(house.sara_client, talk, "acknowledge")["participants"][2]["acknowledged_at"]
    assert do(house.anna_client, talk, "start")["status"] == "running"


def test_a_student_of_age_who_comes_alone_answers_for_themselves(house: House) -> None:
    house.admin_client.patch(f"/v1/students/{house.student}", {"born_on": "2008-01-01"})
    people = [{"role": "teacher", "staff_id": house.anna}, {"role": "student", "student_id": house.student}]
    talk = proposed(house.anna_client, with_both(house, participants=people, briefing="We kijken samen vooruit."))
    assert house.sara_client.post(deed(talk, "accept"), {}).status_code == 404
    assert do(house.student_client, talk, "accept")["status"] == "planned"
