"""A passage is found again by what stands around it."""

from analysis.anchors import anchored, closest, found_again, in_one_place

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


HARBOUR = "The wall fell on Monday. Nobody was hurt, the harbour master said. A crane lifted the stones."


def again(text: str, words: str, *, before: str = HARBOUR) -> str | None:
    """The words of an earlier draft, as they are found in this one."""
    start = before.index(words)
    prefix, suffix = before[max(0, start - 32) : start], before[start + len(words) : start + len(words) + 32]
    place = found_again(text, exact=words, prefix=prefix, suffix=suffix)
    return place.of(text) if place else None


def test_words_are_found_where_they_stand_further_down() -> None:
    assert again(f"It rained.\n{HARBOUR}", "Monday") == "Monday"


def test_words_nearly_the_same_are_found_in_the_same_surroundings() -> None:
    edited = HARBOUR.replace("Nobody was hurt", "Nobody was injured")

    assert again(edited, "Nobody was hurt, the harbour master said.") == "Nobody was injured, the harbour master said"


def test_words_that_were_cut_are_not_moved_to_a_lookalike() -> None:
    cut = "Nobody was hurt, the harbour master said. The inquiry opens on Monday, he said."

    assert again(cut, "Monday") is None


def test_of_two_places_as_likely_neither_is_chosen() -> None:
    assert again(f"{HARBOUR}\n{HARBOUR}", "Monday") is None


def test_of_two_places_the_one_in_the_same_surroundings_is_chosen() -> None:
    twice = f"Monday was wet.\n{HARBOUR}"
    place = found_again(twice, exact="Monday", prefix="The wall fell on ", suffix=". Nobody was hurt, the harbour m")

    assert place is not None
    assert place.start == twice.index("Monday.")


def test_a_sentence_that_nobody_writes_twice_is_found_wherever_it_went() -> None:
    assert again(
        "At the very end: Nobody was hurt, the harbour master said.", "Nobody was hurt, the harbour master said"
    )


def test_what_is_gone_altogether_is_not_found() -> None:
    assert (
        again("Tickets cost four pounds. Trains run on Sundays.", "Nobody was hurt, the harbour master said.") is None
    )
