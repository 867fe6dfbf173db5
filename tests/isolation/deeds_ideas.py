"""Ideas for activities, looking back on them, and whom they missed."""

from activities.ideas_made import COOKING, HAPPY, an_activity, at, bring, miss, tap
from house import House
from isolation.deed import Deed, of


def an_idea(house: House) -> str:
    return str(bring(house.sara_client, class_id=house.first_class)["id"])


def answered(house: House) -> str:
    idea = bring(house.sara_client)
    house.anna_client.made(at(idea, "answer"), {"words": "Goed idee."})
    return str(idea["id"])


def supported(house: House) -> str:
    idea = bring(house.omar_client)
    house.sara_client.made(at(idea, "support"))
    return str(idea["id"])


def others(house: House) -> str:
    return str(bring(house.omar_client)["id"])


def looked_at(house: House) -> str:
    """Held, and one smiley is there."""
    activity_id = an_activity(house)
    assert tap(house.sara_client, activity_id) == 204
    return activity_id


def missed(house: House) -> str:
    return str(miss(house, an_activity(house))["id"])


IDEAS: dict[str, Deed] = {
    "list_activity_ideas": Deed(shows=an_idea, by="sara"),
    "bring_activity_idea": Deed(body=lambda house: COOKING | {"guardian_id": house.sara}, by="sara"),
    "get_activity_idea": Deed(of(an_idea), by="sara"),
    "place_activity_idea": Deed(of(an_idea), body=lambda house: {"class_id": house.second_class}, by="anna"),
    "delete_activity_idea": Deed(of(an_idea), by="sara"),
    "support_activity_idea": Deed(of(others), by="sara"),
    "withdraw_activity_idea_support": Deed(of(supported), by="sara", version_at="/v1/activity-ideas/{row_id}"),
    "answer_activity_idea": Deed(of(an_idea), body=lambda _: {"words": "Goed idee."}, by="anna"),
    "report_back_activity_idea": Deed(of(answered), body=lambda _: {"words": "We kookten samen."}, by="anna"),
    "get_activity_evaluation": Deed(of(looked_at), by="sara"),
    "tap_smiley": Deed(of(an_activity), body=lambda _: HAPPY, by="sara"),
    "put_smiley_tally": Deed(
        of(an_activity),
        body=lambda _: {"counts": {"parent": {"happy": 4}}},
        by="anna",
        version_at="/v1/activities/{row_id}/evaluations",
    ),
    "evaluate_activity": Deed(of(looked_at), body=lambda _: {"nobody_missed": True}, by="anna"),
    "note_missed_family": Deed(
        of(an_activity), body=lambda house: {"student_id": house.student, "way": "phone"}, by="anna"
    ),
    "list_missed_families": Deed(shows=missed, by="anna"),
    "get_missed_family": Deed(of(missed), by="anna"),
    "change_missed_family": Deed(of(missed), body=lambda house: {"staff_id": house.bram, "is_done": True}, by="anna"),
    "make_next_activity": Deed(of(an_activity), by="anna"),
}
