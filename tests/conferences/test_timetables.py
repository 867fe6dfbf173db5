"""Timetables: each reader finds what is theirs, and nothing else."""

import json

from conferences.evening import published
from house import House


def test_try(house: House) -> None:
    evening = published(house)
    for c, u in (
        ("sara", evening.of_family("sara")),
        ("anna", evening.of_staff("anna")),
        ("bram", evening.of_room("leeshoek")),
        ("anna", evening.url()),
    ):
        a = getattr(house, c + "_client").get(u)
        print(a.status_code, json.dumps(a.json(), indent=1)[:6000])
    raise AssertionError
