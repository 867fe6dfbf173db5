"""A family takes the earliest slot that is free for it, whatever comes after."""

from domain.conferences.planner.search.compiled import Row, entered, lowest_bit, whole, word_at
from domain.conferences.planner.search.free import find_free
from domain.conferences.planner.search.recreate import place_at
from domain.conferences.planner.search.tables import session_at


@entered
def take_first(given: Row, plan: Row, trial: Row, talk: int) -> None:
    if not find_free(given, plan, talk):
        return
    for session in range(given.session_count):
        first = session_at(given.sessions, session).word
        for word in range(session_at(given.sessions, session).words):
            bits = word_at(plan.mask, first + word)
            if bits:
                place_at(given, plan, trial, talk, session, (word << 6) + whole(lowest_bit(bits)))
                return
