"""What the picture of an evening says."""

from domain.kernel.errors import Message

TITLE = Message("evening_title", "{name}: {day}", "{name} : {day}", "{name}: {day}")
TOLD = Message(
    "evening_told",
    "Leerkrachten: {staff}. Gesprekken: {talks}. Vrije plekken: {free}. Van {start} tot {end} uur. Elke rij is een "
    "leerkracht; de tijd loopt van links naar rechts. Onder elke naam staan de gesprekken in volgorde.",
    "Enseignants : {staff}. Entretiens : {talks}. Moments libres : {free}. De {start} à {end}. Chaque ligne est un "
    "enseignant ; le temps va de gauche à droite. Sous chaque nom, les entretiens sont donnés dans l'ordre.",
    "Teachers: {staff}. Talks: {talks}. Free times: {free}. From {start} to {end}. Each row is a teacher; time runs "
    "from left to right. Under each name the talks are given in order.",
)
TALK = Message("evening_talk", "gesprek", "entretien", "talk")
AWAY = Message("evening_away", "telefoon of video", "téléphone ou vidéo", "phone or video")
INTERPRETED = Message("evening_interpreted", "met tolk", "avec interprète", "with an interpreter")
PAUSE = Message("evening_break", "pauze", "pause", "break")
LATE = Message("evening_late", "wellicht om {time}", "sans doute à {time}", "about {time}")
FREE = Message("evening_free", "vrij", "libre", "free")
NO_TALKS = Message("evening_no_talks", "geen gesprekken", "pas d'entretiens", "no talks")
NO_PLACE = Message("evening_no_place", "Zonder gebouw", "Sans bâtiment", "No building")
