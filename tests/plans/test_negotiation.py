"""What comes from the table lies in both, or carries its compromise."""

import time
from typing import Any

import pytest
from house import House
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kernel.text import OWN_LANGUAGES
from domain.plans.models.contact_words import ContactChannel, DayOfWeek
from domain.plans.models.hours import WeeklyHours
from domain.plans.negotiation.answered import ProposedAgreement
from domain.plans.negotiation.asked import NegotiationFields, StaffAtTheTable, WishesAtTheTable
from domain.plans.negotiation.hours import minute, nearest_hours, overlaps
from domain.plans.negotiation.kinship import TRAITS, is_heard, kinship, nearest_channel
from domain.plans.negotiation.negotiate import negotiate

NEGOTIATE = "/v1/communication-plans/negotiate"
FEW = settings(max_examples=40)
MODES = ["on_site", "phone", "video"]


def hours(day: str, start: int, length: int) -> dict[str, str]:
    return {"weekday": day, "from_time": f"{start:02}:00", "to_time": f"{start + length:02}:00"}


ranked = st.lists(st.sampled_from(ContactChannel), min_size=1, max_size=4, unique=True)
some_hours = st.lists(st.builds(hours, st.sampled_from(DayOfWeek), st.integers(0, 20), st.integers(1, 3)), max_size=4)
tags = st.sampled_from(["nl", "fr", "ar", "tr", "pt-BR"])
offers = {
    "channels": ranked,
    "hours": some_hours,
    "languages": st.lists(tags, min_size=1, max_size=3),
    "interpreter_modes": st.lists(st.sampled_from(MODES), max_size=2, unique=True),
}
wishes = st.fixed_dictionaries(
    {
        "channels": ranked,
        "hours": some_hours,
        "languages": st.lists(tags, max_size=3),
        "wants_interpreter": st.booleans(),
        "interpreter_mode": st.none() | st.sampled_from(MODES),
    }
)
tables = st.builds(
    lambda parties, school, staff: NegotiationFields.model_validate(
        {
            "parties": [{"name": f"p{number}"} | one for number, one in enumerate(parties)],
            "school": school,
            "staff": [{"name": f"s{number}"} | one for number, one in enumerate(staff)],
        }
    ),
    st.lists(wishes, min_size=1, max_size=3),
    st.fixed_dictionaries(offers),
    st.lists(st.fixed_dictionaries(offers), max_size=2),
)


def within(some: list[WeeklyHours], all_of_them: list[WeeklyHours]) -> bool:
    return not all_of_them or all(one in overlaps([one], all_of_them) for one in some)


@FEW
@given(tables)
def test_what_comes_out_lies_in_both_or_carries_its_compromise(table: NegotiationFields) -> None:
    staff: dict[str | None, StaffAtTheTable] = {one.name: one for one in table.staff}
    for party, answer in zip(table.parties, negotiate(table).parties, strict=True):
        for one in answer.agreements:
            gave = {compromise.field for compromise in one.compromises}
            offer = staff.get(one.answered_by, table.school)
            assert one.channel in table.school.channels
            assert one.channel in offer.channels
            assert one.channel in party.channels or "channel" in gave
            assert within(one.hours, offer.hours)
            assert within(one.hours, party.hours) or "hours" in gave
            assert _understood(one, party, offer.languages, gave)
            assert one.interpreter_mode is None or one.interpreter_mode in offer.interpreter_modes


def _understood(one: ProposedAgreement, party: WishesAtTheTable, offered: list[str], gave: set[str]) -> bool:
    in_both = one.language in (party.languages or offered) and one.language in offered
    asked = party.wants_interpreter and is_heard(one.channel)
    helped = asked and one.interpreter_mode is not None
    as_asked = not asked or one.interpreter_mode in {party.interpreter_mode, *(() if party.interpreter_mode else MODES)}
    return (in_both or helped or "language" in gave) and (as_asked or "interpreter_mode" in gave)


@FEW
@given(tables)
def test_every_wish_is_met_or_told_why_not(table: NegotiationFields) -> None:
    for number, (party, answer) in enumerate(zip(table.parties, negotiate(table).parties, strict=True)):
        told = {one.pointer.removeprefix(f"/parties/{number}/"): one for one in answer.unmet}
        for place, channel in enumerate(party.channels):
            one = told.get(f"channels/{place}")
            assert (one is None) is (channel in table.school.channels)
            assert one is None or one.nearest in {None, *table.school.channels}
        met = [one.channel for one in answer.agreements if not any(c.field == "channel" for c in one.compromises)]
        assert set(met) == set(party.channels) & set(table.school.channels)
        assert all(set(one.reason) == set(OWN_LANGUAGES) for one in answer.unmet)


