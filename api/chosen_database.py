"""The configured database, or the embedded one."""

from collections.abc import Iterator
from contextlib import contextmanager

from domain.kernel.embedded import EmbeddedPostgres
from domain.kernel.settings import Settings


@contextmanager
def database_of(settings: Settings) -> Iterator[str]:
    """The URL of the configured database, or of the embedded one, started for as long as it is needed."""
    if settings.database_url:
        yield settings.database_url
        return
    postgres = EmbeddedPostgres(settings.data_dir.resolve() / "postgres")
    started_here = postgres.start()
    try:
        yield postgres.url
    finally:
        if started_here:
            postgres.stop()
