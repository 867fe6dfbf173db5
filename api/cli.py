"""The command `samenspraak`. Each part is imported when it is asked for: a token should not wait for alembic."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

PARTS = {
    "run": "house",
    "serve": "house",
    "worker": "house",
    "migrate": "database",
    "seed": "database",
    "doctor": "database",
    "import": "roster",
    "plan": "plan",
    "token": "tokens",
    "openapi": "document",
    "content": "content",
}
"""Which module of `api.commands` holds which command."""


class Parts(TyperGroup):
    """Finds a command in its module."""

    def list_commands(self, _: Any) -> list[str]:
        return list(PARTS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in PARTS:
            return None
        part = import_module(f"api.commands.{PARTS[cmd_name]}")
        return typer.main.get_group(part.app).get_command(ctx, cmd_name)


app = typer.Typer(name="samenspraak", cls=Parts, no_args_is_help=True)


@app.callback()
def samenspraak() -> None:
    """Conversations between schools and families."""
