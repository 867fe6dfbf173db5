"""What a guardian answers with a link to the question whether the school may come. A reason is never kept (R29)."""

from uuid import UUID

from domain.kernel.errors import Conflict
from domain.kernel.session import SchoolSession
from domain.messaging.models.link_answers import MessageAnswerFields, Says
from domain.messaging.rules.links import NOTHING_TO_ANSWER
from domain.visits.actions.answering import answer, withdraw
from domain.visits.models.answers import HomeVisitAnswerFields
from domain.visits.models.words import Says as SaysToVisit


async def answer_visit(session: SchoolSession, visit_id: UUID, fields: MessageAnswerFields) -> None:
    """
    Raises:
        Conflict: `nothing_to_answer`, also for a yes without when and where; `wrong_state`.
    """
    if fields.says == Says.WITHDRAW:
        await withdraw(session, visit_id)
    elif fields.says == Says.DECLINE:
        await answer(session, visit_id, HomeVisitAnswerFields(says=SaysToVisit.NO))
    elif fields.visit:
        await answer(session, visit_id, fields.visit.as_answer())
    else:
        raise Conflict(NOTHING_TO_ANSWER)
