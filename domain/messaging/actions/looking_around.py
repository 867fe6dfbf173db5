"""What has to be said of activities, ideas and visits at home, after what happened to them."""

from datetime import datetime

from domain.kernel.session import SchoolSession
from domain.messaging.actions.erasing_visits import forget_ended
from domain.messaging.queries.around import children_of, ideas_answered, placed_in, visits_of
from domain.messaging.queries.earlier import earlier_about
from domain.messaging.queries.gatherings import gatherings_of, meant_for
from domain.messaging.rules.gathered import Gathered
from domain.messaging.rules.idea_answers import about_ideas
from domain.messaging.rules.inviting import Around, about_cancelled, about_changed, about_invited, about_places
from domain.messaging.rules.occasion import Found, together
from domain.messaging.rules.visiting import about_visits


async def look_around(session: SchoolSession, gathered: Gathered, now: datetime) -> Found:
    """A constant number of statements, however much happened; none when it was all about talks, as it mostly is."""
    if gathered == Gathered():
        return Found()
    placed = await placed_in(session, gathered)
    activities = await gatherings_of(session, gathered.activities | {one.person.activity_id for one in placed})
    ideas = await ideas_answered(session, gathered.ideas, gathered.reported)
    visits = await visits_of(session, gathered.visits)
    earlier = await earlier_about(session, {*activities, *gathered.ideas, *visits})
    around = Around(gathered, activities, await children_of(session, gathered, activities), earlier, now)
    await forget_ended(session, visits.values())
    return together(
        Found([*about_invited(around, await meant_for(session, {*gathered.invited, *gathered.asked}))]),
        Found([*about_places(around, placed)]),
        about_changed(around),
        about_cancelled(around),
        about_ideas(gathered.ideas, ideas, earlier, now),
        about_visits(gathered.visits, visits, earlier, now),
    )
