"""The days on which all of Belgium rests, worked out from the rules.

Source: Royal Decree of 18 April 1974, article 1, under the law of 4 January 1974 on public holidays.
"""

from datetime import date, timedelta
from functools import lru_cache

from domain.school.calendar import easter_sunday

_FIXED = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension and Whit Monday, in days."""


@lru_cache(maxsize=100)
def public_holidays(year: int) -> frozenset[date]:
    """The ten of a calendar year."""
    easter = easter_sunday(year)
    moving = (easter + timedelta(days=days) for days in _AFTER_EASTER)
    return frozenset((*(date(year, month, day) for month, day in _FIXED), *moving))
