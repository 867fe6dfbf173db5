"""When a schedule can be published, and the words for when it cannot."""

from domain.conferences.models.words import RoundStatus
from domain.kernel.errors import Message

TO_PUBLISH = frozenset({RoundStatus.OPEN, RoundStatus.PLANNING, RoundStatus.PUBLISHED, RoundStatus.RUNNING})
"""A published round is published anew after it was planned again."""

NO_DRAFT = Message(
    "schedule_not_to_publish",
    "Alleen een ontwerp kan gepubliceerd worden. Maak een nieuwe planning.",
    "Seul un projet peut être publié. Faites un nouveau planning.",
    "Only a draft can be published. Make a new schedule.",
)
ROUND_CLOSED = Message(
    "round_not_to_publish",
    "Deze ronde is nog niet open, of is al voorbij.",
    "Cette série n'est pas encore ouverte, ou elle est déjà terminée.",
    "This round is not open yet, or it is over.",
)
TALKS_TAKEN = Message(
    "talks_taken",
    "Voor deze gesprekken is intussen iemand of een lokaal bezet. Plan opnieuw; er is niets gepubliceerd.",
    "Pour ces entretiens, une personne ou un local n'est plus libre. Planifiez à nouveau ; rien n'a été publié.",
    "For these talks somebody or a room is taken meanwhile. Plan again; nothing was published.",
)
NOBODY_COMES = Message(
    "nobody_comes",
    "Van het gezin kan of mag die dag niemand komen. Trek de vraag in of bekijk ze met de directie.",
    "Personne de la famille ne peut venir ce jour-là. Retirez la demande ou voyez avec la direction.",
    "Nobody of the family can or may come that day. Withdraw the request or look at it with the head.",
)
FELL_OUT = Message(
    "talk_fell_out",
    "Dit gesprek kan helaas niet doorgaan zoals gepland. De school zoekt met jou een ander moment.",
    "Cet entretien ne peut malheureusement pas avoir lieu comme prévu. L'école cherche avec vous un autre moment.",
    "Unfortunately this talk cannot take place as planned. The school will look for another time with you.",
)
"""What the family reads of a talk that a new schedule has no place for."""

COMES_BESIDE = Message(
    "comes_beside",
    "Volgt je kind mee op en praat daarom mee.",
    "Suit aussi votre enfant et participe donc à l'entretien.",
    "Also follows your child and so takes part in the talk.",
)
"""Why a colleague is there beside the teacher (R23)."""
