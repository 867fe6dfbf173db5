"""Questions for a conversation: copied from the catalogue, then ordered, ticked and shared by the team."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.catalogue.models import Audience, Question, QuestionSet
from domain.catalogue.models.words import Channel
from domain.catalogue.queries import QUESTION_SETS, questions_named
from domain.conversations.actions.agenda import OPEN
from domain.conversations.actions.telling import tell
from domain.conversations.models.questions import AskingFields, ConversationQuestion, CopiedFields, CopiedWords
from domain.conversations.queries.life import Life, get_life
from domain.conversations.queries.locked import Locked
from domain.conversations.queries.questions import CONVERSATION_QUESTION
from domain.conversations.rules import WRONG_STATE, check_words
from domain.kernel import clock
from domain.kernel.errors import DOES_NOT_EXIST, Conflict, Detail, Invalid, Message, NotFound
from domain.kernel.row import Fields
from domain.kernel.rule import warnings_of
from domain.kernel.session import SchoolSession

MOST = 100

NOTHING_TO_COPY = Message(
    "nothing_to_copy",
    "Noem een set of minstens één vraag.",
    "Indiquez une série ou au moins une question.",
    "Name a set, or at least one question.",
)
TOO_MANY = Message(
    "too_many_questions",
    "Een gesprek heeft hoogstens {most} vragen.",
    "Un entretien compte au plus {most} questions.",
    "A conversation has at most {most} questions.",
)
FOR_THE_TEACHER = Message(
    "for_the_teacher",
    "Deze vraag beantwoordt de leerkracht. Ze wordt niet met het gezin gedeeld.",
    "Cette question s'adresse à l'enseignant. Elle n'est pas partagée avec la famille.",
    "This question is for the teacher to answer. It is not shared with the family.",
)

_QUESTION = Locked(ConversationQuestion, CONVERSATION_QUESTION.visible)

Notes = dict[UUID, str | None]
"""Which questions, in order, and what somebody keeps in mind with each."""


async def copy_questions(session: SchoolSession, conversation_id: UUID, fields: CopiedFields) -> None:
    """Copy questions as the school words them now. What the conversation has already stays as it is.

    Raises:
        Invalid: `nothing_to_copy`, `too_many_questions`, `unknown_reference` for a set or question that is not there.
        Conflict: `wrong_state` once it has ended. NotFound, Forbidden: as everywhere.
    """
    life = await get_life(session, conversation_id)
    life.ensure_run_by(session.principal)
    if life.conversation.status not in OPEN:
        raise Conflict(WRONG_STATE)
    chosen = await _chosen(session, fields)
    there = await _there(session, conversation_id)
    known = {one.source_question_id for one in there}
    questions = await questions_named(session, list(chosen))
    new = {row.id: (row, chosen[row_id]) for row_id, row in questions.items() if _source(row) not in known}
    if len(new) + len(there) > MOST:
        raise Invalid(TOO_MANY, Detail("/question_ids", TOO_MANY, {"most": MOST}), most=MOST)
    last = max((one.position for one in there), default=0)
    session.add_all(
        _copied(session, conversation_id, question, position, note, share=fields.shared_with_family)
        for position, (question, note) in enumerate(new.values(), last + 1)
    )
    tell(session, "questions_changed", life.conversation)


async def change_question(session: SchoolSession, row_id: UUID, patch: Fields, version: int) -> None:
    """Tick it as asked, put it elsewhere, note something, share it with the family or no longer.

    Raises:
        Invalid: `for_the_teacher`; `rule_broken` for a note that says what no key word says (R27, R30).
        NotFound, Forbidden, Stale: as everywhere.
    """
    row, life = await _run_by_caller(session, row_id, version)
    was_asked = row.is_asked
    fields = row.patched(AskingFields, patch)
    if fields.shared_with_family and row.audience == Audience.TEACHER:
        raise Invalid(FOR_THE_TEACHER, Detail("/shared_with_family", FOR_THE_TEACHER))
    at_home = life.conversation.channel == Channel.HOME_VISIT
    warnings_of(check_words([("/note", fields.note)] if fields.note else [], at_home=at_home))
    row.take(fields)
    if row.is_asked != was_asked:
        row.asked_at = clock.now() if row.is_asked else None
    tell(session, "questions_changed", life.conversation)


async def remove_question(session: SchoolSession, row_id: UUID, version: int) -> None:
    """Take it out of this conversation; the catalogue keeps it.

    Raises:
        NotFound, Forbidden, Stale: as everywhere.
    """
    row, life = await _run_by_caller(session, row_id, version)
    await session.delete(row)
    tell(session, "questions_changed", life.conversation)


async def _run_by_caller(session: SchoolSession, row_id: UUID, version: int) -> tuple[ConversationQuestion, Life]:
    row = await _QUESTION.get(session, row_id, version)
    life = await get_life(session, row.conversation_id)
    life.ensure_run_by(session.principal)
    return row, life


def _source(question: Question) -> UUID:
    """Of an adapted question, the one that it stands in for: the two are one question."""
    return question.adapts_id or question.id


async def _chosen(session: SchoolSession, fields: CopiedFields) -> Notes:
    """The set's questions first. What the school hides by now is left out of a set, and refused when it is named."""
    if fields.question_set_id is None and not fields.question_ids:
        raise Invalid(NOTHING_TO_COPY, Detail("/question_ids", NOTHING_TO_COPY))
    shown = await questions_named(session, fields.question_ids)
    unknown = [place for place, row_id in enumerate(fields.question_ids) if row_id not in shown]
    if unknown:
        raise Invalid(DOES_NOT_EXIST, *(Detail(f"/question_ids/{place}", DOES_NOT_EXIST) for place in unknown))
    of_set = await _of_set(session, fields.question_set_id) if fields.question_set_id else {}
    return of_set | {row_id: of_set.get(row_id) for row_id in fields.question_ids}


async def _of_set(session: SchoolSession, set_id: UUID) -> Notes:
    try:
        found = await session.get_row(QuestionSet, set_id, QUESTION_SETS.document.visible(session.viewer))
    except NotFound:
        raise Invalid(DOES_NOT_EXIST, Detail("/question_set_id", DOES_NOT_EXIST)) from None
    return found.chosen


async def _there(session: SchoolSession, conversation_id: UUID) -> list[ConversationQuestion]:
    mine = col(ConversationQuestion.school_id) == session.principal.school_id
    return await session.rows(
        select(ConversationQuestion).where(mine, col(ConversationQuestion.conversation_id) == conversation_id)
    )


def _copied(
    session: SchoolSession, conversation_id: UUID, question: Question, position: int, note: str | None, *, share: bool
) -> ConversationQuestion:
    words = {name: getattr(question, name) for name in CopiedWords.model_fields}
    return ConversationQuestion(
        school_id=session.principal.school_id,
        conversation_id=conversation_id,
        source_question_id=_source(question),
        position=position,
        note=note,
        shared_with_family=share and question.audience != Audience.TEACHER,
        **words,
    )
