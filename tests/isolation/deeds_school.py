"""The school and its families."""

from typing import Any

from house import House, operator
from isolation.deed import Deed, made, of, plain

from api.issuer import ISSUER


def school(_: House) -> Any:
    return {"name": "De Zonnebloem", "levels": ["primary"]}


def new_school(house: House) -> str:
    """Founded by the operator; it has no administrator."""
    return str(operator(house.app, house.run).made("/v1/schools", school(house))["id"])


def period(_: House) -> Any:
    return {"name": {"nl": "Feest"}, "kind": "busy", "starts_on": "2026-10-01", "ends_on": "2026-10-02"}


def year(_: House) -> Any:
    return {"title": "2027-2028", "starts_on": "2027-09-01", "ends_on": "2028-09-01"}


def school_class(house: House) -> Any:
    return {"title": "3C", "level": "primary", "academic_session_id": house.year}


def staff_member(_: House) -> Any:
    return {"given_name": "Cas", "family_name": "Claes"}


def interpreter(_: House) -> Any:
    return {"given_name": "Amal", "family_name": "Saidi", "languages": ["ar"], "of_age": True}


def student(_: House) -> Any:
    return {"given_name": "Mila", "family_name": "Peeters", "level": "primary"}


def guardian(_: House) -> Any:
    return {"given_name": "Eva", "family_name": "Peeters", "phone": "0475123456"}


def household(house: House) -> Any:
    return {"label": "Oma", "guardian_ids": [house.grandmother], "student_ids": [house.student]}


def restriction(house: House) -> Any:
    days = {"starts_on": "2026-09-01", "ends_on": "2027-09-01"}
    return {"student_id": house.student, "guardian_id": house.omar, "kind": "no_contact", "basis": "Vonnis", **days}


def membership(house: House) -> Any:
    return {
        "issuer": ISSUER,
        "subject": f"somebody of {house.id}",
        "role": "guardian",
        "guardian_id": house.grandmother,
    }


def taught(house: House) -> dict[str, Any]:
    return {"row_id": house.first_class, "staff_id": house.anna}


new_class = made("/v1/classes", school_class)
new_student = made("/v1/students", student)

SCHOOL: dict[str, Deed] = {
    **plain("academic_session", "academic-sessions", year, {"title": "27-28"}),
    **plain("calendar_period", "calendar-periods", period, {"kind": "holiday"}),
    **plain("class", "classes", school_class, {"title": "3D"}),
    **plain("room", "rooms", lambda _: {"name": "Turnzaal"}, {"capacity": 20}),
    **plain("staff_member", "staff", staff_member, {"given_name": "Kas"}),
    **plain("interpreter", "interpreters", interpreter, {"languages": ["fr"]}),
    "list_schools": Deed(shows=lambda house: str(house.id)),
    "get_school": Deed(lambda house: {"row_id": house.id}),
    "change_school": Deed(lambda house: {"row_id": house.id}, body=lambda _: {"name": "De Brug"}),
    "create_school": Deed(body=school, by="operator"),
    "appoint_administrator": Deed(
        of(new_school),
        body=lambda house: {"issuer": ISSUER, "subject": f"head of {house.id}"},
        by="operator",
        everybodys=True,
    ),
    "add_flemish_holidays": Deed(lambda _: {"school_year": 2026}, everybodys=True),
    "assign_class_staff": Deed(of(new_class), body=lambda house: {"staff_id": house.bram}),
    "release_class_staff": Deed(taught),
}

FAMILIES: dict[str, Deed] = {
    **plain("student", "students", student, {"given_name": "Mira"}),
    **plain("guardian", "guardians", guardian, {"email": "eva@example.org"}),
    **plain("household", "households", household, {"label": "Grootmoeder"}),
    **plain("restriction", "restrictions", restriction, {"kind": "no_information"}),
    "link_guardian": Deed(of(new_student), body=lambda house: {"guardian_id": house.sara, "relationship": "mother"}),
    "enroll_student": Deed(of(new_student), body=lambda house: {"class_id": house.first_class}),
}

MEMBERSHIPS: dict[str, Deed] = plain("membership", "memberships", membership, {"role": "coordinator"})
