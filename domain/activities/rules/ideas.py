"""When an idea can be supported, and when the school can tell what it did with it."""

from domain.kernel.errors import Message

OWN_IDEA = Message(
    "own_idea",
    "Dit is je eigen idee: dat telt al mee.",
    "C'est votre propre idée : elle compte déjà.",
    "This is your own idea: it counts already.",
)
NOT_ANSWERED = Message(
    "idea_not_answered",
    "Antwoord eerst op het idee. Daarna vertel je wat ermee gebeurde.",
    "Répondez d'abord à l'idée. Ensuite, racontez ce qu'elle est devenue.",
    "Answer the idea first. Then tell what came of it.",
)
