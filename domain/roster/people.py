"""What makes a row of users.csv a person: the roles and schools, which 1.1 puts on the row and 1.2 in roles.csv."""

from collections.abc import Sequence
from typing import Any

from domain.roster.agents import Agents
from domain.roster.findings import Report
from domain.roster.flaws.content import USER_WITHOUT_ROLE
from domain.roster.format import FileMode
from domain.roster.sheet import Batch

Names = tuple[str, ...]

_DELETED = "tobedeleted"


class _Alone(dict[str, Names]):
    """A name by itself: a hundred thousand people share a handful of roles and schools, and these tuples with them."""

    def __missing__(self, name: str) -> Names:
        return self.setdefault(name, (name,))


class People:
    """Hears roles.csv first, then makes users.csv whole; learns on the way who is whose guardian."""

    def __init__(self, modes: dict[str, FileMode], report: Report) -> None:
        self.agents = Agents(report)
        self.roles: dict[str, Names] = {}
        """By user, the primary role first."""
        self._orgs: dict[str, Names] = {}
        self._report = report
        self._modes = modes
        self._alone = _Alone()

    def hear_roles(self, batch: Batch) -> None:
        """Take the roles that hold."""
        for user, role, kind, org, status in zip(
            batch.column("userSourcedId"),
            batch.column("role"),
            batch.column("roleType"),
            batch.column("orgSourcedId"),
            batch.column("status"),
            strict=True,
        ):
            if not (user and role and org) or status == _DELETED:
                continue
            if user in self.roles:
                self.roles[user] = _joined(self.roles[user], role, first=kind == "primary")
                self._orgs[user] = _joined(self._orgs[user], org, first=kind == "primary")
            else:
                self.roles[user] = self._alone[role]
                self._orgs[user] = self._alone[org]

    def make_whole(self, batch: Batch) -> None:
        """Put `roles` and `orgSourcedIds` in the columns, and gather the agents."""
        users = batch.column("sourcedId")
        if "roles" in self._modes:
            self._join_roles(batch, users)
        else:
            batch.columns["roles"] = [self._alone[role] if role else () for role in batch.column("role")]
            self.roles.update(zip(users, batch.columns["roles"], strict=True))
        said = batch.column("agentSourcedIds", otherwise=())
        for number, user, agents, status in zip(batch.numbers, users, said, batch.column("status"), strict=True):
            if agents and user and status != _DELETED:
                self.agents.say(number, user, agents)

    def _join_roles(self, batch: Batch, users: Sequence[Any]) -> None:
        roles = [self.roles.get(user, ()) for user in users]
        orgs = [self._orgs.get(user, ()) for user in users]
        batch.columns["roles"] = roles
        batch.columns["orgSourcedIds"] = [
            (*held, org) if org and org not in held else held
            for held, org in zip(orgs, batch.column("primaryOrgSourcedId"), strict=True)
        ]
        if () in roles and self._should_know_every_role():
            for number, held, status in zip(batch.numbers, roles, batch.column("status"), strict=True):
                if not held and status != _DELETED:
                    self._report.add(USER_WITHOUT_ROLE, "users.csv", number)

    def _should_know_every_role(self) -> bool:
        """Not of a delta, nor when roles.csv gave nothing, which is reported already."""
        heard = bool(self.roles) or self._modes["roles"] is FileMode.ABSENT
        return heard and self._modes["users"] is FileMode.BULK and self._modes["roles"] is not FileMode.DELTA


def _joined(names: Names, name: str, *, first: bool) -> Names:
    if name in names:
        return names
    return (name, *names) if first else (*names, name)
