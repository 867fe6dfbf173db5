"""From a plan to a summary: nothing is added to what its reader may see, and ids and empty fields are left out."""

from collections.abc import Iterable, Iterator
from typing import Any

from domain.kernel.days import day_in_words
from domain.kernel.printed import printed_words
from domain.kernel.text import pick
from domain.plans.models.cards import PlanCard, PlanSummary, SummaryLine, SummarySection
from domain.plans.models.contact_words import ContactChannel, Starter
from domain.plans.summary.pictures import CHANNELS, LINES
from domain.plans.values import said
from domain.plans.words import name_of

Read = dict[str, Any]
"""A `PlanCard` as JSON, or a part of it."""

_OFFERED = (
    *("channels", "answering_hours", "teaching_days", "answer_within_school_days", "urgent_route", "languages"),
    *("interpreter_modes", "limits"),
)
_WISHED = (
    *("preferred_name", "channels", "reachable_hours", "urgent_phone", "other_contacts", "languages"),
    *("reading_comfort", "wants_interpreter", "interpreter_mode", "topics_at_once", "topics_in_summary", "frequency"),
    *("both_households", "blocked_periods", "digital_access"),
)
_STUDENTS = ("addressed_as", "channels", "tells_first", "parents_may_hear", "joins_talks")


def summary_of(card: PlanCard, language: str) -> PlanSummary:
    """The plan in plain words, in this language (nl, fr, en or ar; what people wrote stays as they wrote it)."""
    read = card.model_dump(mode="json")
    sections = [
        *_agreements(read, language),
        *_people(read["options"], _OFFERED, language),
        *_people([read["student_wishes"]] if read["student_wishes"] else [], _STUDENTS, language),
        *_people(read["guardian_wishes"], _WISHED, language),
    ]
    return PlanSummary(
        title=label("title", language),
        student=card.student,
        school=card.school,
        school_year=card.school_year,
        status=card.status,
        status_in_words=name_of(card.status, language),
        review=label("review", language, day=day_in_words(card.review_on, language)),
        sections=[one for one in sections if one.lines],
    )


def label(name: str, language: str, /, **filled: str) -> str:
    """What a card says of itself."""
    return str(pick(printed_words("plan-words")["card"][name], language)).format(**filled)


def _agreements(read: Read, language: str) -> Iterator[SummarySection]:
    """Those of each guardian apart, so that a page for staff never mixes two households."""
    names = {one["guardian_id"]: one["name"] for one in read["guardian_wishes"]}
    for guardian_id in dict.fromkeys(one["guardian_id"] for one in read["agreements"]):
        own = [one for one in read["agreements"] if one["guardian_id"] == guardian_id]
        title = _agreed_with(guardian_id, names, language)
        yield SummarySection(title=title, lines=[_agreement(one, language) for one in own])


def _agreed_with(guardian_id: str | None, names: dict[str, str], language: str) -> str:
    if guardian_id is None:
        return label("agreed_with_student", language)
    name = names.get(guardian_id)
    return label("agreed_with", language, name=name) if name else label("agreements", language)


def _agreement(one: Read, language: str) -> SummaryLine:
    starter = name_of(Starter(one["who_starts"]), language)
    parts = [
        said("channel", one["channel"], language),
        said("frequency", one["frequency"], language),
        label("starts", language, who=starter),
        one["answered_by"] and label("answers", language, who=one["answered_by"]),
        one["good_news_too"] and field_name("good_news_too", language),
        one["if_it_gets_hard"]
        and f"{field_name('if_it_gets_hard', language)}: {said('if_it_gets_hard', one['if_it_gets_hard'], language)}",
    ]
    picture = CHANNELS[ContactChannel(one["channel"])]
    topic = said("topic", one["topic"], language) or one["topic"]
    return SummaryLine(name=topic[:1].upper() + topic[1:], said=" · ".join(filter(None, parts)), pictogram=picture)


def _people(parts: list[Read], fields: Iterable[str], language: str) -> Iterator[SummarySection]:
    for part in parts:
        lines = [line for field in fields if (line := _line(part, field, language))]
        yield SummarySection(title=_whose(part, language), lines=lines)


def _whose(part: Read, language: str) -> str:
    if "tells_first" in part:
        return label("student", language)
    if "guardian_id" in part:
        return label("guardian", language, name=part["preferred_name"] or part["name"])
    return label("staff", language, name=part["name"]) if part["name"] else label("school", language)


def _line(part: Read, field: str, language: str) -> SummaryLine | None:
    """A wish that was not named says nothing: a "no" would look like one."""
    words = None if part[field] is False and field != "joins_talks" else said(field, part[field], language)
    picture = CHANNELS[ContactChannel(part[field][0])] if field == "channels" else LINES.get(field)
    return (words and SummaryLine(name=field_name(field, language), said=words, pictogram=picture)) or None


def field_name(field: str, language: str) -> str:
    """Such as `Hoe vaak`."""
    name = str(pick(printed_words("plan-words")["fields"][field], language))
    return name[:1].upper() + name[1:]
