"""Which ways out there are, from the settings."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from domain.kernel.settings import Settings
from domain.messaging.channels.email import Email
from domain.messaging.channels.gateway import Gateway
from domain.messaging.channels.mail_server import MailServer
from domain.messaging.channels.outward import Reach
from domain.messaging.channels.platform import SchoolPlatform
from domain.messaging.channels.port import Channel
from domain.plans.models.contact_words import ContactChannel

Ways = Mapping[ContactChannel, Channel]
"""A channel that is not there is not offered by this installation."""


@asynccontextmanager
async def ways_out(settings: Settings) -> AsyncIterator[Ways]:
    """Open for as long as the block lasts."""
    mine = Reach.ANYWHERE if settings.production else Reach.HERE
    ways: dict[ContactChannel, Channel] = {
        ContactChannel.PLATFORM: SchoolPlatform(Reach.OUTSIDE if settings.production else Reach.HERE)
    }
    if settings.smtp_url:
        ways[ContactChannel.EMAIL] = Email(MailServer.of(settings.smtp_url, mine), settings.mail_sender)
    if settings.sms_url:
        ways[ContactChannel.MESSAGE] = Gateway(settings.sms_url, settings.sms_token, mine)
    if settings.whatsapp_url:
        ways[ContactChannel.WHATSAPP] = Gateway(settings.whatsapp_url, settings.whatsapp_token, mine)
    try:
        yield ways
    finally:
        for way in ways.values():
            await way.close()
