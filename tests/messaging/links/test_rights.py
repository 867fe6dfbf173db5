"""A link opens nothing for who may no longer know what its message tells; and it does not say why."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from conferences.rounds import Round
from conversations.talks import Talk
from house import Client, House
from messaging.follows import put
from messaging.links.messages import kept_links, link_to, look, message_about, says
from plans.start import talked
from sqlalchemy import update

from domain.families.models import Guardian, Guardianship
from domain.families.models.restrictions import Restriction

YESTERDAY = datetime.now(UTC).date() - timedelta(days=1)


def changed(house: House, table: Any, *which: Any, **values: Any) -> None:
    async def change() -> None:
        async with house.database.working_for(house.id) as session:
            await session.execute(update(table).where(table.school_id == house.id, *which).values(**values))

    house.run(change())


def of_sara(house: House, **values: Any) -> None:
    changed(house, Guardianship, Guardianship.guardian_id == house.ids["sara"], **values)


def restricted(house: House, kind: str, student: str = "student") -> None:
    until = YESTERDAY + timedelta(days=90)
    who = {"school_id": house.id, "guardian_id": house.ids["sara"], "student_id": house.ids[student]}
    put(house, Restriction(**who, kind=kind, basis="vonnis", starts_on=YESTERDAY, ends_on=until))


LOSSES = {
    "no information": lambda house: restricted(house, "no_information"),
    "no contact": lambda house: restricted(house, "no_contact"),
    "ended": lambda house: of_sara(house, ended_on=YESTERDAY),
    "no right": lambda house: of_sara(house, right_to_information=False),
    "gone": lambda house: changed(house, Guardian, Guardian.id == house.ids["sara"], ended_on=YESTERDAY),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_who_may_no_longer_know_opens_nothing(
    house: House, nobody: Client, talk: Talk, opened: Round, loss: str
) -> None:
    about = [
        ("conversations", talk["id"], "invitation"),
        ("conference-rounds", opened["id"], "round_opened"),
        ("communication-plans", house.student, "plan_card"),
    ]
    secrets = [link_to(house, message_about(house, what, row_id, kind=kind)) for what, row_id, kind in about]
    assert [look(nobody, secret).status_code for secret in secrets] == [200, 200, 200]
    LOSSES[loss](house)
    wrong = seen(look(nobody, "wrong"))
    assert [seen(look(nobody, secret)) for secret in secrets] == [wrong] * 3
    assert [seen(says(nobody, secret, "decline")) for secret in secrets] == [wrong] * 3
    assert {one.answered_at for one in kept_links(house)} == {None}


def seen(answer: Any) -> tuple[int, str, str]:
    told = answer.json()
    return answer.status_code, told["code"], told["detail"]


def test_who_may_not_come_may_still_read(house: House, nobody: Client) -> None:
    secret = link_to(house, message_about(house, "communication-plans", house.student, kind="plan_card"))
    restricted(house, "no_attendance")
    assert look(nobody, secret).status_code == 200


def test_times_of_several_children_close_for_who_is_kept_from_one(house: House, nobody: Client, opened: Round) -> None:
    of_both = {"guardian_id": house.ids["sara"], "student_id": house.ids["other_student"]}
    put(house, Guardianship(school_id=house.id, relationship="mother", **of_both))
    talks = {talked(house, name): {} for name in ("student", "other_student")}
    told = {"told": {"talks": talks}, "kind": "round_times"}
    secret = link_to(house, message_about(house, "conference-rounds", opened["id"], **told))
    assert look(nobody, secret).status_code == 200
    restricted(house, "no_information", "other_student")
    assert look(nobody, secret).status_code == 404


def test_what_may_no_longer_be_known_is_not_read_again_with_an_account(house: House) -> None:
    message_id = UUID(message_about(house, "communication-plans", house.student, kind="plan_card"))
    assert house.sara_client.get(f"/v1/messages/{message_id}").status_code == 200
    of_sara(house, right_to_information=False)
    assert house.sara_client.get(f"/v1/messages/{message_id}").status_code == 404
