"""What OneRoster 1.1 and 1.2 say of each CSV file: its columns in order, and what each of them holds.

Source: 1EdTech OneRoster CSV Tables 1.1.1 and CSV Binding 1.2.1. A column is written `name:kind`, with `!` when every
row needs a value and `>file` when it names rows of a file. Without a kind it is text. `:unread` is never looked at: it
is not needed here, and much of it (passwords, sex, origin) is better not known.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

VERSIONS = ("1.1", "1.2")

LANGUAGE_COLUMNS = ("language", "preferredlanguage", "contactlanguage", "homelanguage")
"""Metadata columns of users.csv that say in which language someone is best reached, in order of preference."""


class FileMode(StrEnum):
    """What a manifest says of a file: not there, everything there is, or only what changed."""

    ABSENT = "absent"
    BULK = "bulk"
    DELTA = "delta"


@dataclass(frozen=True)
class Column:
    name: str
    kind: str = "text"
    required: bool = False
    target: str | None = None


@dataclass(frozen=True)
class FileFormat:
    """One CSV file; `file` is its name without `.csv`."""

    file: str
    columns: tuple[Column, ...]

    @property
    def is_read(self) -> bool:
        """Otherwise its column names are checked and its rows are left alone."""
        return any(column.kind != "unread" for column in self.columns)


@dataclass(frozen=True)
class Enumeration:
    tokens: frozenset[str]
    extensible: bool = False
    """Takes terms of one's own that start with `ext:`."""


MANIFEST = FileFormat("manifest", (Column("propertyName", required=True), Column("value", required=True)))

_COLUMN = re.compile(r"(?P<name>\w+)(?::(?P<kind>\w+))?(?P<required>!)?(?:>(?P<target>\w+))?")
_ROW = "sourcedId:guid! status:status dateLastModified:datetime "
_ROW_UNREAD = "sourcedId:unread! status:unread dateLastModified:unread "

_BOTH = {
    "academicSessions": "title! type:sessionType! startDate:date! endDate:date! parentSourcedId:guid>academicSessions "
    "schoolYear:year!",
    "orgs": "name! type:orgType! identifier parentSourcedId:guid>orgs",
    "courses": "schoolYearSourcedId:guid>academicSessions title! courseCode grades:list orgSourcedId:guid!>orgs "
    "subjects:unread subjectCodes:unread",
    "classes": "title! grades:list courseSourcedId:guid!>courses classCode classType:classType! location "
    "schoolSourcedId:guid!>orgs termSourcedIds:guids!>academicSessions subjects:unread subjectCodes:unread "
    "periods:unread",
    "enrollments": "classSourcedId:guid!>classes schoolSourcedId:guid!>orgs userSourcedId:guid!>users "
    "role:enrollmentRole! primary:boolean beginDate:date endDate:date",
    "demographics": "birthDate:date sex:unread americanIndianOrAlaskaNative:unread asian:unread "
    "blackOrAfricanAmerican:unread nativeHawaiianOrOtherPacificIslander:unread white:unread "
    "demographicRaceTwoOrMoreRaces:unread hispanicOrLatinoEthnicity:unread countryOfBirthCode:unread "
    "stateOfBirthAbbreviation:unread cityOfBirth:unread publicSchoolResidenceStatus:unread",
}

_USERS = {
    "1.1": "enabledUser:boolean! orgSourcedIds:guids!>orgs role:userRole! username! userIds:unread givenName! "
    "familyName! middleName identifier email sms phone agentSourcedIds:guids>users grades:list password:unread",
    "1.2": "enabledUser:boolean! username! userIds:unread givenName! familyName! middleName identifier email sms phone "
    "agentSourcedIds:guids>users grades:list password:unread userMasterIdentifier:unread preferredGivenName "
    "preferredMiddleName:unread preferredFamilyName primaryOrgSourcedId:guid>orgs pronouns:unread",
}

_ROLES = (
    "userSourcedId:guid!>users roleType:roleType! role:role! beginDate:date endDate:date orgSourcedId:guid!>orgs "
    "userProfileSourcedId:unread"
)

