"""What a worker remembers of what it handed over."""

from pathlib import Path

from domain.kernel.row import new_id
from domain.messaging.journal import ABOUT_TO, NOT_SENT, SENT, kept_in


def test_the_last_mark_counts(tmp_path: Path) -> None:
    one, two, three = new_id(), new_id(), new_id()
    with kept_in(tmp_path) as journal:
        for delivery in (one, two, three):
            journal.about_to(delivery)
        journal.answered(one, sent=True)
        journal.answered(two, sent=False)
        assert journal.marks() == {one: SENT, two: NOT_SENT, three: ABOUT_TO}
        journal.clear()
        assert journal.marks() == {}
        journal.about_to(two)
        assert journal.marks() == {two: ABOUT_TO}


def test_a_line_that_was_cut_off_takes_no_other_with_it(tmp_path: Path) -> None:
    one, two = new_id(), new_id()
    with kept_in(tmp_path) as journal:
        journal.about_to(one)
        (file,) = tmp_path.iterdir()
        for cut in (f"{two} abou".encode(), f"{two}".encode()[:20], b"\0" * 50, b"\xff\n"):
            with file.open("ab") as more:
                more.write(cut)
            assert journal.marks() == {one: ABOUT_TO}
        journal.about_to(two)
        assert journal.marks() == {one: ABOUT_TO, two: ABOUT_TO}


def test_each_worker_has_its_own_and_takes_up_what_was_left(tmp_path: Path) -> None:
    with kept_in(tmp_path / "journals") as first, kept_in(tmp_path / "journals") as second:
        assert first.name != second.name
        first.about_to(new_id())
        left = first.marks()
        names = {first.name, second.name}
    with kept_in(tmp_path / "journals") as again, kept_in(tmp_path / "journals") as other:
        assert {again.name, other.name} == names
        assert again.marks() | other.marks() == left
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "journals").iterdir()} == {0o600}
