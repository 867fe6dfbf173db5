"""Contacts of the staff with families, entered in one tap."""

import sqlalchemy as sa
from row_security import secure

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('family_contacts',
    sa.Column('student_id', sa.Uuid(), nullable=False),
    sa.Column('guardian_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('staff_id', sa.Uuid(), nullable=True),
    sa.Column('met_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'guardian_id'], ['guardians.school_id', 'guardians.id'], name=op.f('family_contacts_school_id_guardian_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'staff_id'], ['staff_members.school_id', 'staff_members.id'], name=op.f('family_contacts_school_id_staff_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'student_id'], ['students.school_id', 'students.id'], name=op.f('family_contacts_school_id_student_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('family_contacts_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('family_contacts_pkey'))
    )
    op.create_index(op.f('family_contacts_school_id_met_on_id'), 'family_contacts', ['school_id', 'met_on', 'id'], unique=False)
    op.create_index(op.f('family_contacts_school_id_student_id_met_on'), 'family_contacts', ['school_id', 'student_id', 'met_on'], unique=False)
    secure(op, "family_contacts", "own")


def downgrade() -> None:
    op.drop_index(op.f('family_contacts_school_id_student_id_met_on'), table_name='family_contacts')
    op.drop_index(op.f('family_contacts_school_id_met_on_id'), table_name='family_contacts')
    op.drop_table('family_contacts')
