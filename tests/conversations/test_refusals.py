"""What the rules refuse, in the caller's language and at the right place; what they warn of is kept."""

from typing import Any

import pytest
from conversations.talks import SOON, at, of_bram, pointed, proposed, refused, start_talk, with_both, with_one
from house import Client, House


def told(client: Client, talk: dict[str, Any], language: str) -> tuple[str, str, str, str]:
    answer = client.post("/v1/conversations", talk, headers={"Accept-Language": language})
    (error,) = answer.json()["errors"]
    return answer.json()["code"], error["pointer"], error["code"], error["detail"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Een omgekeerd oudergesprek duurt 5 tot 10 minuten. De tijd voor een tolk komt daar apart bij."),
        ("fr", "Un entretien inversé dure de 5 à 10 minutes. Le temps pour un interprète s'y ajoute séparément."),
    ],
)
def test_a_hard_rule_refuses_in_the_callers_language(house: House, language: str, words: str) -> None:
    talk = with_one(house, meeting_type="reverse-conversation", **at(lasting=20))
    assert told(house.anna_client, talk, language) == ("rule_broken", "/ends_at", "reverse_conversation_length", words)


def test_every_offered_time_is_held_against_the_rules(house: House) -> None:
    talk = with_one(house, other_times=[at(60), at(120, lasting=60)])
    assert pointed(house.anna_client.post("/v1/conversations", talk)) == [
        ("/other_times/1/ends_at", "length_outside_form")
    ]


def test_each_parent_with_a_right_to_information_counts(house: House) -> None:
    talk = with_one(house, informed_otherwise=[])
    assert pointed(house.anna_client.post("/v1/conversations", talk)) == [("/participants", "parent_not_invited")]


def test_each_parent_may_have_a_conversation_of_their_own(house: House) -> None:
    proposed(house.anna_client, with_one(house))
    proposed(house.anna_client, with_one(house, "omar", **at(30)) | {"informed_otherwise": []})


def test_who_is_no_legal_parent_comes_when_the_parents_agreed(house: House) -> None:
    talk = with_both(house)
    people = [*talk["participants"], {"role": "other_guardian", "guardian_id": house.grandmother}]
    refusal = house.anna_client.post("/v1/conversations", talk | {"participants": people})
    assert pointed(refusal) == [("/participants/3", "legal_parents_agreement_missing")]
    link = {"guardian_id": house.grandmother, "relationship": "grandparent", "legal_authority": False}
    link |= {"right_to_information": False, "legal_parents_agreed_on": "2026-09-01"}
    house.admin_client.made(f"/v1/students/{house.student}/guardianships", link)
    proposed(house.anna_client, talk | {"participants": people})


def test_a_restriction_keeps_somebody_away(house: House) -> None:
    limit = {"student_id": house.student, "guardian_id": house.omar, "kind": "no_attendance", "basis": "Vonnis gezien"}
    house.admin_client.made("/v1/restrictions", limit | {"starts_on": "2026-09-01", "ends_on": "2040-01-01"})
    refusal = house.anna_client.post("/v1/conversations", with_both(house))
    assert pointed(refusal) == [("/participants/2", "may_not_attend")]


def test_a_student_never_interprets_and_a_relative_rather_not(house: House) -> None:
    talk = with_one(house)
    pupil = [*talk["participants"], {"role": "interpreter", "student_id": house.student}]
    assert pointed(house.anna_client.post("/v1/conversations", talk | {"participants": pupil})) == [
        ("/participants/2", "interpreter_is_student")
    ]
    aunt = [*talk["participants"], {"role": "interpreter", "guardian_id": house.grandmother}]
    made = proposed(house.anna_client, talk | {"participants": aunt})
    assert [one["code"] for one in made["warnings"]] == ["interpreter_is_relative"]
    hard = talk | at(60) | {"participants": aunt, "is_sensitive": True}
    assert pointed(house.anna_client.post("/v1/conversations", hard)) == [
        ("/participants/2", "interpreter_not_professional")
    ]


def test_a_warning_is_kept_and_read_in_each_language_by_the_team(house: House) -> None:
    late = {"starts_at": "2026-12-14T15:00:00Z", "ends_at": "2026-12-14T15:08:00Z"}
    talk = proposed(house.anna_client, with_one(house, meeting_type="reverse-conversation", **late))
    (warning,) = talk["warnings"]
    assert (warning["rule"], warning["code"], warning["pointer"]) == ("R03", "reverse_conversation_late", "/starts_at")
    url = f"/v1/conversations/{talk['id']}"
    in_french = house.anna_client.get(url, headers={"Accept-Language": "fr"}).json()["warnings"][0]["detail"]
    assert in_french.startswith("Un entretien inversé a sa place")
    assert set(house.anna_client.get(f"{url}?lang=all").json()["warnings"][0]["detail"]) == {"nl", "fr", "en"}
    assert house.sara_client.get(url).json()["warnings"] == []


