"""The words for what would make a talk fit."""

from domain.kernel.errors import Message

EARLIER = Message(
    "earlier",
    "Als jullie er op {day} zijn vanaf {start} in plaats van {instead} uur.",
    "Si vous êtes là le {day} à partir de {start} au lieu de {instead}.",
    "If you are there on {day} from {start} instead of {instead}.",
)
LATER = Message(
    "later",
    "Als jullie er op {day} zijn tot {end} in plaats van {instead} uur.",
    "Si vous êtes là le {day} jusqu'à {end} au lieu de {instead}.",
    "If you are there on {day} until {end} instead of {instead}.",
)
OTHER_DAY = Message(
    "other_day",
    "Als jullie kunnen op {day}, van {start} tot {end} uur.",
    "Si vous pouvez venir le {day}, de {start} à {end}.",
    "If you can come on {day}, from {start} to {end}.",
)
SOMEBODY_ELSE = Message(
    "somebody_else",
    "Als iedereen die wordt uitgenodigd een ander moment kan.",
    "Si toutes les personnes invitées peuvent à un autre moment.",
    "If everybody who is invited can make another time.",
)
STAFF_THERE = Message(
    "staff_there",
    "Als {name} er is op {day}, van {start} tot {end} uur.",
    "Si {name} est là le {day}, de {start} à {end}.",
    "If {name} is there on {day}, from {start} to {end}.",
)
BREAK_MOVES = Message(
    "break_moves",
    "Als de pauze van {name} {minutes} minuten opschuift op {day}.",
    "Si la pause de {name} est décalée de {minutes} minutes le {day}.",
    "If the break of {name} moves by {minutes} minutes on {day}.",
)
LONGER_RUN = Message(
    "longer_run",
    "Als {name} {minutes} minuten langer doorgaat zonder pauze.",
    "Si {name} continue {minutes} minutes de plus sans pause.",
    "If {name} goes on for {minutes} minutes more without a break.",
)
LESS_WALKING = Message(
    "less_walking",
    "Als {minutes} minuten minder om van het ene gesprek naar het andere te gaan volstaat.",
    "Si {minutes} minutes de moins suffisent pour passer d'un entretien à l'autre.",
    "If {minutes} minutes less is enough to get from one talk to the other.",
)
STUDENT_FREE = Message(
    "student_free",
    "Als de leerling vrij is op {day}, van {start} tot {end} uur.",
    "Si l'élève est libre le {day}, de {start} à {end}.",
    "If the student is free on {day}, from {start} to {end}.",
)
INTERPRETER = Message(
    "interpreter",
    "Als er een tolk is op {day}, van {start} tot {end} uur.",
    "S'il y a un interprète le {day}, de {start} à {end}.",
    "If there is an interpreter on {day}, from {start} to {end}.",
)
ANOTHER_EVENING = Message(
    "another_evening",
    "Als jullie nog een keer komen, op {day} om {start} uur.",
    "Si vous venez une fois de plus, le {day} à {start}.",
    "If you come once more, on {day} at {start}.",
)
OTHERS_MOVE = Message(
    "others_move",
    "Als de school een ander gesprek verschuift.",
    "Si l'école déplace un autre entretien.",
    "If the school moves another talk.",
)
BY_PHONE = Message(
    "by_phone",
    "Met de telefoon, op {day} om {start} uur.",
    "Par téléphone, le {day} à {start}.",
    "By phone, on {day} at {start}.",
)
