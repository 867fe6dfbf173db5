"""The real app with three endpoints that break, for a server whose log is then read."""

from collections.abc import AsyncIterator

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from api.app import create_app
from api.routing import add_routes


async def break_down(request: Request) -> Response:
    raise ZeroDivisionError((await request.body()).decode())


async def break_off(request: Request) -> Response:
    said = (await request.body()).decode()

    async def parts() -> AsyncIterator[bytes]:
        yield b"begun"
        raise ZeroDivisionError(said)

    return StreamingResponse(parts())


def create() -> FastAPI:
    app = create_app()
    add_routes(
        app, [Route("/v1/broken", break_down, methods=["POST"]), Route("/v1/halved", break_off, methods=["POST"])]
    )
    return app
