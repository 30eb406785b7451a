"""Real pairs come whole, once, and with what follows from them."""

import json
from pathlib import Path

import pytest

from analysis.meaning import Sense
from training.meaning.pairs import Origin, Pair
from training.meaning.sources import detached, real_pairs

PRINTED = [
    ("He paid $ 5 , 000 ( net ) .", "He paid $5, 000 (net)."),
    ("She did n't say `` no '' .", 'She didn\'t say "no".'),
    ("The crew 's boat sank ; all swam .", "The crew's boat sank; all swam."),
]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    sets: dict[str, list[dict[str, str]]] = {
        "vitaminc_revpairs": [row("Nine ships sank.", "Ten ships sank.", "contradiction")],
        "vitaminc_real": [
            row("Nine ships sank.", "Over eight ships sank.", "consistent", note="1"),
            row("Nine ships sank.", "Under eight ships sank.", "contradiction", note="1"),
            row("Nine ships sank.", "Several ships sank.", "consistent", note="2"),
        ],
        "summedits_other_pairs": [
            row("The caller sold a boat.", "The caller sold a ship.", "consistent"),
            row("The caller sold a boat.", "The caller vended a boat.", "consistent"),
            row("The caller sold a boat.", "The caller bought a boat.", "contradiction"),
        ],
        "defacto_pairs": [
            row("A man died.", "A woman died.", "inconsistent", type="intrinsic"),
            row("A man died.", "A man died in Hull.", "inconsistent", type="extrinsic"),
        ],
    }
    for name, rows in sets.items():
        (tmp_path / f"{name}.dev.jsonl").write_text("".join(json.dumps(line) + "\n" for line in rows))
    return tmp_path


@pytest.mark.parametrize(("given", "printed"), PRINTED)
def test_blanks_that_a_tokenizer_left_are_gone(given: str, printed: str) -> None:
    assert detached(given) == printed


def test_claims_that_one_sentence_divides_contradict_each_other(sources: Path) -> None:
    claims = {(pair.a, pair.b): pair.label for pair in of(sources, Origin.CLAIM)}

    assert claims["Over eight ships sank.", "Under eight ships sank."] is Sense.CONTRADICTION


def test_claims_that_one_sentence_bears_out_agree_and_more_is_not_known(sources: Path) -> None:
    claims = {(pair.a, pair.b): pair.label for pair in of(sources, Origin.CLAIM)}

    assert claims["Over eight ships sank.", "Several ships sank."] is Sense.CONSISTENT
    assert ("Under eight ships sank.", "Several ships sank.") not in claims


def test_a_long_edit_is_kept_whole_where_little_of_it_differs(tmp_path: Path, sources: Path) -> None:
    shared = "It was read by a great many people who live along the coast of the northern sea and fish there. " * 3
    edit = row(f"The caller sold a boat. {shared}", f"The caller sank a boat. {shared}", "contradiction")
    (tmp_path / "summedits_other_pairs.dev.jsonl").write_text(json.dumps(edit) + "\n")

    assert edit["text_b"] in {pair.b for pair in of(sources, Origin.EDIT)}


def test_edits_that_keep_the_sense_agree_and_clash_with_one_that_does_not(sources: Path) -> None:
    edits = {(pair.a, pair.b): pair.label for pair in of(sources, Origin.EDIT)}

    assert edits["The caller sold a ship.", "The caller vended a boat."] is Sense.CONSISTENT
    assert edits["The caller sold a ship.", "The caller bought a boat."] is Sense.CONTRADICTION


def test_a_summary_that_only_tells_too_much_is_left_out(sources: Path) -> None:
    told = {pair.b for pair in of(sources, Origin.EDIT)}

    assert "A woman died." in told
    assert "A man died in Hull." not in told


def of(sources: Path, origin: Origin) -> list[Pair]:
    return [pair for pair in real_pairs(sources) if pair.origin is origin]


def row(a: str, b: str, label: str, **more: str) -> dict[str, str]:
    return {"text_a": a, "text_b": b, "label": label, "group": "boats", **more}
