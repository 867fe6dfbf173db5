"""`python -m tests.benchmarks.reach`: whom a school of 2,000 families spoke with, beside floor (a) and a school of 20."""

import asyncio
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import asyncpg
from rich.console import Console
from rich.table import Table

from api.first_run import seed
from api.issuer import ISSUER, EmbeddedIssuer
from domain.kernel.embedded import EmbeddedPostgres
from domain.kernel.migrations import upgrade
from domain.kernel.settings import Settings
from tests.benchmarks.load import request, send
from tests.benchmarks.processes import Server, served

sys.path.append("tests")

from conferences.crowd.school import crowd

SIZES, ROUNDS = (20, 2_000), 10
WARM_UP = 3
PATHS = ("/v1/reach", "/v1/reach/families", "/v1/reach.csv", "/v1/reach.xlsx", "/v1/reach.svg")
FLOOR = {path: path if path in PATHS[:2] else PATHS[0] for path in PATHS}
"""A table and a picture cost the floor what their figures do."""

_FILL = """
INSERT INTO memberships (school_id, id, issuer, subject, role, scopes)
    VALUES ('{s}', gen_random_uuid(), '{issuer}', 'office-{s}', 'administrator', '[]');
CREATE TEMP TABLE of_{n} AS SELECT student_id, guardian_id, row_number() OVER (ORDER BY student_id) AS i
    FROM guardianships WHERE school_id = '{s}';
INSERT INTO family_contacts (school_id, id, student_id, guardian_id, kind, met_on)
    SELECT '{s}', gen_random_uuid(), student_id, guardian_id, 'at_the_gate', CURRENT_DATE - (i % 300)::int
    FROM of_{n} WHERE i % 4 = 0;
INSERT INTO messages (school_id, id, occasion, kind, resource, resource_id, student_id, party, guardian_id, topic,
        urgency, state, channel, languages, not_before, decision, told, said)
    SELECT '{s}', gen_random_uuid(), 'bench-' || n, 'invitation', 'conversations', gen_random_uuid(), student_id,
           'guardian', guardian_id, 'conversations', 'ordinary', 'sent', (ARRAY['email', 'message', 'app'])[n],
           '["nl"]', now(), '{{}}', '{{}}', '{{}}' FROM of_{n}, generate_series(1, 3) n;
"""
_ROWS = {
    "conversations": """
        SELECT '{s}'::uuid AS school_id, gen_random_uuid() AS id, 'parent-teacher-conference' AS meeting_type, student_id,
               'in_person' AS channel, 'completed' AS status, now() - interval '9 days' AS starts_at,
               now() - interval '9 days' + interval '20 minutes' AS ends_at FROM of_{n} WHERE i % 3 = 0""",
    "conversation_participants": """
        SELECT '{s}'::uuid AS school_id, gen_random_uuid() AS id, c.id AS conversation_id, 'guardian' AS role,
               f.guardian_id, 'accepted' AS answer
        FROM conversations c JOIN of_{n} f USING (student_id) WHERE c.school_id = '{s}' AND f.i % 6 = 0""",
    "activity_sign_ups": """
        SELECT '{s}'::uuid AS school_id, gen_random_uuid() AS id, gen_random_uuid() AS activity_id, student_id,
               guardian_id, now() - interval '3 days' AS came_at FROM of_{n} WHERE i % 10 = 0""",
}
_NEEDED = """
SELECT column_name, data_type FROM information_schema.columns
WHERE table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'
"""
_ANY = {"integer": "1", "bigint": "1", "jsonb": "'[]'", "boolean": "false", "uuid": "gen_random_uuid()"}


async def add(connection: "asyncpg.Connection[asyncpg.Record]", table: str, rows: str) -> None:
    """These rows, with anything at all in the columns that reach does not look at."""
    given = [one.name for one in (await connection.prepare(rows)).get_attributes()]
    rest = {one["column_name"]: _ANY.get(one["data_type"], "'x'") for one in await connection.fetch(_NEEDED, table)}
    rest = {name: said for name, said in rest.items() if name not in given}
    columns = ", ".join([*given, *rest])
    values = "".join(f", {said}" for said in rest.values())
    await connection.execute(f"INSERT INTO {table} ({columns}) SELECT d.*{values} FROM ({rows}) d")


async def filled(url: str, families: int) -> UUID:
    """A school with contacts, messages, talks, a round and visitors of a show."""
    made = await crowd(url, families, max(1, families // 25), 20)
    connection = await asyncpg.connect(url)
    await connection.execute("SET session_replication_role = replica")
    await connection.execute(_FILL.format(s=made.school_id, n=families, issuer=ISSUER))
    for table, rows in _ROWS.items():
        await add(connection, table, rows.format(s=made.school_id, n=families))
    await connection.execute("ANALYZE")
    await connection.close()
    return made.school_id


def milliseconds(server: Server, path: str, headers: dict[str, str]) -> float:
    """The median of one request after another, over one connection."""
    seconds = asyncio.run(send(server.port, [request("GET", path, headers)], ROUNDS + WARM_UP, 1))
    return statistics.median(seconds[WARM_UP:]) * 1e3


def main() -> None:
    table = Table("asked", *(f"{size:,} families, ms" for size in SIZES), "floor of 2,000, ms", "ratio")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        postgres = EmbeddedPostgres(Path(folder) / "postgres")
        postgres.start()
        stack.callback(postgres.stop)
        settings = Settings(data_dir=Path(folder), database_url=postgres.url, log_level="warning")
        upgrade(postgres.url)
        asyncio.run(seed(settings, postgres.url, demo=False, progress=lambda *_: None))
        schools = [asyncio.run(filled(postgres.url, size)) for size in SIZES]
        known = {"DATABASE_URL": postgres.url, "DATA_DIR": folder, "BENCH_SCHOOL": str(schools[-1])}
        known |= {"REQUESTS_PER_MINUTE": "100000000", "LOG_LEVEL": "warning", "PYTHONPATH": str(Path.cwd())}
        floor = stack.enter_context(served("tests.benchmarks.floor_a:create_app", 8611, 0, known))
        ours = stack.enter_context(served("api.app:create_app", 8612, 0, known))
        issuer = EmbeddedIssuer.of(settings)
        signed = [{"Authorization": f"Bearer {issuer.token(f'office-{one}', seconds=3600)}"} for one in schools]
        for path in PATHS:
            took = [milliseconds(ours, path, headers) for headers in signed]
            least = milliseconds(floor, FLOOR[path], {})
            table.add_row(path, *(f"{one:.1f}" for one in took), f"{least:.1f}", f"{took[-1] / least:.1f}")
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
