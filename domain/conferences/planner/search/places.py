"""Where talks are held."""

from domain.conferences.planner.search.compiled import Row, compiled, int_at


@compiled
def place_of(given: Row, talk: int, session: int) -> int:
    """The room of a talk's first teacher in a session; -1 where there is none."""
    return int_at(given.place, talk * given.session_count + session)
