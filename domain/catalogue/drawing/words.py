"""What a picture of the mind map says beside the words of the map itself."""

from domain.catalogue.models import Phase
from domain.kernel.errors import Message

STEP_BY_STEP = Message("step_by_step", "{root}, stap voor stap", "{root}, étape par étape", "{root}, step by step")
LEADS_TO = Message("leads_to", "leidt tot", "mène à", "leads to")
INFORMS = Message("informs", "helpt kiezen", "aide à choisir", "helps decide")
DONE = Message("done", "klaar", "c'est fait", "done")
NEXT_TIME = Message("next_time", "volgende keer", "la fois suivante", "next time")
THEN = Message("then", "Daarna: {steps}.", "Ensuite : {steps}.", "Then: {steps}.")
HELPS = Message(
    "helps", "Dit helpt ook bij: {steps}.", "Cela aide aussi pour : {steps}.", "This also helps with: {steps}."
)
AGAIN = Message(
    "again",
    "En de volgende keer weer: {steps}.",
    "Et la fois suivante, à nouveau : {steps}.",
    "And next time again: {steps}.",
)
PHASES = {
    Phase.BEFORE: Message("before", "vooraf", "avant", "before"),
    Phase.DURING: Message("during", "tijdens", "pendant", "during"),
    Phase.AFTER: Message("after", "nadien", "après", "after"),
}