@FEW
@given(tables)
def test_what_lies_in_both_comes_first_as_the_party_ranked_it(table: NegotiationFields) -> None:
    for party, answer in zip(table.parties, negotiate(table).parties, strict=True):
        gave = [bool(one.compromises) for one in answer.agreements]
        assert gave == sorted(gave)
        whole = [party.channels.index(one.channel) for one in answer.agreements if not one.compromises]
        assert whole == sorted(whole)


@FEW
@given(tables)
def test_nobody_hears_through_the_answer_what_another_wished(table: NegotiationFields) -> None:
    together = negotiate(table).parties
    for number, party in enumerate(table.parties):
        alone = negotiate(table.model_copy(update={"parties": [party]})).parties[0]
        assert alone.agreements == together[number].agreements


@FEW
@given(tables)
def test_whatsapp_is_only_for_who_chose_it(table: NegotiationFields) -> None:
    for party, answer in zip(table.parties, negotiate(table).parties, strict=True):
        offered = [one.channel for one in answer.agreements] + [one.nearest for one in answer.unmet]
        assert ContactChannel.WHATSAPP not in offered or ContactChannel.WHATSAPP in party.channels


@pytest.mark.parametrize(
    ("wished", "offered", "nearest"),
    [
        ("phone", ["email", "talk"], "talk"),
        ("message", ["paper", "email", "app"], "app"),
        ("paper", ["email", "diary"], "diary"),
        ("video", ["phone", "talk"], "talk"),
        ("whatsapp", ["talk", "message"], "message"),
        ("message", ["whatsapp"], None),
    ],
)
def test_near_is_what_is_heard_for_who_hears_and_written_for_who_reads(
    wished: str, offered: list[str], nearest: str | None
) -> None:
    assert nearest_channel(ContactChannel(wished), [ContactChannel(one) for one in offered]) == nearest


def test_every_channel_has_its_kin() -> None:
    assert set(TRAITS) == set(ContactChannel)
    assert all(kinship(one, one) >= kinship(one, other) == kinship(other, one) for one in TRAITS for other in TRAITS)


def test_the_nearest_hour_may_lie_across_the_weekend() -> None:
    wished, *offered = (
        WeeklyHours.model_validate(hours(*one))
        for one in (("sunday", 20, 2), ("monday", 8, 2), ("friday", 8, 2), ("saturday", 8, 1))
    )
    assert nearest_hours(wished, offered) == offered[0]
    assert minute(DayOfWeek.TUESDAY, "00:30") == 24 * 60 + 30


TABLE: dict[str, Any] = {
    "parties": [
        {"name": "moeder", "channels": ["whatsapp", "phone"], "languages": ["tr", "fr"], "topics": ["Huiswerk"]},
        {"name": "vader", "channels": ["email"], "languages": ["ar"], "wants_interpreter": True},
        {"name": "Lina", "party": "student", "channels": ["diary", "talk"]},
    ],
    "school": {"channels": ["talk", "phone", "platform"], "interpreter_modes": ["phone"]},
    "staff": [{"name": "juf", "channels": ["phone"], "languages": ["nl", "fr"]}],
}


def test_it_is_asked_over_http_by_whoever_makes_plans(house: House) -> None:
    mother, father, student = house.sara_client.made(NEGOTIATE, TABLE)["parties"]
    first = mother["agreements"][0]
    assert (first["channel"], first["answered_by"], first["language"]) == ("phone", "juf", "fr")
    assert (first["topics"], first["compromises"]) == (["Huiswerk"], [])
    assert [(one["pointer"], one["nearest"]) for one in mother["unmet"]] == [
        ("/parties/0/channels/0", "platform"),
        ("/parties/0/languages/0", "phone"),
    ]
    assert mother["unmet"][0]["reason"].startswith("De school biedt dit niet aan: WhatsApp.")
    assert [one["field"] for one in father["agreements"][0]["compromises"]] == ["channel", "language"]
    assert [one["channel"] for one in student["agreements"]] == ["talk"]
    french = house.anna_client.made(NEGOTIATE, TABLE, headers={"Accept-Language": "fr"})
    assert french["parties"][0]["unmet"][0]["reason"].startswith("L'école ne propose pas")
    everything = house.anna_client.made(f"{NEGOTIATE}?lang=all", TABLE)
    assert set(everything["parties"][0]["unmet"][0]["reason"]) == set(OWN_LANGUAGES)


def test_two_parties_have_two_names(house: House) -> None:
    again = TABLE | {"parties": [TABLE["parties"][0]] * 2}
    refused = house.anna_client.post(NEGOTIATE, again)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/parties")


@pytest.mark.slow
def test_it_takes_less_than_a_millisecond() -> None:
    table = NegotiationFields.model_validate(TABLE)

    def spent() -> float:
        start = time.process_time()
        for _ in range(20):
            negotiate(table, "nl")
        return (time.process_time() - start) / 20

    assert min(spent() for _ in range(5)) < 0.001
