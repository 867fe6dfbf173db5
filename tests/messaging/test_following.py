"""From what happened to who hears what."""

from conversations.talks import proposed, with_both
from house import House
from messaging.follows import begun, followed, told


def test_a_proposal_invites_each_parent(house: House) -> None:
    begun(house)
    proposed(house.anna_client, with_both(house))
    assert told(house, followed(house)) == [("invitation", "omar"), ("invitation", "sara")]
