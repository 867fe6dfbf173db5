"""Tours: stops, guides and questions on the way; families who are not enrolled yet."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('leads',
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('phone', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('wish', sa.String(), nullable=False),
    sa.Column('told', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('may_keep_told', sa.Boolean(), nullable=False),
    sa.Column('keep_until', sa.Date(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint('num_nonnulls(email, phone) = 1', name=op.f('leads_one_way_to_reach')),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('leads_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('leads_pkey'))
    )
    op.create_index(op.f('leads_school_id_created_at'), 'leads', ['school_id', 'created_at'], unique=False)
    op.create_index(op.f('leads_school_id_keep_until'), 'leads', ['school_id', 'keep_until'], unique=False)
    op.create_table('tour_stops',
    sa.Column('name', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=True),
    sa.Column('place', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('doing', sa.String(), nullable=True),
    sa.Column('words', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('tour_stops_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'room_id'], ['rooms.school_id', 'rooms.id'], name=op.f('tour_stops_school_id_room_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('tour_stops_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('tour_stops_pkey'))
    )
    op.create_index(op.f('tour_stops_school_id_activity_id_position'), 'tour_stops', ['school_id', 'activity_id', 'position'], unique=False)
    op.create_table('tour_guides',
    sa.Column('moment_id', sa.Uuid(), nullable=False),
    sa.Column('group_number', sa.Integer(), nullable=False),
    sa.Column('takes', sa.Integer(), nullable=False),
    sa.Column('staff_id', sa.Uuid(), nullable=True),
    sa.Column('guardian_id', sa.Uuid(), nullable=True),
    sa.Column('student_id', sa.Uuid(), nullable=True),
    sa.Column('languages', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('briefed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('num_nonnulls(staff_id, guardian_id, student_id) = 1', name=op.f('tour_guides_one_person')),
    sa.CheckConstraint('takes <= 10', name=op.f('tour_guides_small_group')),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('tour_guides_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('tour_guides_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'moment_id'], ['activity_moments.school_id', 'activity_moments.id'], name=op.f('tour_guides_school_id_moment_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('tour_guides_school_id_staff_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('tour_guides_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('tour_guides_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('tour_guides_pkey'))
    )
    op.create_index(op.f('tour_guides_school_id_activity_id'), 'tour_guides', ['school_id', 'activity_id'], unique=False)
    op.create_index(op.f('tour_guides_school_id_guardian_id'), 'tour_guides', ['school_id', 'guardian_id'], unique=False)
    op.create_index(op.f('tour_guides_school_id_moment_id'), 'tour_guides', ['school_id', 'moment_id'], unique=False)
    op.create_index(op.f('tour_guides_school_id_student_id'), 'tour_guides', ['school_id', 'student_id'], unique=False)
    op.create_table('tour_lead_places',
    sa.Column('moment_id', sa.Uuid(), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('is_taken', sa.Boolean(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('lead_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'lead_id'], ['leads.school_id', 'leads.id'], name=op.f('tour_lead_places_school_id_lead_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'moment_id'], ['activity_moments.school_id', 'activity_moments.id'], name=op.f('tour_lead_places_school_id_moment_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('tour_lead_places_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('tour_lead_places_pkey'))
    )
    op.create_index('tour_lead_places_once', 'tour_lead_places', ['school_id', 'lead_id', 'moment_id'], unique=True)
    op.create_index(op.f('tour_lead_places_school_id_moment_id'), 'tour_lead_places', ['school_id', 'moment_id'], unique=False)
    op.create_table('tour_questions',
    sa.Column('answer', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('words', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('stop_id', sa.Uuid(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('activity_id', sa.Uuid(), nullable=False),
    sa.Column('heard', sa.Integer(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'activity_id'], ['activities.school_id', 'activities.id'], name=op.f('tour_questions_school_id_activity_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'stop_id'], ['tour_stops.school_id', 'tour_stops.id'], name=op.f('tour_questions_school_id_stop_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('tour_questions_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('tour_questions_pkey'))
    )
    op.create_index(op.f('tour_questions_school_id_activity_id'), 'tour_questions', ['school_id', 'activity_id'], unique=False)
    op.create_index(op.f('tour_questions_school_id_stop_id'), 'tour_questions', ['school_id', 'stop_id'], unique=False)
    secure(op, "leads", "own")
    secure(op, "tour_stops", "own")
    secure(op, "tour_guides", "own")
    secure(op, "tour_lead_places", "own")
    secure(op, "tour_questions", "own")


def downgrade() -> None:
    op.drop_index(op.f('tour_questions_school_id_stop_id'), table_name='tour_questions')
    op.drop_index(op.f('tour_questions_school_id_activity_id'), table_name='tour_questions')
    op.drop_table('tour_questions')
    op.drop_index(op.f('tour_lead_places_school_id_moment_id'), table_name='tour_lead_places')
    op.drop_index('tour_lead_places_once', table_name='tour_lead_places')
    op.drop_table('tour_lead_places')
    op.drop_index(op.f('tour_guides_school_id_student_id'), table_name='tour_guides')
    op.drop_index(op.f('tour_guides_school_id_moment_id'), table_name='tour_guides')
    op.drop_index(op.f('tour_guides_school_id_guardian_id'), table_name='tour_guides')
    op.drop_index(op.f('tour_guides_school_id_activity_id'), table_name='tour_guides')
    op.drop_table('tour_guides')
    op.drop_index(op.f('tour_stops_school_id_activity_id_position'), table_name='tour_stops')
    op.drop_table('tour_stops')
    op.drop_index(op.f('leads_school_id_keep_until'), table_name='leads')
    op.drop_index(op.f('leads_school_id_created_at'), table_name='leads')
    op.drop_table('leads')
