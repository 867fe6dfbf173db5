"""How the options of school and staff go out."""

from sqlmodel import col

from domain.kernel.read import Document, looked_up
from domain.plans.models.options import CommunicationOptions, CommunicationOptionsRead
from domain.school.models.staff import StaffMember

OPTIONS = Document(
    CommunicationOptionsRead,
    CommunicationOptions,
    computed={
        "teaching_days": lambda _: looked_up(
            StaffMember.teaching_days,
            col(StaffMember.school_id) == col(CommunicationOptions.school_id),
            col(StaffMember.id) == col(CommunicationOptions.staff_id),
        )
    },
)
