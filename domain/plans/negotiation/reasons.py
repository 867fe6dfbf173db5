"""Why a wish is not met, in words."""

from domain.kernel.errors import Message

CHANNEL = Message(
    "channel_not_offered",
    "De school biedt dit niet aan: {wished}. Het dichtst daarbij komt: {nearest}.",
    "L'école ne propose pas ceci : {wished}. Le plus proche est : {nearest}.",
    "The school does not offer this: {wished}. What comes nearest: {nearest}.",
)
NO_CHANNEL = Message(
    "no_channel_offered",
    "De school biedt dit niet aan: {wished}. Zoek samen een andere manier.",
    "L'école ne propose pas ceci : {wished}. Cherchez ensemble une autre manière.",
    "The school does not offer this: {wished}. Find another way together.",
)
HOURS = Message(
    "hours_apart",
    "Op dat uur is er op school niemand om te antwoorden. Het dichtst daarbij komt het uur hiernaast.",
    "À cette heure, personne à l'école ne peut répondre. L'heure indiquée est la plus proche.",
    "At that hour nobody at school is there to answer. The hours given here come nearest.",
)
INTERPRETED = Message(
    "language_through_interpreter",
    "De school spreekt deze taal niet: {wished}. Een tolk helpt.",
    "L'école ne parle pas cette langue : {wished}. Un ou une interprète aide.",
    "The school does not speak this language: {wished}. An interpreter helps.",
)
LANGUAGE = Message(
    "language_not_offered",
    "Dat kan op school niet in deze taal: {wished}. De taal die er het dichtst bij komt: {nearest}.",
    "L'école ne peut pas communiquer dans cette langue : {wished}. La langue la plus proche : {nearest}.",
    "The school cannot do this in the language you asked for: {wished}. The nearest language: {nearest}.",
)
INTERPRETER_MODE = Message(
    "interpreter_otherwise",
    "Zo kan er geen tolk zijn, wel op een andere manier.",
    "L'interprète ne peut pas intervenir ainsi, mais d'une autre manière.",
    "An interpreter cannot be there like that, but in another way.",
)
NO_INTERPRETER = Message(
    "no_interpreter_offered",
    "De school heeft nog geen tolk. Vraag samen wie kan helpen.",
    "L'école n'a pas encore d'interprète. Cherchez ensemble qui peut aider.",
    "The school has no interpreter yet. Find out together who can help.",
)
