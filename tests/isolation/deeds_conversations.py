"""Conversations and what is kept with them."""

from collections.abc import Callable
from typing import Any

from conversations.talks import at, deed, planned, proposed, running, start_talk, with_both
from conversations.trees import BOARD, a_tree
from house import House
from isolation.deed import Deed, Ids, of


def a_proposal(house: House) -> str:
    return str(proposed(house.anna_client, with_both(house))["id"])


def a_plan(house: House) -> str:
    return str(planned(house)["id"])


def under_way(house: House) -> str:
    return str(running(house)["id"])


def a_board(house: House) -> str:
    return str(a_tree(house)["id"])


def to_prepare(house: House) -> str:
    return str(proposed(house.anna_client, start_talk(house))["id"])


def kept(reach: Callable[[House], str], what: str, body: dict[str, Any]) -> Callable[[House], str]:
    """Makes something that is kept with a conversation."""
    return lambda house: str(house.anna_client.made(deed({"id": reach(house)}, what), body)["id"])


def by_anna(ids: Callable[[House], Ids], body: Callable[[House], Any] | None = None) -> Deed:
    return Deed(ids, body=body, by="anna")


def interpreter(house: House) -> Any:
    return {"role": "interpreter", "interpreter_id": house.interpreter}


def an_interpreter_there(house: House) -> Ids:
    talk = house.anna_client.made(deed({"id": a_proposal(house)}, "participants"), interpreter(house))
    return {"row_id": talk["id"], "participant_id": talk["participants"][-1]["id"]}


def sara(house: House) -> Any:
    return {"guardian_id": house.sara}


POINT = {"text": "Hoe gaat het met lezen?"}
ITEM = {"phase": "before", "text": {"nl": "Zet de stoelen in een kring."}}
NOTE = {"purpose": "Opvolging", "text": "Lina tekent graag.", "ends_on": at(30 * 24 * 60)["starts_at"][:10]}
AGREEMENT = {"what": "Samen lezen", "who": "teacher"}
point = kept(a_proposal, "agenda-items", POINT)
item = kept(to_prepare, "checklist-items", ITEM)
note = kept(under_way, "notes", NOTE)
agreement = kept(under_way, "agreements", AGREEMENT)

CONVERSATIONS: dict[str, Deed] = {
    "list_conversations": Deed(shows=a_proposal),
    "propose_conversation": Deed(body=with_both, by="anna"),
    "get_conversation": by_anna(of(a_proposal)),
    "print_conversation_guide": by_anna(of(a_proposal)),
    "change_conversation": by_anna(of(a_proposal), lambda _: {"goal": "Lezen"}),
    "propose_other_times": by_anna(of(a_proposal), lambda _: at(60)),
    "accept_conversation": by_anna(of(a_proposal), sara),
    "decline_conversation": by_anna(of(a_proposal), sara),
    "acknowledge_professionals": by_anna(of(a_proposal), sara),
    "reschedule_conversation": by_anna(of(a_plan), lambda _: at(60)),
    "cancel_conversation": by_anna(of(a_plan), lambda _: {}),
    "start_conversation": by_anna(of(a_plan)),
    "complete_conversation": by_anna(of(under_way)),
    "miss_conversation": by_anna(of(a_plan)),
    "add_participant": by_anna(of(a_proposal), interpreter),
    "remove_participant": Deed(an_interpreter_there, by="anna", version_at="/v1/conversations/{row_id}"),
    "list_agenda_items": by_anna(of(a_proposal)),
    "create_agenda_item": by_anna(of(a_proposal), lambda _: POINT),
    "get_agenda_item": by_anna(of(point)),
    "delete_agenda_item": by_anna(of(point)),
    "get_conversation_checklist": by_anna(of(to_prepare)),
    "copy_checklist": by_anna(of(to_prepare), lambda _: {"variant": "with-examples"}),
    "create_checklist_item": by_anna(of(to_prepare), lambda _: ITEM),
    "get_checklist_item": by_anna(of(item)),
    "tick_checklist_item": by_anna(of(item), lambda _: {"is_ticked": True}),
    "get_board": by_anna(of(a_board)),
    "lay_board": by_anna(of(a_board), lambda _: BOARD),
    "get_board_picture": by_anna(of(a_board)),
    "list_notes": by_anna(of(under_way)),
    "create_note": by_anna(of(under_way), lambda _: NOTE),
    "get_note": by_anna(of(note)),
    "change_note": by_anna(of(note), lambda _: {"purpose": "Lezen"}),
    "delete_note": by_anna(of(note)),
    "list_conversation_agreements": by_anna(of(under_way)),
    "create_agreement": by_anna(of(under_way), lambda _: AGREEMENT),
    "list_agreements": Deed(shows=agreement),
    "get_agreement": by_anna(of(agreement)),
    "change_agreement": by_anna(of(agreement), lambda _: {"what": "Elke avond lezen"}),
}
