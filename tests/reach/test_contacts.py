"""Contacts in one tap: who enters them, who sees them, and how they are taken back."""

from datetime import timedelta
from typing import Any

import pytest
from house import House
from sqlalchemy import update
from sqlmodel import col

from domain.kernel import clock
from domain.reach.models.contacts import FamilyContact

AT = "/v1/contacts"


def gate(house: House, **more: Any) -> dict[str, Any]:
    return {"student_id": house.student, "kind": "at_the_gate", **more}


def test_one_tap_keeps_who_with_whom_how_and_which_day_and_nothing_else(house: House) -> None:
    made = house.anna_client.made(AT, gate(house, guardian_id=house.sara))
    rest = {"id", "version", "created_at", "updated_at"}
    assert set(made) - rest == {"student_id", "guardian_id", "kind", "staff_id", "met_on"}
    assert made["staff_id"] == house.anna
    assert house.anna_client.post(AT, gate(house, notes="Was laat.")).status_code == 422


@pytest.mark.parametrize("name", ["bram_client", "other_house"])
def test_who_does_not_teach_the_student_enters_and_sees_nothing(house: House, other_house: House, name: str) -> None:
    made = house.anna_client.made(AT, gate(house))
    stranger = house.bram_client if name == "bram_client" else other_house.anna_client
    assert stranger.post(AT, gate(house)).status_code == 404
    assert stranger.get(f"{AT}/{made['id']}").status_code == 404
    assert stranger.get(AT).json()["items"] == []


def test_a_guardian_is_one_of_that_student(house: House) -> None:
    refused = house.anna_client.post(AT, gate(house, guardian_id=house.other_guardian))
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/guardian_id")


def test_who_entered_it_takes_it_back_and_nobody_else(house: House) -> None:
    at = f"{AT}/{house.anna_client.made(AT, gate(house))['id']}"
    assert house.coordinator_client.delete(at).status_code == 403
    assert house.anna_client.request("DELETE", at).status_code == 428
    assert house.anna_client.delete(at).status_code == 204
    assert house.anna_client.get(at).status_code == 404


def test_after_a_day_it_stands(house: House) -> None:
    made = house.anna_client.made(AT, gate(house))
    before = clock.now() - timedelta(hours=25)

    async def age() -> None:
        async with house.database.working_for(house.id) as session:
            mine = update(FamilyContact).where(col(FamilyContact.school_id) == house.id)
            await session.execute(mine.values(created_at=before))

    house.run(age())
    refused = house.anna_client.delete(f"{AT}/{made['id']}")
    assert (refused.status_code, refused.json()["code"]) == (409, "contact_stands")
