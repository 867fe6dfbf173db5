"""What the picture of a family's route says."""

from domain.kernel.errors import Message

TITLE = Message("route_title", "Jullie gesprekken: {name}", "Vos entretiens : {name}", "Your talks: {name}")
NOTHING = Message(
    "route_nothing", "Er staan nog geen gesprekken.", "Pas encore d'entretiens.", "There are no talks yet."
)
WITH = Message("route_with", "met {names}", "avec {names}", "with {names}")
PHONE = Message("route_phone", "aan de telefoon", "par téléphone", "by phone")
VIDEO = Message("route_video", "met video", "en vidéo", "by video")
INTERPRETED = Message("route_interpreted", "met een tolk", "avec un interprète", "with an interpreter")
WALK = Message("route_walk", "{minutes} min. onderweg", "{minutes} min de trajet", "{minutes} min. on the way")
WAIT = Message("route_wait", "{minutes} min. wachten", "{minutes} min d'attente", "{minutes} min. to wait")
AT_ONCE = Message("route_at_once", "meteen daarna", "tout de suite après", "straight after")
