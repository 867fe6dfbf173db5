"""The catalogue: the library belongs to everybody, what a school adds to it does not."""

from typing import Any

from house import House
from isolation.deed import Deed, Ids, made, of, plain

KEYED = {
    "meeting_type": "meeting-types",
    "tip": "tips",
    "material": "materials",
    "development_domain": "development-domains",
    "scale": "scales",
    "source": "sources",
}


def question(_: House) -> Any:
    return {
        "meeting_type": "start-conversation",
        "audience": "parent",
        "phase": "opening",
        "levels": ["primary"],
        "text": {"nl": "Wat maakt de ochtend bij jullie vlot?"},
        "plain": {"nl": "Wat helpt in de ochtend?"},
        "use": {"nl": "Noteer één gewoonte."},
    }


def point(house: House) -> Any:
    return {"phase": "before", "text": {"nl": "Zet de koffie klaar."}, "checklist_id": first(house, "checklists")["id"]}


def first(house: House, path: str) -> dict[str, Any]:
    """The first of a list of the library."""
    return house.admin_client.get(f"/v1/{path}?limit=1").json()["items"][0]  # type: ignore[no-any-return]


def keyed(path: str) -> Deed:
    name = "tag" if path == "sources" else "key"
    return Deed(lambda house: {"key": first(house, path)[name]}, everybodys=True)


def adaptable(noun: str, path: str, body: Any, change: Any) -> dict[str, Deed]:
    own = of(made(f"/v1/{path}", body))

    def of_library(house: House) -> Ids:
        return {"row_id": first(house, path)["id"]}

    def hidden(house: House) -> Ids:
        ids = of_library(house)
        assert house.admin_client.post(f"/v1/{path}/{ids['row_id']}/hide").is_success
        return ids

    return {
        **plain(noun, path, body, change),
        f"adapt_{noun}": Deed(of_library, body=lambda _: change, theirs=own),
        f"hide_{noun}": Deed(of_library, theirs=own),
        f"restore_{noun}": Deed(hidden, theirs=own),
    }


CATALOGUE: dict[str, Deed] = {
    **adaptable("question", "questions", question, {"text": {"nl": "Wat helpt jullie in de ochtend?"}}),
    **adaptable("checklist_point", "checklist-points", point, {"text": {"nl": "Zet thee klaar."}}),
    **{f"list_{path.replace('-', '_')}": Deed() for path in [*KEYED.values(), "checklists"]},
    **{f"get_{noun}": keyed(path) for noun, path in KEYED.items()},
    "get_checklist": Deed(lambda house: {"row_id": first(house, "checklists")["id"]}, everybodys=True),
    "get_activity_mind_map": Deed(),
    "get_activity_mind_map_picture": Deed(),
    "list_pictograms": Deed(),
    "get_pictogram": Deed(lambda _: {"name": "star"}, everybodys=True),
    "print_checklist": Deed(lambda house: {"row_id": first(house, "checklists")["id"]}, everybodys=True),
    "print_development_domain_cards": Deed(),
}
