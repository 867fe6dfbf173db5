"""Messages do not outlive their use."""

from datetime import timedelta
from uuid import UUID

from house import House
from messaging.said import SAID, delivery, message, task
from privacy.test_retention import kept, later

from domain.kernel import clock
from domain.kernel.row import new_id
from domain.messaging.models import Delivery, Message, MessageLink, MessageTask


def read(house: House, row_id: str) -> dict[str, object]:
    return house.admin_client.get(f"/v1/messages/{row_id}").json()  # type: ignore[no-any-return]


def link(house: House, message_id: str) -> None:
    async def keep() -> None:
        async with house.database.working_for(house.id) as session:
            expires_at = clock.now() + timedelta(days=1)
            where = {"school_id": house.id, "id": new_id(), "message_id": UUID(message_id)}
            session.add(MessageLink(**where, hash="0" * 64, expires_at=expires_at))

    house.run(keep())


def test_after_a_year_nobody_reads_what_was_said_and_after_two_that_it_was(house: House) -> None:
    row_id = message(house, state="sent", told={"starts_at": "2027-03-01T09:00:00+00:00"})
    delivery(house, row_id, state="sent")
    task(house, row_id, state="done")
    later(house, 364)
    assert read(house, row_id)["said"] == SAID
    later(house, 366)
    assert (read(house, row_id)["said"], read(house, row_id)["state"]) == ({}, "sent")
    later(house, 2 * 365 + 1)
    assert [kept(house, table) for table in (Message, Delivery, MessageTask)] == [0, 0, 0]


def test_a_link_that_expired_goes_a_month_later(house: House) -> None:
    link(house, message(house))
    later(house, 30)
    assert kept(house, MessageLink) == 1
    later(house, 32)
    assert kept(house, MessageLink) == 0


def test_a_summary_goes_with_what_it_gathered_later(house: House) -> None:
    digest = UUID(message(house, kind="digest", state="sent"))
    message(house, state="in_digest", digest_id=digest, created_at=clock.now() + timedelta(days=30))
    later(house, 2 * 365 + 1)
    assert kept(house, Message) == 0
