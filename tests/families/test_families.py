"""Families over HTTP: who sees whom."""

from house import House


def test_a_student_is_read_as_it_was_written(house: House) -> None:
    made = house.admin_client.made("/v1/students", {"given_name": "Mila", "family_name": "Peeters", "level": "nursery"})
    read = house.admin_client.get(f"/v1/students/{made['id']}").json()
    assert read == made


def test_a_teacher_sees_the_students_of_their_own_class_only(house: House) -> None:
    assert [one["id"] for one in house.anna_client.get("/v1/students").json()["items"]] == [house.student]
    assert house.anna_client.get(f"/v1/students/{house.other_student}").status_code == 404


def test_separated_parents_find_only_themselves_among_the_guardians(house: House) -> None:
    seen = house.sara_client.get(f"/v1/students/{house.student}").json()
    assert [one["guardian_id"] for one in seen["guardians"]] == [house.sara]
    assert house.sara_client.get(f"/v1/guardians/{house.omar}").status_code == 404
