"""Tables and fields of families, by noun."""

from domain.families.models.enrollments import Enrollment, EnrollmentFields
from domain.families.models.guardians import Guardian, GuardianFields
from domain.families.models.guardianships import Guardianship, GuardianshipFields
from domain.families.models.households import Household, HouseholdFields, HouseholdMember
from domain.families.models.restrictions import Restriction, RestrictionFields
from domain.families.models.students import Student, StudentFields

__all__ = [
    "Enrollment",
    "EnrollmentFields",
    "Guardian",
    "GuardianFields",
    "Guardianship",
    "GuardianshipFields",
    "Household",
    "HouseholdFields",
    "HouseholdMember",
    "Restriction",
    "RestrictionFields",
    "Student",
    "StudentFields",
]
