"""Visits at home: what families are asked and choose, who goes, and what is noted."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('home_visit_settings',
    sa.Column('overdue_after_minutes', sa.Integer(), nullable=False),
    sa.Column('travel_minutes', sa.Integer(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('home_visit_settings_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('home_visit_settings_pkey'))
    )
    op.create_index('home_visit_settings_once', 'home_visit_settings', ['school_id'], unique=True)
    op.create_table('home_visit_rounds',
    sa.Column('why', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('purpose', sa.String(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('class_id', sa.Uuid(), nullable=True),
    sa.Column('new_in_id', sa.Uuid(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('warnings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('created_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('num_nonnulls(class_id, new_in_id) = 1', name=op.f('home_visit_rounds_class_or_year')),
    sa.ForeignKeyConstraint(['school_id', 'class_id'], ['classes.school_id', 'classes.id'], name=op.f('home_visit_rounds_school_id_class_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'created_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('home_visit_rounds_school_id_created_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'new_in_id'], ['academic_sessions.school_id', 'academic_sessions.id'], name=op.f('home_visit_rounds_school_id_new_in_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('home_visit_rounds_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('home_visit_rounds_pkey'))
    )
    op.create_index(op.f('home_visit_rounds_school_id_created_at'), 'home_visit_rounds', ['school_id', 'created_at'], unique=False)
    op.create_table('home_visits',
    sa.Column('entered_by_id', sa.Uuid(), nullable=True),
    sa.Column('on_behalf', sa.Boolean(), nullable=False),
    sa.Column('why', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('purpose', sa.String(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('student_id', sa.Uuid(), nullable=False),
    sa.Column('guardian_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=True),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('moments', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('place', sa.String(), nullable=True),
    sa.Column('elsewhere', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('checked_in_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('expected_back_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('checked_out_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('overdue_told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('warnings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('created_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('starts_at < ends_at', name=op.f('home_visits_ends_after_start')),
    sa.ForeignKeyConstraint(['school_id', 'created_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('home_visits_school_id_created_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('home_visits_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['home_visit_rounds.school_id', 'home_visit_rounds.id'], name=op.f('home_visits_school_id_round_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('home_visits_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('home_visits_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('home_visits_pkey'))
    )
    op.create_index(op.f('home_visits_school_id_created_at'), 'home_visits', ['school_id', 'created_at'], unique=False)
    op.create_index(op.f('home_visits_school_id_guardian_id'), 'home_visits', ['school_id', 'guardian_id'], unique=False)
    op.create_index(op.f('home_visits_school_id_round_id'), 'home_visits', ['school_id', 'round_id'], unique=False)
    op.create_index(op.f('home_visits_school_id_student_id'), 'home_visits', ['school_id', 'student_id'], unique=False)
    op.create_table('home_visit_addresses',
    sa.Column('street', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('postal_code', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('town', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('directions', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('visit_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'visit_id'], ['home_visits.school_id', 'home_visits.id'], name=op.f('home_visit_addresses_school_id_visit_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('home_visit_addresses_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('home_visit_addresses_pkey'))
    )
    op.create_index('home_visit_addresses_once', 'home_visit_addresses', ['school_id', 'visit_id'], unique=True)
    op.create_table('home_visit_notes',
    sa.Column('took_place_on', sa.Date(), nullable=False),
    sa.Column('present', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('agreements', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('visit_id', sa.Uuid(), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=True),
    sa.Column('warnings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'author_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('home_visit_notes_school_id_author_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'visit_id'], ['home_visits.school_id', 'home_visits.id'], name=op.f('home_visit_notes_school_id_visit_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('home_visit_notes_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('home_visit_notes_pkey'))
    )
    op.create_index('home_visit_notes_once', 'home_visit_notes', ['school_id', 'visit_id'], unique=True)
    op.create_table('home_visit_visitors',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('visit_id', sa.Uuid(), nullable=False),
    sa.Column('staff_id', sa.Uuid(), nullable=True),
    sa.Column('interpreter_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('num_nonnulls(staff_id, interpreter_id) = 1', name=op.f('home_visit_visitors_one_person')),
    sa.ForeignKeyConstraint(['school_id', 'interpreter_id'], ['interpreters.school_id', 'interpreters.id'], name=op.f('home_visit_visitors_school_id_interpreter_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('home_visit_visitors_school_id_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'visit_id'], ['home_visits.school_id', 'home_visits.id'], name=op.f('home_visit_visitors_school_id_visit_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('home_visit_visitors_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('home_visit_visitors_pkey'))
    )
    op.create_index(op.f('home_visit_visitors_school_id_visit_id'), 'home_visit_visitors', ['school_id', 'visit_id'], unique=False)
    secure(op, "home_visit_settings", "own")
    secure(op, "home_visit_rounds", "own")
    secure(op, "home_visits", "own")
    secure(op, "home_visit_addresses", "own")
    secure(op, "home_visit_notes", "own")
    secure(op, "home_visit_visitors", "own")


def downgrade() -> None:
    op.drop_index(op.f('home_visit_visitors_school_id_visit_id'), table_name='home_visit_visitors')
    op.drop_table('home_visit_visitors')
    op.drop_index('home_visit_notes_once', table_name='home_visit_notes')
    op.drop_table('home_visit_notes')
    op.drop_index('home_visit_addresses_once', table_name='home_visit_addresses')
    op.drop_table('home_visit_addresses')
    op.drop_index(op.f('home_visits_school_id_student_id'), table_name='home_visits')
    op.drop_index(op.f('home_visits_school_id_round_id'), table_name='home_visits')
    op.drop_index(op.f('home_visits_school_id_guardian_id'), table_name='home_visits')
    op.drop_index(op.f('home_visits_school_id_created_at'), table_name='home_visits')
    op.drop_table('home_visits')
    op.drop_index(op.f('home_visit_rounds_school_id_created_at'), table_name='home_visit_rounds')
    op.drop_table('home_visit_rounds')
    op.drop_index('home_visit_settings_once', table_name='home_visit_settings')
    op.drop_table('home_visit_settings')
