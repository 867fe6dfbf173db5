"""The mail of the demo, to be read back: what the mail server of `samenspraak run` got. Production has none of it."""

import email
from asyncio import to_thread
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from functools import partial
from mailbox import Maildir
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from api.assets import EVERY_ANSWER
from domain.kernel.errors import NOT_FOUND, NotFound

SHOWN = 50
_WORDS_ONLY = EVERY_ANSWER | {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}

router = APIRouter(prefix="/demo", tags=["demo"])


class DemoMail(BaseModel):
    """A mail as it reached somebody."""

    id: str = Field(description="Its page is at `/demo/mail/{id}`.")
    to: str
    subject: str
    arrived_at: datetime
    languages: str
    text: str
    attachments: dict[str, str] = Field(description="By the name of the file.")


class DemoMails(BaseModel):
    """The newest first, at most fifty."""

    items: list[DemoMail]


@router.get("/mail", operation_id="list_demo_mail", summary="Read the mail that the demo school sent")
async def list_mail(request: Request) -> DemoMails:
    """Nothing of the demo leaves this machine: a mail server of its own keeps what families would get."""
    return await to_thread(_newest, request.app.state.settings.kept_mail)


@router.get("/mail/{mail_id}", operation_id="show_demo_mail", summary="See a mail as a page", response_class=Response)
async def show_mail(request: Request, mail_id: str) -> Response:
    """The HTML part, as a mail program shows it; its links work."""
    mail = _opened(request.app.state.settings.kept_mail).get(mail_id)
    page = mail and mail.get_body(("html",))
    if not page:
        raise NotFound(NOT_FOUND)
    return Response(page.get_content(), headers=_WORDS_ONLY, media_type="text/html")


def _newest(folder: Path) -> DemoMails:
    newest = sorted(_opened(folder).items(), key=lambda item: _arrived_at(item[0]), reverse=True)
    return DemoMails(items=[_shown(*item) for item in newest[:SHOWN]])


def _opened(folder: Path) -> Any:
    """A Maildir, which another process fills."""
    return Maildir(folder, factory=partial(email.message_from_binary_file, policy=default))  # type: ignore[arg-type]


def _arrived_at(mail_id: str) -> datetime:
    """A Maildir names each mail by it: `1795508264.M503923P30525Q1.host`."""
    seconds, _, rest = mail_id.partition(".M")
    return datetime.fromtimestamp(int(seconds), UTC) + timedelta(microseconds=int(rest.partition("P")[0]))


def _shown(mail_id: str, mail: EmailMessage) -> DemoMail:
    plain = mail.get_body(("plain",))
    return DemoMail(
        id=mail_id,
        to=mail.get("To", ""),
        subject=mail.get("Subject", ""),
        arrived_at=_arrived_at(mail_id),
        languages=mail.get("Content-Language", ""),
        text=plain.get_content() if plain else "",
        attachments={part.get_filename() or "": part.get_content() for part in mail.iter_attachments()},
    )
