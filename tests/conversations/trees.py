"""Talking trees to begin a test with."""

from typing import Any

from conversations.talks import at, deed, planned, with_both
from house import House

BOARD: dict[str, Any] = {
    "cards": [
        {"development_domain": "language", "chosen_by": "guardian", "note": "zingt in het Arabisch"},
        {"development_domain": "movement", "chosen_by": "teacher"},
    ],
    "pawns": [
        {"scale": "well-being", "level": 4, "place": "home", "placed_by": "guardian"},
        {"scale": "well-being", "level": 2, "place": "class", "placed_by": "teacher", "note": "bij het afscheid"},
    ],
    "what_helps": "Een foto van thuis in de boekentas.",
}


def tree_talk(house: House, minutes: int = 0, **more: Any) -> dict[str, Any]:
    """A talking tree of Anna with both parents of Lina, who is in nursery now."""
    url = f"/v1/students/{house.student}"
    if house.admin_client.get(url).json()["level"] != "nursery":
        assert house.admin_client.patch(url, {"level": "nursery"}).status_code == 200
    return with_both(house, meeting_type="talking-tree", host_moment="conference", **at(minutes)) | more


def a_tree(house: House, minutes: int = 0, **more: Any) -> dict[str, Any]:
    """Planned, with an empty board."""
    return planned(house, tree_talk(house, minutes, **more))


def laid(house: House, talk: dict[str, Any], board: dict[str, Any] | None = None) -> dict[str, Any]:
    """What Anna wrote down."""
    answer = house.anna_client.put(deed(talk, "board"), board or BOARD)
    assert answer.status_code == 200, answer.text
    return answer.json()  # type: ignore[no-any-return]
