"""What the school tries next with a family that it has not spoken with. It ranks deeds of the school (R38)."""

from domain.reach.rules.steps import Option, Tried, options


def next_step(tried: Tried) -> Option:
    """The first that the school has not tried; when all were, the first again: it is the one that suits best."""
    found = list(options(tried))
    return next((one for one in found if not one.was_tried), found[0])
