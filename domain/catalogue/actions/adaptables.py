"""What can be adapted: the questions and the points of checklists."""

from sqlmodel import SQLModel

from domain.catalogue.actions.adapting import Adaptable
from domain.catalogue.models import FoundQuestionRead, MeetingType, PointFields, QuestionFields
from domain.catalogue.pictograms import pictograms
from domain.catalogue.queries import (
    POINT_LISTING,
    QUESTION_LISTING,
    PointQuery,
    QuestionQuery,
    find_meeting_type,
    phase_keys,
    points_asked_for,
    questions_asked_for,
)
from domain.catalogue.rules import check_drawn, check_place, check_question
from domain.kernel.errors import DOES_NOT_EXIST, Detail, Invalid, Message
from domain.kernel.page import PageQuery
from domain.kernel.read import Listing
from domain.kernel.row import Fields
from domain.kernel.rule import Finding, warnings_of
from domain.kernel.session import SchoolSession

UNSUITABLE = Message(
    "unsuitable_question",
    "Deze vraag past zo niet in de catalogus. Kijk bij `errors` waarom.",
    "Cette question ne convient pas telle quelle au catalogue. Voyez pourquoi sous `errors`.",
    "This question does not suit the catalogue like this. See `errors` for why.",
)


class Questions(Adaptable):
    """Questions are open, short, and have a place in their meeting type. They can be searched."""

    @property
    def listed_as(self) -> type[SQLModel]:
        return FoundQuestionRead

    def listed(self, query: PageQuery) -> Listing:
        assert isinstance(query, QuestionQuery)
        return questions_asked_for(query)

    async def check(self, session: SchoolSession, fields: Fields) -> None:
        """Refuse a closed or long question (R37), a phase or level that its meeting type has not, and a picture
        that nobody drew.

        Raises:
            Invalid: with a detail for each.
        """
        assert isinstance(fields, QuestionFields)
        meeting_type = await find_meeting_type(session, fields.meeting_type)
        if meeting_type is None:
            raise Invalid(DOES_NOT_EXIST, Detail("/meeting_type", DOES_NOT_EXIST))
        warnings_of(check_suits(fields, meeting_type), UNSUITABLE)


def check_suits(fields: QuestionFields, meeting_type: MeetingType) -> list[Finding]:
    """Everything that keeps a question out of this meeting type."""
    place = check_place(fields.phase, fields.levels, phase_keys(meeting_type), meeting_type.levels)
    return [*place, *check_question(fields.text, fields.plain), *check_drawn(fields.pictogram, pictograms())]


class ChecklistPoints(Adaptable):
    """Points of checklists."""

    def listed(self, query: PageQuery) -> Listing:
        assert isinstance(query, PointQuery)
        return points_asked_for(query)


QUESTIONS = Questions("question", QuestionFields, QUESTION_LISTING, QuestionQuery)
CHECKLIST_POINTS = ChecklistPoints("checklist_point", PointFields, POINT_LISTING, PointQuery)
