"""Something of ours broke, told so that it may be logged."""


class Breakdown(Exception):
    """Its words hold nothing of what people sent."""
