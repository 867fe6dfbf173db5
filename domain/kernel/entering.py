"""Entering a school: the parameters, and the answer to who belongs to none."""

from typing import Any

from domain.kernel.errors import Message
from domain.kernel.permissions import Permission
from domain.kernel.principal import Credential

NO_MEMBERSHIP = Message(
    "no_membership",
    "Deze gebruiker hoort bij geen school, of niet meer.",
    "Cet utilisateur n'est lié à aucune école, ou ne l'est plus.",
    "This user belongs to no school, or no longer does.",
)


def entering(credential: Credential, permission: Permission) -> dict[str, Any]:
    """The parameters of `enter` for this credential and what it wants to do."""
    return {
        "issuer": credential.issuer,
        "subject": credential.subject,
        "at_school": credential.school_id,
        "permission": permission.value,
        "allowed_roles": credential.roles_for(permission),
    }
