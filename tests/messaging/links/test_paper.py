"""Letters on paper: what waits is printed, with a link when one is asked for; reading changes nothing."""

import io
from typing import Any

import pytest
from conversations.talks import Talk
from house import Client, House
from messaging.links.messages import kept_links, message_about
from messaging.links.test_offers import offered
from plans.test_privacy import restrict
from pypdf import PdfReader

from domain.kernel import clock
from domain.kernel.row import new_id
from domain.messaging.models import MessageTask
from domain.messaging.models.words import TaskKind, TaskState

PAPER = "/v1/messages/paper"


def to_print(house: House, message_id: str, state: TaskState = TaskState.OPEN) -> str:
    task = MessageTask(
        school_id=house.id, id=new_id(), message_id=message_id, kind=TaskKind.PRINT, state=state, due_at=clock.now()
    )
    task_id = str(task.id)

    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            session.add(task)

    house.run(keep())
    return task_id


def pages(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    return [page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages]


def test_each_open_letter_is_a_page_with_dutch_and_a_strip(house: House, talk: Talk) -> None:
    for guardian in ("sara", "omar"):
        to_print(house, message_about(house, "conversations", talk["id"], guardian, languages=["fr", "nl"]))
    printed = pages(house.admin_client.get(PAPER))
    assert len(printed) == 2
    for name, page in zip(("Sara", "Omar"), printed, strict=True):
        assert f"{name} Haddad\n" in page
        assert "Ja, ik kom" not in page, "there are times to choose from"
        assert "Non, je ne peux pas venir" in page
        assert "Nee, ik kan niet komen" in page
    assert kept_links(house) == []


def test_a_lost_letter_is_printed_again_with_a_link(house: House, talk: Talk) -> None:
    done = to_print(house, message_about(house, "conversations", talk["id"]), TaskState.DONE)
    assert house.admin_client.get(PAPER).status_code == 404, "nothing waits"
    [page] = pages(house.admin_client.post(PAPER, params={"task_id": done}))
    assert "richt de camera" in " ".join(page.split())
    assert len(kept_links(house)) == 1


def test_a_letter_begins_on_its_own_page_however_long_the_one_before(house: House, talk: Talk) -> None:
    many = [{"nl": f"Alinea {number}. " + "We praten over veel. " * 11 + "Tot dan."} for number in range(30)]
    many[-1]["nl"] += " {when} {choices} {professionals} {answer}"
    reworded = house.admin_client.put("/v1/message-wordings/invitation", {"paragraphs": many})
    assert reworded.is_success, reworded.text
    for guardian in ("sara", "omar"):
        to_print(house, message_about(house, "conversations", talk["id"], guardian, languages=["nl"]))
    printed = pages(house.admin_client.get(PAPER))
    begins = [at for at, page in enumerate(printed) if "De Wissel\n" in page[:40]]
    assert len(begins) == 2
    assert begins[1] > 1
    assert "Alinea 28" in "".join(printed[: begins[1]])
    assert "Haddad" in printed[begins[1]]
    assert "Alinea 28" not in printed[begins[1]]


@pytest.mark.parametrize(("kind", "strip"), [("cancellation", False), ("thank_you", False), ("reminder", True)])
def test_only_what_asks_has_a_strip(house: House, talk: Talk, kind: str, *, strip: bool) -> None:
    to_print(house, message_about(house, "conversations", talk["id"], kind=kind))
    [page] = pages(house.admin_client.get(PAPER))
    assert ("Nee, ik kan niet komen" in " ".join(page.split())) is strip


def test_a_time_that_came_free_asks_yes_or_no(house: House) -> None:
    to_print(house, message_about(house, "conference-waits", offered(house), "omar", kind="slot_offered"))
    [page] = pages(house.admin_client.get(PAPER))
    assert "Ja, ik kom" in page
    assert page.count("☐") <= 2


@pytest.mark.parametrize("who", ["anna", "sara"])
def test_the_office_prints(house: House, talk: Talk, who: str) -> None:
    to_print(house, message_about(house, "conversations", talk["id"]))
    caller: Client = getattr(house, f"{who}_client")
    assert [caller.get(PAPER).status_code, caller.post(PAPER).status_code] == [403, 403]


def test_after_a_restriction_nothing_is_printed(house: House, talk: Talk) -> None:
    task_id = to_print(house, message_about(house, "conversations", talk["id"], "omar"))
    pages(house.admin_client.get(PAPER))
    restrict(house, "no_contact")
    assert [house.admin_client.get(path).status_code for path in (PAPER, f"{PAPER}?task_id={task_id}")] == [404, 404]
