"""Where the catalogue speaks of a step: an entry of a form of conversation, or the tip that has R10 in words."""

from typing import NamedTuple

from domain.catalogue.models.words import Channel, ParticipantRole
from domain.reach.models.words import Step

CONFERENCE, VISIT = "parent-teacher-conference", "home-visit"
SILENCE_IS_NO_REFUSAL = "reverse-conversation.families-not-reached-yet"
"""Another channel, another hour, at the gate, together with a bridge worker."""


class Entry(NamedTuple):
    """One of the `channels` or `participants` of a form, by its channel or role."""

    meeting_type: str
    part: str
    named: str
    word: str


ENTRIES: dict[Step, Entry] = {
    Step.PHONE: Entry(CONFERENCE, "channels", "channel", Channel.PHONE),
    Step.INTERPRETER: Entry(CONFERENCE, "participants", "role", ParticipantRole.INTERPRETER),
    Step.BRIDGE_WORKER: Entry(CONFERENCE, "participants", "role", ParticipantRole.BRIDGE_WORKER),
    Step.HOME_VISIT: Entry(VISIT, "participants", "role", ParticipantRole.GUARDIAN),
}
BY_TIP = (Step.AT_THE_GATE, Step.ANOTHER_CHANNEL, Step.ANOTHER_MOMENT)
ONLY_WHERE_NAMED = frozenset({Step.BRIDGE_WORKER, Step.HOME_VISIT})
"""Nobody tries these where the catalogue does not know them for this level."""
