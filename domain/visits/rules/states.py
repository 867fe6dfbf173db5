"""The life of a visit: which deed is possible in which state. Withdrawing always is (R29)."""

from enum import StrEnum

from domain.conversations.rules.home_visits import HOME_VISIT_CONSENT
from domain.conversations.rules.states import WRONG_STATE
from domain.kernel.errors import Conflict
from domain.kernel.rule import warnings_of
from domain.visits.models.words import VisitStatus
from domain.visits.rules.refusal import NOT_SO

_S = VisitStatus


class Deed(StrEnum):
    """What can be done with a visit."""

    ANSWER = "answer"
    PLAN = "plan"
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    NOTE = "note"
    CANCEL = "cancel"


_POSSIBLE: dict[Deed, frozenset[VisitStatus]] = {
    Deed.ANSWER: frozenset({_S.ASKED, _S.AGREED, _S.REFUSED, _S.PLANNED}),
    Deed.PLAN: frozenset({_S.AGREED, _S.PLANNED}),
    Deed.CHECK_IN: frozenset({_S.PLANNED}),
    Deed.CHECK_OUT: frozenset({_S.PLANNED, _S.UNDER_WAY}),
    Deed.NOTE: frozenset({_S.DONE}),
    Deed.CANCEL: frozenset({_S.ASKED, _S.AGREED, _S.PLANNED}),
}
_WITHOUT_CONSENT = frozenset({_S.ASKED, _S.REFUSED, _S.WITHDRAWN})


def check_possible(status: VisitStatus, deed: Deed) -> None:
    """
    Raises:
        Invalid: `home_visit_consent_missing`, when a visit is planned to which the family did not say yes (R29).
        Conflict: `wrong_state`.
    """
    if deed is Deed.PLAN and status in _WITHOUT_CONSENT:
        warnings_of([HOME_VISIT_CONSENT.broken()], NOT_SO)
    if status not in _POSSIBLE[deed]:
        raise Conflict(WRONG_STATE)
