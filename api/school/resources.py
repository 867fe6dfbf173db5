"""The plain resources of a school: years, calendar, classes, rooms and people."""

from fastapi import APIRouter

from api.collection import add_collection
from domain.kernel.permissions import Permission
from domain.school.queries import ACADEMIC_SESSIONS, CALENDAR_PERIODS, CLASSES, INTERPRETERS, ROOMS, STAFF

router = APIRouter(prefix="/v1", tags=["school"])

add_collection(router, "/academic-sessions", ACADEMIC_SESSIONS, Permission.CALENDAR_READ, Permission.CALENDAR_WRITE)

add_collection(router, "/calendar-periods", CALENDAR_PERIODS, Permission.CALENDAR_READ, Permission.CALENDAR_WRITE)

add_collection(router, "/classes", CLASSES, Permission.STAFF_READ, Permission.STAFF_WRITE)

add_collection(router, "/rooms", ROOMS, Permission.STAFF_READ, Permission.STAFF_WRITE)

add_collection(router, "/staff", STAFF, Permission.STAFF_READ, Permission.STAFF_WRITE, plural="the staff")

add_collection(router, "/interpreters", INTERPRETERS, Permission.STAFF_READ, Permission.STAFF_WRITE)
