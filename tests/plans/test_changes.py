"""What became different between versions, in words: to each of their own parts (R17)."""

from typing import Any

from house import Client, House
from plans.start import OMAR_WISHES, SARA_WISHES, STUDENT_WISHES, Plan, at, with_sara

from domain.kernel.printed import printed_words
from domain.kernel.text import OWN_LANGUAGES
from domain.plans.models.agreements import PlanAgreementFields
from domain.plans.models.guardian_wishes import GuardianWishesFields
from domain.plans.models.options import CommunicationOptionsFields
from domain.plans.models.student_wishes import StudentWishesFields


def changes(client: Client, plan: Plan, number: int, **asked: Any) -> Any:
    return client.get(at(plan, "versions", number, "changes"), params=asked)


def told(client: Client, plan: Plan, number: int, **asked: Any) -> list[tuple[str, str]]:
    return [(one["pointer"], one["said"]) for one in changes(client, plan, number, **asked).json()["items"]]


def test_the_first_version_has_nothing_before_it(house: House, agreed: Plan) -> None:
    assert changes(house.anna_client, agreed, agreed["version"]).json() == {
        "number": agreed["version"],
        "since": None,
        "items": [],
    }


def test_each_change_is_a_sentence_with_its_place(house: House, agreed: Plan) -> None:
    sara = SARA_WISHES | {"channels": ["paper"], "urgent_phone": None, "topics_at_once": ["absence", "Zwemmen"]}
    house.sara_client.made(at(agreed, "guardian-wishes"), sara)
    house.admin_client.made("/v1/communication-options", {"staff_id": house.anna, "channels": ["talk"]})
    house.anna_client.delete(
        at(agreed, "agreements", agreed["agreements"][0]["id"]), etag=house.anna_client.get(at(agreed)).headers["etag"]
    )
    house.anna_client.made(at(agreed, "agreements"), with_sara(house, "talk", compromise="Zo gaat het beter."))
    house.anna_client.made(at(agreed, "review"), {"outcome": "change"})
    last = house.anna_client.made(at(agreed, "agree"), {"party": "teacher"})
    since = agreed["version"]
    assert told(house.anna_client, agreed, last["version"], since=since) == [
        ("/plan/status", "Het plan, hoe ver het plan is: vroeger afgesproken, nu samen bekeken."),
        ("/plan/review_outcome", "Het plan, na het terugkijken: nu aanpassen."),
        ("/plan/options/1", "Wat een leerkracht kan: voor het eerst verteld."),
        (
            "/plan/guardian_wishes/0/channels",
            "Wensen van de ouder, hoe: vroeger telefoon, een babbel op school, nu brief op papier.",
        ),
        ("/plan/guardian_wishes/0/urgent_phone", "Wensen van de ouder, dringend: niet meer +3225550100."),
        (
            "/plan/guardian_wishes/0/topics_at_once",
            "Wensen van de ouder, snel vertellen: nu afwezigheid, Zwemmen.",
        ),
        (
            "/plan/agreements/1",
            "Er is een nieuwe afspraak over Huiswerk: een babbel op school, als het nodig is.",
        ),
        ("/plan/agreements", "De afspraak over Huiswerk (telefoon) staat er niet meer in."),
        ("/plan/agreed_by/2", "Zei ja tegen het plan: de leerkracht."),
    ]
    french = changes(house.anna_client, agreed, last["version"], since=since, lang="all").json()["items"][0]["said"]
    assert set(french) == set(OWN_LANGUAGES)
    omars = told(house.omar_client, agreed, last["version"], since=since)
    assert [pointer for pointer, _ in omars] == [
        "/plan/status",
        "/plan/review_outcome",
        "/plan/options/1",
        "/plan/agreed_by/1",
    ]


def test_a_parent_learns_nothing_of_the_others_part(house: House, agreed: Plan) -> None:
    house.sara_client.made(at(agreed, "guardian-wishes"), SARA_WISHES | {"channels": ["paper"]})
    hidden = house.anna_client.get(at(agreed)).json()["version"]
    house.student_client.made(at(agreed, "student-wishes"), STUDENT_WISHES | {"joins_talks": False})
    house.omar_client.made(at(agreed, "guardian-wishes"), OMAR_WISHES | {"frequency": "weekly"})
    last = house.anna_client.get(at(agreed)).json()["version"]
    mine = [
        ("/plan/guardian_wishes/0/frequency", "Wensen van de ouder, hoe vaak: vroeger als het nodig is, nu elke week.")
    ]
    assert told(house.omar_client, agreed, last) == mine
    assert changes(house.omar_client, agreed, last).json()["since"] == agreed["version"]
    assert changes(house.omar_client, agreed, hidden).status_code == 404
    assert changes(house.omar_client, agreed, last, since=hidden).status_code == 404
    assert changes(house.sara_client, agreed, last).status_code == 404
    for stranger in (house.bram_client, house.grandmother_client):
        assert changes(stranger, agreed, last).status_code == 404


def test_one_compares_with_an_earlier_version(house: House, agreed: Plan) -> None:
    refused = changes(house.anna_client, agreed, agreed["version"], since=agreed["version"])
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "?since")


def test_every_field_has_a_name() -> None:
    fields = {
        name
        for part in (CommunicationOptionsFields, StudentWishesFields, GuardianWishesFields, PlanAgreementFields)
        for name in part.model_fields
    } - {"staff_id", "guardian_id", "party"}
    assert set(printed_words("plan-words")["fields"]) >= fields
