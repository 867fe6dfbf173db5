"""The caller as parameters: a statement with a long condition on who may see what is built once, and filled in."""

from typing import Any, cast

from sqlalchemy import Text, Uuid, bindparam
from sqlalchemy.dialects.postgresql import ARRAY

from domain.kernel.principal import Principal, Viewer

_IDS = ("school_id", "staff_id", "guardian_id", "student_id", "interpreter_id")


class _Asking:
    """The caller as parameters of a statement that is there already."""

    def __init__(self) -> None:
        for name in _IDS:
            setattr(self, name, bindparam(f"viewer_{name}", type_=Uuid))
        self.roles = bindparam("viewer_roles", type_=ARRAY(Text))


ASKING = cast(Viewer, _Asking())


def asked_by(principal: Principal) -> dict[str, Any]:
    """The values of `ASKING` for this caller."""
    ids = {f"viewer_{name}": getattr(principal, name) for name in _IDS}
    return {**ids, "viewer_roles": sorted(principal.roles)}
