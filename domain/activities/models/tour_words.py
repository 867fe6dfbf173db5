"""The words of tours and of families who are not enrolled yet."""

from enum import StrEnum


class StopDoing(StrEnum):
    """What visitors do at a stop: a tour is no walk past closed doors."""

    QUESTION_DIE = "question_die"
    """Six sides, of which one is blank for the family's own question."""
    FIND_THE_PICTURE = "find_the_picture"
    TRY_CLASS_ACTIVITY = "try_class_activity"
    LOOK = "look"
    TALK = "talk"
    OWN = "own"
    """In the words of the stop."""


class LeadWish(StrEnum):
    """What a family that is not enrolled yet asks for."""

    TOUR = "tour"
    ENROLMENT_TALK = "enrolment_talk"
    BOTH = "both"
