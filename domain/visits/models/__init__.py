"""Tables, fields and documents of visits at home, by noun."""

from domain.visits.models.addresses import HomeVisitAddress
from domain.visits.models.notes import HomeVisitNote
from domain.visits.models.rounds import HomeVisitRound
from domain.visits.models.settings import HomeVisitSettings
from domain.visits.models.visitors import HomeVisitVisitor
from domain.visits.models.visits import HomeVisit

__all__ = [
    "HomeVisit",
    "HomeVisitAddress",
    "HomeVisitNote",
    "HomeVisitRound",
    "HomeVisitSettings",
    "HomeVisitVisitor",
]
