"""Sign-ups for activities, and walk-ins."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('activity_sign_ups',
    sa.Column('adults', sa.Integer(), nullable=False),
    sa.Column('children', sa.Integer(), nullable=False),
    sa.Column('brings_along', sa.Integer(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('moment_id', sa.Uuid(), nullable=False),
    sa.Column('guardian_id', sa.Uuid(), nullable=True),
    sa.Column('student_id', sa.Uuid(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('queue_number', sa.BigInteger(), sa.Identity(always=True), nullable=False),
    sa.Column('entered', sa.String(), nullable=False),
    sa.Column('entered_by_staff_id', sa.Uuid(), nullable=True),
    sa.Column('came_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('num_nonnulls(guardian_id, student_id) > 0', name=op.f('activity_sign_ups_somebody')),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_sign_ups_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'entered_by_staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activity_sign_ups_school_id_entered_by_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('activity_sign_ups_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'moment_id'], ['activity_moments.school_id', 'activity_moments.id'], name=op.f('activity_sign_ups_school_id_moment_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('activity_sign_ups_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_sign_ups_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_sign_ups_pkey'))
    )
    op.create_index('activity_sign_ups_guardian_once', 'activity_sign_ups', ['school_id', 'moment_id', 'guardian_id'], unique=True, postgresql_where=sa.text("state IN ('signed_up', 'waiting')"))
    op.create_index(op.f('activity_sign_ups_school_id_activity_id_queue_number'), 'activity_sign_ups', ['school_id', 'activity_id', 'queue_number'], unique=False)
    op.create_index(op.f('activity_sign_ups_school_id_moment_id_queue_number'), 'activity_sign_ups', ['school_id', 'moment_id', 'queue_number'], unique=False)
    op.create_index('activity_sign_ups_student_once', 'activity_sign_ups', ['school_id', 'moment_id', 'student_id'], unique=True, postgresql_where=sa.text("guardian_id IS NULL AND state IN ('signed_up', 'waiting')"))
    op.create_table('activity_walk_ins',
    sa.Column('adults', sa.Integer(), nullable=False),
    sa.Column('children', sa.Integer(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('moment_id', sa.Uuid(), nullable=False),
    sa.Column('entered_by_staff_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_walk_ins_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'entered_by_staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activity_walk_ins_school_id_entered_by_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'moment_id'], ['activity_moments.school_id', 'activity_moments.id'], name=op.f('activity_walk_ins_school_id_moment_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_walk_ins_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_walk_ins_pkey'))
    )
    op.create_index(op.f('activity_walk_ins_school_id_moment_id'), 'activity_walk_ins', ['school_id', 'moment_id'], unique=False)
    secure(op, "activity_sign_ups", "own")
    secure(op, "activity_walk_ins", "own")


def downgrade() -> None:
    op.drop_index(op.f('activity_walk_ins_school_id_moment_id'), table_name='activity_walk_ins')
    op.drop_table('activity_walk_ins')
    op.drop_index('activity_sign_ups_student_once', table_name='activity_sign_ups', postgresql_where=sa.text("guardian_id IS NULL AND state IN ('signed_up', 'waiting')"))
    op.drop_index(op.f('activity_sign_ups_school_id_moment_id_queue_number'), table_name='activity_sign_ups')
    op.drop_index(op.f('activity_sign_ups_school_id_activity_id_queue_number'), table_name='activity_sign_ups')
    op.drop_index('activity_sign_ups_guardian_once', table_name='activity_sign_ups', postgresql_where=sa.text("state IN ('signed_up', 'waiting')"))
    op.drop_table('activity_sign_ups')
