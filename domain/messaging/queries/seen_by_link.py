"""What a one-time link shows: the message, and what it is about as it stands now."""

from sqlalchemy import select
from sqlmodel import col

from domain.kernel.session import SchoolSession
from domain.messaging.models.link_reads import MessageSeen, SaidRead
from domain.messaging.models.messages import Message
from domain.messaging.queries.about import about_of
from domain.messaging.queries.behind_link import BehindLink
from domain.messaging.queries.put_in_words import put_in_words
from domain.messaging.wording.saying import text_without
from domain.school.models import School

_HERE = "#here"
"""Stands for a link in words that are read behind one."""


async def _said(session: SchoolSession, message: Message) -> dict[str, SaidRead]:
    """As it was sent; what was not sent yet, as it would be said now."""
    if message.said:
        return {language: SaidRead.model_validate(words) for language, words in message.said.items()}
    in_words = (await put_in_words(session, [message], {message.id: _HERE})).get(message.id)
    return {
        one.language: SaidRead(subject=one.subject, text=text_without(_HERE, one.paragraphs))
        for one in (in_words.said if in_words else [])
    }


async def seen_by_link(session: SchoolSession, behind: BehindLink) -> MessageSeen:
    """
    Raises:
        NotFound: when what it is about is over, or no longer for this person.
    """
    link, message = behind
    about = await about_of(session, message)
    school = (await session.execute(select(School).where(col(School.school_id) == message.school_id))).scalar_one()
    return MessageSeen(
        **about._asdict(),
        kind=message.kind,
        languages=message.languages,
        said=await _said(session, message),
        school=school.name,
        phone=school.phone,
        expires_at=link.expires_at,
        answered_at=link.answered_at,
    )
