"""Activities and the moments at which they take place."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('activities',
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('goal', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('for_whom', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('levels', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('class_ids', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('parents_asked', sa.Integer(), nullable=False),
    sa.Column('forms', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('languages', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sign_up', sa.String(), nullable=False),
    sa.Column('bring_along', sa.Boolean(), nullable=False),
    sa.Column('has_childcare', sa.Boolean(), nullable=True),
    sa.Column('buggy_access', sa.Boolean(), nullable=True),
    sa.Column('wheelchair_access', sa.Boolean(), nullable=True),
    sa.Column('is_free', sa.Boolean(), nullable=True),
    sa.Column('budget_cents', sa.Integer(), nullable=True),
    sa.Column('material', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('made_from_id', sa.Uuid(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('invited_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'created_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('activities_school_id_created_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'made_from_id'], ['activities.school_id', 'activities.id'], name=op.f('activities_school_id_made_from_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activities_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activities_pkey'))
    )
    op.create_index(op.f('activities_school_id_created_at'), 'activities', ['school_id', 'created_at'], unique=False)
    op.create_table('activity_moments',
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=True),
    sa.Column('place', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('interpreter_ids', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('starts_at < ends_at', name=op.f('activity_moments_ends_after_start')),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('activity_moments_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'room_id'], ['rooms.school_id', 'rooms.id'], name=op.f('activity_moments_school_id_room_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('activity_moments_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('activity_moments_pkey'))
    )
    op.create_index(op.f('activity_moments_school_id_activity_id_starts_at'), 'activity_moments', ['school_id', 'activity_id', 'starts_at'], unique=False)
    secure(op, "activities", "own")
    secure(op, "activity_moments", "own")


def downgrade() -> None:
    op.drop_index(op.f('activity_moments_school_id_activity_id_starts_at'), table_name='activity_moments')
    op.drop_table('activity_moments')
    op.drop_index(op.f('activities_school_id_created_at'), table_name='activities')
    op.drop_table('activities')
