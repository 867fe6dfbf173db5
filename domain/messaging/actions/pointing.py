"""What is wrong in a part of a body is said of the whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from domain.kernel.errors import Invalid


@contextmanager
def pointing_into(part: str) -> Iterator[None]:
    """Details of what is raised inside point into this part, such as `/availability`."""
    try:
        yield
    except Invalid as wrong:
        inside = (replace(one, pointer=f"{part}{one.pointer}") for one in wrong.details)
        raise Invalid(wrong.message, *inside, **wrong.data) from None