_UNREAD = {
    "classResources": "title classSourcedId! resourceSourcedId!",
    "courseResources": "title courseSourcedId! resourceSourcedId!",
    "resources": "vendorResourceId! title roles importance vendorId applicationId",
}

_UNREAD_1_1 = {
    "categories": "title!",
    "lineItems": "title! description assignDate! dueDate! classSourcedId! categorySourcedId! gradingPeriodSourcedId! "
    "resultValueMin! resultValueMax!",
    "results": "lineItemSourcedId! studentSourcedId! scoreStatus! score! scoreDate! comment",
}

_UNREAD_1_2 = {
    "categories": "title! weight",
    "lineItemLearningObjectiveIds": "lineItemSourcedId! source! learningObjectiveId!",
    "lineItemScoreScales": "title lineItemSourcedId! scoreScaleSourcedId!",
    "lineItems": "title! description assignDate! dueDate! classSourcedId! categorySourcedId! academicSessionSourcedId! "
    "resultValueMin resultValueMax schoolSourcedId!",
    "resultLearningObjectiveIds": "resultSourcedId! source! learningObjectiveId! score textScore",
    "resultScoreScales": "title resultSourcedId! scoreScaleSourcedId!",
    "results": "lineItemSourcedId! studentSourcedId! scoreStatus! score scoreDate! comment textScore classSourcedId "
    "inProgress incomplete late missing",
    "scoreScales": "title! type! orgSourcedId! courseSourcedId! classSourcedId! scoreScaleValue!",
    "userProfiles": "userSourcedId! profileType! vendorId! applicationId description credentialType! username! "
    "password",
    "userResources": "userSourcedId! orgSourcedId classSourcedId resourceSourcedId!",
}

_TERMS = {
    "sessionType": "gradingPeriod semester schoolYear term",
    "orgType": "department school district local state national",
    "classType": "homeroom scheduled",
    "enrollmentRole": "administrator proctor student teacher",
    "userRole": "administrator aide guardian parent proctor relative student teacher",
    "role": "aide counselor districtAdministrator guardian parent principal proctor relative siteAdministrator student "
    "systemAdministrator teacher",
    "roleType": "primary secondary",
}
_EXTENSIBLE_FROM_1_2 = frozenset({"sessionType", "orgType", "classType", "enrollmentRole", "role"})


def _column(written: str) -> Column:
    parts = _COLUMN.fullmatch(written)
    if parts is None:
        raise ValueError(written)
    return Column(parts["name"], parts["kind"] or "text", parts["required"] is not None, parts["target"])


def _format(file: str, columns: str) -> FileFormat:
    owner = {"demographics": "sourcedId:guid!>users "}.get(file, "sourcedId:guid! ")
    row = _ROW.replace("sourcedId:guid! ", owner)
    return FileFormat(file, tuple(map(_column, (row + columns).split())))


def _unread_format(file: str, columns: str) -> FileFormat:
    return FileFormat(
        file, tuple(Column(_column(c).name, "unread", _column(c).required) for c in (_ROW_UNREAD + columns).split())
    )


def _formats(read: dict[str, str], unread: dict[str, str]) -> dict[str, FileFormat]:
    return {file: _format(file, columns) for file, columns in read.items()} | {
        file: _unread_format(file, columns) for file, columns in unread.items()
    }


FORMATS: dict[str, dict[str, FileFormat]] = {
    "1.1": _formats(_BOTH | {"users": _USERS["1.1"]}, _UNREAD | _UNREAD_1_1),
    "1.2": _formats(_BOTH | {"users": _USERS["1.2"], "roles": _ROLES}, _UNREAD | _UNREAD_1_2),
}
"""version -> file -> format; exactly the files that a manifest of that version announces."""

ENUMERATIONS: dict[str, dict[str, Enumeration]] = {
    version: {
        name: Enumeration(frozenset(terms.split()), version == "1.2" and name in _EXTENSIBLE_FROM_1_2)
        for name, terms in _TERMS.items()
    }
    for version in VERSIONS
}

READING_ORDER = (
    "academicSessions",
    "orgs",
    "courses",
    "classes",
    "roles",
    "users",
    "enrollments",
    "demographics",
)
"""Roles before users, so that a person is whole when the row of users.csv comes by."""
