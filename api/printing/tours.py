"""A tour on paper: the route sheet of a guide, and a card for each stop."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.printing.moments import clock, span
from api.printing.pictures import picture
from api.printing.words import Said, Words
from domain.activities.models.tour_stops import TourStopRead
from domain.activities.models.tour_words import StopDoing
from domain.activities.models.tours import TourFacts, TourMoment
from domain.activities.rules.tour_groups import groups_of
from domain.activities.touring import SIDES

PICTURES = {
    StopDoing.QUESTION_DIE: "question-dice",
    StopDoing.FIND_THE_PICTURE: "magnifying-glass",
    StopDoing.TRY_CLASS_ACTIVITY: "building-blocks",
    StopDoing.LOOK: "sun-over-school",
    StopDoing.TALK: "two-people-talking",
    StopDoing.OWN: "star",
}
NOTHING_YET = "speech-bubble"


def route_page(words: Words, tour: TourFacts) -> dict[str, Any]:
    """What the template needs: the route once, and for each moment when the group is where."""
    names = ("guide_keeps", "route", "stop", "what_to_do", "minutes_short", "no_stops", "colon")
    return {
        **_about(words, tour, "route_sheet"),
        "words": words.labels(*names),
        "briefing": [words.label(f"guide_keeps_{number}") for number in range(1, 6)],
        "stops": [_stop(words, number, stop) for number, stop in enumerate(tour.stops, 1)],
        "moments": [_moment(words, tour, one) for one in tour.moments],
    }


def stop_cards_page(words: Words, tour: TourFacts) -> dict[str, Any]:
    """What the template needs: a page for each stop, then the die to cut out."""
    sides = [
        {"text": _picked(words, side.text), "picture": picture(words, side.pictogram)}
        for side in tour.questions[:SIDES]
    ]
    return {
        **_about(words, tour, "stop_cards"),
        "words": words.labels("die", "cut_die", "your_own_question", "no_stops"),
        "stops": [_stop(words, number, stop) for number, stop in enumerate(tour.stops, 1)],
        "sides": sides,
    }


def _about(words: Words, tour: TourFacts, title: str) -> dict[str, Any]:
    return {
        "title": words.label(title),
        "name": _picked(words, tour.title),
        "school": words.written(tour.school),
    }


def _stop(words: Words, number: int, stop: TourStopRead) -> dict[str, Any]:
    where: Said | None = words.written(stop.room or stop.place)
    return {
        "number": number,
        "name": _picked(words, stop.name),
        "where": where,
        "minutes": words.label("minutes", minutes=stop.minutes),
        "doing": words.kind("stop_doing", stop.doing) if stop.doing else None,
        "words": _picked(words, stop.words),
        "picture": picture(words, PICTURES[stop.doing] if stop.doing else NOTHING_YET),
    }


def _moment(words: Words, tour: TourFacts, moment: TourMoment) -> dict[str, Any]:
    """When one is where, and who guides: of others than yourself only the team reads that."""
    names = {guide.id: f"{guide.given_name} {guide.family_name}" for guide in tour.guides}
    return {
        "when": span(words, moment.starts_at.isoformat(), moment.ends_at.isoformat(), tour.time_zone),
        "times": _times(words, tour, moment.starts_at.astimezone(ZoneInfo(tour.time_zone))),
        "groups": [
            {
                "name": words.label("group_of", number=group.group_number, people=group.takes),
                "guides": words.written(words.label("comma").join(names[one] for one in group.guide_ids)),
            }
            for group in groups_of(tour.guides, moment.id)
        ],
    }


def _times(words: Words, tour: TourFacts, begins: datetime) -> list[str]:
    """The hour at which each stop begins."""
    times = []
    for stop in tour.stops:
        times.append(clock(words, begins.isoformat()))
        begins += timedelta(minutes=stop.minutes)
    return times


def _picked(words: Words, text: Any) -> Said | None:
    """What came through a model has no nulls left in its map."""
    return words.picked(text)
