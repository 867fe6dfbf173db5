"""Whatever goes wrong with one message, one server or one school: the others go on, and nothing stays in the middle."""

import os
from typing import Any

import pytest
from conversations.talks import at
from house import House
from messaging.channels.mail_servers import Mailbox
from messaging.channels.web_servers import LEAVES, Web
from messaging.sending.office import Office, address, reachable

from api.messenger import Round
from domain.messaging.channels.port import SENT, Crossing, Letter, Outcome
from domain.messaging.models import Delivery, Message, Messaging
from domain.plans.models.contact_words import ContactChannel


class Way:
    """A way out that does what the test says."""

    def __init__(self, deed: Any) -> None:
        self.deed, self.handed_over = deed, 0

    async def hand_over(self, letter: Letter, crossing: Crossing) -> Outcome:
        self.handed_over += 1
        return await self.deed(letter, crossing)  # type: ignore[no-any-return]

    async def close(self) -> None: ...


@pytest.mark.parametrize(("crosses", "state", "problem"), [(False, "queued", "broken"), (True, "sent", "no_answer")])
def test_a_way_that_breaks_leaves_nothing_under_way(office: Office, crosses: bool, state: str, problem: str) -> None:
    async def breaks(_: Letter, crossing: Crossing) -> Outcome:
        if crosses:
            crossing()
        raise LookupError

    office.more_ways[ContactChannel.EMAIL] = Way(breaks)
    office.invited()
    office.goes_round()
    assert office.tried() == [("email", state, problem)]


def test_one_message_that_breaks_holds_up_no_other(office: Office, box: Mailbox) -> None:
    """Its facts make no sense to anybody; it is looked at again in an hour."""
    office.invited("sara")
    (broken,) = office.rows(Message)
    office.changes(Message, kind="round_times", told={"talks": {"no id": {}}})
    office.invited("omar", **at(60))
    office.goes_round(times=2)
    assert len(box.to(address(office.house, "omar"))) == 1
    (waits,) = [one for one in office.rows(Message) if one.state == "waiting"]
    assert (waits.id, waits.not_before > broken.not_before) == (broken.id, True)


def test_one_school_that_breaks_holds_up_no_other(office: Office, other_house: House, box: Mailbox) -> None:
    office.invited()
    office.changes(Messaging, quiet_from="never")
    other = Office(reachable(other_house), office.journals, office.settings)
    other.invited()
    office.goes_round()
    assert (other.states, office.states) == (["sent"], ["waiting"])
    office.changes(Messaging, quiet_from="19:00")


def test_who_is_told_to_stop_finishes_what_is_in_hand_and_begins_nothing(office: Office, box: Mailbox) -> None:
    office.invited(None)
    office.at_once = 1

    async def go(postman: Any) -> None:
        async def last(_: Letter, __: Crossing) -> Outcome:
            postman.stopping.set()
            return SENT

        postman.ways[ContactChannel.EMAIL] = Way(last)
        await postman.send(office.house.id)
        await Round(postman).make()

    office.does(go)
    assert office.states == ["sent", "waiting"]
    assert sorted((one.state, one.attempts) for one in office.rows(Delivery)) == [("queued", 0), ("sent", 1)]


def test_a_server_that_is_silent_is_asked_once_for_a_whole_batch(office: Office, web: Web) -> None:
    office.offers("message")
    office.invited(None)
    office.at_once, web.usual = 1, LEAVES
    office.goes_round()
    assert (len(web.asked), office.states) == (1, ["waiting", "waiting"])
    assert {one.problem for one in office.rows(Delivery)} == {"no_connection"}


def test_a_disk_that_is_full_takes_nothing_away(office: Office, box: Mailbox) -> None:
    """Without a mark no mail goes; with one, what is known is known."""
    office.invited()

    async def go(postman: Any) -> Any:
        full = os.open("/dev/full", os.O_WRONLY)
        postman.journal._file, kept = full, postman.journal._file
        sent = await postman.send(office.house.id)
        postman.journal._file = kept
        os.close(full)
        return sent

    assert office.does(go) == 1
    assert (box.kept, office.tried()) == ([], [("email", "queued", "no_connection")])
