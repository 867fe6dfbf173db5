"""`python -m api` is the command `samenspraak`."""

from api.cli import app

app()
