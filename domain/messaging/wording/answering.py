"""How the reader answers: each in the way that is open."""

from domain.messaging.wording.facts import MessageFacts
from domain.messaging.wording.templates import phrase
from domain.plans.models.contact_words import ContactChannel


def answer_of(facts: MessageFacts, language: str, *, aloud: bool) -> str:
    """One sentence. By the link; else by mail to who writes mail; else by phone; else at school."""
    if aloud:
        return phrase("answer_spoken", language)
    if facts.link:
        return phrase("answer_link", language, link=facts.link)
    if facts.channel is ContactChannel.EMAIL and facts.sender.reply_to:
        return phrase("answer_mail", language)
    if facts.sender.phone:
        return phrase("answer_phone", language, phone=facts.sender.phone)
    return phrase("answer_school", language)
