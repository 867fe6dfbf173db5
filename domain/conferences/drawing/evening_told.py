"""An evening, told in words: what the picture is called, what it shows, and every row as a list."""

from collections.abc import Iterator
from datetime import datetime

from domain.catalogue.models.words import Channel
from domain.conferences.drawing.evening_words import AWAY, FREE, INTERPRETED, LATE, NO_TALKS, PAUSE, TALK, TITLE, TOLD
from domain.conferences.models.timetables.read import EveningPerson, EveningTalk, EveningTimetable, SessionRead, Span
from domain.conversations.facts import Status
from domain.kernel.days import day_in_words, times_in
from domain.kernel.errors import Message
from domain.kernel.text import pick


class Telling:
    """One session of an evening, in one language."""

    def __init__(self, evening: EveningTimetable, session: SessionRead, language: str) -> None:
        self.evening, self.session, self.language = evening, session, language

    @property
    def title(self) -> str:
        """The round and the day."""
        start = datetime.fromisoformat(self.session.local_start)
        day = f"{times_in(self.language)['weekdays'][start.weekday()]} {day_in_words(start, self.language)}"
        name = self.evening.name
        return self._said(TITLE, name=name if isinstance(name, str) else pick(name, self.language), day=day)

    @property
    def summary(self) -> str:
        """How much there is of what, and how to read it."""
        staff = self.evening.staff
        talks = {talk.conversation_id for one in staff for talk in one.talks if self._stands(talk)}
        free = sum(self._has(span) for one in staff for span in one.free)
        hours = {"start": self._clock(self.session.local_start), "end": self._clock(self.session.local_end)}
        return self._said(TOLD, staff=len(staff), talks=len(talks), free=free, **hours)

    def row(self, one: EveningPerson) -> str:
        """Somebody's evening, in order."""
        parts = sorted(self.parts(one), key=lambda span: span.local_start)
        told = "; ".join(self.part(span, is_break=span in one.breaks) for span in parts) or self._said(NO_TALKS)
        return f"{', '.join([f'{one.given_name} {one.family_name}', *one.rooms])}: {told}"

    def part(self, span: Span, *, is_break: bool = False) -> str:
        """One bar."""
        times = f"{self._clock(span.local_start)}–{self._clock(span.local_end)}"
        if not isinstance(span, EveningTalk):
            return f"{times} {self._said(PAUSE if is_break else FREE)}"
        students = ", ".join(f"{one.given_name} {one.family_name}" for one in span.students)
        more = [self._said(LATE, time=self._clock(span.local_expected))] if span.local_expected else []
        more += [students] if students else []
        more += [self._said(AWAY)] if span.channel != Channel.IN_PERSON else []
        more += [self._said(INTERPRETED)] if span.interpreter_language else []
        return ", ".join([f"{times} {self._said(TALK)}", *more])

    def parts(self, one: EveningPerson) -> Iterator[Span]:
        """What stands in somebody's row."""
        yield from (span for span in (*one.free, *one.breaks) if self._has(span))
        yield from (talk for talk in one.talks if self._stands(talk))

    def _has(self, span: Span) -> bool:
        return span.session_id == self.session.id

    def _stands(self, talk: EveningTalk) -> bool:
        return self._has(talk) and talk.status != Status.CANCELLED

    def _clock(self, local: str) -> str:
        moment = datetime.fromisoformat(local)
        return str(times_in(self.language)["clock"]).format(hour=moment.hour, minute=moment.minute)

    def _said(self, message: Message, **data: object) -> str:
        return message.words(self.language, data)
