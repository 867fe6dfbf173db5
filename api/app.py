"""The application, wired in one place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from api import (
    activities,
    catalogue,
    changes,
    conferences,
    conversations,
    demo_mail,
    families,
    health,
    jobs,
    leads,
    me,
    memberships,
    messaging,
    pictures,
    plans,
    printing,
    reach,
    roster,
    school,
    visits,
)
from api.authentication import Authenticator, TrustedIssuer
from api.docs import add_documentation
from api.edge import Edge
from api.family_page import add_family_page
from api.issuer import EmbeddedIssuer, add_issuer
from api.limits import WITHOUT_TOKEN, Limits
from api.log import set_up
from api.openapi import add_openapi
from api.paging import RecentPages
from api.printing.press import Press
from api.problems import add_problems
from api.routing import add_routes
from domain.kernel.database import Database
from domain.kernel.settings import Settings

SUBJECTS = (
    me,
    printing,
    catalogue,
    pictures,
    school,
    families,
    jobs,
    changes,
    memberships,
    conversations,
    plans,
    conferences,
    activities,
    visits,
    leads,
    messaging,
    reach,
    roster,
    health,
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The API for these settings (of the environment, when none are given).

    Raises:
        ValueError: in production without a trusted issuer.
    """
    settings = settings or Settings()
    set_up(settings.log_level)
    app = FastAPI(version=version("samenspraak"), docs_url=None, redoc_url=None, lifespan=_lifespan)
    app.state.settings = settings
    app.state.recent_pages = RecentPages()
    app.state.press = Press()
    app.state.limits = Limits(settings.requests_per_minute)
    app.state.link_limits = Limits(max(1, settings.requests_per_minute // WITHOUT_TOKEN))
    app.state.authenticator = Authenticator(_trusted(app, settings))
    app.add_middleware(Edge)
    add_problems(app)
    add_documentation(app)
    add_family_page(app)
    add_openapi(app)
    add_routes(app, [route for subject in SUBJECTS for route in subject.router.routes])
    return app


def _trusted(app: FastAPI, settings: Settings) -> list[TrustedIssuer]:
    trusted = [TrustedIssuer(issuer) for issuer in settings.issuers]
    if settings.production:
        if not trusted:
            raise ValueError("ISSUERS is needed in production: the embedded issuer does not start there")
        return trusted
    embedded = EmbeddedIssuer.of(settings)
    add_issuer(app, embedded)
    app.router.routes.extend(demo_mail.router.routes)
    return [*trusted, embedded.trusted]


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    if settings.database_url is None:
        raise RuntimeError("DATABASE_URL is not set; `samenspraak run` starts a database of its own")
    async with Database(
        settings.database_url, settings.read_connections, settings.write_connections
    ).opened() as opened:
        app.state.database = opened
        yield
