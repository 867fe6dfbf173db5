"""What can be taken for a time, and the words for what is taken already."""

from enum import StrEnum

from domain.kernel.errors import Message

TAKEN = Message(
    "double_booking",
    "Op dat moment is iemand of iets al bezet.",
    "À ce moment-là, quelqu'un ou quelque chose est déjà pris.",
    "Somebody or something is already taken at that time.",
)


class ResourceKind(StrEnum):
    """What can be claimed."""

    TEACHER = "teacher"
    HOUSEHOLD = "household"
    STUDENT = "student"
    INTERPRETER = "interpreter"
    ROOM = "room"


TAKEN_BY_KIND = {
    ResourceKind.TEACHER: Message(
        "teacher_taken",
        "De leerkracht is dan bezet.",
        "L'enseignant n'est pas libre à ce moment-là.",
        "The teacher is not free then.",
    ),
    ResourceKind.HOUSEHOLD: Message(
        "household_taken",
        "Dit gezin heeft dan al een andere afspraak.",
        "Cette famille a déjà un autre rendez-vous à ce moment-là.",
        "This family already has another appointment then.",
    ),
    ResourceKind.STUDENT: Message(
        "student_taken",
        "De leerling heeft dan al een andere afspraak.",
        "L'élève a déjà un autre rendez-vous à ce moment-là.",
        "The student already has another appointment then.",
    ),
    ResourceKind.INTERPRETER: Message(
        "interpreter_taken",
        "De tolk is dan bezet.",
        "L'interprète n'est pas libre à ce moment-là.",
        "The interpreter is not free then.",
    ),
    ResourceKind.ROOM: Message(
        "room_taken",
        "Het lokaal is dan bezet.",
        "Le local est déjà occupé à ce moment-là.",
        "The room is taken then.",
    ),
}
