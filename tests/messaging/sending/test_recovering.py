"""After a worker ended in the middle: what is known decides, and nothing is sent twice."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from messaging.channels.mail_servers import Mailbox
from messaging.sending.office import Office

from api.messenger import remind_everywhere
from domain.kernel import clock
from domain.messaging.actions.recovering import ALIVE
from domain.messaging.journal import kept_in
from domain.messaging.models import Delivery


@pytest.mark.parametrize(
    ("marked", "mails", "confirmed"),
    [([], 1, True), (["about_to"], 0, False), (["about_to", True], 0, True), (["about_to", False], 1, True)],
    ids=["not begun", "about to", "sent", "refused for now"],
)
def test_by_its_own_journal(office: Office, box: Mailbox, marked: list[Any], mails: int, confirmed: bool) -> None:
    office.invited()
    with kept_in(office.journals) as journal:
        delivery = office.stopped_in_the_middle(journal.name)
        for mark in marked:
            journal.about_to(delivery.id) if mark == "about_to" else journal.answered(delivery.id, sent=mark)
    office.goes_round(times=2)
    (after,) = office.rows(Delivery)
    assert (len(box.kept), after.state, after.confirmed, office.states) == (mails, "sent", confirmed, ["sent"])
    with kept_in(office.journals) as journal:
        assert bool(journal.marks()) is False or mails == 1


def gone(office: Office, channel: str, **since: float) -> Delivery:
    """Left by a worker whose journal is lost, so long ago."""
    office.invited()
    office.stopped_in_the_middle("lost")

    async def look() -> None:
        with clock.at(clock.now() + timedelta(**since)):
            await remind_everywhere(office.house.database, _stopping())

    office.changes(Delivery, channel=channel)
    office.house.run(look())
    (delivery,) = office.rows(Delivery)
    return delivery  # type: ignore[no-any-return]


def _stopping() -> Any:
    """Set: reminding is another's to test."""
    event = asyncio.Event()
    event.set()
    return event


@pytest.mark.parametrize(("channel", "state", "confirmed"), [("email", "sent", False), ("message", "queued", True)])
def test_whose_journal_is_lost(office: Office, channel: str, state: str, confirmed: bool) -> None:
    delivery = gone(office, channel, minutes=11)
    assert (delivery.state, delivery.confirmed, delivery.worker) == (state, confirmed, None)


def test_not_before_it_had_the_time_to_come_back(office: Office) -> None:
    assert gone(office, "message", minutes=9).state == "handing_over"


def test_a_worker_that_lives_is_left_alone(office: Office) -> None:
    async def alive() -> asyncpg.Connection:
        connection = await asyncpg.connect(office.house.database.url)
        await connection.execute(ALIVE, "lost")
        return connection

    connection = office.house.run(alive())
    try:
        assert gone(office, "email", hours=5).state == "handing_over"
    finally:
        office.house.run(connection.close())


def test_another_workers_hand_over_is_left_alone(office: Office, box: Mailbox) -> None:
    office.invited()
    office.stopped_in_the_middle("another")
    office.goes_round()
    assert (box.kept, office.states) == ([], ["sending"])
