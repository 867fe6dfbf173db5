"""What a school may say differently in a message, and how words go out."""

from typing import Any

from pydantic import Field as Described
from sqlmodel import SQLModel

from domain.kernel.row import Fields
from domain.kernel.text import Text
from domain.messaging.models.words import MessageKind

_WITH_PLACEHOLDERS = "May hold placeholders such as `{when}`; what has no value is left out, sentence and all."


class MessageWordingFields(Fields):
    """The parts that the school says differently; what is left out or null stays ours."""

    subject: Text | None = Described(None, description="One line; nothing of the subject where the talk is discreet.")
    paragraphs: list[Text] | None = Described(None, min_length=1, max_length=30, description=_WITH_PLACEHOLDERS)
    short: list[Text] | None = Described(
        None, min_length=1, max_length=10, description="Sentences; at most 300 characters together, names included."
    )
    spoken: list[Text] | None = Described(
        None, min_length=1, max_length=20, description="What somebody says between greeting and goodbye."
    )

    def words(self) -> dict[str, Any]:
        """The parts that are said differently."""
        return self.model_dump(mode="json", exclude_none=True)


class MessageWordingRead(SQLModel):
    """The words of a kind of message as they are used now."""

    kind: MessageKind
    version: int = Described(ge=0, description="0: the school has no words of its own.")
    own: list[str] = Described(description="The parts that the school says in its own words.")
    subject: dict[str, str]
    paragraphs: list[dict[str, str]]
    short: list[dict[str, str]]
    spoken: list[dict[str, str]]
    placeholders: dict[str, list[str]] = Described(description="What each part may name.")


class SaidRead(SQLModel):
    """A message in one language."""

    language: str
    subject: str
    paragraphs: list[str]
    short: str
    spoken: list[str]


class SaidAloud(SQLModel):
    """The same message in every language."""

    items: list[SaidRead]
