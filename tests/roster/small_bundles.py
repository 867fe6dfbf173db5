"""Small faultless bundles in both versions, to be bent and broken by the tests."""

from collections.abc import Callable, Mapping
from pathlib import Path

Files = dict[str, str]
Pack = Callable[[Mapping[str, str | bytes]], Path]

ABSENT_1_1 = ("categories", "classResources", "courseResources", "demographics", "lineItems", "resources", "results")
ABSENT_1_2 = (
    *ABSENT_1_1,
    "lineItemLearningObjectiveIds",
    "lineItemScoreScales",
    "resultLearningObjectiveIds",
    "resultScoreScales",
    "scoreScales",
    "userProfiles",
    "userResources",
)
SHARED = {
    "academicSessions.csv": (
        "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n"
        "y1,,,2026-2027,schoolYear,2026-09-01,2027-08-31,,2027\n"
    ),
    "orgs.csv": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,De Brug,school,,\n",
    "courses.csv": (
        "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
        "subjectCodes\nk1,,,y1,Eerste leerjaar,,01,o1,,\n"
    ),
    "classes.csv": (
        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,"
        "termSourcedIds,subjects,subjectCodes,periods\nc1,,,1A,01,k1,1A,homeroom,,o1,y1,,,\n"
    ),
    "enrollments.csv": (
        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
        "e1,,,c1,o1,s1,student,,2026-09-01,\n"
        "e2,,,c1,o1,t1,teacher,true,,\n"
    ),
}
USERS_1_1 = (
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,"
    "identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.language\n"
    "s1,,,true,o1,student,noor,,Noor,Claes,,,,,,g1,01,,nl\n"
    "s2,,,true,o1,student,jef,,Jef,Claes,,,,,,,01,,nl\n"
    "g1,,,true,o1,parent,an,,An,Maes,,,an@example.org,+32 470 00 00 01,,s2,,,fr\n"
    'g2,,,true,o1,relative,omer,,Omer,Maes,,,,,,"s1,s2",,,\n'
    "t1,,,true,o1,teacher,lies,,Lies,Aerts,,,lies@example.org,,,,,,\n"
)
USERS_1_2 = (
    "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,"
    "sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,"
    "preferredFamilyName,primaryOrgSourcedId,pronouns,metadata.language\n"
    "s1,,,true,noor,,Noor,Claes,,,,,,g1,01,,,,,,o1,,nl\n"
    "s2,,,true,jef,,Jef,Claes,,,,,,,01,,,,,,,,nl\n"
    "g1,,,true,an,,An,Maes,,,an@example.org,+32 470 00 00 01,,s2,,,,Annie,,,,,fr\n"
    'g2,,,true,omer,,Omer,Maes,,,,,,"s1,s2",,,,,,,,,\n'
    "t1,,,true,lies,,Lies,Aerts,,,lies@example.org,,,,,,,,,,,,\n"
)
ROLES = (
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n"
    "r1,,,s1,primary,student,2026-09-01,,o1,\n"
    "r2,,,s2,primary,student,,,o1,\n"
    "r3,,,g1,primary,parent,,,o1,\n"
    "r4,,,g2,primary,relative,,,o1,\n"
    "r5,,,t1,primary,teacher,,,o1,\n"
)


def manifest(version: str, files: Mapping[str, str]) -> str:
    """A manifest that announces these files in this mode, and the others of the version as absent."""
    known = {"1.1": ABSENT_1_1, "1.2": ABSENT_1_2}[version]
    modes = dict.fromkeys(known, "absent") | dict(files)
    properties = {"manifest.version": "1.0", "oneroster.version": version}
    properties |= {f"file.{file}": mode for file, mode in modes.items()}
    return "\n".join(["propertyName,value", *(f"{name},{value}" for name, value in properties.items()), ""])


def bulk(version: str, files: Files) -> Files:
    return files | {"manifest.csv": manifest(version, {name.removesuffix(".csv"): "bulk" for name in files})}


ONE_ONE = bulk("1.1", SHARED | {"users.csv": USERS_1_1})
ONE_TWO = bulk("1.2", SHARED | {"users.csv": USERS_1_2, "roles.csv": ROLES})
