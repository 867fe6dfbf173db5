"""`python -m tests.benchmarks.gatherings`: lists of a school of 2,000 families, beside floor (a) and a school of 20.

Fifty rows each; the floor sends as many rows of the table behind it as JSON, to whoever asks.
"""

import asyncio
import tempfile
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import asyncpg
from rich.console import Console
from rich.table import Table

from api.first_run import seed
from api.issuer import EmbeddedIssuer
from domain.kernel.embedded import EmbeddedPostgres
from domain.kernel.migrations import upgrade
from domain.kernel.settings import Settings
from tests.benchmarks.processes import served
from tests.benchmarks.reach import SIZES, add, filled, milliseconds

_TEXT = """'{{"nl": "Samen koken"}}'::jsonb"""
_OF = "'{s}'::uuid AS school_id, gen_random_uuid() AS id, now() - i * interval '1 minute' AS created_at"
_ROWS = {
    "activities": f"""
        SELECT {_OF}, 'own' AS kind, {_TEXT} AS title, 'invited' AS status, 'needed' AS sign_up FROM of_{{n}}""",
    "activity_ideas": f"""
        SELECT {_OF}, 'topic' AS kind, 'Samen koken' AS words, 'nl' AS language, guardian_id, 'app' AS via,
               'new' AS status FROM of_{{n}}""",
    "leads": f"""
        SELECT {_OF}, 'Familie ' || i AS name, 'nl' AS language, 'a@example.org' AS email,
               'tour' AS wish, CURRENT_DATE + 90 AS keep_until FROM of_{{n}}""",
    "home_visits": f"""
        SELECT {_OF}, student_id, guardian_id, {_TEXT} AS why, 'getting_to_know' AS purpose, 'asked' AS status,
               45 AS minutes, now() AS asked_at FROM of_{{n}}""",
}
PATHS = {
    "/v1/activities": "activities",
    "/v1/activity-ideas": "activity_ideas",
    "/v1/leads": "leads",
    "/v1/home-visits": "home_visits",
    "/v1/contacts": "family_contacts",
    "/v1/messages": "messages",
}


async def _fill(url: str, families: int) -> UUID:
    school_id = await filled(url, families)
    connection = await asyncpg.connect(url)
    await connection.execute("SET session_replication_role = replica")
    await connection.execute(
        f"CREATE TEMP TABLE of_{families} AS SELECT student_id, guardian_id, row_number() OVER () AS i "
        f"FROM guardianships WHERE school_id = '{school_id}'"
    )
    for table, rows in _ROWS.items():
        await add(connection, table, rows.format(s=school_id, n=families))
    await connection.execute("ANALYZE")
    await connection.close()
    return school_id


def main() -> None:
    table = Table("list", *(f"{size:,} families, ms" for size in SIZES), "floor of 2,000, ms", "ratio")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        postgres = EmbeddedPostgres(Path(folder) / "postgres")
        postgres.start()
        stack.callback(postgres.stop)
        settings = Settings(data_dir=Path(folder), database_url=postgres.url, log_level="warning")
        upgrade(postgres.url)
        asyncio.run(seed(settings, postgres.url, demo=False, progress=lambda *_: None))
        schools = [asyncio.run(_fill(postgres.url, size)) for size in SIZES]
        known = {"DATABASE_URL": postgres.url, "DATA_DIR": folder, "BENCH_SCHOOL": str(schools[-1])}
        known |= {"REQUESTS_PER_MINUTE": "100000000", "LOG_LEVEL": "warning", "PYTHONPATH": str(Path.cwd())}
        floor = stack.enter_context(served("tests.benchmarks.floor_a:create_app", 8621, 0, known))
        ours = stack.enter_context(served("api.app:create_app", 8622, 0, known))
        issuer = EmbeddedIssuer.of(settings)
        signed = [{"Authorization": f"Bearer {issuer.token(f'office-{one}', seconds=3600)}"} for one in schools]
        for path, rows in PATHS.items():
            took = [milliseconds(ours, f"{path}?limit=50", headers) for headers in signed]
            least = milliseconds(floor, f"/rows/{rows}", {})
            table.add_row(path, *(f"{one:.1f}" for one in took), f"{least:.1f}", f"{took[-1] / least:.1f}")
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
