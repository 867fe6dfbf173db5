"""What holds for a communication plan: where it comes from, what may be agreed, who speaks for whom (R06, R17)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from domain.conversations.facts import Form, Status
from domain.conversations.rules.wording import unless
from domain.kernel.errors import FORBIDDEN, NOT_FOUND, Conflict, Detail, Forbidden, Invalid, Message, NotFound
from domain.kernel.rule import Finding, Rule
from domain.plans.models import ContactChannel, Party, PlanAgreementFields
from domain.school.calendar import DAY, HolidayKind, flemish_holidays, last_school_week_before, school_year_of

REVIEW_AFTER = timedelta(weeks=10)
"""When the Christmas holiday is too near or past (own choice)."""

HELD = frozenset({Status.RUNNING, Status.COMPLETED})

NOT_A_START = Rule(
    "start_conversation_needed",
    "Een communicatieplan komt uit een startgesprek.",
    "Un plan de communication naît d'un entretien de départ.",
    "A communication plan comes from a start conversation.",
    number="R06",
    source=("S",),
)
NOT_HELD = Rule(
    "start_conversation_not_held",
    "Het plan maak je tijdens het startgesprek of erna.",
    "Le plan se fait pendant l'entretien de départ ou après.",
    "The plan is made during the start conversation or after it.",
    number="R06",
    source=("S",),
)
YEAR_UNKNOWN = Rule(
    "school_year_unknown",
    "Het schooljaar van dit gesprek staat nog niet in de kalender van de school.",
    "L'année scolaire de cet entretien n'est pas encore dans le calendrier de l'école.",
    "The school year of this conversation is not in the school's calendar yet.",
    number="R06",
    source=("S",),
)
YEAR_OVER = Rule(
    "school_year_over",
    "Dat schooljaar is voorbij. Een plan geldt voor één schooljaar.",
    "Cette année scolaire est terminée. Un plan vaut pour une année scolaire.",
    "That school year is over. A plan is for one school year.",
    number="R06",
    source=("S",),
)
NOT_EARLIER = Rule(
    "earlier_plan_needed",
    "Vertrek van een plan van dezelfde leerling uit een vroeger schooljaar.",
    "Partez d'un plan du même élève d'une année scolaire précédente.",
    "Start from a plan of the same student of an earlier school year.",
    number="R06",
    source=("J",),
)
SCHOOL_NOT_HEARD = Rule(
    "school_options_missing",
    "Zet eerst op een rij wat de school kan aanbieden.",
    "Indiquez d'abord ce que l'école peut proposer.",
    "First say what the school can offer.",
    number="R06",
    source=("S",),
)
FAMILY_NOT_HEARD = Rule(
    "guardian_wishes_missing",
    "Vraag eerst minstens één ouder wat die wenst.",
    "Demandez d'abord à au moins un parent ce qu'il souhaite.",
    "First ask at least one guardian what they wish.",
    number="R06",
    source=("S",),
)
PARTY_NOT_HEARD = Rule(
    "party_wishes_missing",
    "Vraag eerst wat deze persoon zelf wenst.",
    "Demandez d'abord à cette personne ce qu'elle souhaite.",
    "First ask what this person wishes.",
    number="R06",
    source=("S",),
)
NOT_OFFERED = Rule(
    "channel_not_offered",
    "Dat kan de school niet aanbieden. Kies uit: {offered}.",
    "L'école ne peut pas le proposer. Choisissez parmi : {offered}.",
    "The school cannot offer this. Choose from: {offered}.",
    number="R06",
    source=("S", "J"),
)
COMPROMISE_NEEDED = Rule(
    "compromise_needed",
    "Dit staat niet bij de wensen. Zeg erbij waarom jullie er toch voor kiezen.",
    "Cela ne figure pas parmi les souhaits. Dites pourquoi vous le choisissez quand même.",
    "This is not among the wishes. Say why you choose it all the same.",
    number="R06",
    source=("S", "J"),
)
NOTHING_AGREED = Rule(
    "nothing_agreed_yet",
    "Er staat nog geen afspraak in het plan.",
    "Le plan ne contient pas encore d'accord.",
    "There is no agreement in the plan yet.",
    number="R06",
    source=("J",),
)
REVIEW_TOO_LATE = Rule(
    "review_after_end",
    "Kijk terug voor het schooljaar eindigt.",
    "Faites le point avant la fin de l'année scolaire.",
    "Look back before the school year ends.",
    number="R06",
    source=("J",),
)
GUARDIAN_NEEDED = Message(
    "guardian_needed",
    "Zeg over welke ouder het gaat.",
    "Indiquez de quel parent il s'agit.",
    "Say which guardian this is about.",
)
HAS_NO_PART = Message(
    "guardian_has_no_part",
    "Deze persoon kan niet meedoen aan het plan van deze leerling.",
    "Cette personne ne peut pas participer au plan de cet élève.",
    "This person cannot take part in the plan of this student.",
)
ENDED = Message(
    "plan_ended",
    "Dit plan is afgelopen met het schooljaar.",
    "Ce plan a pris fin avec l'année scolaire.",
    "This plan ended with the school year.",
)
NOT_AGREED = Message(
    "plan_not_agreed",
    "Terugkijken kan pas als het plan afgesproken is.",
    "On ne peut faire le point qu'une fois le plan convenu.",
    "Looking back is possible once the plan is agreed.",
)
NOT_SO = Message(
    "rule_broken",
    "Zo kan het niet in het plan.",
    "Cela ne peut pas figurer ainsi dans le plan.",
    "It cannot stand in the plan like this.",
)


@dataclass(frozen=True)
class SchoolYear:
    """The days of a school year, half open."""

    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Inputs:
    """What both sides brought in. None: not heard yet."""

    school: frozenset[ContactChannel] | None
    answerer: frozenset[ContactChannel] | None
    """Of the staff member who will answer, when they have options of their own."""
    wished: frozenset[ContactChannel] | None
    """By the party that the agreement is with."""
    a_guardian_was_heard: bool

    @property
    def offered(self) -> frozenset[ContactChannel]:
        """What the school can keep up: its channels, and of those the ones that the answerer has too."""
        school = self.school or frozenset()
        return school if self.answerer is None else school & self.answerer


@dataclass(frozen=True)
class Standing:
    """What somebody is to the student of a plan."""

    staff: bool
    teacher: bool
    guardian_id: UUID | None
    """Their own id, when they have part in the plan as a guardian."""
    student: bool


@dataclass(frozen=True)
class Voice:
    """Whose word something is, and whether somebody of the school wrote it down for them."""

    party: Party
    guardian_id: UUID | None
    on_behalf: bool


def refuse(findings: list[Finding]) -> None:
    """
    Raises:
        Invalid: with one detail for each finding.
    """
    if findings:
        raise Invalid(NOT_SO, *(Detail(found.pointer, found.rule, found.data) for found in findings))


def check_origin(meeting_type: str, status: Status, year: SchoolYear | None, today: date) -> list[Finding]:
    """A plan comes from a start conversation that took place or is going on, in a school year that is not over (R06)."""
    broken = {
        NOT_A_START: meeting_type != Form.START_CONVERSATION,
        NOT_HELD: status not in HELD,
        YEAR_UNKNOWN: year is None,
        YEAR_OVER: year is not None and year.ends_on <= today,
    }
    return [rule.broken("/conversation_id") for rule, is_broken in broken.items() if is_broken]


def check_agreement(agreement: PlanAgreementFields, inputs: Inputs) -> list[Finding]:
    """Both sides are heard first; then the channel lies in what both want, or says why it does not (R06)."""
    return _check_heard(agreement, inputs) or _check_channel(agreement, inputs)


def _check_heard(agreement: PlanAgreementFields, inputs: Inputs) -> list[Finding]:
    party = "/guardian_id" if agreement.party is Party.GUARDIAN else "/party"
    school = unless(inputs.school is not None, SCHOOL_NOT_HEARD.broken("/channel"))
    if not inputs.a_guardian_was_heard:
        return [*school, FAMILY_NOT_HEARD.broken(party)]
    return school + unless(inputs.wished is not None, PARTY_NOT_HEARD.broken(party))


def _check_channel(agreement: PlanAgreementFields, inputs: Inputs) -> list[Finding]:
    if agreement.channel not in inputs.offered:
        return [NOT_OFFERED.broken("/channel", offered=", ".join(sorted(inputs.offered)))]
    is_wished = agreement.channel in (inputs.wished or ())
    return unless(is_wished or agreement.compromise is not None, COMPROMISE_NEEDED.broken("/compromise"))


def check_review_date(review_on: date, year: SchoolYear) -> list[Finding]:
    """The three look back while the plan still holds."""
    return unless(review_on < year.ends_on, REVIEW_TOO_LATE.broken("/review_on"))


def check_something_agreed(voice: Voice, agreed_with: Collection[UUID | None]) -> list[Finding]:
    """Nobody says yes to nothing; a guardian knows of their own agreements and the student's only (R17).

    Args:
        agreed_with: of each agreement the guardian it is with, None when it is with the student.
    """
    seen = {None, voice.guardian_id} if voice.party is Party.GUARDIAN else set(agreed_with)
    return unless(bool(seen.intersection(agreed_with)), NOTHING_AGREED.broken())


def is_agreed(voices: Collection[Party]) -> bool:
    """The student, a guardian and the teacher said yes."""
    return set(voices) == set(Party)


def default_review(year: SchoolYear, today: date) -> date:
    """The last school day before the Christmas holiday, or ten weeks on when that is past; never after the plan."""
    holidays = flemish_holidays(school_year_of(year.starts_on))
    christmas = next(holiday for holiday in holidays if holiday.kind is HolidayKind.CHRISTMAS)
    before_christmas = last_school_week_before(christmas).ends_on - DAY
    wanted = before_christmas if today < before_christmas else today + REVIEW_AFTER
    return min(wanted, year.ends_on - DAY)


def check_staff(standing: Standing) -> None:
    """
    Raises:
        Forbidden: for families; what the school writes is the school's.
    """
    if not standing.staff:
        raise Forbidden(FORBIDDEN)


def check_running(year: SchoolYear, today: date) -> None:
    """
    Raises:
        Conflict: when the plan ended with its school year.
    """
    if year.ends_on <= today:
        raise Conflict(ENDED)


def voice_of(standing: Standing, party: Party, guardian_id: UUID | None = None) -> Voice:
    """Who speaks: everybody for themselves, the school's staff for each.

    Raises:
        NotFound: when a guardian names another one. Forbidden: when a family speaks for somebody else.
        Invalid: when the staff does not say for which guardian.
    """
    if party is Party.GUARDIAN:
        return _guardian_voice(standing, guardian_id)
    own = standing.student if party is Party.STUDENT else standing.teacher
    if not own:
        check_staff(standing)
    return Voice(party, None, on_behalf=not own)


def _guardian_voice(standing: Standing, guardian_id: UUID | None) -> Voice:
    if standing.guardian_id is not None and guardian_id in {None, standing.guardian_id}:
        return Voice(Party.GUARDIAN, standing.guardian_id, on_behalf=False)
    if standing.guardian_id is not None and not standing.staff:
        raise NotFound(NOT_FOUND)
    check_staff(standing)
    if guardian_id is None:
        raise Invalid(NOT_SO, Detail("/guardian_id", GUARDIAN_NEEDED))
    return Voice(Party.GUARDIAN, guardian_id, on_behalf=True)
