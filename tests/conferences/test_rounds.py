"""A round, from draft to open."""

from conferences.rounds import requested, requests
from house import House


def test_a_round_is_opened_asked_and_answered(house: House) -> None:
    round_ = requested(house)
    assert round_["status"] == "open"
    assert round_["counts"]["families_answered"] == 3
    assert round_["counts"]["requests"] == len(requests(house, round_)) == 3
