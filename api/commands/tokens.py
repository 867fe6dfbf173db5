"""`samenspraak token`: a token to try with."""

from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console

from api.issuer import EmbeddedIssuer, scope_of
from domain.kernel.permissions import Role
from domain.kernel.settings import Settings

app = typer.Typer()
errors = Console(stderr=True)

A_DAY = 24 * 3600
"""How long a demo token serves."""

DemoRole = StrEnum("DemoRole", {role.name: role.value for role in Role})  # type: ignore[misc]


@app.command()
def token(
    role: Annotated[DemoRole, typer.Option(help="Of the demo school.")],
    seconds: Annotated[int, typer.Option(min=1, max=30 * A_DAY)] = A_DAY,
) -> None:
    """Print a token of the demo school, and nothing else."""
    try:
        issuer = EmbeddedIssuer.of(Settings())
    except RuntimeError as refused:
        errors.print(str(refused))
        raise typer.Exit(1) from None
    typer.echo(issuer.token(f"demo-{role.value}", seconds=seconds, scope=scope_of(role.value)))
