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


class Kept(InTreeCacheLocator):
    """Beside the source, also where only root may write (an image); else NUMBA_CACHE_DIR and a user's own as ever."""

    def get_source_stamp(self) -> str:
        return _sources()

    @classmethod
    def from_function(cls, function: Callable[..., Any], file: str) -> Any:
        if getattr(config, "CACHE_DIR", None):
            given: Any = _Given
            return given.from_function(function, file)
        beside: Any = cls(function, file)
        if any(Path(beside.get_cache_path()).glob("*.nbi")):
            return beside
        writable: Any = super()
        own: Any = _Own
        return writable.from_function(function, file) or own.from_function(function, file)


class _Given(UserProvidedCacheLocator):
    get_source_stamp = Kept.get_source_stamp


class _Own(UserWideCacheLocator):
    get_source_stamp = Kept.get_source_stamp
