"""Who may: one table from permission to roles. Whether a person is related to an object is decided in the queries."""

from enum import StrEnum


class Role(StrEnum):
    """What a person, or a system, is to a school."""

    PLATFORM_OPERATOR = "platform_operator"
    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    TEACHER = "teacher"
    GUARDIAN = "guardian"
    STUDENT = "student"
    INTERPRETER = "interpreter"
    INTEGRATION_CLIENT = "integration_client"


class Permission(StrEnum):
    """What a route asks of its caller; also the OAuth 2 scopes of an integration client."""

    ME_READ = "me:read"
    CATALOGUE_READ = "catalogue:read"
    CATALOGUE_WRITE = "catalogue:write"
    QUESTION_SETS_READ = "question-sets:read"
    QUESTION_SETS_WRITE = "question-sets:write"
    SCHOOLS_READ = "schools:read"
    SCHOOLS_WRITE = "schools:write"
    SCHOOLS_CREATE = "schools:create"
    CALENDAR_READ = "calendar:read"
    CALENDAR_WRITE = "calendar:write"
    STAFF_READ = "staff:read"
    STAFF_WRITE = "staff:write"
    FAMILIES_READ = "families:read"
    FAMILIES_WRITE = "families:write"
    RESTRICTIONS_READ = "restrictions:read"
    RESTRICTIONS_WRITE = "restrictions:write"
    CONVERSATIONS_READ = "conversations:read"
    CONVERSATIONS_WRITE = "conversations:write"
    CONVERSATIONS_ANSWER = "conversations:answer"
    AGENDA_WRITE = "agenda:write"
    CHECKLISTS_USE = "checklists:use"
    QUESTIONS_USE = "questions:use"
    NOTES_READ = "notes:read"
    NOTES_WRITE = "notes:write"
    PLANS_READ = "plans:read"
    PLANS_WRITE = "plans:write"
    ROSTER_IMPORT = "roster:import"
    JOBS_READ = "jobs:read"
    JOBS_WRITE = "jobs:write"
    CHANGES_READ = "changes:read"
    MEMBERSHIPS_READ = "memberships:read"
    MEMBERSHIPS_WRITE = "memberships:write"


_R = Role
EVERYONE = frozenset(Role)
OFFICE = frozenset({_R.ADMINISTRATOR, _R.COORDINATOR})
STAFF = OFFICE | {_R.TEACHER}
FAMILY = frozenset({_R.GUARDIAN, _R.STUDENT})
SYSTEM = frozenset({_R.INTEGRATION_CLIENT})

PERMISSIONS: dict[Permission, frozenset[Role]] = {
    Permission.ME_READ: EVERYONE,
    Permission.CATALOGUE_READ: EVERYONE,
    Permission.CATALOGUE_WRITE: OFFICE | SYSTEM,
    Permission.QUESTION_SETS_READ: STAFF,
    Permission.QUESTION_SETS_WRITE: STAFF,
    Permission.SCHOOLS_READ: EVERYONE,
    Permission.SCHOOLS_WRITE: frozenset({_R.ADMINISTRATOR, _R.PLATFORM_OPERATOR}),
    Permission.SCHOOLS_CREATE: frozenset({_R.PLATFORM_OPERATOR}),
    Permission.CALENDAR_READ: EVERYONE,
    Permission.CALENDAR_WRITE: OFFICE | SYSTEM,
    Permission.STAFF_READ: STAFF | FAMILY | SYSTEM | {_R.INTERPRETER},
    Permission.STAFF_WRITE: OFFICE | SYSTEM,
    Permission.FAMILIES_READ: STAFF | FAMILY | SYSTEM,
    Permission.FAMILIES_WRITE: OFFICE | SYSTEM,
    Permission.RESTRICTIONS_READ: OFFICE | SYSTEM,
    Permission.RESTRICTIONS_WRITE: OFFICE,
    Permission.CONVERSATIONS_READ: STAFF | FAMILY | SYSTEM | {_R.INTERPRETER},
    Permission.CONVERSATIONS_WRITE: STAFF | SYSTEM,
    Permission.CONVERSATIONS_ANSWER: STAFF | FAMILY | SYSTEM,
    Permission.AGENDA_WRITE: STAFF | FAMILY,
    Permission.CHECKLISTS_USE: STAFF,
    Permission.QUESTIONS_USE: STAFF,
    Permission.NOTES_READ: STAFF | FAMILY,
    Permission.NOTES_WRITE: STAFF,
    Permission.PLANS_READ: STAFF | FAMILY | SYSTEM,
    Permission.PLANS_WRITE: STAFF | FAMILY,
    Permission.ROSTER_IMPORT: frozenset({_R.ADMINISTRATOR}) | SYSTEM,
    Permission.JOBS_READ: STAFF | SYSTEM,
    Permission.JOBS_WRITE: STAFF | SYSTEM,
    Permission.CHANGES_READ: frozenset({_R.ADMINISTRATOR}) | SYSTEM,
    Permission.MEMBERSHIPS_READ: frozenset({_R.ADMINISTRATOR, _R.PLATFORM_OPERATOR}),
    Permission.MEMBERSHIPS_WRITE: frozenset({_R.ADMINISTRATOR, _R.PLATFORM_OPERATOR}),
}
