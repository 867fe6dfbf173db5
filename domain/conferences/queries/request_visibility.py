"""Who sees which talk that is asked for."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from domain.conferences.models.families import ConferenceFamily
from domain.conferences.models.requests import RequestParty, TalkRequest
from domain.conferences.queries.people import Family, is_asked
from domain.conferences.queries.visibility import is_parent_in, is_team, reads_family_as_team
from domain.kernel.principal import Viewer
from domain.kernel.read import another, there_is

Holds = Callable[[Any], ColumnElement[bool]]


def has_party(*all_of: Holds) -> ColumnElement[bool]:
    """The request has a party of which all of this holds."""
    party = another(RequestParty)
    of_this = (party.c.school_id == col(TalkRequest.school_id), party.c.request_id == col(TalkRequest.id))
    return there_is(party, *of_this, *(holds(party.c) for holds in all_of))


def is_family(holds: Callable[[Family], ColumnElement[bool]]) -> Holds:
    """A party that is a family of which this holds."""

    def of_party(party: Any) -> ColumnElement[bool]:
        family = another(ConferenceFamily)
        return there_is(family, family.c.school_id == party.school_id, family.c.id == party.family_id, holds(family.c))

    return of_party


def reads_request_as_team(viewer: Viewer) -> ColumnElement[bool]:
    """Who reads all its families as the team, and colleagues who take part and are no parent there."""
    takes_part = has_party(lambda party: party.staff_id == viewer.staff_id)
    own = has_party(is_family(lambda family: is_parent_in(viewer, family)))
    hidden = has_party(is_family(lambda family: ~reads_family_as_team(viewer, family)))
    return is_team(viewer) & or_(~hidden, takes_part & ~own)


def is_of_viewer(viewer: Viewer) -> ColumnElement[bool]:
    """The talk is of a family of the viewer."""
    return has_party(is_family(lambda family: is_asked(family, viewer.guardian_id)))


def sees_request(viewer: Viewer) -> ColumnElement[bool]:
    """The team, and the families of the talk."""
    return or_(reads_request_as_team(viewer), is_of_viewer(viewer))
