"""Messages: what goes to whom and how, each try of it, what people do by voice and paper, and how a school sends."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure
from sqlalchemy.dialects import postgresql

from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('message_wordings',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('words', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('message_wordings_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('message_wordings_pkey'))
    )
    op.create_index('message_wordings_once', 'message_wordings', ['school_id', 'kind'], unique=True)
    op.create_table('messaging',
    sa.Column('is_paused', sa.Boolean(), nullable=False),
    sa.Column('sender_name', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('reply_to', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('quiet_from', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('quiet_to', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('quiet_at_weekends', sa.Boolean(), nullable=False),
    sa.Column('most_per_family_a_day', sa.Integer(), nullable=True),
    sa.Column('most_a_day', sa.Integer(), nullable=True),
    sa.Column('reminder_hours', sa.Integer(), nullable=False),
    sa.Column('question_days', sa.Integer(), nullable=False),
    sa.Column('platform_url', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('platform_secret', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('followed_transaction', sa.BigInteger(), nullable=False),
    sa.Column('followed_sequence', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('messaging_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('messaging_pkey'))
    )
    op.create_index('messaging_once', 'messaging', ['school_id'], unique=True)
    op.create_table('messages',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('occasion', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('resource', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('resource_id', sa.Uuid(), nullable=False),
    sa.Column('student_id', sa.Uuid(), nullable=False),
    sa.Column('party', sa.String(), nullable=False),
    sa.Column('guardian_id', sa.Uuid(), nullable=True),
    sa.Column('topic', sa.String(), nullable=False),
    sa.Column('urgency', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('channel', sa.String(), nullable=True),
    sa.Column('languages', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('not_before', sa.DateTime(timezone=True), nullable=False),
    sa.Column('too_late_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('sender_id', sa.Uuid(), nullable=True),
    sa.Column('decision', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('said', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('digest_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(party = 'guardian') = (guardian_id IS NOT NULL)", name=op.f('messages_guardian_named')),
    sa.ForeignKeyConstraint(['school_id', 'digest_id'], ['messages.school_id', 'messages.id'], name=op.f('messages_school_id_digest_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('messages_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'sender_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('messages_school_id_sender_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('messages_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('messages_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('messages_pkey'))
    )
    op.create_index('messages_due', 'messages', ['school_id', 'not_before'], unique=False, postgresql_where=sa.text("state = 'waiting'"))
    op.create_index('messages_once', 'messages', ['school_id', 'occasion', 'kind', 'student_id', 'party', 'guardian_id'], unique=True, postgresql_nulls_not_distinct=True)
    op.create_index(op.f('messages_school_id_created_at_id'), 'messages', ['school_id', 'created_at', 'id'], unique=False)
    op.create_index(op.f('messages_school_id_digest_id'), 'messages', ['school_id', 'digest_id'], unique=False)
    op.create_index(op.f('messages_school_id_guardian_id'), 'messages', ['school_id', 'guardian_id'], unique=False)
    op.create_index(op.f('messages_school_id_resource_id'), 'messages', ['school_id', 'resource_id'], unique=False)
    op.create_index(op.f('messages_school_id_student_id'), 'messages', ['school_id', 'student_id'], unique=False)
    op.create_table('message_deliveries',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('message_id', sa.Uuid(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('worker', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('confirmed', sa.Boolean(), nullable=False),
    sa.Column('problem', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'message_id'], ['messages.school_id', 'messages.id'], name=op.f('message_deliveries_school_id_message_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('message_deliveries_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('message_deliveries_pkey'))
    )
    op.create_index('message_deliveries_due', 'message_deliveries', ['school_id', 'next_at'], unique=False, postgresql_where=sa.text("state = 'queued'"))
    op.create_index('message_deliveries_once', 'message_deliveries', ['school_id', 'message_id', 'channel'], unique=True)
    op.create_index('message_deliveries_under_way', 'message_deliveries', ['school_id', 'worker'], unique=False, postgresql_where=sa.text("state = 'handing_over'"))
    op.create_table('message_links',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('message_id', sa.Uuid(), nullable=False),
    sa.Column('hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['school_id', 'message_id'], ['messages.school_id', 'messages.id'], name=op.f('message_links_school_id_message_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('message_links_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('message_links_pkey'))
    )
    op.create_index('message_links_hash', 'message_links', ['school_id', 'hash'], unique=True)
    op.create_index(op.f('message_links_school_id_message_id'), 'message_links', ['school_id', 'message_id'], unique=False)
    op.create_table('message_tasks',
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('message_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('channel', sa.String(), nullable=True),
    sa.Column('staff_id', sa.Uuid(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('done_by_id', sa.Uuid(), nullable=True),
    sa.Column('is_urgent', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'done_by_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('message_tasks_school_id_done_by_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'message_id'], ['messages.school_id', 'messages.id'], name=op.f('message_tasks_school_id_message_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('message_tasks_school_id_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('message_tasks_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('message_tasks_pkey'))
    )
    op.create_index('message_tasks_once', 'message_tasks', ['school_id', 'message_id', 'kind', 'channel'], unique=True, postgresql_nulls_not_distinct=True)
    op.create_index('message_tasks_open', 'message_tasks', ['school_id', 'due_at', 'id'], unique=False, postgresql_where=sa.text("state = 'open'"))
    op.create_index(op.f('message_tasks_school_id_staff_id'), 'message_tasks', ['school_id', 'staff_id'], unique=False)
    secure(op, "message_wordings", "own")
    secure(op, "messaging", "own")
    # How far events were followed is no change of the settings: who is changing them must not start again for it.
    op.execute("DROP TRIGGER touched ON messaging")
    op.execute(
        "CREATE TRIGGER touched BEFORE UPDATE ON messaging FOR EACH ROW WHEN ("
        "to_jsonb(OLD) - '{followed_transaction,followed_sequence}'::text[]"
        " IS DISTINCT FROM to_jsonb(NEW) - '{followed_transaction,followed_sequence}'::text[]) EXECUTE FUNCTION touch()"
    )
    secure(op, "messages", "own")
    secure(op, "message_deliveries", "own")
    secure(op, "message_links", "own")
    secure(op, "message_tasks", "own")


def downgrade() -> None:
    op.drop_index(op.f('message_tasks_school_id_staff_id'), table_name='message_tasks')
    op.drop_index('message_tasks_open', table_name='message_tasks', postgresql_where=sa.text("state = 'open'"))
    op.drop_index('message_tasks_once', table_name='message_tasks', postgresql_nulls_not_distinct=True)
    op.drop_table('message_tasks')
    op.drop_index(op.f('message_links_school_id_message_id'), table_name='message_links')
    op.drop_index('message_links_hash', table_name='message_links')
    op.drop_table('message_links')
    op.drop_index('message_deliveries_under_way', table_name='message_deliveries', postgresql_where=sa.text("state = 'handing_over'"))
    op.drop_index('message_deliveries_once', table_name='message_deliveries')
    op.drop_index('message_deliveries_due', table_name='message_deliveries', postgresql_where=sa.text("state = 'queued'"))
    op.drop_table('message_deliveries')
    op.drop_index(op.f('messages_school_id_student_id'), table_name='messages')
    op.drop_index(op.f('messages_school_id_resource_id'), table_name='messages')
    op.drop_index(op.f('messages_school_id_guardian_id'), table_name='messages')
    op.drop_index(op.f('messages_school_id_digest_id'), table_name='messages')
    op.drop_index(op.f('messages_school_id_created_at_id'), table_name='messages')
    op.drop_index('messages_once', table_name='messages', postgresql_nulls_not_distinct=True)
    op.drop_index('messages_due', table_name='messages', postgresql_where=sa.text("state = 'waiting'"))
    op.drop_table('messages')
    op.drop_index('messaging_once', table_name='messaging')
    op.drop_table('messaging')
    op.drop_index('message_wordings_once', table_name='message_wordings')
    op.drop_table('message_wordings')
