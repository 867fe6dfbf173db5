"""The sample roster of `seed_content/roster/sample`, packed as a school would send it."""

import zipfile
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "seed_content" / "roster" / "sample"
"""A Dutch-language primary school in Brussels that does not exist: 400 students, their guardians and their teachers."""

_ALWAYS = (2026, 9, 1, 0, 0, 0)


def write_sample(target: Path) -> None:
    """Write the sample as a OneRoster 1.2 bundle, byte for byte the same each time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for file in sorted(SAMPLE.glob("*.csv")):
            bundle.writestr(zipfile.ZipInfo(file.name, _ALWAYS), file.read_bytes(), zipfile.ZIP_DEFLATED)
