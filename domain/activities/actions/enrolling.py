"""A family enrols: its lead becomes a student, a guardian and a talk to come, and is erased, all in one transaction."""

from uuid import UUID

from domain.activities.actions.leads import erase, get_lead
from domain.activities.models.enrolling import EnrolmentFields
from domain.activities.models.leads import Lead
from domain.catalogue.models.words import ParticipantRole
from domain.conversations.actions.agenda import bring
from domain.conversations.actions.proposing import propose
from domain.conversations.facts import Form
from domain.conversations.models.agenda import AgendaItemFields
from domain.conversations.models.conversations import Conversation, ProposalFields
from domain.families.actions import link_guardian
from domain.families.models.guardians import GuardianFields
from domain.families.models.guardianships import GuardianshipFields
from domain.families.queries import GUARDIAN_COLLECTION, STUDENT_COLLECTION
from domain.kernel.session import SchoolSession


async def enrol(session: SchoolSession, lead_id: UUID, fields: EnrolmentFields) -> Conversation:
    """The enrolment talk, proposed to the family. What it told goes along only if it agreed.

    Raises:
        NotFound: no such lead, or no longer.
        Invalid, Conflict: as for every conversation that is proposed.
    """
    lead = await get_lead(session, lead_id)
    student = await STUDENT_COLLECTION.create(session, fields.student)
    guardian = await GUARDIAN_COLLECTION.create(session, _guardian(lead, fields))
    await session.flush()
    link = {"guardian_id": guardian.id, "relationship": fields.guardian.relationship}
    await link_guardian(session, student.id, GuardianshipFields.model_validate(link))
    await session.flush()
    talk = await propose(session, _talk(student.id, guardian.id, fields))
    if lead.told and lead.may_keep_told:
        await session.flush()
        await bring(session, talk.id, AgendaItemFields(text=lead.told, brought_by=ParticipantRole.GUARDIAN))
    await erase(session, lead)
    return talk


def _guardian(lead: Lead, fields: EnrolmentFields) -> GuardianFields:
    names = fields.guardian.model_dump(include={"given_name", "family_name"})
    known = {"email": lead.email, "phone": lead.phone, "languages": [lead.language]}
    return GuardianFields.model_validate(names | known)


def _talk(student_id: UUID, guardian_id: UUID, fields: EnrolmentFields) -> ProposalFields:
    about = {"meeting_type": Form.ENROLMENT_CONVERSATION, "student_id": student_id}
    people = [
        {"role": ParticipantRole.HEAD, "staff_id": fields.head_id},
        {"role": ParticipantRole.GUARDIAN, "guardian_id": guardian_id},
    ]
    when = fields.model_dump(exclude={"student", "guardian", "head_id"})
    return ProposalFields.model_validate({**when, **about, "participants": people})
