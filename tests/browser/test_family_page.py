"""The page behind a one-time link, in a real browser: what a family sees and does on a phone."""

import httpx
import pytest
from chromium import Tab
from conferences.rounds import family, open_round
from conversations.talks import at, proposed, with_one
from house import House
from messaging.links.messages import invited, link_to, message_about
from messaging.links.test_offers import link, offered
from phone import LOADED, press


def test_the_page_is_one_file_that_allows_nothing_else(site: str) -> None:
    page = httpx.get(f"{site}/f")
    policy = dict(part.split(" ", 1) for part in page.headers["Content-Security-Policy"].split("; "))
    assert (policy["default-src"], policy["connect-src"]) == ("'none'", "'self'")
    assert policy["script-src"].startswith("'sha256-")
    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert page.headers["Referrer-Policy"] == "no-referrer"
    for outside in ("http:", "https:", "src=", "<link"):
        assert outside not in page.text


@pytest.mark.browser
def test_a_family_reads_chooses_and_sees_that_it_arrived(site: str, tab: Tab, house: House) -> None:
    talk = proposed(house.anna_client, with_one(house, other_times=[at(60)]))
    secret = invited(house, talk)
    tab.open(f"{site}/f#{secret}")
    tab.wait_for(LOADED)
    assert tab.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert "Beste Sara" in tab.evaluate("document.querySelector('.beside').innerText")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    press(tab, "Nederlands")
    assert tab.evaluate("document.documentElement.dir") == "ltr"
    press(tab, "Ja, ik kom")
    assert tab.evaluate("document.querySelector('.wrong').innerText") == "Kies eerst een moment."
    tab.evaluate("document.querySelectorAll('input[type=radio]')[1].click()")
    press(tab, "Ja, ik kom")
    tab.wait_for("document.querySelector('.said')")
    assert "De school heeft je antwoord" in tab.evaluate("document.querySelector('.said').innerText")
    assert house.anna_client.get(f"/v1/conversations/{talk['id']}").json()["status"] == "planned"
    assert not [url for url in tab.requests if secret in url.split("#")[0]]
    assert tab.complaints == []


@pytest.mark.browser
def test_a_family_takes_a_time_that_came_free(site: str, tab: Tab, house: House) -> None:
    secret = link(house, offered(house))
    tab.open(f"{site}/f#{secret}")
    tab.wait_for(LOADED)
    press(tab, "Nederlands")
    assert "Voor jou vrijgehouden tot" in tab.evaluate("document.querySelector('main').innerText")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    press(tab, "Ja, ik kom")
    tab.wait_for("document.querySelector('.said')")
    assert "Je hebt ja gezegd." in tab.evaluate("document.querySelector('main').innerText")
    assert house.omar_client.get("/v1/conference-waits").json()["items"][0]["status"] == "taken"
    assert tab.complaints == []


@pytest.mark.browser
def test_a_family_says_when_it_can(site: str, tab: Tab, house: House) -> None:
    opened = open_round(house)
    secret = link_to(house, message_about(house, "conference-rounds", opened["id"], kind="round_opened"))
    tab.open(f"{site}/f#{secret}")
    tab.wait_for(LOADED)
    press(tab, "Nederlands")
    press(tab, "Versturen")
    assert "Duid eerst een moment aan" in tab.evaluate("document.querySelector('.wrong').innerText")
    tab.evaluate("document.querySelectorAll('input[type=checkbox]')[1].click()")
    press(tab, "Versturen")
    tab.wait_for("document.querySelector('.said')")
    assert family(house, opened, "sara")["status"] == "answered"
    assert tab.complaints == []


@pytest.mark.browser
def test_a_link_that_does_not_serve_says_so(site: str, tab: Tab, house: House) -> None:
    tab.open(f"{site}/f#nothing")
    tab.wait_for("document.querySelector('.wrong')")
    assert "Ask the school for a new one" in tab.evaluate("document.querySelector('.wrong').innerText")
