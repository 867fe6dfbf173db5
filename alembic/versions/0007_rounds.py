"""Conference rounds: what is asked, who can when, schedules, and the talks that stand."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('conference_rounds',
    sa.Column('name', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('level', sa.String(), nullable=False),
    sa.Column('meeting_type', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('mode', sa.String(), nullable=False),
    sa.Column('grid_minutes', sa.Integer(), nullable=False),
    sa.Column('talk_minutes', sa.Integer(), nullable=False),
    sa.Column('interpreted_talk_minutes', sa.Integer(), nullable=False),
    sa.Column('room_change_minutes', sa.Integer(), nullable=False),
    sa.Column('channel_change_minutes', sa.Integer(), nullable=False),
    sa.Column('answer_by', sa.DateTime(timezone=True), nullable=True),
    sa.Column('coupled_to_report', sa.Boolean(), nullable=False),
    sa.Column('informal_part', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('student_part', sa.String(), nullable=False),
    sa.Column('student_briefing', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('booking', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('warnings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('created_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'created_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('conference_rounds_school_id_created_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_rounds_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_rounds_pkey'))
    )
    op.create_index(op.f('conference_rounds_school_id_created_at'), 'conference_rounds', ['school_id', 'created_at'], unique=False)
    op.create_table('conference_consents',
    sa.Column('student_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('entered_by_staff_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'entered_by_staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('conference_consents_school_id_entered_by_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_consents_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('conference_consents_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_consents_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_consents_pkey'))
    )
    op.create_index('conference_consents_once', 'conference_consents', ['school_id', 'round_id', 'student_id'], unique=True)
    op.create_table('conference_families',
    sa.Column('available', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('preferred', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('most_sessions', sa.Integer(), nullable=True),
    sa.Column('extra_walking_minutes', sa.Integer(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('interpreter_language', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('household_id', sa.Uuid(), nullable=True),
    sa.Column('guardian_id', sa.Uuid(), nullable=True),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('entered_via', sa.String(), nullable=True),
    sa.Column('entered_by_staff_id', sa.Uuid(), nullable=True),
    sa.Column('entered_by_guardian_id', sa.Uuid(), nullable=True),
    sa.Column('attempts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('alternative', sa.String(), nullable=True),
    sa.Column('link_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('link_expires_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('num_nonnulls(household_id, guardian_id) = 1', name=op.f('conference_families_one_family')),
    sa.ForeignKeyConstraint(['school_id', 'entered_by_staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('conference_families_school_id_entered_by_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('conference_families_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'household_id'], ['households.school_id', 'households.id'], name=op.f('conference_families_school_id_household_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_families_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_families_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_families_pkey'))
    )
    op.create_index('conference_families_guardian', 'conference_families', ['school_id', 'round_id', 'guardian_id'], unique=True)
    op.create_index('conference_families_household', 'conference_families', ['school_id', 'round_id', 'household_id'], unique=True)
    op.create_index('conference_families_link', 'conference_families', ['school_id', 'link_hash'], unique=True)
    op.create_table('conference_interpreters',
    sa.Column('interpreter_id', sa.Uuid(), nullable=False),
    sa.Column('available', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'interpreter_id'], ['interpreters.school_id', 'interpreters.id'], name=op.f('conference_interpreters_school_id_interpreter_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_interpreters_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_interpreters_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_interpreters_pkey'))
    )
    op.create_index('conference_interpreters_once', 'conference_interpreters', ['school_id', 'round_id', 'interpreter_id'], unique=True)
    op.create_table('conference_locations',
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('walks', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_locations_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_locations_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_locations_pkey'))
    )
    op.create_index(op.f('conference_locations_school_id_round_id'), 'conference_locations', ['school_id', 'round_id'], unique=False)
    op.create_table('conference_requests',
    sa.Column('need', sa.String(), nullable=False),
    sa.Column('rank', sa.Integer(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('channel', sa.String(), nullable=True),
    sa.Column('interpreter_language', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('with_student', sa.Boolean(), nullable=False),
    sa.Column('topics', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('pinned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('brought_by', sa.String(), nullable=False),
    sa.Column('created_by_staff_id', sa.Uuid(), nullable=True),
    sa.Column('created_by_guardian_id', sa.Uuid(), nullable=True),
    sa.Column('staff_need', sa.String(), nullable=True),
    sa.Column('wanted_by_family', sa.Boolean(), nullable=False),
    sa.Column('with_other_household', sa.Boolean(), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'created_by_staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('conference_requests_school_id_created_by_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_requests_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_requests_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_requests_pkey'))
    )
    op.create_index(op.f('conference_requests_school_id_round_id'), 'conference_requests', ['school_id', 'round_id'], unique=False)
    op.create_table('conference_schedules',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('origin', sa.String(), nullable=False),
    sa.Column('based_on_id', sa.Uuid(), nullable=True),
    sa.Column('job_id', sa.Uuid(), nullable=True),
    sa.Column('seed', sa.Integer(), nullable=False),
    sa.Column('seconds', sa.Integer(), nullable=False),
    sa.Column('relaxation', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('figures', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('curve', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'based_on_id'], ['conference_schedules.school_id', 'conference_schedules.id'], name=op.f('conference_schedules_school_id_based_on_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_schedules_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_schedules_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_schedules_pkey'))
    )
    op.create_index(op.f('conference_schedules_school_id_round_id'), 'conference_schedules', ['school_id', 'round_id'], unique=False)
    op.create_table('conference_sessions',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('starts_at < ends_at', name=op.f('conference_sessions_ends_after_start')),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_sessions_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_sessions_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_sessions_pkey'))
    )
    op.create_index('conference_sessions_once', 'conference_sessions', ['school_id', 'round_id', 'starts_at'], unique=True)
    op.create_table('conference_staff',
    sa.Column('staff_id', sa.Uuid(), nullable=False),
    sa.Column('breaks', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('longest_run_minutes', sa.Integer(), nullable=False),
    sa.Column('shortest_break_minutes', sa.Integer(), nullable=False),
    sa.Column('places', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('available', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_staff_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('conference_staff_school_id_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_staff_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_staff_pkey'))
    )
    op.create_index('conference_staff_once', 'conference_staff', ['school_id', 'round_id', 'staff_id'], unique=True)
    op.create_table('conference_bookings',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('conversation_id', sa.Uuid(), nullable=False),
    sa.Column('session_id', sa.Uuid(), nullable=False),
    sa.Column('origin', sa.String(), nullable=False),
    sa.Column('is_frozen', sa.Boolean(), nullable=False),
    sa.Column('checked_in_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'conversation_id'], ['conversations.school_id', 'conversations.id'], name=op.f('conference_bookings_school_id_conversation_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'request_id'], ['conference_requests.school_id', 'conference_requests.id'], name=op.f('conference_bookings_school_id_request_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_bookings_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'session_id'], ['conference_sessions.school_id', 'conference_sessions.id'], name=op.f('conference_bookings_school_id_session_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_bookings_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_bookings_pkey'))
    )
    op.create_index('conference_bookings_conversation', 'conference_bookings', ['school_id', 'conversation_id'], unique=True)
    op.create_index(op.f('conference_bookings_school_id_request_id'), 'conference_bookings', ['school_id', 'request_id'], unique=False)
    op.create_index(op.f('conference_bookings_school_id_round_id'), 'conference_bookings', ['school_id', 'round_id'], unique=False)
    op.create_table('conference_request_parties',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=True),
    sa.Column('student_id', sa.Uuid(), nullable=True),
    sa.Column('staff_id', sa.Uuid(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('awaits_yes', sa.Boolean(), nullable=False),
    sa.CheckConstraint('num_nonnulls(family_id, student_id, staff_id) = 1', name=op.f('conference_request_parties_one_party')),
    sa.ForeignKeyConstraint(['school_id', 'family_id'], ['conference_families.school_id', 'conference_families.id'], name=op.f('conference_request_parties_school_id_family_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'request_id'], ['conference_requests.school_id', 'conference_requests.id'], name=op.f('conference_request_parties_school_id_request_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('conference_request_parties_school_id_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('conference_request_parties_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_request_parties_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_request_parties_pkey'))
    )
    op.create_index('conference_parties_family', 'conference_request_parties', ['school_id', 'request_id', 'family_id'], unique=True)
    op.create_index('conference_parties_staff', 'conference_request_parties', ['school_id', 'request_id', 'staff_id'], unique=True)
    op.create_index('conference_parties_student', 'conference_request_parties', ['school_id', 'request_id', 'student_id'], unique=True)
    op.create_index(op.f('conference_request_parties_school_id_family_id'), 'conference_request_parties', ['school_id', 'family_id'], unique=False)
    op.create_index(op.f('conference_request_parties_school_id_staff_id'), 'conference_request_parties', ['school_id', 'staff_id'], unique=False)
    op.create_index(op.f('conference_request_parties_school_id_student_id'), 'conference_request_parties', ['school_id', 'student_id'], unique=False)
    op.create_table('conference_rooms',
    sa.Column('room_id', sa.Uuid(), nullable=False),
    sa.Column('location_id', sa.Uuid(), nullable=True),
    sa.Column('talks_at_once', sa.Integer(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'location_id'], ['conference_locations.school_id', 'conference_locations.id'], name=op.f('conference_rooms_school_id_location_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'room_id'], ['rooms.school_id', 'rooms.id'], name=op.f('conference_rooms_school_id_room_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_rooms_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_rooms_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_rooms_pkey'))
    )
    op.create_index('conference_rooms_once', 'conference_rooms', ['school_id', 'round_id', 'room_id'], unique=True)
    op.create_table('conference_separations',
    sa.Column('first_family_id', sa.Uuid(), nullable=False),
    sa.Column('second_family_id', sa.Uuid(), nullable=False),
    sa.Column('rule', sa.String(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'first_family_id'], ['conference_families.school_id', 'conference_families.id'], name=op.f('conference_separations_school_id_first_family_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_separations_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'second_family_id'], ['conference_families.school_id', 'conference_families.id'], name=op.f('conference_separations_school_id_second_family_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_separations_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_separations_pkey'))
    )
    op.create_index('conference_separations_once', 'conference_separations', ['school_id', 'first_family_id', 'second_family_id'], unique=True)
    op.create_table('conference_talks',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('schedule_id', sa.Uuid(), nullable=False),
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('session_id', sa.Uuid(), nullable=True),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('interpreter_id', sa.Uuid(), nullable=True),
    sa.Column('room_id', sa.Uuid(), nullable=True),
    sa.Column('left_out', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('stood_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('(starts_at IS NULL) = (left_out IS NOT NULL)', name=op.f('conference_talks_placed_or_left_out')),
    sa.ForeignKeyConstraint(['school_id', 'interpreter_id'], ['interpreters.school_id', 'interpreters.id'], name=op.f('conference_talks_school_id_interpreter_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'request_id'], ['conference_requests.school_id', 'conference_requests.id'], name=op.f('conference_talks_school_id_request_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'room_id'], ['rooms.school_id', 'rooms.id'], name=op.f('conference_talks_school_id_room_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'schedule_id'], ['conference_schedules.school_id', 'conference_schedules.id'], name=op.f('conference_talks_school_id_schedule_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'session_id'], ['conference_sessions.school_id', 'conference_sessions.id'], name=op.f('conference_talks_school_id_session_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_talks_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_talks_pkey'))
    )
    op.create_index('conference_talks_once', 'conference_talks', ['school_id', 'schedule_id', 'request_id'], unique=True)
    op.create_index(op.f('conference_talks_school_id_request_id'), 'conference_talks', ['school_id', 'request_id'], unique=False)
    secure(op, "conference_rounds", "own")
    secure(op, "conference_consents", "own")
    secure(op, "conference_families", "own")
    secure(op, "conference_interpreters", "own")
    secure(op, "conference_locations", "own")
    secure(op, "conference_requests", "own")
    secure(op, "conference_schedules", "own")
    secure(op, "conference_sessions", "own")
    secure(op, "conference_staff", "own")
    secure(op, "conference_bookings", "own")
    secure(op, "conference_request_parties", "own")
    secure(op, "conference_rooms", "own")
    secure(op, "conference_separations", "own")
    secure(op, "conference_talks", "own")


def downgrade() -> None:
    for table in (
        "conference_talks",
        "conference_separations",
        "conference_rooms",
        "conference_request_parties",
        "conference_bookings",
        "conference_staff",
        "conference_sessions",
        "conference_schedules",
        "conference_requests",
        "conference_locations",
        "conference_interpreters",
        "conference_families",
        "conference_consents",
        "conference_rounds",
    ):
        op.drop_table(table)
