"""Communication plans."""

from collections.abc import Callable
from typing import Any

from house import House
from isolation.deed import Deed, Ids, nothing, of, plain
from plans.start import OMAR_WISHES, SARA_WISHES, SCHOOL_OFFERS, STUDENT_WISHES, Plan, at, talked, with_omar, with_sara

TABLE = {"parties": [{"name": "Sara", "channels": ["talk"]}], "school": {"channels": ["talk"]}}


def draft(house: House) -> str:
    made = house.anna_client.made("/v1/communication-plans", {"conversation_id": talked(house)})
    return str(made["id"])


def heard(house: House) -> str:
    """Everybody said what they can and wish."""
    plan = {"id": draft(house)}
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS)
    house.sara_client.made(at(plan, "guardian-wishes"), SARA_WISHES)
    house.omar_client.made(at(plan, "guardian-wishes"), OMAR_WISHES)
    house.student_client.made(at(plan, "student-wishes"), STUDENT_WISHES)
    return plan["id"]


def written(house: House) -> str:
    """Each parent has an agreement."""
    plan = {"id": heard(house)}
    for agreement in (with_sara(house), with_omar(house)):
        house.anna_client.made(at(plan, "agreements"), agreement)
    return plan["id"]


def agreed(house: House) -> str:
    plan = {"id": written(house)}
    for caller, party in (
        (house.sara_client, "guardian"),
        (house.student_client, "student"),
        (house.anna_client, "teacher"),
    ):
        caller.made(at(plan, "agree"), {"party": party})
    return plan["id"]


def read(house: House, row_id: str) -> Plan:
    return house.anna_client.get(at({"id": row_id})).json()  # type: ignore[no-any-return]


def an_agreement(house: House) -> Ids:
    row_id = written(house)
    return {"row_id": row_id, "agreement_id": read(house, row_id)["agreements"][0]["id"]}


def a_version(house: House) -> Ids:
    row_id = agreed(house)
    versions = house.anna_client.get(at({"id": row_id}, "versions")).json()["items"]
    return {"row_id": row_id, "number": versions[0]["number"]}


def by_anna(ids: Callable[[House], Ids], body: Callable[[House], Any] | None = None, **more: Any) -> Deed:
    return Deed(ids, body=body, by="anna", **more)


PLANS: dict[str, Deed] = {
    **plain("communication_options", "communication-options", lambda _: SCHOOL_OFFERS, {"channels": ["talk"]}),
    "list_communication_plans": Deed(shows=draft),
    "create_communication_plan": Deed(body=lambda house: {"conversation_id": talked(house)}, by="anna"),
    "get_communication_plan": by_anna(of(draft)),
    "negotiate_communication_plan": by_anna(nothing, lambda _: TABLE),
    "get_communication_plan_offer": by_anna(lambda house: {"row_id": talked(house)}),
    "get_communication_plan_version_changes": by_anna(a_version),
    "get_communication_plan_summary": by_anna(of(draft)),
    "print_communication_plan_card": by_anna(of(draft)),
    "change_communication_plan": by_anna(of(draft), lambda _: {"review_on": "2026-12-01"}),
    "give_student_wishes": by_anna(of(draft), lambda _: STUDENT_WISHES),
    "give_guardian_wishes": by_anna(of(draft), lambda house: SARA_WISHES | {"guardian_id": house.sara}),
    "make_plan_agreement": by_anna(of(heard), with_sara),
    "drop_plan_agreement": by_anna(an_agreement, version_at="/v1/communication-plans/{row_id}"),
    "agree_communication_plan": by_anna(of(written), lambda _: {"party": "teacher"}),
    "review_communication_plan": by_anna(of(agreed), lambda _: {"outcome": "keep"}),
    "decide_by_plan": by_anna(of(draft), lambda _: {"topic": "conversations"}),
    "decide_for_student": by_anna(lambda house: {"row_id": house.student}, lambda _: {"topic": "conversations"}),
    "list_communication_plan_versions": by_anna(of(draft)),
    "get_communication_plan_version": by_anna(a_version),
}
