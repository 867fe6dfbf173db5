"""The page behind a one-time link: a family comes to an activity, brings an idea, and lets the school in."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from activities.ideas_made import IDEAS, bring
from activities.invited import invited
from chromium import Tab
from house import House
from messaging.links.test_activities import told
from messaging.links.test_bringing import answered
from messaging.links.test_visits import may_we_come
from phone import fill, opened, press, shown, tick
from visits.asked import SOON, asked, at

SAID = "document.querySelector('[role=status] .said')"


@pytest.mark.browser
def test_a_family_comes_brings_an_idea_and_stays_away(site: str, tab: Tab, house: House) -> None:
    cafe = invited(house, capacity=2, goal={"nl": "Elkaar leren kennen."}, is_free=True)
    opened(tab, site, told(house, cafe))
    assert "vrije plaatsen: 2" in shown(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    press(tab, "Ja, we komen")
    assert "Kies eerst een moment." in shown(tab)
    tab.evaluate("document.querySelector('input[name=choose]').click()")
    fill(tab, "Kinderen uit je gezin", "2")
    press(tab, "Ja, we komen")
    tab.wait_for(SAID)
    assert "Je staat op plaats 1 van de wachtlijst" in shown(tab)
    tick(tab, "Iets wat ik zelf kan tonen")
    fill(tab, "Schrijf het in je eigen woorden en je eigen taal", "Ik bak brood.")
    press(tab, "Versturen")
    tab.wait_for(f"{SAID} && !document.querySelector('textarea').value")
    press(tab, "Ik kom toch niet")
    tab.wait_for(f"{SAID} && !document.querySelector('main').innerText.includes('wachtlijst')")
    [idea] = house.anna_client.get(IDEAS).json()["items"]
    assert (idea["words"], idea["kind"], idea["activity_id"]) == ("Ik bak brood.", "show", str(cafe.id))
    assert tab.complaints == []


@pytest.mark.browser
def test_a_family_lets_the_school_in_and_changes_its_mind(site: str, tab: Tab, house: House) -> None:
    visit = asked(house)
    opened(tab, site, may_we_come(house, visit))
    assert "Nee zeggen mag altijd." in shown(tab)
    press(tab, "Ja, kom maar")
    assert "Kies eerst een dag" in shown(tab)
    for label, value in (("Dag", f"{SOON:%Y-%m-%d}"), ("Van", "15:00"), ("Tot", "17:00")):
        fill(tab, label, value)
    press(tab, "Ja, kom maar")
    assert "Zeg eerst waar." in shown(tab)
    tick(tab, "Op een andere plaats")
    fill(tab, "Welke plaats? Bijvoorbeeld het park of de bibliotheek", "De bib")
    press(tab, "Ja, kom maar")
    tab.wait_for(SAID)
    kept = house.anna_client.get(at(visit)).json()
    assert (kept["status"], kept["elsewhere"]) == ("agreed", "De bib")
    assert datetime.fromisoformat(kept["moments"][0]["starts_at"]).astimezone(ZoneInfo("Europe/Brussels")).hour == 15
    assert "15:00" in shown(tab)
    press(tab, "Liever toch niet")
    tab.wait_for("document.querySelector('main').innerText.includes('toch niet hoeft')")
    assert tab.complaints == []


@pytest.mark.browser
def test_a_family_reads_in_arabic_what_came_of_its_idea(site: str, tab: Tab, house: House) -> None:
    opened(tab, site, answered(house, bring(house.sara_client)), "العربية")
    assert tab.evaluate("document.documentElement.dir") == "rtl"
    assert "Mooi, we bekijken het." in shown(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert tab.complaints == []
