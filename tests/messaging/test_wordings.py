"""A school says messages in its own words, and never leaves out what a family has to know."""

from typing import Any

import pytest
from house import House
from plans.start import pointed

URL = "/v1/message-wordings/reminder"
SHORT = [{"nl": "{sender}: we zien je {when}. {answer}"}]


def test_a_school_rewords_a_message_and_takes_it_back(house: House) -> None:
    office = house.coordinator_client
    ours = office.get(URL).json()
    assert (ours["version"], ours["own"]) == (0, [])
    kept = office.put(URL, {"short": SHORT})
    assert kept.status_code == 200, kept.text
    assert (kept.json()["version"], kept.json()["own"], kept.json()["short"]) == (1, ["short"], SHORT)
    assert kept.json()["paragraphs"] == ours["paragraphs"]
    assert office.put(URL, {"short": SHORT}, etag='"0-0000000000000000"').status_code == 412
    assert office.put(URL, {"subject": {"nl": "Tot gauw"}}).json()["own"] == ["subject"]
    assert office.delete(URL).status_code == 204
    assert office.get(URL).json() == ours
    assert office.delete(URL).status_code == 404


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"short": [{"nl": "{when} {answer} {student}"}]}, ("/short/0/nl", "placeholder_unknown")),
        ({"subject": {"nl": "{naam}"}}, ("/subject/nl", "placeholder_unknown")),
        ({"subject": {"nl": "Een\nBcc: twee"}}, ("/subject/nl", "subject_of_one_line")),
        ({"subject": {"nl": "x" * 121}}, ("/subject", "wording_too_long")),
        ({"short": [{"nl": "{when}"}]}, ("/short", "placeholder_left_out")),
        ({"short": [{"nl": "{answer}"}]}, ("/short", "placeholder_left_out")),
        ({"short": [*SHORT, {"nl": "!", "fr": "À bientôt"}]}, ("/short", "placeholder_left_out")),
        ({"short": [{"fr": "{when} {answer}"}]}, ("/short/0", "dutch_missing")),
    ],
)
def test_words_that_would_not_serve_are_refused(house: House, words: dict[str, Any], found: tuple[str, str]) -> None:
    for answer in (house.admin_client.put(URL, words), house.admin_client.post(f"{URL}/try", words)):
        assert answer.status_code == 422
        assert found in pointed(answer)


def test_words_are_seen_before_they_are_kept(house: House) -> None:
    tried = house.admin_client.made(f"{URL}/try", {"short": SHORT})["items"]
    assert [one["language"] for one in tried] == ["nl", "fr", "en", "ar"]
    assert tried[0]["short"].startswith("Anna Claes, De Wissel: we zien je dinsdag 15 september 2026, van 16.00")
    assert "{" not in str([one["paragraphs"] for one in tried])
    assert house.admin_client.get(URL).json()["version"] == 0
