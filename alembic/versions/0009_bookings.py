"""Booking by families: times that are kept, waiting lists, swaps, and how late somebody runs."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('conference_waits',
    sa.Column('staff_id', sa.Uuid(), nullable=False),
    sa.Column('student_id', sa.Uuid(), nullable=False),
    sa.Column('with_student', sa.Boolean(), nullable=False),
    sa.Column('topics', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('offered_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'family_id'], ['conference_families.school_id', 'conference_families.id'], name=op.f('conference_waits_school_id_family_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_waits_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('conference_waits_school_id_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('conference_waits_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_waits_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_waits_pkey'))
    )
    op.create_index('conference_waits_once', 'conference_waits', ['school_id', 'family_id', 'staff_id', 'student_id'], unique=True, postgresql_where=sa.text("status IN ('waiting', 'offered')"))
    op.create_index('conference_waits_open', 'conference_waits', ['school_id', 'round_id', 'staff_id'], unique=False, postgresql_where=sa.text("status = 'waiting'"))
    op.create_table('conference_holds',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('family_id', sa.Uuid(), nullable=False),
    sa.Column('staff_ids', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('student_ids', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('with_student', sa.Boolean(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('wait_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'family_id'], ['conference_families.school_id', 'conference_families.id'], name=op.f('conference_holds_school_id_family_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_holds_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'wait_id'], ['conference_waits.school_id', 'conference_waits.id'], name=op.f('conference_holds_school_id_wait_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_holds_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_holds_pkey'))
    )
    op.create_index(op.f('conference_holds_school_id_family_id'), 'conference_holds', ['school_id', 'family_id'], unique=False)
    op.create_index(op.f('conference_holds_school_id_round_id_expires_at'), 'conference_holds', ['school_id', 'round_id', 'expires_at'], unique=False)
    op.create_table('conference_swaps',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('booking_id', sa.Uuid(), nullable=False),
    sa.Column('other_booking_id', sa.Uuid(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('other_starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=True),
    sa.Column('status', sa.String(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'asked_by_id'], ['guardians.school_id', 'guardians.id'], name=op.f('conference_swaps_school_id_asked_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'booking_id'], ['conference_bookings.school_id', 'conference_bookings.id'], name=op.f('conference_swaps_school_id_booking_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'other_booking_id'], ['conference_bookings.school_id', 'conference_bookings.id'], name=op.f('conference_swaps_school_id_other_booking_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'round_id'], ['conference_rounds.school_id', 'conference_rounds.id'], name=op.f('conference_swaps_school_id_round_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conference_swaps_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conference_swaps_pkey'))
    )
    op.create_index('conference_swaps_once', 'conference_swaps', ['school_id', 'booking_id', 'other_booking_id'], unique=True, postgresql_where=sa.text("status = 'asked'"))
    op.create_index(op.f('conference_swaps_school_id_other_booking_id'), 'conference_swaps', ['school_id', 'other_booking_id'], unique=False)
    op.create_index(op.f('conference_swaps_school_id_round_id_expires_at'), 'conference_swaps', ['school_id', 'round_id', 'expires_at'], unique=False)
    op.add_column('conference_staff', sa.Column('late_minutes', sa.Integer(), server_default='0', nullable=False))
    op.add_column('conference_staff', sa.Column('late_session_id', sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f('conference_staff_school_id_late_session_id_fkey'), 'conference_staff', 'conference_sessions', ['school_id', 'late_session_id'], ['school_id', 'id'], deferrable=True)
    secure(op, "conference_waits", "own")
    secure(op, "conference_holds", "own")
    secure(op, "conference_swaps", "own")


def downgrade() -> None:
    op.drop_column("conference_staff", "late_session_id")
    op.drop_column("conference_staff", "late_minutes")
    for table in ("conference_swaps", "conference_holds", "conference_waits"):
        op.drop_table(table)
