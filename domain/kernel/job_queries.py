"""How jobs go out."""

from sqlalchemy import func
from sqlmodel import col

from domain.kernel.jobs import Job, JobRead, JobStatus
from domain.kernel.page import PageQuery
from domain.kernel.permissions import OFFICE, SYSTEM
from domain.kernel.principal import is_one_of
from domain.kernel.read import Document, Listing
from domain.kernel.text import Line


class JobQuery(PageQuery):
    """Which jobs."""

    kind: Line | None = None
    status: JobStatus | None = None


JOBS = Document(
    JobRead,
    Job,
    visible=lambda viewer: (
        is_one_of(viewer, *OFFICE, *SYSTEM) | (col(Job.asked_by) == func.current_setting("app.subject", True))
    ),
)
JOB_LIST = Listing(JOBS, sorts={"created_at": col(Job.created_at)})
