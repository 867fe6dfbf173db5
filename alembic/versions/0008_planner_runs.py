"""Problems that are planned as documents, and jobs that can be told to finish with the best they have."""

import sqlalchemy as sa
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NO_FIGURES = "UPDATE jobs SET progress = progress || '{\"figures\": {}}'"


def upgrade() -> None:
    for column in ("can_finish", "finish_asked"):
        op.add_column("jobs", sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false()))
        op.alter_column("jobs", column, server_default=None)
    # The owner of the tables has no school, so row security lets go for the length of this statement.
    op.execute("ALTER TABLE jobs NO FORCE ROW LEVEL SECURITY")
    op.execute(NO_FIGURES)
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with events to come cannot be altered
    op.execute("ALTER TABLE jobs FORCE ROW LEVEL SECURITY")
    op.create_table('planner_runs',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('problem', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('curve', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('schedule', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'id'], ['jobs.school_id', 'jobs.id'], name=op.f('planner_runs_school_id_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('planner_runs_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('planner_runs_pkey'))
    )
    secure(op, "planner_runs", "own")


def downgrade() -> None:
    op.drop_table("planner_runs")
    for column in ("finish_asked", "can_finish"):
        op.drop_column("jobs", column)
