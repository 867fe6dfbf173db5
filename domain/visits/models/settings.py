"""What a school decides about visits at home."""

from sqlalchemy import Index
from sqlmodel import Field

from domain.kernel.row import Fields, Row, RowRead


class HomeVisitSettingsFields(Fields):
    """How long a colleague may be late, and how far families live."""

    overdue_after_minutes: int = Field(
        30, ge=5, le=240, description="After the expected end; then the head sees that a check-out did not come."
    )
    travel_minutes: int = Field(15, ge=0, le=120, description="Before and after a visit, unless a plan says else.")


class HomeVisitSettings(Row, HomeVisitSettingsFields, table=True):
    """One row a school."""

    __tablename__ = "home_visit_settings"
    __table_args__ = (Index("home_visit_settings_once", "school_id", unique=True),)


class HomeVisitSettingsRead(RowRead, HomeVisitSettingsFields):
    """As they go out."""
