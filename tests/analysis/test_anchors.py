"""A passage is found again by what stands around it."""

from analysis.anchors import anchored, closest, in_one_place

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


def test_of_two_places_the_one_with_the_same_surroundings_is_meant() -> None:
    edited = anchored(exact="214", prefix="\nThe old ferry, carrying ", suffix=" people when it ran on a rock")
    elsewhere = anchored(exact="214", prefix="\nThe mill has had ", suffix=" looms since the war ended")

    assert closest(PASSAGE, [elsewhere, edited]) == 1
    assert closest(PASSAGE, [edited, PASSAGE]) == 1


def test_of_two_places_alike_neither_is_taken_for_the_passage() -> None:
    first = anchored(exact="214", prefix="\nThe old ferry, carrying ", suffix=" passengers, came in")
    second = anchored(exact="214", prefix="\nThe new ferry, carrying ", suffix=" passengers, came in")

    assert closest(PASSAGE, [first, second]) is None
    assert closest(PASSAGE, [PASSAGE, PASSAGE]) is None


def test_passage_whose_surroundings_are_gone_is_found_nowhere() -> None:
    assert closest(PASSAGE, [anchored(exact="214", prefix="\nThe mill has had ", suffix=" looms")]) is None
