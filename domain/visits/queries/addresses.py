"""The address of a visit, for who goes there and for who lives there (R30)."""

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col

from domain.kernel.principal import Viewer
from domain.kernel.read import Document, there_is
from domain.visits.models.addresses import HomeVisitAddress, HomeVisitAddressRead
from domain.visits.models.visits import HomeVisit
from domain.visits.models.words import VisitStatus
from domain.visits.queries.visibility import goes, is_asked


def _reads_address(viewer: Viewer) -> ColumnElement[bool]:
    """The family that gave it, and the visitors until the visit is over."""
    same_school = col(HomeVisit.school_id) == col(HomeVisitAddress.school_id)
    this = (same_school, col(HomeVisit.id) == col(HomeVisitAddress.visit_id))
    return there_is(HomeVisit, *this, or_(is_asked(viewer), goes(viewer) & _is_ahead()))


def _is_ahead() -> ColumnElement[bool]:
    under_way = col(HomeVisit.status) == VisitStatus.UNDER_WAY
    return under_way | ((col(HomeVisit.status) == VisitStatus.PLANNED) & (col(HomeVisit.ends_at) > func.now()))


ADDRESS = Document(HomeVisitAddressRead, HomeVisitAddress, visible=_reads_address, key="visit_id")
