"""The roles that people have, and what routes ask of them."""

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
    PLANS_DECIDE = "plans:decide"
    ROUNDS_READ = "rounds:read"
    ROUNDS_WRITE = "rounds:write"
    ROUNDS_JOIN = "rounds:join"
    ROUNDS_PLAN = "rounds:plan"
    ROUNDS_BOOK = "rounds:book"
    ROUNDS_RUN = "rounds:run"
    PLANNER_USE = "planner:use"
    MESSAGES_READ = "messages:read"
    MESSAGES_WRITE = "messages:write"
    TASKS_READ = "tasks:read"
    TASKS_WRITE = "tasks:write"
    ACTIVITIES_READ = "activities:read"
    ACTIVITIES_WRITE = "activities:write"
    ACTIVITIES_JOIN = "activities:join"
    CONTACTS_WRITE = "contacts:write"
    REACH_READ = "reach:read"
    VISITS_READ = "visits:read"
    VISITS_WRITE = "visits:write"
    VISITS_ANSWER = "visits:answer"
    LEADS_USE = "leads:use"
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
