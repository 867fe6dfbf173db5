"""What messages say."""

from house import House
from isolation.deed import Deed, Ids

WORDS = {"subject": {"nl": "Tot gauw"}}


def reworded(house: House) -> Ids:
    """A kind for which the school has its own words."""
    house.admin_client.put("/v1/message-wordings/reminder", WORDS)
    return {"kind": "reminder"}


MESSAGING: dict[str, Deed] = {
    "get_message_wording": Deed(reworded, everybodys=True),
    "put_message_wording": Deed(reworded, body=lambda _: WORDS, everybodys=True),
    "drop_message_wording": Deed(reworded, everybodys=True),
    "try_message_wording": Deed(reworded, body=lambda _: WORDS, everybodys=True),
}
