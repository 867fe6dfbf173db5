"""`samenspraak openapi`: the document of the API."""

import json

import typer

from api.app import create_app
from domain.kernel.settings import Settings

app = typer.Typer()


@app.command()
def openapi() -> None:
    """Print the OpenAPI document."""
    typer.echo(json.dumps(create_app(Settings(environment="development")).openapi(), indent=2, ensure_ascii=False))
