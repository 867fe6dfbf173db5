"""Who helps at an activity, and the checklist of an activity in use."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('activity_checklist_points',
    sa.Column('phase', sa.String(), nullable=False),
    sa.Column('text', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('source_point_id', sa.Uuid(), nullable=True),
    sa.Column('example', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('is_essential', sa.Boolean(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('is_ticked', sa.Boolean(), nullable=False),
    sa.Column('ticked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ticked_by_id', sa.Uuid(), nullable=True),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_checklist_points_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'ticked_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activity_checklist_points_school_id_ticked_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_checklist_points_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_checklist_points_pkey'))
    )
    op.create_index(op.f('activity_checklist_points_school_id_activity_id'), 'activity_checklist_points', ['school_id', 'activity_id'], unique=False)
    op.create_table('activity_helpers',
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('moment_id', sa.Uuid(), nullable=True),
    sa.Column('staff_id', sa.Uuid(), nullable=True),
    sa.Column('guardian_id', sa.Uuid(), nullable=True),
    sa.Column('student_id', sa.Uuid(), nullable=True),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('outsider', sa.String(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('num_nonnulls(staff_id, guardian_id, student_id, name) = 1', name=op.f('activity_helpers_one_person')),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_helpers_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('activity_helpers_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'moment_id'], ['activity_moments.school_id', 'activity_moments.id'], name=op.f('activity_helpers_school_id_moment_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activity_helpers_school_id_staff_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('activity_helpers_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_helpers_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_helpers_pkey'))
    )
    op.create_index(op.f('activity_helpers_school_id_activity_id'), 'activity_helpers', ['school_id', 'activity_id'], unique=False)
    op.create_index(op.f('activity_helpers_school_id_guardian_id'), 'activity_helpers', ['school_id', 'guardian_id'], unique=False)
    op.create_index(op.f('activity_helpers_school_id_student_id'), 'activity_helpers', ['school_id', 'student_id'], unique=False)
    secure(op, "activity_checklist_points", "own")
    secure(op, "activity_helpers", "own")


def downgrade() -> None:
    op.drop_index(op.f('activity_helpers_school_id_student_id'), table_name='activity_helpers')
    op.drop_index(op.f('activity_helpers_school_id_guardian_id'), table_name='activity_helpers')
    op.drop_index(op.f('activity_helpers_school_id_activity_id'), table_name='activity_helpers')
    op.drop_table('activity_helpers')
    op.drop_index(op.f('activity_checklist_points_school_id_activity_id'), table_name='activity_checklist_points')
    op.drop_table('activity_checklist_points')
