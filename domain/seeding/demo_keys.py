"""Things of the demo school are known by keys in its file."""

from uuid import UUID

from domain.kernel.row import Fields


class Keyed(Fields):
    """A thing that has a key in the file; it is the id here."""

    key: UUID
