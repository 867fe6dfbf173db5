"""Messages, tasks and how a school sends."""

from house import House
from isolation.deed import Deed, of
from messaging.said import message, task
from plans.start import talked

SECRET = {"secret": "whsec_c2FtZW5zcHJhYWsgdmVyZ2VldCBuaWVtYW5k"}


def waiting(house: House) -> str:
    return message(house)


def to_say(house: House) -> str:
    return task(house)


def a_talk(house: House) -> dict[str, str]:
    return {"kind": "invitation", "conversation_id": talked(house)}


MESSAGES: dict[str, Deed] = {
    "preview_messages": Deed(query=a_talk, by="anna"),
    "get_message_preview_picture": Deed(query=a_talk, by="anna"),
    "list_messages": Deed(shows=waiting),
    "get_message": Deed(of(waiting)),
    "withdraw_message": Deed(of(waiting)),
    "list_tasks": Deed(shows=to_say, by="anna"),
    "get_task": Deed(of(to_say), by="anna"),
    "finish_task": Deed(of(to_say), by="anna"),
    "report_not_reached": Deed(of(to_say), by="anna"),
    "hand_task_over": Deed(of(to_say), body=lambda house: {"staff_id": house.bram}, by="anna"),
    "get_messaging": Deed(),
    "change_messaging": Deed(body=lambda _: {"reminder_hours": 48}),
    "put_platform_secret": Deed(body=lambda _: SECRET, version_at="/v1/messaging"),
    "pause_messaging": Deed(),
    "resume_messaging": Deed(),
}
