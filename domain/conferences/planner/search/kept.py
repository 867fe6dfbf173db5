"""Where compiled code is kept, and until when."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from numba import config
from numba.core.caching import InTreeCacheLocator, UserProvidedCacheLocator, UserWideCacheLocator

HERE = Path(__file__).parent


@cache
def _sources() -> str:
    """What all of the search looks like now: a function has others compiled into it, so that any change counts."""
    digest = sha256()
    for source in sorted(HERE.glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()


class Kept(InTreeCacheLocator):  # type: ignore[misc]
    """Beside the source, also where only root may write (an image); NUMBA_CACHE_DIR and the user's own cache as ever."""

    def get_source_stamp(self) -> str:
        return _sources()

    @classmethod
    def from_function(cls, function: Callable[..., Any], file: str) -> Any:
        if config.CACHE_DIR:
            return _Given.from_function(function, file)
        beside = cls(function, file)
        if any(Path(beside.get_cache_path()).glob("*.nbi")):
            return beside
        return super().from_function(function, file) or _Own.from_function(function, file)


class _Given(UserProvidedCacheLocator):  # type: ignore[misc]
    get_source_stamp = Kept.get_source_stamp


class _Own(UserWideCacheLocator):  # type: ignore[misc]
    get_source_stamp = Kept.get_source_stamp
