"""Where a connection may go, by the address that a name leads to."""

import asyncio
import socket
from typing import Any

import pytest
from house import Run

from domain.messaging.channels.outward import NotAllowed, Reach, addresses_of, connected

HERE = ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"]
BESIDE = [
    "10.0.0.1",
    "192.168.1.1",
    "172.16.0.9",
    "169.254.169.254",
    "100.64.0.1",
    "fe80::1",
    "fd00::1",
    "0.0.0.0",
    "::",
]
BESIDE += ["::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:a00:1::1", "224.0.0.1", "ff0e::1", "255.255.255.255"]
OUTSIDE = ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"]


def may(run: Run, host: str, reach: Reach) -> bool:
    try:
        return bool(run(addresses_of(host, 443, reach)))
    except NotAllowed:
        return False


@pytest.mark.parametrize("address", [*HERE, *BESIDE, *OUTSIDE])
def test_each_reach(run: Run, address: str) -> None:
    assert may(run, address, Reach.HERE) is (address in HERE)
    assert may(run, address, Reach.OUTSIDE) is (address in OUTSIDE)
    assert may(run, address, Reach.ANYWHERE)


@pytest.fixture
def names(run: Run, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The name server of this test."""
    known: dict[str, list[str]] = {}

    async def look_up(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in known[host]]

    async def answer() -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", look_up)

    run(answer())
    return known


def test_a_name_counts_by_all_of_its_addresses(run: Run, names: dict[str, list[str]]) -> None:
    names |= {"mixed": ["127.0.0.1", "1.1.1.1"], "home": ["127.0.0.1"], "out": ["1.1.1.1"], "none": []}
    assert [may(run, name, Reach.HERE) for name in names] == [False, True, False, False]
    assert [may(run, name, Reach.OUTSIDE) for name in names] == [False, False, True, False]


def test_when_the_first_address_does_not_answer_the_next_is_tried(run: Run, names: dict[str, list[str]]) -> None:
    with socket.create_server(("127.0.0.2", 0)) as server:
        names["two"] = ["127.0.0.1", "127.0.0.2"]
        opened = run(connected("two", server.getsockname()[1], Reach.HERE))
        assert opened.getpeername()[0] == "127.0.0.2"
        opened.close()
