"""One finding for one disagreement."""

from dataclasses import replace

import pytest

from analysis.findings import Finding, Kind, Severity, Values
from analysis.settlement import settled
from analysis.spans import Span


def finding(kind: Kind, a: Span, b: Span, *, conflict: bool = True, subject: str = "ban") -> Finding:
    return Finding(kind, conflict, Severity.MAJOR, 0.8, "", "", (a,), (b,), Values("x", "y"), subject)


def test_the_more_telling_kind_keeps_the_spot() -> None:
    found = settled([finding(Kind.POLARITY, Span(0, 9), Span(0, 9)), finding(Kind.QUOTE, Span(4, 6), Span(4, 6))])

    assert [one.kind for one in found] == [Kind.QUOTE]


def test_a_conflict_outranks_a_note() -> None:
    note = finding(Kind.SPEAKER, Span(0, 9), Span(0, 9), conflict=False)

    assert [one.kind for one in settled([note, finding(Kind.SCOPE, Span(0, 9), Span(0, 9))])] == [Kind.SCOPE]


def test_findings_at_different_spots_both_stay() -> None:
    found = settled(
        [finding(Kind.SCOPE, Span(0, 9), Span(0, 9)), finding(Kind.SCOPE, Span(20, 29), Span(0, 9), subject="tax")]
    )

    assert len(found) == 2


def test_two_values_that_clash_in_headline_and_text_are_one_disagreement() -> None:
    found = settled(
        [finding(Kind.FIGURE, Span(0, 9), Span(0, 9)), finding(Kind.FIGURE, Span(90, 99), Span(80, 89), subject="wall")]
    )

    assert [(one.a, one.b) for one in found] == [((Span(0, 9), Span(90, 99)), (Span(0, 9), Span(80, 89)))]


def test_the_same_disagreement_told_twice_gains_a_place() -> None:
    found = settled([finding(Kind.NAME, Span(0, 9), Span(0, 9)), finding(Kind.NAME, Span(20, 29), Span(30, 39))])

    assert [(one.a, one.b) for one in found] == [((Span(0, 9), Span(20, 29)), (Span(0, 9), Span(30, 39)))]


def test_findings_come_in_the_order_of_the_text() -> None:
    later, earlier = finding(Kind.NAME, Span(50, 59), Span(0, 9)), finding(Kind.DATE, Span(3, 9), Span(80, 89))

    assert [one.kind for one in settled([later, earlier])] == [Kind.DATE, Kind.NAME]


def test_two_faults_of_one_draft_that_share_a_figure_both_stay() -> None:
    headline = replace(finding(Kind.FIGURE, Span(0, 9), Span(0, 0)), a=(Span(0, 9), Span(40, 49)), b=())
    majority = replace(finding(Kind.ARITHMETIC, Span(0, 9), Span(0, 0)), a=(Span(20, 29), Span(40, 49)), b=())

    assert len(settled([headline, majority])) == 2


def test_findings_far_apart_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Finding] = []
    monkeypatch.setattr("analysis.settlement._same_spot", lambda one, _other: held.append(one))
    far = [Span(place, place + 9) for place in range(0, 100_000, 1000)]

    found = settled([finding(Kind.SCOPE, span, span, subject=str(span)) for span in far])

    assert (len(found), held) == (len(far), [])
