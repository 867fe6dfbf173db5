"""An activity to which families are invited, with two moments, straight in the database."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
from activities.made import ESSENTIALS
from conferences.bookable import FIRST, SECOND, changed, keep, key
from house import Client, House

from domain.activities.models import Activity, ActivityMoment
from domain.kernel.row import new_id

LONG = timedelta(hours=2)
Body = dict[str, Any]


@dataclass
class Invited:
    """An activity, and its moments by the time of the day."""

    house: House
    id: UUID
    morning: UUID
    evening: UUID

    @property
    def url(self) -> str:
        return f"/v1/activities/{self.id}"

    def asks(self, who: str = "sara", moment: UUID | None = None, **body: Any) -> httpx.Response:
        """A sign-up for the morning, unless told otherwise."""
        said = {"moment_id": str(moment or self.morning), **body}
        return self.client(who).post(f"{self.url}/sign-ups", said, headers=key())

    def signed(self, who: str = "sara", moment: UUID | None = None, **body: Any) -> Body:
        answer = self.asks(who, moment, **body)
        assert answer.status_code == 201, answer.text
        return answer.json()  # type: ignore[no-any-return]

    def now(self, made: Body, who: str = "anna") -> Body:
        return self.client(who).get(one(made)).json()  # type: ignore[no-any-return]

    def totals(self) -> Body:
        """Of the morning."""
        return self.house.anna_client.get(f"{self.url}/sign-up-totals").json()["moments"][0]  # type: ignore[no-any-return]

    def client(self, who: str) -> Client:
        return getattr(self.house, f"{who}_client")  # type: ignore[no-any-return]

    def change(self, **values: Any) -> None:
        changed(self.house, Activity, self.id, **values)

    def change_morning(self, **values: Any) -> None:
        changed(self.house, ActivityMoment, self.morning, **values)

    def begins(self, hours: float = 0) -> None:
        """The morning begins in so many hours."""
        start = datetime.now(UTC) + timedelta(hours=hours)
        self.change_morning(starts_at=start, ends_at=start + LONG)

    def moves_up(self, capacity: int | None) -> None:
        """The team changes the capacity of the morning."""
        changed = self.house.anna_client.patch(f"/v1/activity-moments/{self.morning}", {"capacity": capacity})
        assert changed.status_code == 200, changed.text


def invited(house: House, capacity: int | None = 4, **more: Any) -> Invited:
    """`capacity`: of the morning; the evening welcomes everybody."""
    told = {"kind": "parents_cafe", "title": {"nl": "Koffie met ouders"}, "status": "invited"}
    activity = Activity(school_id=house.id, **told | ESSENTIALS | more)
    made = Invited(house, activity.id, new_id(), new_id())
    here: dict[str, Any] = {"school_id": house.id, "activity_id": activity.id, "place": "De refter"}
    morning = ActivityMoment(**here, id=made.morning, starts_at=FIRST, ends_at=FIRST + LONG, capacity=capacity)
    evening = ActivityMoment(**here, id=made.evening, starts_at=SECOND, ends_at=SECOND + LONG)
    keep(house, [activity], [morning, evening])
    return made


def one(made: Body, verb: str = "") -> str:
    return f"/v1/activity-sign-ups/{made['id']}{verb and f'/{verb}'}"
