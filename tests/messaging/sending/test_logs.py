"""Nothing personal is logged, whatever goes wrong."""

import logging

import pytest
from conversations.talks import at
from messaging.channels.mail_servers import Mailbox
from messaging.channels.web_servers import Web
from messaging.follows import put
from messaging.sending.office import Office, address
from messaging.sending.test_whole_way import SECRET

from domain.messaging.models import Messaging


def test_sending_with_failures_tells_nothing_personal(
    office: Office, box: Mailbox, web: Web, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.WARNING, "mail.log")  # the server of the other side
    house, told = office.house, "550 5.1.1 Mevrouw Haddad woont hier niet"
    office.offers("email", "message", "platform")
    put(house, platform_url=web.url, platform_secret=SECRET)
    office.invited(None)
    box.refuses = {address(house, "sara"): told}
    box.answers = ["451 Omar Haddad is busy"]
    web.answers = [500, 400]
    office.goes_round()
    office.later(minutes=1)
    office.later(minutes=5)
    office.invited(**at(60))
    office.changes(Messaging, quiet_from="Sara Haddad")
    office.goes_round()
    office.changes(Messaging, quiet_from="19:00")
    logged = caplog.text + "".join(request.config.pluginmanager.getplugin("capturemanager").read_global_capture())
    assert "unexpected" in logged
    assert "ValueError" in logged
    personal = ["Haddad", "Sara", "Omar", "Lina", "+3225550", "@example.org", SECRET, "whsec", "Beste", "woont", "busy"]
    assert [one for one in personal if one in logged] == []
    assert len(box.kept) == 1
