"""Who may: one table from permission to roles. Whether a person is related to an object is decided in the queries."""

from domain.kernel.permissions import EVERYONE, FAMILY, OFFICE, STAFF, SYSTEM, Permission, Role

_R = Role

PERMISSIONS: dict[Permission, frozenset[Role]] = {
    Permission.ME_READ: EVERYONE,
    Permission.CATALOGUE_READ: EVERYONE,
    Permission.CATALOGUE_WRITE: OFFICE | SYSTEM,
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
