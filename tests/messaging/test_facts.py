"""What messages tell: what is so, to whom it may be told, in a constant number of statements."""

from conferences.evening import published
from conversations.talks import at, planned, proposed, start_talk, with_both, with_one
from house import House
from messaging.telling import message, statements_for, told

from domain.messaging.models.words import MessageKind


def test_an_invitation_tells_when_where_and_who(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house, other_times=[at(60)]))
    (facts,) = told(house, [message(house, MessageKind.INVITATION, f"conversations/{talk['id']}")])
    assert facts
    assert facts.talk
    assert (facts.recipient, facts.student, facts.sender.name, facts.sender.person) == (
        "Sara",
        "Lina",
        "De Wissel",
        "Anna Claes",
    )
    assert (facts.talk.room, len(facts.talk.times), facts.talk.is_discreet) == ("Leeshoek", 2, False)
    assert facts.talk.version == talk["version"]
    assert [(one.role, one.name) for one in facts.talk.companions] == [("teacher", "Anna Claes")]


def test_parents_who_live_apart_read_nothing_of_each_other(house: House) -> None:
    """R17: the other's name, what the other brought, and what the other agreed with the school."""
    talk = planned(house, with_both(house))
    house.omar_client.made(f"/v1/conversations/{talk['id']}/agenda-items", {"text": "Zwemmen op woensdag"})
    house.sara_client.made(f"/v1/conversations/{talk['id']}/agenda-items", {"text": "Lezen"})
    for one, theirs, others in (("sara", "Lezen", "Zwemmen"), ("omar", "Zwemmen", "Lezen")):
        (facts,) = told(house, [message(house, MessageKind.REMINDER, f"conversations/{talk['id']}", one)])
        assert facts
        assert facts.talk
        assert theirs in str(facts)
        assert others not in str(facts)
        assert {"sara": "Omar", "omar": "Sara"}[one] not in str(facts)
        assert [(who.role, who.name) for who in facts.talk.companions if who.name is None]


def test_who_takes_part_no_longer_reads_only_that_it_is_over(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house, goal="Samen kijken wat helpt."))
    (facts,) = told(house, [message(house, MessageKind.CANCELLATION, f"conversations/{talk['id']}", "omar")])
    assert facts
    assert facts.talk
    assert (facts.talk.goal, facts.talk.companions, facts.talk.topics) == (None, (), ())


def test_what_is_gone_is_not_told(house: House) -> None:
    gone = f"conversations/{house.year}"
    assert told(house, [message(house, MessageKind.INVITATION, gone)]) == [None]


def test_a_student_reads_along(house: House) -> None:
    talk = proposed(house.anna_client, start_talk(house))
    (facts,) = told(house, [message(house, MessageKind.INVITATION, f"conversations/{talk['id']}", None)])
    assert facts
    assert facts.talk
    assert facts.recipient == "Lina"
    assert {one.name for one in facts.talk.companions} == {"Anna Claes", "Sara Haddad", "Omar Haddad"}


def test_agreements_go_to_those_who_were_there(house: House) -> None:
    talk = planned(house, with_one(house))
    house.anna_client.made(f"/v1/conversations/{talk['id']}/start")
    made = {"what": "Elke avond lezen", "who": "guardian", "by_on": "2026-12-01"}
    house.anna_client.made(f"/v1/conversations/{talk['id']}/agreements", made)
    about = f"conversations/{talk['id']}"
    mine, theirs = told(house, [message(house, MessageKind.AGREEMENTS, about, one) for one in ("sara", "omar")])
    assert mine
    assert [one.what for one in mine.agreements] == ["Elke avond lezen"]
    assert theirs
    assert not theirs.agreements


def test_the_times_of_a_round_are_the_familys_own(house: House) -> None:
    """R20, and R17: they sit in one talk with Anna on Thursday, and each has others."""
    about = f"conference-rounds/{published(house).round_id}"
    for one, other in (("sara", "Omar"), ("omar", "Sara")):
        (facts,) = told(house, [message(house, MessageKind.ROUND_TIMES, about, one)])
        assert facts
        assert facts.round
        assert facts.round.days
        assert facts.talks == tuple(sorted(facts.talks, key=lambda talk: talk.times))
        assert {talk.student for talk in facts.talks} == {"Lina"}
        assert other not in str(facts)
    mine, theirs = (told(house, [message(house, MessageKind.ROUND_TIMES, about, one)])[0] for one in ("sara", "omar"))
    assert mine
    assert theirs
    assert (len(mine.talks), len(theirs.talks)) == (3, 2)


def test_who_runs_late_says_when_it_begins(house: House) -> None:
    talk = planned(house, with_one(house))
    late = {"minutes": 15, "starts_at": talk["starts_at"]}
    (facts,) = told(house, [message(house, MessageKind.RUNNING_LATE, f"conversations/{talk['id']}", told=late)])
    assert facts
    assert facts.talk
    assert facts.talk.expected_at
    assert (facts.talk.expected_at - facts.talk.times[0][0]).total_seconds() == 15 * 60


def test_a_batch_takes_as_many_statements_as_one(house: House) -> None:
    talk = planned(house, with_both(house))
    kinds = (MessageKind.INVITATION, MessageKind.REMINDER, MessageKind.AGREEMENTS)
    many = [message(house, kind, f"conversations/{talk['id']}", who) for kind in kinds for who in ("sara", "omar")]
    assert statements_for(house, many) == statements_for(house, many[:1])
