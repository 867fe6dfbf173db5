"""The school: its years, calendar, classes, rooms and people. One flat router."""

from fastapi import APIRouter

from api.school import administrators, class_staff, holidays, resources, schools

router = APIRouter()
router.routes.extend(
    route for part in (resources, schools, administrators, holidays, class_staff) for route in part.router.routes
)
