"""Contacts, for the staff of that student."""

from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from domain.families.queries import reads_as_school
from domain.kernel.collection import Collection
from domain.kernel.page import PageQuery
from domain.kernel.principal import Viewer
from domain.kernel.read import Document, Listing
from domain.reach.models.contacts import ContactFields, ContactRead, FamilyContact
from domain.reach.models.words import ContactKind


def sees_contact(viewer: Viewer) -> ColumnElement[bool]:
    """The staff of the student; who is a parent of the student does not see it (R17)."""
    return reads_as_school(viewer, col(FamilyContact.student_id))


def entered_it(viewer: Viewer) -> ColumnElement[bool]:
    """The viewer's own; of the office, what nobody of the staff entered."""
    mine = col(FamilyContact.staff_id)
    return or_(mine == viewer.staff_id, mine.is_(None) & viewer.staff_id.is_(None))


class ContactQuery(PageQuery):
    """Which contacts."""

    student_id: UUID | None = None
    kind: ContactKind | None = None


CONTACTS = Collection(
    "contact",
    ContactFields,
    Listing(Document(ContactRead, FamilyContact, visible=sees_contact), sorts={"met_on": col(FamilyContact.met_on)}),
    ContactQuery,
)
