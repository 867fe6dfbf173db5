"""A plan that comes from a start conversation, step by step."""

import pytest
from house import House
from plans.start import OMAR_WISHES, SARA_WISHES, SCHOOL_OFFERS, STUDENT_WISHES, Plan, at, talked, with_omar, with_sara


@pytest.fixture
def draft(house: House) -> Plan:
    return house.anna_client.made("/v1/communication-plans", {"conversation_id": talked(house)})


@pytest.fixture
def heard(house: House, draft: Plan) -> Plan:
    """The school, both parents and the student said what they can and wish."""
    house.admin_client.made("/v1/communication-options", SCHOOL_OFFERS)
    house.sara_client.made(at(draft, "guardian-wishes"), SARA_WISHES)
    house.omar_client.made(at(draft, "guardian-wishes"), OMAR_WISHES)
    return house.student_client.made(at(draft, "student-wishes"), STUDENT_WISHES) | {"id": draft["id"]}


@pytest.fixture
def agreed(house: House, heard: Plan) -> Plan:
    """Each parent has an agreement; Sara, the student and the teacher said yes."""
    house.anna_client.made(at(heard, "agreements"), with_sara(house))
    house.anna_client.made(at(heard, "agreements"), with_omar(house))
    house.sara_client.made(at(heard, "agree"), {"party": "guardian"})
    house.student_client.made(at(heard, "agree"), {"party": "student"})
    return house.anna_client.made(at(heard, "agree"), {"party": "teacher"})
