"""Where the folders beside the code are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""Where alembic/ and seed_content/ stand: the checkout, or the working directory of an installed wheel."""


def beside_code_or_here(folder: str) -> Path:
    beside = ROOT / folder
    return beside if (beside / ".").is_dir() and not _is_package(beside) else Path.cwd() / folder


def _is_package(folder: Path) -> bool:
    """In site-packages, `alembic` is the library and not our migrations."""
    return (folder / "__init__.py").exists()
