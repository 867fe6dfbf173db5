"""What the picture of a preview says."""

from domain.kernel.errors import Message

TITLE = Message(
    "preview_title",
    "Hoe gezinnen dit bericht krijgen",
    "Comment les familles reçoivent ce message",
    "How families get this message",
)
TOLD = Message(
    "preview_told",
    "Gezinnen: {families}. Personen: {people}. Een gezin met twee manieren telt twee keer mee.",
    "Familles : {families}. Personnes : {people}. Une famille que l'on joint de deux façons compte deux fois.",
    "Families: {families}. People: {people}. A family that is reached in two ways counts for both.",
)
NO_WAY = Message("preview_no_way", "nog geen manier", "pas encore de moyen", "no way yet")
NOBODY = Message(
    "preview_nobody", "Niemand krijgt dit bericht.", "Personne ne reçoit ce message.", "Nobody gets this message."
)
