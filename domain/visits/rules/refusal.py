"""How a visit says no."""

from domain.kernel.errors import Message

NOT_SO = Message(
    "rule_broken",
    "Dit huisbezoek kan zo niet doorgaan.",
    "Cette visite à domicile ne peut pas avoir lieu ainsi.",
    "This home visit cannot go ahead like this.",
)
