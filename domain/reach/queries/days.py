"""Days of reach are those of the school: what happens at half past midnight belongs to the day that began there."""

ZONE = "CAST(:zone AS text)"


def day_of(moment: str) -> str:
    """The day on which an instant falls, as SQL."""
    return f"({moment} AT TIME ZONE {ZONE})::date"


def in_period(moment: str) -> str:
    """An instant of the days that were asked about, as SQL."""
    since, until = (f"(CAST(:{name} AS date)::timestamp AT TIME ZONE {ZONE})" for name in ("since", "until"))
    return f"({moment} >= {since} AND {moment} < {until})"
