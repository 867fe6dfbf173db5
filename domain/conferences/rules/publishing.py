"""The words for when a schedule cannot be published, and for what families read when it is."""

from domain.kernel.errors import Message

NO_DRAFT = Message(
    "schedule_not_to_publish",
    "Alleen een ontwerp kan gepubliceerd worden. Maak een nieuwe planning.",
    "Seul un projet peut être publié. Faites un nouveau planning.",
    "Only a draft can be published. Make a new schedule.",
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

ROUND_OFF = Message(
    "round_called_off",
    "Het oudercontact gaat helaas niet door. De school laat weten hoe jullie elkaar wel spreken.",
    "La réunion de parents n'a malheureusement pas lieu. L'école vous dira comment vous pourrez vous parler.",
    "Unfortunately the round of talks does not take place. The school will say how you can talk instead.",
)
"""What the family reads of a talk whose whole round is called off."""

COMES_BESIDE = Message(
    "comes_beside",
    "Volgt je kind mee op en praat daarom mee.",
    "Suit aussi votre enfant et participe donc à l'entretien.",
    "Also follows your child and so takes part in the talk.",
)
"""Why a colleague is there beside the teacher (R23)."""
