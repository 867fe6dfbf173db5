"""The cards of the talking tree on paper."""

import pytest
from house import House
from pages import Printed


@pytest.mark.parametrize(("language", "shows"), [("fr", "une bulle de parole"), ("ar", "فقاعة كلام")])
def test_there_is_a_card_for_each_domain(house: House, language: str, shows: str) -> None:
    domains = house.sara_client.get("/v1/development-domains", headers={"Accept-Language": language}).json()["items"]
    page = Printed(house.sara_client.get(f"/v1/development-domains/cards.pdf?lang={language}"))
    assert page.is_accessible()
    assert len(page.alternatives()) == len(domains) == 10
    assert shows in page.alternatives()
    assert page.root["/Lang"] == language
    assert language == "ar" or all(one["name"] in page.text for one in domains)


def test_many_can_print_at_once(house: House) -> None:
    """There are fewer presses than callers, and each has its turn."""
    address = "/v1/development-domains/cards.pdf?lang="
    answers = house.sara_client.together(*(("GET", address + one, {}) for one in ("nl", "fr", "en", "ar", "nl", "fr")))
    assert [Printed(one).root["/Lang"] for one in answers] == ["nl", "fr", "en", "ar", "nl", "fr"]
