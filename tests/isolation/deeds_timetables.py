"""Timetables of conferences."""

from collections.abc import Callable

from conferences.evening import Evening, published
from conversations.talks import proposed, with_one
from house import House
from isolation.deed import Deed, Ids, of


def _of(name: str, row: Callable[[Evening], object]) -> Callable[[House], Ids]:
    def ids(house: House) -> Ids:
        evening = published(house)
        return {"row_id": evening.round_id, name: row(evening)}

    return ids


ROUND = of(lambda house: str(published(house).round_id))
STAFF = _of("staff_id", lambda evening: evening.house.ids["anna"])
ROOM = _of("room_id", lambda evening: evening.ids["leeshoek"])
FAMILY = _of("family_id", lambda evening: evening.ids["sara"])

TIMETABLES: dict[str, Deed] = {
    "get_timetable": Deed(ROUND, by="anna"),
    "get_timetable_picture": Deed(ROUND, by="anna"),
    "get_workbook": Deed(ROUND, by="anna"),
    "print_timetables": Deed(ROUND),
    "get_staff_timetable": Deed(STAFF, by="anna"),
    "print_staff_timetable": Deed(STAFF, by="anna"),
    "get_staff_calendar": Deed(STAFF, by="anna"),
    "get_staff_workbook": Deed(STAFF, by="anna"),
    "get_room_timetable": Deed(ROOM, by="anna"),
    "print_room_timetable": Deed(ROOM, by="anna"),
    "get_family_timetable": Deed(FAMILY, by="sara"),
    "get_family_route": Deed(FAMILY, by="sara"),
    "print_family_timetable": Deed(FAMILY, by="sara"),
    "get_family_calendar": Deed(FAMILY, by="sara"),
    "get_conversation_calendar": Deed(
        of(lambda house: str(proposed(house.anna_client, with_one(house))["id"])), by="sara"
    ),
}
