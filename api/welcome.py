"""What the first run says once everything is there: where it is, and tokens to try."""

from api.issuer import EmbeddedIssuer, scope_of
from domain.kernel.permissions import Role
from domain.kernel.settings import Settings

SHOWN = (Role.ADMINISTRATOR, Role.TEACHER, Role.GUARDIAN, Role.STUDENT, Role.INTEGRATION_CLIENT)
TOKEN_SECONDS = 24 * 3600


def welcome(settings: Settings) -> None:
    issuer = EmbeddedIssuer.of(settings)
    secret = issuer.register("demo-integration_client", scope_of(Role.INTEGRATION_CLIENT))
    print(f"\nSamenspraak is ready.\n\n  Documentation, with a try-out:  {settings.address}/docs")
    print(f"  Mail that the demo school sent:  {settings.address}/demo/mail\n")
    print("Tokens of the demo school, good for a day (paste one under Authentication):\n")
    for role in SHOWN:
        print(f"{role}\n{issuer.token(f'demo-{role}', seconds=TOKEN_SECONDS, scope=scope_of(role))}\n")
    print("For systems: POST /oauth/token with grant_type=client_credentials,")
    print(f"client_id=demo-integration_client and client_secret={secret}\n\nCtrl-C stops everything.", flush=True)
