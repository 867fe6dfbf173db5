"""What happened to a visit, for who follows: ids only, and neither moment nor place."""

from domain.kernel.events import record
from domain.kernel.session import SchoolSession
from domain.visits.models.visits import HomeVisit


def tell(session: SchoolSession, deed: str, visit: HomeVisit) -> None:
    """Record `home_visit.<deed>`."""
    record(session, f"home_visit.{deed}", "home_visits", visit.id, student_id=visit.student_id)
