"""Finding questions, keeping sets of them, ordering them, and knowing what the library said when a school adapted it."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# The dictionaries of PostgreSQL itself, and no extension: whether the owner of a database may create pg_trgm or
# unaccent, trusted as they are, is for the host to say, and not every server has their files. Functions in the
# standard's form know each other by identity, so that a dump is restored whatever the search path.
FUNCTIONS = {
    # Small letters without accents: "Élève" and "eleve" are the same word.
    "folded(text)": r"""
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(replace(replace(
    regexp_replace(normalize(words, NFD), '[\u0300-\u036F]', '', 'g'), U&'\0153', 'oe'), U&'\0152', 'oe'))
""",
    "dictionary(text)": """
CREATE FUNCTION dictionary(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE language
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    ELSE 'pg_catalog.dutch'::regconfig END
""",
    # Of each word of five letters or more: the word, and what is left of it without each of its letters. Two words that
    # differ by a letter that is wrong, missing, too many or in its neighbour's place have one of these in common.
    "spellings(text)": """
CREATE FUNCTION spellings(words text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    word text;
    made text[] := '{}';
BEGIN
    FOR word IN SELECT cut[1] FROM regexp_matches(words, '\\m[[:alnum:]]{5,60}\\M', 'g') AS cut LOOP
        FOR place IN 1 .. length(word) + 1 LOOP
            made := made || ('~' || left(word, place - 1) || substr(word, place + 1));
        END LOOP;
    END LOOP;
    RETURN made;
END $$
""",
    # Stems, the words as they are (for a word that is still being typed), and spellings.
    "to_find(text, text)": """
CREATE FUNCTION to_find(words text, language text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector(dictionary(language), folded(words)) || to_tsvector('pg_catalog.simple', folded(words))
    || array_to_tsvector(spellings(folded(words)))
""",
    # A question weighs most where its text has the word, and least where only the advice on its use has it.
    "searchable(jsonb, jsonb, jsonb, text)": """
CREATE FUNCTION searchable(text jsonb, plain jsonb, use jsonb, language text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_find(coalesce(text ->> language, text ->> 'nl'), language), 'A')
    || setweight(to_find(coalesce(plain ->> language, plain ->> 'nl'), language), 'B')
    || setweight(to_find(coalesce(use ->> language, use ->> 'nl'), language), 'C')
""",
    # What somebody looks for: all of its words, or any; the last as one that is still being typed; with `loosely`
    # also as they may have been meant. What holds quotes, `or` or a minus means what it does in a search engine.
    "sought(text, text, boolean, boolean)": r"""
CREATE FUNCTION sought(words text, language text, loosely boolean, every boolean) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN every AND words ~ '"|(^|\s)-\S|\sor\s' THEN websearch_to_tsquery(dictionary(language), folded(words))
ELSE (
    WITH word AS (
        SELECT found[1] AS word, place, max(place) OVER () AS last
          FROM regexp_matches(folded(regexp_replace(words, '(^|\s)-("[^"]*"|\S+)', ' ', 'g')), '[[:alnum:]]+', 'g')
               WITH ORDINALITY AS part (found, place)
    ), term AS (
        SELECT place, concat_ws(' | ',
                   nullif(plainto_tsquery(dictionary(language), word)::text, ''),
                   CASE WHEN place = last AND length(word) > 1 THEN quote_literal(word) || ':*' END,
                   CASE WHEN loosely THEN (SELECT string_agg(quote_literal(spelling), ' | ')
                                             FROM unnest(spellings(word)) spelling) END) AS ways
          FROM word
    )
    SELECT string_agg('(' || ways || ')', CASE WHEN every THEN ' & ' ELSE ' | ' END ORDER BY place)::tsquery
      FROM term WHERE ways <> ''
) END
""",
    # A text cut into what was looked for and what stands between; null when nothing was found. Word by word, so that
    # offsets never shift: folding can make a word longer.
    "found_in(text, text, tsquery)": """
CREATE FUNCTION found_in(words text, language text, wanted tsquery) RETURNS json
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    letters CONSTANT text := U&'0-9A-Za-z\\00C0-\\024F\\0300-\\036F';
    loosely CONSTANT boolean := wanted::text LIKE '%~%';
    piece text;
    word text;
    between text := '';
    parts json[] := '{}';
BEGIN
    FOR piece IN SELECT cut[1] FROM regexp_matches(words, format('[%1$s]+|[^%1$s]+', letters), 'g') AS cut LOOP
        word := folded(piece);
        IF to_tsvector(dictionary(language), word) @@ wanted OR to_tsvector('pg_catalog.simple', word) @@ wanted
                OR (loosely AND length(word) >= 5 AND array_to_tsvector(spellings(word)) @@ wanted) THEN
            IF between <> '' THEN
                parts := parts || json_build_object('text', between, 'found', false);
            END IF;
            parts := parts || json_build_object('text', piece, 'found', true);
            between := '';
        ELSE
            between := between || piece;
        END IF;
    END LOOP;
    IF between <> '' AND cardinality(parts) > 0 THEN
        parts := parts || json_build_object('text', between, 'found', false);
    END IF;
    RETURN CASE WHEN cardinality(parts) > 0 THEN array_to_json(parts) END;
END $$
""",
    "highlights(jsonb, jsonb, jsonb, text, tsquery)": """
CREATE FUNCTION highlights(text jsonb, plain jsonb, use jsonb, language text, wanted tsquery) RETURNS json
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(json_agg(json_build_object('field', field, 'parts', parts) ORDER BY place), '[]')
      FROM (VALUES (1, 'text', text), (2, 'plain', plain), (3, 'use', use)) AS said (place, field, words),
           found_in(coalesce(words ->> language, words ->> 'nl'), language, wanted) AS parts
     WHERE parts IS NOT NULL
)
""",
}

SEARCHED = ("nl", "fr", "en")

# What a school had adapted or hidden before this was kept is taken to be made from the library of today. The owner of
# the tables has no school, so row security lets go for the length of these statements.
REMEMBER = {
    "questions": (
        "meeting_type", "audience", "phase", "levels", "development_domain", "text", "plain", "pictogram", "use"
    ),
    "checklist_points": ("phase", "text", "essential", "example", "tip"),
}  # fmt: skip

# As in 0003: a trigger that sees the changed rows may serve one kind of statement only.
DEEDS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def upgrade() -> None:
    for function in FUNCTIONS.values():
        op.execute(function)
    make_tables()
    make_columns()
    for table, names in REMEMBER.items():
        remember(table, names)
    for deed, rows in DEEDS.items():
        op.execute(
            f"CREATE TRIGGER stamped_{deed.lower()} AFTER {deed} ON catalogue_orders REFERENCING {rows} TABLE AS changed "
            "FOR EACH STATEMENT EXECUTE FUNCTION stamp('catalogue')"
        )


def remember(table: str, names: tuple[str, ...]) -> None:
    said = ", ".join(f"'{name}', library.{name}" for name in names)
    for forced in (table, "stamps"):  # the trigger on the table writes a stamp of every school
        op.execute(f"ALTER TABLE {forced} NO FORCE ROW LEVEL SECURITY")
    op.execute(
        f"UPDATE {table} own SET made_from = jsonb_build_object({said}) FROM {table} library "
        "WHERE library.school_id = own.library_id AND library.id = own.adapts_id"
    )
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with events to come cannot be altered
    for forced in (table, "stamps"):
        op.execute(f"ALTER TABLE {forced} FORCE ROW LEVEL SECURITY")


def make_tables() -> None:
    op.create_table('catalogue_orders',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('within', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('places', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('catalogue_orders_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('catalogue_orders_pkey'))
    )
    op.create_index(op.f('catalogue_orders_school_id_within'), 'catalogue_orders', ['school_id', 'within'], unique=True)
    op.create_table('question_sets',
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('questions', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('made_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'made_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('question_sets_school_id_made_by_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('question_sets_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('question_sets_pkey'))
    )
    op.create_index(op.f('question_sets_school_id_kind'), 'question_sets', ['school_id', 'kind'], unique=False)
    op.create_table('conversation_questions',
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('is_asked', sa.Boolean(), nullable=False),
    sa.Column('shared_with_family', sa.Boolean(), nullable=False),
    sa.Column('text', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('plain', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('pictogram', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('phase', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('audience', sa.String(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('conversation_id', sa.Uuid(), nullable=False),
    sa.Column('source_question_id', sa.Uuid(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'conversation_id'], ['conversations.school_id', 'conversations.id'], name=op.f('conversation_questions_school_id_conversation_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conversation_questions_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conversation_questions_pkey'))
    )
    op.create_index('conversation_questions_once', 'conversation_questions', ['school_id', 'conversation_id', 'source_question_id'], unique=True)
    for table in ('catalogue_orders', 'question_sets', 'conversation_questions'):
        secure(op, table, 'own')


def make_columns() -> None:
    for table in REMEMBER:
        op.add_column(table, sa.Column('made_from', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True))
    for language in SEARCHED:
        words = sa.Computed(f"searchable(text, plain, use, '{language}'::text)", persisted=True)
        op.add_column('questions', sa.Column(f'to_search_{language}', postgresql.TSVECTOR(), words, nullable=True))


def downgrade() -> None:
    for language in SEARCHED:
        op.drop_column('questions', f'to_search_{language}')
    for table in REMEMBER:
        op.drop_column(table, 'made_from')
    for table in ('conversation_questions', 'question_sets', 'catalogue_orders'):
        op.drop_table(table)
    for function in reversed(FUNCTIONS):
        op.execute(f"DROP FUNCTION {function}")
