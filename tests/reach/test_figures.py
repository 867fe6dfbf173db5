"""Channels and the last round, from real messages and a real published round, counted by hand."""

from conferences.bookable import changed
from conversations.talks import at, do, of_bram, proposed, with_both
from house import House
from messaging.follows import begun, followed, say
from reach.evening import published_evening

from domain.conferences.models import ConferenceFamily

AT = "/v1/reach"


def test_channels_tell_how_many_messages_that_asked_for_an_answer_were_answered(house: House) -> None:
    begun(house)
    talks = [proposed(house.anna_client, with_both(house, **at(60 * hour))) for hour in range(3)]
    followed(house)
    say(house)
    do(house.sara_client, talks[0], "accept")
    do(house.sara_client, talks[1], "decline")
    told = house.coordinator_client.get(AT).json()["channels"]
    assert told == [{"channel": "phone", "messages": 6, "answered": 0.33}], "three to Sara, three to Omar; two answers"
    assert house.anna_client.get(AT).json()["channels"] == told
    assert house.bram_client.get(AT).json()["channels"] == []


def test_under_five_messages_no_share_is_told(house: House) -> None:
    begun(house)
    made = proposed(house.bram_client, of_bram(house))
    followed(house)
    say(house)
    do(house.other_guardian_client, made, "accept")
    [told] = house.bram_client.get(AT).json()["channels"]
    assert (told["messages"], told["answered"]) == (1, None)


def test_the_last_round_is_told_as_it_went(house: House) -> None:
    rows = published_evening(house)
    told = house.coordinator_client.get(AT).json()["last_round"]
    assert told == {
        "round_id": str(rows.id),
        "name": told["name"],
        "availability_respected": 0.83,  # of six that said when, five
        "median_wait_minutes": 30,
        "longest_wait_minutes": 60,
        "interpreters_wished": 10,
        "interpreters_present": 3,
    }
    changed(house, ConferenceFamily, rows.ids["family_4"], interpreter_language=None)
    told = house.coordinator_client.get(AT).json()["last_round"]
    assert (told["interpreters_wished"], told["interpreters_present"]) == (None, None), "eight talks of four families"
    changed(house, ConferenceFamily, rows.ids["family_3"], status="asked")
    changed(house, ConferenceFamily, rows.ids["family_2"], status="asked")
    told = house.coordinator_client.get(AT).json()["last_round"]
    assert (told["availability_respected"], told["median_wait_minutes"]) == (None, 30), "four families that said when"
