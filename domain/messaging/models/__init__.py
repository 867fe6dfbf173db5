"""Tables, fields and documents of messages, by noun."""

from domain.messaging.models.links import MessageLink
from domain.messaging.models.messages import Delivery, Message
from domain.messaging.models.settings import Messaging
from domain.messaging.models.tasks import MessageTask
from domain.messaging.models.wordings import MessageWording

__all__ = ["Delivery", "Message", "MessageLink", "MessageTask", "MessageWording", "Messaging"]
