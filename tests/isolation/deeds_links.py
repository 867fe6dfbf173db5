"""One-time links to messages, and letters."""

from house import House
from isolation.deed import Deed, of
from messaging.links.messages import link_to, message_about
from messaging.links.test_paper import to_print
from plans.start import talked


def invitation(house: House) -> str:
    return message_about(house, "conversations", talked(house))


def linked(house: House) -> str:
    message_id = invitation(house)
    link_to(house, message_id)
    return message_id


def letter(house: House) -> dict[str, str]:
    return {"task_id": to_print(house, invitation(house))}


LINKS: dict[str, Deed] = {
    "get_message_links": Deed(of(linked)),
    "make_message_link": Deed(of(invitation)),
    "print_letters": Deed(query=letter),
    "print_letters_with_links": Deed(query=letter),
    "revoke_message_links": Deed(of(linked)),
}
