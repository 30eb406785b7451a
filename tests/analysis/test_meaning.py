"""A model is run as its card says, both ways round; a newsroom may have its own, or none.

The model of these tests counts marks: each word that the other sentence lacks makes a contradiction likelier.
"""

import shutil
from pathlib import Path

import pytest

from analysis.meaning import FOLDER_VARIABLE, MeaningModel, MeaningModelError, meaning_model, verdicts
from analysis.wordpieces import word_pieces

COUNTING = Path(__file__).parent / "models" / "counting"
CHANGED = ("The vote on the bridge was won.", "The vote on the tunnel was lost.")
SAME = ("The vote was won.", "The vote was won.")


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> MeaningModel:
    monkeypatch.setenv(FOLDER_VARIABLE, str(COUNTING))
    model = meaning_model()
    assert model is not None
    return model


def test_verdicts_come_in_the_order_of_the_pairs(counting: MeaningModel) -> None:
    long = (
        "The vote on the bridge over the river was won by a hair at last.",
        "The vote on the bridge over the river was won.",
    )

    found = verdicts(counting, [CHANGED, SAME, long, CHANGED])

    assert [verdict.flag for verdict in found] == [True, False, True, True]
    assert found[0] == found[3]


def test_probabilities_sum_to_one(counting: MeaningModel) -> None:
    (verdict,) = verdicts(counting, [CHANGED])

    assert verdict.contradiction + verdict.consistent + verdict.neutral == pytest.approx(1)


def test_it_makes_no_difference_which_sentence_comes_first(counting: MeaningModel) -> None:
    one, other = verdicts(counting, [CHANGED, CHANGED[::-1]])

    assert one == other


def test_a_pair_gets_the_same_verdict_whatever_stands_beside_it(counting: MeaningModel) -> None:
    (alone,) = verdicts(counting, [CHANGED])
    among = verdicts(counting, [("word " * 30, "other " * 30), CHANGED])[1]

    assert alone.contradiction == pytest.approx(among.contradiction)


def test_no_pairs_get_no_verdicts(counting: MeaningModel) -> None:
    assert verdicts(counting, []) == []


def test_a_model_of_another_kind_brings_its_own_tokenizer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(COUNTING / "model.onnx", tmp_path)
    card = (COUNTING / "card.json").read_text().replace('"marks": true', '"marks": false')
    (tmp_path / "card.json").write_text(card)
    word_pieces(longest=64).save(str(tmp_path / "tokenizer.json"))
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    model = meaning_model()
    assert model is not None

    (verdict,) = verdicts(model, [SAME])

    assert verdict.flag, "such models have type 1 in all of the second sentence, which this one counts"


def test_the_setting_switches_the_model_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, "off")

    assert meaning_model() is None


def test_a_folder_without_a_model_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "nowhere"))

    with pytest.raises(MeaningModelError, match="nowhere"):
        meaning_model()
