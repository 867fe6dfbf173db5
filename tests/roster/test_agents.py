"""Who is whose guardian, from whichever side it is said."""

from roster.small_bundles import Files, Pack

from domain.roster.agents import Agents
from domain.roster.findings import Report
from domain.roster.flaws import Mode
from domain.roster.reader import read_bundle


def test_both_directions_make_one_list(either: Files, pack: Pack) -> None:
    roster = read_bundle(pack(either))
    assert sorted(roster.rows["agents"]) == [
        ("s1", "g1", "parent"),
        ("s1", "g2", "relative"),
        ("s2", "g1", "parent"),
        ("s2", "g2", "relative"),
    ]


def settled(said: dict[str, tuple[str, ...]], roles: dict[str, tuple[str, ...]]) -> tuple[Agents, list[object]]:
    agents = Agents(Report(Mode.STRICT))
    for number, (user, others) in enumerate(said.items(), 2):
        agents.say(number, user, others)
    return agents, list(agents.pairs(roles))


def test_a_pair_said_twice_is_there_once() -> None:
    _, pairs = settled({"s": ("g",), "g": ("s",)}, {"s": ("student",), "g": ("guardian",)})
    assert pairs == [("s", "g", "guardian")]


def test_a_teacher_who_is_also_a_parent_is_a_parent() -> None:
    _, pairs = settled({"t": ("s",)}, {"s": ("student",), "t": ("teacher", "parent")})
    assert pairs == [("s", "t", "parent")]


def test_a_student_who_is_also_a_parent_has_a_child() -> None:
    _, pairs = settled({"a": ("b",)}, {"a": ("student", "parent"), "b": ("student",)})
    assert pairs == [("b", "a", "parent")]


def test_an_adult_without_the_role_is_read_as_guardian_and_noted() -> None:
    agents, pairs = settled({"s": ("t",), "t": ("s",)}, {"s": ("student",), "t": ("teacher",)})
    assert pairs == [("s", "t", "guardian")]
    assert agents.report.counts == {"agent_without_role": 1}


def test_two_of_a_kind_are_left_out_and_noted() -> None:
    agents, pairs = settled(
        {"a": ("b",), "p": ("q",), "s": ("s",)},
        {"a": ("student",), "b": ("student",), "p": ("parent",), "q": ("teacher",), "s": ("student",)},
    )
    assert pairs == []
    assert agents.report.counts == {"agent_unclear": 3}
    assert agents.report.ok


def test_someone_outside_the_bundle_is_what_the_other_is_not() -> None:
    _, pairs = settled({"s": ("x",), "p": ("y",)}, {"s": ("student",), "p": ("parent",)})
    assert pairs == [("s", "x", None), ("y", "p", "parent")]


def test_two_whose_roles_are_elsewhere_stay_undecided() -> None:
    agents, pairs = settled({"a": ("b",)}, {})
    assert pairs == []
    assert agents.undecided == [("a", "b")]
