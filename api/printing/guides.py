"""A guide to a conversation on paper: one for the team that holds it, one for the family that comes to it."""

from datetime import date
from typing import Any

from api.printing.moments import day, span
from api.printing.pictures import picture
from api.printing.words import Said, Words
from domain.catalogue.models import Audience, ParticipantRole
from domain.conversations.models.guide import Edition

Read = dict[str, Any]
"""A `GuideRead` with all languages."""

FEW = 2
"""How many questions of each phase a family gets to think about: more would look like homework."""

_TEAM = ("course", "plainly", "colon", "notes", "notes_care", "what_i_heard", "what_we_agree")
_FAMILY = ("think_about", "no_need_to_answer", "want_to_say", "ask_the_school")
_BOTH = ("when", "where", "who", "purpose", "goal", "strengths", "agenda", "no_agenda", "open_agreements")


def guide_page(words: Words, read: Read) -> Read:
    """What the template needs, for whom the guide is."""
    team = read["edition"] == Edition.TEAM
    return {
        "title": words.picked(read["name"]),
        "about": words.label("about", student=read["student"]),
        "school": words.written(read["school"]),
        "team": team,
        "words": words.labels(*_BOTH, *(_TEAM if team else _FAMILY))
        | {"briefing": words.label("briefing" if team else "good_to_know")},
        "facts": _facts(words, read, team=team),
        "purpose": words.picked(read["purpose"]) if team else _invitation(words, read),
        "goal": words.written(read["goal"]),
        "strengths": [words.written(said) for said in read["strengths"]],
        "briefing": None if read["edition"] == Edition.FAMILY else words.written(read["briefing"]),
        "agenda": [_brought(words, item) for item in read["agenda"]],
        "agreements": [_agreed(words, agreement) for agreement in read["open_agreements"]],
        "phases": [_phase(words, phase, _asked(read)) for phase in read["phases"]] if team else [],
        "questions": [] if team else [_question(words, one) for one in _to_think_about(read)],
    }


def _invitation(words: Words, read: Read) -> Said | None:
    return words.invitation(read["meeting_type"]) or words.picked(read["purpose"])


def _facts(words: Words, read: Read, *, team: bool) -> list[Read]:
    """When, where, who, with what interpreter: a name and lines each."""
    facts = {"when": _when(words, read), "where": [_where(words, read)], "who": _people(words, read)}
    interpreters = [one for one in read["participants"] if one["role"] == ParticipantRole.INTERPRETER]
    if interpreters or team:
        facts["interpreter"] = [_interpreter(words, read, one) for one in interpreters]
    nobody = [words.label("no_interpreter")]
    return [{"name": words.label(name), "lines": lines or nobody} for name, lines in facts.items()]


def _when(words: Words, read: Read) -> list[str]:
    if read["is_time_chosen"] or not read["offered_times"]:
        return [span(words, read["starts_at"], read["ends_at"], read["time_zone"])]
    offered = [span(words, one["starts_at"], one["ends_at"], read["time_zone"]) for one in read["offered_times"]]
    return [words.label("choose_time"), *offered]


def _where(words: Words, read: Read) -> str:
    spot = read["place"] or read["room"]
    channel = words.kind("channels", read["channel"])
    return f"{channel}{words.label('colon')}{spot}" if spot else channel


def _people(words: Words, read: Read) -> list[str]:
    others = [one for one in read["participants"] if one["role"] != ParticipantRole.INTERPRETER]
    return [f"{_named(one)} ({words.kind('roles', one['role'])})" for one in others]


def _interpreter(words: Words, read: Read, one: Read) -> str:
    mode = read["interpreter_mode"]
    return f"{_named(one)} ({words.kind('interpreter_modes', mode)})" if mode else _named(one)


def _named(one: Read) -> str:
    return str(one["organisation"] or f"{one['given_name']} {one['family_name']}")


def _brought(words: Words, item: Read) -> Read:
    by = words.label("brought_by", role=words.kind("roles", item["brought_by"]))
    return {"text": words.written(item["text"]), "by": by}


def _agreed(words: Words, agreement: Read) -> Read:
    who = words.kind("roles", agreement["who"])
    by = agreement["by_on"] and words.label("by_day", day=day(words, date.fromisoformat(agreement["by_on"])))
    return {"text": words.written(agreement["what"]), "by": words.label("comma").join(filter(None, (who, by)))}


def _phase(words: Words, phase: Read, questions: list[Read]) -> Read:
    asked = [_question(words, one) for one in questions if one["phase"] == phase["key"]]
    return {"name": words.picked(phase["name"]), "guidance": words.picked(phase["guidance"]), "questions": asked}


def _asked(read: Read) -> list[Read]:
    """What the team chose, else all; what has no place in this form is asked in its first phase."""
    phases = [phase["key"] for phase in read["phases"]]
    chosen = [one if one["phase"] in phases else {**one, "phase": phases[0]} for one in read["chosen"]]
    return chosen or list(read["questions"])


_ANSWERED_BY = {Audience.STUDENT: "for_student", Audience.TEACHER: "for_teacher"}


def _question(words: Words, question: Read) -> Read:
    label = _ANSWERED_BY.get(question["audience"])
    return {
        "text": words.picked(question["text"]),
        "plain": words.picked(question["plain"]),
        "for": label and words.label(label),
        "picture": picture(words, question["pictogram"]),
    }


def _to_think_about(read: Read) -> list[Read]:
    """What the team chose and shared; else the first few of each phase that are for this reader."""
    if read["chosen"]:
        return list(read["chosen"])
    audience = Audience.STUDENT if read["edition"] == Edition.STUDENT else Audience.PARENT
    mine = [one for one in read["questions"] if one["audience"] == audience]
    return [one for phase in read["phases"] for one in [q for q in mine if q["phase"] == phase["key"]][:FEW]]
