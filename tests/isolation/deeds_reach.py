"""Contacts and reach."""

from typing import Any

from house import House
from isolation.deed import Deed, made, of


def gate(house: House) -> Any:
    return {"student_id": house.student, "kind": "at_the_gate"}


a_contact = made("/v1/contacts", gate, "anna")

REACH: dict[str, Deed] = {
    "enter_contact": Deed(body=gate, by="anna"),
    "list_contacts": Deed(shows=a_contact, by="anna"),
    "get_contact": Deed(of(a_contact), by="anna"),
    "delete_contact": Deed(of(a_contact), by="anna"),
    "get_reach": Deed(by="anna"),
    "get_reach_picture": Deed(by="anna"),
    "get_reach_table": Deed(by="anna"),
    "get_reach_workbook": Deed(by="anna"),
    "list_families_to_reach": Deed(by="anna"),
}
