"""What each reader learns of a talk without a time."""

from zoneinfo import ZoneInfo

from domain.conferences.models.left_out import LeftOutFacts, LeftOutOf, LeftOutRead, LeftOutTalks
from domain.conferences.rules.helping import Situation, by_phone, would_help
from domain.kernel.text import pick


def told(found: LeftOutOf, language: str) -> LeftOutTalks:
    """In words of this language; codes and ids of others are for the office only."""
    zone = ZoneInfo(found.time_zone)
    return LeftOutTalks(items=[_told(one, zone, language) for one in found.items])


def _told(one: LeftOutFacts, zone: ZoneInfo, language: str) -> LeftOutRead:
    relaxation, phone = one.told.get("relaxation"), one.told.get("by_phone")
    return LeftOutRead(
        request_id=one.request_id,
        student_ids=one.student_ids,
        staff=one.staff,
        why=pick(one.told.get("words", {"nl": one.told["reason"]}), language),
        would_help=would_help(_situation(one, zone), relaxation, language) if relaxation else [],
        by_phone=by_phone(phone, language) if phone else None,
        family_ids=one.family_ids if one.is_office else [],
        reason=one.told["reason"] if one.is_office else None,
        relaxation=relaxation if one.is_office else None,
    )


def _situation(one: LeftOutFacts, zone: ZoneInfo) -> Situation:
    return Situation(
        frozenset(str(family) for family in one.family_ids),
        {str(who.id): who.name for who in one.staff},
        [(said["starts_at"], said["ends_at"]) for said in one.own_windows],
        [(said["starts_at"], said["ends_at"]) for said in one.breaks],
        zone,
        one.minutes,
    )
