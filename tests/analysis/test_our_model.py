"""The model that ships: small, as its card says, and sure of what it was made for."""

import pytest

from analysis.comparing.verdicts import Sign, Way
from analysis.meaning import FOLDER_VARIABLE, OUR_FOLDER, MeaningModel, meaning_model, verdicts

LARGEST = 25_000_000  # bytes
CLASHES = [
    ("The ship carried timber to the islands.", "The ship carried cattle to the islands."),
    ("A panther walks the moor by night.", "Tale of panther on the moor is a hoax, farmer admits"),
]
AGREEMENTS = [
    ("The council closed the old ferry in March.", "The council shut the old ferry in March."),
    ("The mayor said that she would resign.", "The mayor announced that she would step down."),
    ("More than 1,200 people came.", "Over 1,200 people came."),
    ("A panther walks the moor by night.", "Panther seen on the moor at night, says farmer"),
]


@pytest.fixture(scope="module")
def model() -> MeaningModel:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(FOLDER_VARIABLE, raising=False)
        found = meaning_model()
    assert found is not None
    return found


def test_it_stays_small() -> None:
    assert sum(path.stat().st_size for path in OUR_FOLDER.iterdir()) < LARGEST


def test_its_card_says_when_it_is_heard(model: MeaningModel) -> None:
    assert set(model.card.hearing) == {Way.REVISED, Way.OPENING}
    assert all(set(how.weights) == set(Sign) for how in model.card.hearing.values())


def test_another_thing_and_a_denial_are_contradictions(model: MeaningModel) -> None:
    assert all(verdict.flag for verdict in verdicts(model, CLASHES))


def test_other_words_for_the_same_are_none(model: MeaningModel) -> None:
    assert not any(verdict.flag for verdict in verdicts(model, AGREEMENTS))
