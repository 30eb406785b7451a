"""The house list: editors and chiefs change it, every change is recorded, and stories are told."""

import pytest

from articles.models import Desk, HouseEntry, Role, User
from review.actions.house import Entry, keep_entry, strike_entry, take_in
from review.actions.runs import read_by_standards
from review.policies import Refused
from review.runs.analysing import house_list
from review.verbs import DeskVerb
from tests.factories import DeskFactory, HouseEntryFactory, member
from tests.review.conftest import Newsroom

OKONJO = Entry("Mira Okonjo", "PERSON", ("M. Okonjo",), "harbour master")


@pytest.fixture
def desk(db: None) -> Desk:
    return DeskFactory.create()


@pytest.fixture
def editor(desk: Desk) -> User:
    return member(desk, Role.EDITOR)


def test_a_reporter_does_not_change_the_list(desk: Desk) -> None:
    with pytest.raises(Refused, match="Only an editor or a chief"):
        keep_entry(by=member(desk), desk=desk, entry=OKONJO)


def test_a_new_line_is_recorded_and_the_stories_can_tell(desk: Desk, editor: User) -> None:
    keep_entry(by=editor, desk=desk, entry=OKONJO)

    desk.refresh_from_db()
    assert desk.house_list.get().aliases == ["M. Okonjo"]
    assert desk.events.get().verb == DeskVerb.LISTED
    assert desk.standards_changed_at is not None


def test_a_change_is_recorded_from_what_to_what(desk: Desk, editor: User) -> None:
    entry = keep_entry(by=editor, desk=desk, entry=OKONJO)

    keep_entry(by=editor, desk=desk, entry=Entry("Mira Okonjo", "PERSON", ("M. Okonjo",), "port director"), of=entry)

    changed = desk.events.get(verb=DeskVerb.CHANGED_ENTRY).details
    assert changed == {"name": "Mira Okonjo", "role": {"from": "harbour master", "to": "port director"}}


def test_no_name_is_listed_twice(desk: Desk, editor: User) -> None:
    keep_entry(by=editor, desk=desk, entry=OKONJO)

    with pytest.raises(Refused, match="on the house list already"):
        keep_entry(by=editor, desk=desk, entry=Entry("Mira Okonjo", "ORG"))


def test_what_is_struck_stays_on_the_record(desk: Desk, editor: User) -> None:
    strike_entry(by=editor, entry=HouseEntryFactory.create(desk=desk, role="harbour master"))

    assert not HouseEntry.objects.exists()
    assert desk.events.get().details["role"] == "harbour master"


def test_a_file_adds_and_changes_and_strikes_nothing(desk: Desk, editor: User) -> None:
    HouseEntryFactory.create(desk=desk, name="Mira Okonjo")
    HouseEntryFactory.create(desk=desk, name="Tarn Water", label="ORG")

    counts = take_in(by=editor, desk=desk, entries=[OKONJO, Entry("Dana Voss", "PERSON")])

    assert counts == (1, 1)
    assert set(desk.house_list.values_list("name", "role")) == {
        ("Mira Okonjo", "harbour master"), ("Tarn Water", ""), ("Dana Voss", ""),
    }  # fmt: skip


def test_a_story_is_read_again_by_the_new_list_once_somebody_asks(newsroom: Newsroom) -> None:
    draft = newsroom.read_in("The wall is long.")
    keep_entry(by=newsroom.editor, desk=newsroom.desk, entry=OKONJO)

    read_by_standards(by=newsroom.editor, story=newsroom.story)
    newsroom.work()

    assert [analysis.rulings for analysis in draft.analyses.order_by("id")] == [0, 1]


def test_the_analysis_reads_what_is_never_written_and_the_note_of_the_list(desk: Desk, editor: User) -> None:
    keep_entry(by=editor, desk=desk, entry=Entry("adviser", "", spelling="With an e.", never=("advisor",)))

    (read,) = house_list(desk)

    assert (read.label, read.never, read.note) == (None, ("advisor",), "With an e.")
