"""Giving a repeated request its first answer, or keeping the answer for when it comes."""

from sqlalchemy import func, select

from domain.kernel import clock
from domain.kernel.errors import Conflict, Invalid, Message
from domain.kernel.replay import KEPT, Answer, Attempt, Replay
from domain.kernel.session import SchoolSession

IN_FLIGHT = Message(
    "idempotency_in_flight",
    "Een verzoek met deze sleutel is nog bezig. Probeer het zo dadelijk opnieuw.",
    "Une requête avec cette clé est encore en cours. Réessayez dans un instant.",
    "A request with this key is still running. Try again in a moment.",
)
OTHER_BODY = Message(
    "idempotency_key_reused",
    "Deze sleutel werd al gebruikt voor een ander verzoek.",
    "Cette clé a déjà servi pour une autre requête.",
    "This key was already used for another request.",
)


async def first_answer(session: SchoolSession, attempt: Attempt, *, waits: bool = False) -> Answer | None:
    """The answer this key got before, or None: then this transaction holds the key until it ends.

    The session goes on in the language of the answer. Who `waits` gets the answer of a request that is still running.

    Raises:
        Conflict: when another transaction holds the key, and nobody waits.
        Invalid: when the key was used for another request.
    """
    subject, school = session.principal.subject, session.principal.school_id
    lock = func.hashtextextended(f"{school} {subject} {attempt.key}", 0)
    if waits:
        await session.execute(select(func.pg_advisory_xact_lock(lock)))
    elif not (await session.execute(select(func.pg_try_advisory_xact_lock(lock)))).scalar():
        raise Conflict(IN_FLIGHT)
    row = await session.get(Replay, (school, subject, attempt.key))
    if row is None:
        return None
    if row.created_at < clock.now() - KEPT:
        await session.delete(row)
        await session.flush()
        return None
    if row.fingerprint != attempt.fingerprint:
        raise Invalid(OTHER_BODY)
    session.language = row.language
    return Answer(row.status, row.location, row.body)


def remember(session: SchoolSession, attempt: Attempt, answer: Answer) -> None:
    """Keep the answer with the effect."""
    session.add(
        Replay(
            school_id=session.principal.school_id,
            subject=session.principal.subject,
            **attempt._asdict(),
            **answer._asdict(),
            language=session.language,
            created_at=clock.now(),
        )
    )
