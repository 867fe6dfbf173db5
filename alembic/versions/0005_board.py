"""The board of a talking tree: its cards and its pawns."""

import sqlalchemy as sa
import sqlmodel
from row_security import secure

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('conversation_boards',
    sa.Column('what_helps', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('agreement_id', sa.Uuid(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('conversation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['school_id', 'agreement_id'], ['agreements.school_id', 'agreements.id'], name=op.f('conversation_boards_school_id_agreement_id_fkey'), deferrable=True),
    sa.ForeignKeyConstraint(['school_id', 'conversation_id'], ['conversations.school_id', 'conversations.id'], name=op.f('conversation_boards_school_id_conversation_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('conversation_boards_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('conversation_boards_pkey'))
    )
    op.create_index('conversation_boards_once', 'conversation_boards', ['school_id', 'conversation_id'], unique=True)
    op.create_table('board_cards',
    sa.Column('development_domain', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('chosen_by', sa.String(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('board_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('library_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("library_id = '00000000-0000-0000-0000-000000000000'", name=op.f('board_cards_reaches_the_library')),
    sa.ForeignKeyConstraint(['library_id', 'development_domain'], ['development_domains.school_id', 'development_domains.key'], name=op.f('board_cards_library_id_development_domain_fkey')),
    sa.ForeignKeyConstraint(['school_id', 'board_id'], ['conversation_boards.school_id', 'conversation_boards.id'], name=op.f('board_cards_school_id_board_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('board_cards_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('board_cards_pkey'))
    )
    op.create_index('board_cards_once', 'board_cards', ['school_id', 'board_id', 'development_domain'], unique=True)
    op.create_table('board_pawns',
    sa.Column('scale', sa.String(), nullable=False),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('place', sa.String(), nullable=False),
    sa.Column('placed_by', sa.String(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('board_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('level BETWEEN 1 AND 5', name=op.f('board_pawns_on_the_ladder')),
    sa.ForeignKeyConstraint(['school_id', 'board_id'], ['conversation_boards.school_id', 'conversation_boards.id'], name=op.f('board_pawns_school_id_board_id_fkey'), ondelete='CASCADE', deferrable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.school_id'], name=op.f('board_pawns_school_id_fkey')),
    sa.PrimaryKeyConstraint('school_id', 'id', name=op.f('board_pawns_pkey'))
    )
    op.create_index('board_pawns_once', 'board_pawns', ['school_id', 'board_id', 'scale', 'place', 'placed_by'], unique=True)
    secure(op, "conversation_boards", "own")
    secure(op, "board_cards", "own")
    secure(op, "board_pawns", "own")


def downgrade() -> None:
    for table in ("board_pawns", "board_cards", "conversation_boards"):
        op.drop_table(table)
