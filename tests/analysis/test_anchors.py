"""A passage is found again by what stands around it."""

from analysis.anchors import anchored, in_one_place

PASSAGE = anchored(exact="214", prefix="out to sea.\nThe ferry, carrying ", suffix=" passengers, ran aground on a")


def test_paragraph_above_does_not_count() -> None:
    moved = anchored(exact="214", prefix="It rained.\nThe ferry, carrying ", suffix=" passengers, ran aground on a")

    assert moved == PASSAGE


def test_word_beside_it_may_change() -> None:
    edited = anchored(exact="241", prefix="\nThe old ferry, carrying ", suffix=" people when it ran on a rock")

    assert in_one_place(edited, PASSAGE)


def test_same_words_elsewhere_are_another_passage() -> None:
    other = anchored(exact="214", prefix="\nThe mill has had ", suffix=" looms since the war ended")

    assert not in_one_place(other, PASSAGE)
