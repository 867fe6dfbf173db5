"""Telling how far something is, on the terminal."""

from collections.abc import Callable

from rich.progress import Progress

Told = Callable[[str, int, int | None], None]
"""Called with what is being done, how much is done, and of how much."""


def shown_on(bar: Progress) -> Told:
    """Progress on a rich bar, one task for each thing that is done."""
    tasks: dict[str, object] = {}

    def tell(what: str, done: int, total: int | None) -> None:
        task = tasks.setdefault(what, bar.add_task(what, total=total) if what not in tasks else None)
        bar.update(task, completed=done, total=total)  # type: ignore[arg-type]

    return tell
