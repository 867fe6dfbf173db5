"""Rounds that are further than this part of the API brings them: the row is set straight in the database."""

from conferences.rounds import Round, families, open_round, path
from house import House
from sqlalchemy import update
from sqlmodel import col

from domain.conferences.models import ConferenceRound
from domain.conferences.models.words import RoundStatus


def at_status(house: House, round_: Round, status: RoundStatus) -> Round:
    async def put() -> None:
        async with house.database.working_for(house.id) as session:
            this = (col(ConferenceRound.school_id) == house.id, col(ConferenceRound.id) == round_["id"])
            await session.execute(update(ConferenceRound).where(*this).values(status=status))

    house.run(put())
    return round_


def planning(house: House) -> Round:
    round_ = open_round(house)
    return house.admin_client.made(path(round_, "plan"))


def published(house: House) -> Round:
    return at_status(house, open_round(house), RoundStatus.PUBLISHED)


def over(house: House) -> Round:
    """Running, and each family has something else: nobody answered, and all were phoned."""
    round_ = open_round(house)
    for one in families(house, round_).values():
        where = f"/v1/conference-families/{one['id']}"
        house.admin_client.made(f"{where}/attempts", {"channel": "phone"})
        house.admin_client.made(f"{where}/alternative", {"alternative": "phone"})
    return at_status(house, round_, RoundStatus.RUNNING)