def test_the_rules_look_again_at_a_change(house: House) -> None:
    hard = with_one(house, meeting_type="constructive-conversation", goal="Samen kijken", **at(lasting=30))
    talk = proposed(house.anna_client, hard)
    answer = house.anna_client.patch(f"/v1/conversations/{talk['id']}", {"goal": None})
    assert pointed(answer) == [("/goal", "goal_missing")]
    assert house.anna_client.get(f"/v1/conversations/{talk['id']}").json()["goal"] == "Samen kijken"


def test_a_home_visit_needs_a_yes_and_keeps_no_address(house: House) -> None:
    visit = with_one(house, meeting_type="home-visit", channel="home_visit", **at(lasting=45)) | {"room_id": None}
    assert pointed(house.anna_client.post("/v1/conversations", visit)) == [
        ("/home_visit_consent", "home_visit_consent_missing")
    ]
    consent = {"home_visit_consent": {"given_by_id": house.sara, "given_at": "2026-09-10T08:00:00Z"}}
    with_address = house.anna_client.post("/v1/conversations", visit | consent | {"place": "Nieuwstraat 1"})
    assert pointed(with_address) == [("", "no_home_address")]
    of_other = {"home_visit_consent": consent["home_visit_consent"] | {"given_by_id": house.omar}}
    assert pointed(house.anna_client.post("/v1/conversations", visit | of_other)) == [
        ("/home_visit_consent", "home_visit_consent_missing")
    ]
    proposed(house.anna_client, visit | consent)


def test_what_does_not_exist_here_is_named(house: House, other_house: House) -> None:
    client = house.anna_client
    foreign = with_one(house) | {"student_id": other_house.student}
    assert pointed(client.post("/v1/conversations", foreign)) == [("/student_id", "unknown_reference")]
    assert pointed(client.post("/v1/conversations", of_bram(house))) == [("/student_id", "unknown_reference")]
    unknown = with_one(house, meeting_type="tea-party")
    assert pointed(client.post("/v1/conversations", unknown)) == [("/meeting_type", "unknown_reference")]
    elsewhere = with_one(house, room_id=other_house.room)
    assert pointed(client.post("/v1/conversations", elsewhere)) == [("/room_id", "unknown_reference")]


def test_a_participant_is_one_person_who_fits_the_role(house: House) -> None:
    talk = with_one(house)
    for wrong in (
        {"role": "teacher", "guardian_id": house.sara},
        {"role": "teacher"},
        {"role": "guardian", "guardian_id": house.sara, "staff_id": house.anna},
    ):
        answer = house.anna_client.post("/v1/conversations", talk | {"participants": [wrong]})
        assert pointed(answer) == [("/participants/0", "one_person")]
    other = [*talk["participants"], {"role": "student", "student_id": house.other_student}]
    answer = house.anna_client.post("/v1/conversations", talk | {"participants": other})
    assert pointed(answer) == [("", "one_student")]


def test_a_start_conversation_has_no_agenda_before_it_starts(house: House) -> None:
    talk = proposed(house.anna_client, start_talk(house))
    url = f"/v1/conversations/{talk['id']}/agenda-items"
    answer = house.sara_client.post(url, {"text": "Rekenen"})
    assert (refused(answer), pointed(answer)) == ((422, "rule_broken"), [("", "no_agenda_before_start")])


def test_in_a_reverse_conversation_only_the_family_brings_subjects(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house, meeting_type="reverse-conversation", **at(lasting=8)))
    url = f"/v1/conversations/{talk['id']}/agenda-items"
    assert pointed(house.anna_client.post(url, {"text": "Punten"})) == [("", "family_sets_agenda")]
    mine = house.sara_client.made(url, {"text": "Wat ze thuis graag doet"})
    assert (mine["brought_by"], mine["added_at_status"]) == ("guardian", "proposed")


def test_times_keep_to_the_grid(house: House) -> None:
    odd = {"starts_at": SOON.replace(minute=3).isoformat(), "ends_at": SOON.replace(minute=18).isoformat()}
    assert pointed(house.anna_client.post("/v1/conversations", with_one(house) | odd)) == [
        ("/starts_at", "off_the_grid")
    ]
