"""Families are asked before an activity is fixed; students bring ideas, and old ones are nobody's."""

import sqlalchemy as sa

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

OLD, NEW = "activity_ideas_somebody_brought_it", "activity_ideas_one_brought_it"


def upgrade() -> None:
    op.add_column('activities', sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('activity_ideas', sa.Column('student_id', sa.Uuid(), nullable=True))
    op.create_index(op.f('activity_ideas_school_id_student_id'), 'activity_ideas', ['school_id', 'student_id'], unique=False)
    op.create_foreign_key(op.f('activity_ideas_school_id_student_id_fkey'), 'activity_ideas', 'students', ['school_id', 'student_id'], ['school_id', 'id'], ondelete='CASCADE', deferrable=True)
    op.drop_constraint(op.f(OLD), 'activity_ideas', type_='check')
    op.create_check_constraint(op.f(NEW), 'activity_ideas', "num_nonnulls(guardian_id, student_id) <= 1")


def downgrade() -> None:
    op.drop_constraint(op.f(NEW), 'activity_ideas', type_='check')
    # Ideas of students lose whose they are, so rows that are there need not meet the old rule.
    op.create_check_constraint(
        op.f(OLD), 'activity_ideas', "via = 'staff' OR guardian_id IS NOT NULL", postgresql_not_valid=True
    )
    op.drop_constraint(op.f('activity_ideas_school_id_student_id_fkey'), 'activity_ideas', type_='foreignkey')
    op.drop_index(op.f('activity_ideas_school_id_student_id'), table_name='activity_ideas')
    op.drop_column('activity_ideas', 'student_id')
    op.drop_column('activities', 'asked_at')
