"""What an answer about reach says of itself."""

from domain.kernel.errors import Message

SAYS = Message(
    "reach_says",
    "Dit toont wat de school deed en nog kan doen. Het zegt niets over hoe betrokken een gezin is.",
    "Ceci montre ce que l'école a fait et peut encore faire. Cela ne dit rien de l'implication d'une famille.",
    "This shows what the school did and can still do. It says nothing of how involved a family is.",
)
IN_ORDER = Message(
    "reach_in_order",
    "De gezinnen staan in alfabetische volgorde. Alleen wat de school kan doen, heeft een volgorde.",
    "Les familles sont classées par ordre alphabétique. Seul ce que l'école peut faire a un ordre de priorité.",
    "The families stand in alphabetical order. Only what the school can do is ranked.",
)
