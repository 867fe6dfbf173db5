"""Who is whose guardian. OneRoster says it with `agentSourcedIds` on the student's row, the guardian's or both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from domain.roster.findings import Report
from domain.roster.flaws import content as flaws

RELATIONSHIPS = ("parent", "guardian", "relative")
"""Roles of people who are there for a child, the closest first."""

_STUDENT = "student"
_OTHERWISE = "guardian"

Pair = tuple[str, str]


class _Place(IntEnum):
    """Of two people, the one who comes first here is the student."""

    STUDENT = 0
    STUDENT_AND_CARER = 1
    UNKNOWN = 2
    ADULT = 3


def _place(roles: tuple[str, ...]) -> _Place:
    if not roles:
        return _Place.UNKNOWN
    if _STUDENT not in roles:
        return _Place.ADULT
    return _Place.STUDENT if set(RELATIONSHIPS).isdisjoint(roles) else _Place.STUDENT_AND_CARER


@cache
def _relationship(roles: tuple[str, ...]) -> str | None:
    """None when the roles are not in this bundle."""
    return next((role for role in RELATIONSHIPS if role in roles), _OTHERWISE if roles else None)


@dataclass
class Agents:
    """Gathers what each user says, and settles it once every role is known."""

    report: Report
    undecided: list[Pair] = field(default_factory=list)
    """User and agent, when the bundle (a delta) has the roles of neither and so cannot tell which is the student."""
    _said: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)

    def say(self, number: int, user: str, agents: tuple[str, ...]) -> None:
        self._said.append((number, user, agents))

    def pairs(self, roles: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str, str | None]]:
        """Student, guardian and relationship, each pair once; `roles` by user."""
        place = {held: _place(held) for held in {(), *roles.values()}}
        settled: dict[Pair, str | None] = {}
        for number, user, agents in self._said:
            of_user = roles.get(user, ())
            for agent in agents:
                of_agent = roles.get(agent, ())
                if place[of_user] == place[of_agent]:
                    self._leave_open(number, user, agent, bool(of_user))
                elif place[of_user] < place[of_agent]:
                    self._settle(settled, (user, agent), of_agent, number)
                else:
                    self._settle(settled, (agent, user), of_user, number)
        return [(student, guardian, relationship) for (student, guardian), relationship in settled.items()]

    def _leave_open(self, number: int, user: str, agent: str, is_known: bool) -> None:
        if is_known or user == agent:
            self.report.add(flaws.AGENT_UNCLEAR, "users.csv", number, "agentSourcedIds")
        else:
            self.undecided.append((user, agent))

    def _settle(
        self, settled: dict[Pair, str | None], pair: Pair, roles_of_guardian: tuple[str, ...], number: int
    ) -> None:
        if pair in settled:
            return
        settled[pair] = _relationship(roles_of_guardian)
        if roles_of_guardian and settled[pair] not in roles_of_guardian:
            self.report.add(flaws.AGENT_WITHOUT_ROLE, "users.csv", number, "agentSourcedIds")
