"""Which pictogram stands for a channel, and for a line of a card."""

from domain.plans.models.contact_words import ContactChannel

CHANNELS: dict[ContactChannel, str] = {
    ContactChannel.TALK: "two-people-talking",
    ContactChannel.PHONE: "telephone",
    ContactChannel.MESSAGE: "text-message",
    ContactChannel.WHATSAPP: "text-message",
    ContactChannel.APP: "text-message",
    ContactChannel.EMAIL: "envelope",
    ContactChannel.PAPER: "sheet-of-paper",
    ContactChannel.DIARY: "diary",
    ContactChannel.PLATFORM: "screen",
    ContactChannel.VIDEO: "video-camera",
}
LINES: dict[str, str] = {
    "reachable_hours": "clock",
    "answering_hours": "clock",
    "languages": "speech-bubble",
    "interpreter_mode": "helping-hand",
    "interpreter_modes": "helping-hand",
    "wants_interpreter": "helping-hand",
    "urgent_phone": "telephone",
    "urgent_route": "telephone",
    "topics_at_once": "star",
    "tells_first": "thought-bubble",
    "parents_may_hear": "speech-bubble",
    "joins_talks": "child",
}
"""Other lines have none."""
