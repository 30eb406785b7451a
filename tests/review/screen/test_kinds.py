"""Every kind of finding is told in words and drawn in a line of its own family."""

import re

import pytest
from django.conf import settings

from analysis.findings import Kind
from review.screen.kinds import FAMILY_OF_KIND, Family, confidence_in_words, label


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_belongs_to_a_family_and_has_a_plain_label(kind: Kind) -> None:
    assert FAMILY_OF_KIND[kind] in Family
    assert "_" not in label(kind)


def test_no_two_families_look_alike_without_colour() -> None:
    css = (settings.BASE_DIR / "static" / "review" / "beside.css").read_text()

    lines = {family: re.search(rf"^\.{family} {{ --hue: [^;]+; ([^}}]*)}}", css, re.MULTILINE) for family in Family}

    strokes = [found.group(1) for found in lines.values() if found]
    assert len(strokes) == len(set(strokes)) == len(Family)


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(1.0, "Almost certain"), (0.8, "Likely"), (0.5, "More likely than not"), (0.1, "A hint: worth a look")],
)
def test_confidence_is_told_in_words(confidence: float, words: str) -> None:
    assert confidence_in_words(confidence) == words
