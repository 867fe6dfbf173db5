"""Ideas for activities, evaluations without names, and whom an activity missed."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('activity_evaluations',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('tapped', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('tallied', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('remarks', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('nobody_missed', sa.Boolean(), nullable=False),
    sa.Column('next_time', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('evaluated_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_evaluations_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_evaluations_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_evaluations_pkey'))
    )
    op.create_index('activity_evaluations_once', 'activity_evaluations', ['school_id', 'activity_id'], unique=True)
    op.create_table('activity_ideas',
    sa.Column('activity_id', sa.Uuid(), nullable=True),
    sa.Column('level', sa.String(), nullable=True),
    sa.Column('class_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('is_anonymous', sa.Boolean(), nullable=False),
    sa.Column('may_be_shared', sa.Boolean(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('guardian_id', sa.Uuid(), nullable=True),
    sa.Column('entered_by_id', sa.Uuid(), nullable=True),
    sa.Column('via', sa.String(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('answer', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('answer_language', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('answered_by_id', sa.Uuid(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('outcome', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('outcome_language', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('outcome_activity_id', sa.Uuid(), nullable=True),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("via = 'staff' OR guardian_id IS NOT NULL", name=op.f('activity_ideas_somebody_brought_it')),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_ideas_school_id_activity_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'answered_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activity_ideas_school_id_answered_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'class_id'], ['classes.school_id', 'classes.id'], name=op.f('activity_ideas_school_id_class_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'entered_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activity_ideas_school_id_entered_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('activity_ideas_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'outcome_activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_ideas_school_id_outcome_activity_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_ideas_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_ideas_pkey'))
    )
    op.create_index(op.f('activity_ideas_school_id_activity_id'), 'activity_ideas', ['school_id', 'activity_id'], unique=False)
    op.create_index(op.f('activity_ideas_school_id_created_at'), 'activity_ideas', ['school_id', 'created_at'], unique=False)
    op.create_index(op.f('activity_ideas_school_id_guardian_id'), 'activity_ideas', ['school_id', 'guardian_id'], unique=False)
    op.create_table('activity_missed_families',
    sa.Column('way', sa.String(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('staff_id', sa.Uuid(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('student_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('is_done', sa.Boolean(), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('done_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_missed_families_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'done_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activity_missed_families_school_id_done_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activity_missed_families_school_id_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('activity_missed_families_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_missed_families_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_missed_families_pkey'))
    )
    op.create_index('activity_missed_families_once', 'activity_missed_families', ['school_id', 'activity_id', 'student_id', 'way'], unique=True)
    op.create_index(op.f('activity_missed_families_school_id_created_at'), 'activity_missed_families', ['school_id', 'created_at'], unique=False)
    op.create_index(op.f('activity_missed_families_school_id_staff_id'), 'activity_missed_families', ['school_id', 'staff_id'], unique=False)
    op.create_index(op.f('activity_missed_families_school_id_student_id'), 'activity_missed_families', ['school_id', 'student_id'], unique=False)
    op.create_table('activity_taps',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_taps_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_taps_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_taps_pkey'))
    )
    op.create_table('activity_idea_supports',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('idea_id', sa.Uuid(), nullable=False),
    sa.Column('guardian_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('activity_idea_supports_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'idea_id'], ['activity_ideas.school_id', 'activity_ideas.id'], name=op.f('activity_idea_supports_school_id_idea_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_idea_supports_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_idea_supports_pkey'))
    )
    op.create_index('activity_idea_supports_once', 'activity_idea_supports', ['school_id', 'idea_id', 'guardian_id'], unique=True)
    op.create_index(op.f('activity_idea_supports_school_id_guardian_id'), 'activity_idea_supports', ['school_id', 'guardian_id'], unique=False)
    secure(op, "activity_evaluations", "own")
    secure(op, "activity_ideas", "own")
    secure(op, "activity_missed_families", "own")
    secure(op, "activity_taps", "own")
    secure(op, "activity_idea_supports", "own")


def downgrade() -> None:
    op.drop_index(op.f('activity_idea_supports_school_id_guardian_id'), table_name='activity_idea_supports')
    op.drop_index('activity_idea_supports_once', table_name='activity_idea_supports')
    op.drop_table('activity_idea_supports')
    op.drop_table('activity_taps')
    op.drop_index(op.f('activity_missed_families_school_id_student_id'), table_name='activity_missed_families')
    op.drop_index(op.f('activity_missed_families_school_id_staff_id'), table_name='activity_missed_families')
    op.drop_index(op.f('activity_missed_families_school_id_created_at'), table_name='activity_missed_families')
    op.drop_index('activity_missed_families_once', table_name='activity_missed_families')
    op.drop_table('activity_missed_families')
    op.drop_index(op.f('activity_ideas_school_id_guardian_id'), table_name='activity_ideas')
    op.drop_index(op.f('activity_ideas_school_id_created_at'), table_name='activity_ideas')
    op.drop_index(op.f('activity_ideas_school_id_activity_id'), table_name='activity_ideas')
    op.drop_table('activity_ideas')
    op.drop_index('activity_evaluations_once', table_name='activity_evaluations')
    op.drop_table('activity_evaluations')
