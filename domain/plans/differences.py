"""What became different between two versions of a plan, sentence by sentence. Each reader's documents hold their own
parts only (R17), so the sentences do too."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from domain.kernel.errors import Message
from domain.kernel.printed import printed_words
from domain.plans.models.approvals import PlanApprovalFields
from domain.plans.models.guardian_wishes import GuardianWishesFields
from domain.plans.models.options import CommunicationOptionsFields
from domain.plans.models.student_wishes import StudentWishesFields
from domain.plans.models.words import Party
from domain.plans.sentences import Name, Sentence
from domain.plans.told import (
    AGREEMENT_DROPPED,
    AGREEMENT_MADE,
    CHANGED,
    FIRST_SAID,
    GIVEN,
    GUARDIANS,
    NO_LONGER_SAID,
    SAID_YES,
    SCHOOLS,
    STUDENTS,
    TAKEN_AWAY,
    TEACHERS,
    THE_PLAN,
)
from domain.plans.values import said_in_all
from domain.plans.words import names_of

Plan = Mapping[str, Any]
"""A `CommunicationPlanRead`, with the parts that its reader may see."""


class Difference(NamedTuple):
    """Where, and what is said of it."""

    pointer: str
    sentence: Sentence


def differences(before: Plan, after: Plan) -> list[Difference]:
    """From the plan itself to who said yes, in the order of the document."""
    return [
        *_fields(THE_PLAN, before, after, ("status", "review_on", "review_outcome", "review_note"), "/plan"),
        *_parts("options", before, after),
        *_parts("student_wishes", before, after),
        *_parts("guardian_wishes", before, after),
        *_agreements(before, after),
        *_approvals(before, after),
    ]


_FIELDS: dict[str, Iterable[str]] = {
    "options": CommunicationOptionsFields.model_fields.keys() - {"staff_id"},
    "student_wishes": StudentWishesFields.model_fields,
    "guardian_wishes": GuardianWishesFields.model_fields.keys() - {"guardian_id"},
}
_WHOSE = {"options": "staff_id", "guardian_wishes": "guardian_id"}


def _parts(kind: str, before: Plan, after: Plan) -> Iterator[Difference]:
    """Each person's part is held against what the same person said before."""
    earlier, later = (
        {part.get(_WHOSE.get(kind, "")): part for part in _listed(plan[kind])} for plan in (before, after)
    )
    for number, (whose, part) in enumerate(later.items()):
        pointer = f"/plan/{kind}/{number}" if kind in _WHOSE else f"/plan/{kind}"
        name = _name_of(kind, part)
        if whose not in earlier:
            yield Difference(pointer, Sentence(FIRST_SAID, {"part": name}))
            continue
        fields = [field for field in part if field in _FIELDS[kind]]
        yield from _fields(name, earlier[whose], part, fields, pointer)
    for whose in earlier.keys() - later.keys():
        yield Difference(f"/plan/{kind}", Sentence(NO_LONGER_SAID, {"part": _name_of(kind, earlier[whose])}))


def _fields(part: Name, before: Plan, after: Plan, fields: Iterable[str], pointer: str) -> Iterator[Difference]:
    for field in fields:
        if before.get(field) != after[field]:
            yield Difference(f"{pointer}/{field}", _changed(part, field, before.get(field), after[field]))


def _changed(part: Name, field: str, before: Any, after: Any) -> Sentence:
    was, now = said_in_all(field, before), said_in_all(field, after)
    named = {"part": part, "field": printed_words("plan-words")["fields"][field]}
    if was and now:
        return Sentence(CHANGED, named | {"before": was, "after": now})
    return Sentence(GIVEN, named | {"after": now}) if now else Sentence(TAKEN_AWAY, named | {"before": was or ""})


def _agreements(before: Plan, after: Plan) -> Iterator[Difference]:
    earlier, later = ({one["id"]: one for one in plan["agreements"]} for plan in (before, after))
    for number, (row_id, one) in enumerate(later.items()):
        if row_id not in earlier:
            yield Difference(f"/plan/agreements/{number}", _of_agreement(AGREEMENT_MADE, one))
    for row_id, one in earlier.items():
        if row_id not in later:
            yield Difference("/plan/agreements", _of_agreement(AGREEMENT_DROPPED, one))


def _of_agreement(message: Message, agreement: Plan) -> Sentence:
    fields = ("topic", "channel", "frequency")
    return Sentence(message, {field: said_in_all(field, agreement[field]) or "" for field in fields})


def _approvals(before: Plan, after: Plan) -> Iterator[Difference]:
    """A party that says yes once more says it to the plan as it is now."""
    earlier = [_yes(one) for one in before["agreed_by"]]
    for number, one in enumerate(after["agreed_by"]):
        if _yes(one) not in earlier:
            yield Difference(f"/plan/agreed_by/{number}", Sentence(SAID_YES, {"party": names_of(Party(one["party"]))}))


def _yes(approval: Plan) -> tuple[Any, ...]:
    return tuple(approval[name] for name in (*PlanApprovalFields.model_fields, "plan_version"))


def _name_of(kind: str, part: Plan) -> Name:
    if kind == "options":
        return TEACHERS if part["staff_id"] else SCHOOLS
    return STUDENTS if kind == "student_wishes" else GUARDIANS


def _listed(part: Any) -> list[Plan]:
    return part if isinstance(part, list) else [part] if part else []
