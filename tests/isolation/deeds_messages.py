"""Messages to families."""

from house import House
from isolation.deed import Deed, of
from messaging.links.messages import link_to, message_about
from plans.start import talked


def invitation(house: House) -> str:
    return message_about(house, "conversations", talked(house))


def linked(house: House) -> str:
    message_id = invitation(house)
    link_to(house, message_id)
    return message_id


MESSAGES: dict[str, Deed] = {
    "get_message_links": Deed(of(linked)),
    "make_message_link": Deed(of(invitation)),
    "revoke_message_links": Deed(of(linked)),
}
