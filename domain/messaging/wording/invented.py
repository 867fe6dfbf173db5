"""A message about nobody: invented facts, to see words before they are used."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.conversations.facts import Status
from domain.kernel.text import LANGUAGES
from domain.messaging.models.wording_fields import SaidAloud, SaidRead
from domain.messaging.models.words import MessageKind
from domain.messaging.wording.facts import AgreedFacts, Companion, MessageFacts, RoundFacts, SenderFacts, TalkFacts
from domain.messaging.wording.gathering_facts import ActivityFacts, IdeaFacts, MomentFacts, VisitFacts
from domain.messaging.wording.saying import say
from domain.plans.models.contact_words import ContactChannel
from domain.plans.models.words import Party

_NOBODY = UUID(int=0)
_START = datetime(2026, 9, 15, 14, 0, tzinfo=UTC)
_TIME = (_START, _START + timedelta(minutes=20))
_SENDER = SenderFacts(
    _NOBODY, "De Wissel", "Europe/Brussels", "De Wissel", "Anna Claes", "school@example.org", "+3225550123"
)
_TALK = TalkFacts(
    id=_NOBODY,
    version=1,
    changed_at=_START,
    meeting_type="start-conversation",
    form={"nl": "Startgesprek", "fr": "Entretien de rentrée", "en": "Start conversation", "ar": "لقاء البداية"},
    status=Status.PLANNED,
    times=(_TIME,),
    channel=Channel.IN_PERSON,
    student="Lina",
    room="Leeshoek",
    companions=(
        Companion(ParticipantRole.TEACHER, "Anna Claes"),
        Companion(ParticipantRole.CARE_COORDINATOR, "Jo Maes", "Jo helpt Lina met lezen."),
    ),
    answer_by=_START - timedelta(days=5),
    expected_at=_START + timedelta(minutes=15),
)
_INVENTED = MessageFacts(
    message_id=_NOBODY,
    kind=MessageKind.INVITATION,
    sender=_SENDER,
    party=Party.GUARDIAN,
    recipient="Sara",
    full_name="Sara Haddad",
    student="Lina",
    channel=ContactChannel.EMAIL,
    talks=(_TALK,),
    agreements=(AgreedFacts("Elke avond tien minuten lezen", ParticipantRole.GUARDIAN, date(2026, 10, 1)),),
    review_on=date(2026, 12, 15),
    round=RoundFacts({"nl": "Oudercontact herfst"}, (_TIME,), _START - timedelta(days=5)),
    offered=_TIME,
    offered_until=_START - timedelta(hours=2),
    link="https://school.example.org/m/7Yq2",
)

_ACTIVITY = ActivityFacts(
    title={"nl": "Samen lezen", "fr": "Lire ensemble", "en": "Reading together", "ar": "نقرأ معًا"},
    goal={
        "nl": "Ontdekken hoe je samen leest.",
        "fr": "Découvrir comment lire ensemble.",
        "en": "See how to read together.",
        "ar": "نكتشف كيف نقرأ معًا.",
    },
    for_whom={"nl": "Alle ouders", "fr": "Tous les parents", "en": "All parents", "ar": "جميع الأهل"},
    languages=("nl", "ar"),
    moments=(MomentFacts(*_TIME, "Leeshoek"),),
)
_GATHERED: dict[str, dict[str, Any]] = {
    "activity": {"activity": _ACTIVITY},
    "idea": {"idea": IdeaFacts("Samen koken?", "Dat doen we graag.", "In mei koken we samen.")},
    "home": {"visit": VisitFacts({"nl": "We leren elkaar graag kennen."}, 45, *_TIME, visitors=("Anna Claes",))},
}
"""By the first word of the kind."""


def invented(kind: MessageKind) -> MessageFacts:
    """Facts for a message of this kind."""
    parts = (replace(_INVENTED, kind=MessageKind.THANK_YOU),) if kind is MessageKind.DIGEST else ()
    gathered = _GATHERED.get(kind.partition("_")[0])
    about = {"talks": (), **gathered} if gathered else {}
    return replace(_INVENTED, kind=kind, parts=parts, **about)


def tried(kind: MessageKind, words: Mapping[str, Any]) -> SaidAloud:
    """These words over ours, in every language."""
    said = (say(invented(kind), language, {kind: words}) for language in LANGUAGES)
    return SaidAloud(items=[SaidRead.model_validate(asdict(one)) for one in said])
