"""Timetables in the hand: on paper, in a calendar, in a spreadsheet, as a picture."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from conferences.evening import TOPIC, published
from conversations.talks import deed, proposed, with_one
from house import Client, House
from icalendar import Calendar
from pages import Printed

from api.files.workbook import harmless
from domain.conferences.models import ConferenceStaff, TalkRequest
from domain.conversations.models.conversations import Conversation
from domain.school.models import School

SVG = "{http://www.w3.org/2000/svg}"


def printed(client: Client, url: str, **asked: str) -> Printed:
    page = Printed(client.get(url, params=asked))
    assert page.is_accessible()
    return page


def events(client: Client, url: str, language: str = "nl") -> list[Any]:
    answer = client.get(url, headers={"Accept-Language": language})
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    parsed = Calendar.from_ical(answer.content)
    assert [str(zone["tzid"]) for zone in parsed.timezones] == ["Europe/Brussels"]
    return list(parsed.events)


def sheets(client: Client, url: str) -> Any:
    return openpyxl.load_workbook(BytesIO(client.get(url).content))


# on paper


@pytest.mark.parametrize(
    ("language", "title", "way"),
    [
        ("nl", "Jullie gesprekken", "7 min. te voet naar Atelier (Paviljoen)"),
        ("fr", "Vos entretiens", "7 min à pied jusqu'à Atelier (Paviljoen)"),
        ("en", "Your talks", "7 min. on foot to Atelier (Paviljoen)"),
        ("ar", "لقاءاتكم", "Atelier"),
    ],
)
def test_a_family_gets_its_way_on_paper(house: House, language: str, title: str, way: str) -> None:
    evening = published(house)
    evening.ids["school"] = house.id
    evening.change(School, "school", phone="+3225123456", email="info@dewissel.be")
    page = printed(house.sara_client, evening.of_family("sara", ".pdf"), lang=language)
    assert page.reader.metadata.title == title
    for said in (way, "Anna Claes", "Ilham Saidi", "3225123456", "info@dewissel.be"):
        assert said in page.text, said
    assert not any(said in page.text for said in ("Omar", "Noah", TOPIC))


def test_each_teacher_has_a_page(house: House) -> None:
    evening = published(house)
    page = printed(house.admin_client, evening.url("timetable.pdf"))
    texts = [one.extract_text() for one in page.reader.pages]
    assert ["Gesprekken van Anna Claes" in text for text in texts] == [True, False]
    assert "Noah Haddad (3B)" in texts[1]
    assert "Noah" not in texts[0]
    own = printed(house.anna_client, evening.of_staff("anna", ".pdf"), lang="fr", size="large")
    for said in ("17 h 00 – 17 h 10", "Lina Haddad (3A)", "Sara Haddad", TOPIC, "pause", "libre"):
        assert said in own.text, said


def test_a_door_on_paper_is_for_everybodys_eyes(house: House) -> None:
    evening = published(house)
    page = printed(house.anna_client, evening.of_room("leeshoek", ".pdf"), lang="en")
    assert all(said in page.text for said in ("Leeshoek", "Anna Claes", "taken", "free"))
    assert not any(said in page.text for said in ("Lina", "Haddad", "Sara", TOPIC))


# in a calendar


def test_who_waits_reads_when_it_is_expected(house: House) -> None:
    """As the evening itself tells it: in each timetable, at the door and in the picture; not when it has begun."""
    evening = published(house)
    late = {"late_session_id": evening.ids["tuesday"], "late_minutes": 15}
    evening.change(ConferenceStaff, "staff_anna", **late)
    [first, other, _] = house.sara_client.get(evening.of_family("sara")).json()["talks"]
    assert (first["local_expected"], other["expected_at"]) == ("2026-11-17T17:15:00", None)
    door = house.anna_client.get(evening.of_room("leeshoek")).json()["staff"][0]["times"]
    assert door[0]["local_expected"] == "2026-11-17T17:15:00"
    assert "about 17:15" in printed(house.anna_client, evening.of_room("leeshoek", ".pdf"), lang="en").text
    assert "wellicht 17.15" in printed(house.anna_client, evening.of_staff("anna", ".pdf"), lang="nl").text
    assert "wellicht om 17.15" in house.anna_client.get(evening.url("timetable.svg")).text
    evening.change(Conversation, "sara_anna", status="running")
    assert house.sara_client.get(evening.of_family("sara")).json()["talks"][0]["expected_at"] is None


def test_a_calendar_follows_a_talk(house: House) -> None:
    evening = published(house)
    before = events(house.sara_client, evening.of_family("sara", ".ics"))
    first = before[0]
    assert str(first["uid"]) == str(evening.ids["sara_anna"])
    assert (first.start.isoformat(), first.end.isoformat()) == (
        "2026-11-17T17:00:00+01:00",
        "2026-11-17T17:10:00+01:00",
    )
    assert (str(first["summary"]), str(first["location"])) == (
        "Oudercontact: Anna Claes",
        "Leeshoek, Hoofdgebouw, De Wissel",
    )
    evening.change(Conversation, "sara_anna", status="cancelled")
    after = events(house.sara_client, evening.of_family("sara", ".ics"))[0]
    assert (after["uid"], str(after["status"])) == (first["uid"], "CANCELLED")
    assert after["sequence"] > first["sequence"]
    [own] = events(house.sara_client, f"/v1/conversations/{evening.ids['sara_anna']}.ics")
    assert (own["uid"], own["sequence"], own["status"]) == (after["uid"], after["sequence"], after["status"])


def test_a_calendar_says_no_more_than_a_lock_screen_may_show(house: House) -> None:
    evening = published(house)
    summaries = [str(one["summary"]) for one in events(house.anna_client, evening.of_staff("anna", ".ics"), "fr")]
    assert summaries == ["Réunion individuelle de parents : Lina (3A)"] * 3
    for client, url in (
        (house.anna_client, evening.of_staff("anna", ".ics")),
        (house.sara_client, evening.of_family("sara", ".ics")),
        (house.sara_client, f"/v1/conversations/{evening.ids['sara_anna']}.ics"),
    ):
        assert TOPIC not in client.get(url).text
        assert "Omar" not in client.get(url).text


def test_a_conversation_has_a_calendar_and_a_hard_one_is_discreet(house: House) -> None:
    talk = proposed(house.anna_client, with_one(house))
    url = f"/v1/conversations/{talk['id']}.ics"
    [event] = events(house.sara_client, url)
    assert (str(event["status"]), str(event["summary"])) == ("TENTATIVE", "Oudercontact: Anna Claes")
    assert str(events(house.anna_client, url, "en")[0]["summary"]).endswith(": Lina")
    assert house.omar_client.get(url).status_code == 404
    house.anna_client.patch(deed(talk, "").rstrip("/"), {"is_sensitive": True})
    assert str(events(house.sara_client, url)[0]["summary"]) == "Gesprek op school"


# in a spreadsheet


def test_what_people_wrote_is_no_formula(house: House) -> None:
    evening = published(house)
    evening.change(TalkRequest, "sara_anna_request", topics=['=HYPERLINK("https://evil.test")'])
    cells = [cell for row in sheets(house.anna_client, evening.of_staff("anna", ".xlsx")).worksheets[0] for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert '\'=HYPERLINK("https://evil.test")' in [cell.value for cell in cells]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_whatever_begins_a_formula_is_made_harmless(begins: str) -> None:
    assert harmless(f"{begins}1+1") == f"'{begins}1+1"
    assert harmless(f"1{begins}1") == f"1{begins}1"


def test_an_evening_is_a_sheet_with_times_of_the_schools_clock(house: House) -> None:
    evening = published(house)
    book = sheets(house.admin_client, evening.url("timetable.xlsx"))
    assert book.sheetnames == ["2026-11-17 17.00", "2026-11-19 13.30"]
    page = book.worksheets[0]
    rows = list(page.iter_rows(values_only=True))
    assert (page.freeze_panes, rows[0][:4]) == ("A2", ("Datum", "Van", "Tot", "Leerkracht"))
    talks = [row for row in rows if row[4] == "gesprek"]
    assert [(row[1].isoformat(), row[3], row[5]) for row in talks] == [
        ("2026-11-17T17:00:00", "Anna Claes", "Lina Haddad (3A)"),
        ("2026-11-17T17:20:00", "Bram Claes", "Lina Haddad (3A)"),
        ("2026-11-17T17:40:00", "Bram Claes", "Noah Haddad (3B)"),
        ("2026-11-17T17:50:00", "Anna Claes", "Lina Haddad (3A)"),
    ]
    assert "Noah" not in str([list(one.values) for one in sheets(house.anna_client, evening.url("timetable.xlsx"))])


# as a picture


@pytest.mark.parametrize(("language", "free"), [("nl", "vrij"), ("fr", "libre"), ("en", "free")])
def test_a_picture_tells_every_row_in_words(house: House, language: str, free: str) -> None:
    evening = published(house)
    answer = house.anna_client.get(evening.url("timetable.svg"), headers={"Accept-Language": language})
    root = ET.fromstring(answer.text)
    title, told = root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")
    assert title
    assert told
    assert "Oudercontact herfst" in title or "automne" in title
    rows = [one.get("aria-label", "") for one in root.iter(f"{SVG}g") if one.get("role") == "listitem"]
    assert [row.partition(",")[0] for row in rows] == ["Anna Claes", "Bram Claes"]
    assert "Lina Haddad" in rows[0]
    assert free in rows[0]
    assert "Noah" not in answer.text, "Anna does not know whom Bram talks with"
    assert "Noah" in house.bram_client.get(evening.url("timetable.svg")).text


def test_a_picture_survives_any_name_and_has_no_script(house: House) -> None:
    evening = published(house)
    house.admin_client.patch(f"/v1/rooms/{house.room}", {"name": '<script>"&'})
    root = ET.fromstring(house.admin_client.get(evening.url("timetable.svg")).text)
    assert not list(root.iter(f"{SVG}script"))


@pytest.mark.parametrize(
    ("language", "way"), [("nl", "7 min. onderweg"), ("fr", "7 min de trajet"), ("en", "7 min. on the way")]
)
def test_a_route_is_the_familys_own_and_told_in_words(house: House, language: str, way: str) -> None:
    """Omar, who comes to the talk on Thursday too, is not in Sara's (R17)."""
    evening = published(house)
    answer = house.sara_client.get(evening.of_family("sara", ".svg"), params={"lang": language})
    told = ET.fromstring(answer.text).findtext(f"{SVG}desc") or ""
    assert [name for name in ("Anna Claes", "Bram Claes", "Atelier (Paviljoen)", way) if name not in told] == []
    assert 'viewBox="0 0 360 ' in answer.text
    assert not [name for name in ("Omar", "Noah", "Els") if name in answer.text]
    assert house.omar_client.get(evening.of_family("sara", ".svg")).status_code == 404
