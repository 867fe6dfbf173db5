"""The negotiation: what both sides can keep to, party by party."""

from domain.plans.negotiation.answered import Negotiated, PartyAnswer, ProposedAgreement
from domain.plans.negotiation.asked import NegotiationFields, WishesAtTheTable
from domain.plans.negotiation.unmet import unmet
from domain.plans.negotiation.ways import Way, ways


def negotiate(table: NegotiationFields, language: str | None = None) -> Negotiated:
    """The agreements that satisfy both sides, ranked; each field of them lies in both or carries its compromise.

    No party's answer depends on another's (R17). Well under a millisecond for a family.

    Args:
        language: of the reasons; without one they are language maps.
    """
    answers = [_answer(number, wishes, table, language) for number, wishes in enumerate(table.parties)]
    return Negotiated(parties=answers)


def _answer(number: int, wishes: WishesAtTheTable, table: NegotiationFields, language: str | None) -> PartyAnswer:
    return PartyAnswer(
        name=wishes.name,
        agreements=[_agreement(wishes, way, language) for way in ways(wishes, table)],
        unmet=[one.read(number, language) for one in unmet(wishes, table)],
    )


def _agreement(wishes: WishesAtTheTable, way: Way, language: str | None) -> ProposedAgreement:
    return ProposedAgreement(
        channel=way.channel,
        topics=wishes.topics,
        frequency=wishes.frequency,
        answered_by=way.answered_by,
        hours=way.hours,
        language=way.understood.language,
        interpreter_mode=way.understood.interpreter_mode,
        compromises=[one.read(language) for one in way.given],
    )
