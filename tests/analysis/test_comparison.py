"""Two drafts compared: each disagreement once, the same whichever draft is on the left."""

from analysis.comparison import Comparison, compare
from analysis.findings import Kind
from analysis.similarity import pair_vectors
from tests.analysis.checks.reading import read
from tests.analysis.comparing.paraphrased import one_report, other_report

DRAFT = (
    "The ferry Marigold ran aground off Oban on Monday with 214 passengers on board.\n"
    "Joan Harker, the harbour master, has lifted the ban on night sailings.\n"
    "“We will not wait for another accident,” Harker said."
)
REVISED = (
    "“We will not wait for another disaster,” Harker said.\n"
    "The ferry Marigold ran aground off Oban on Tuesday with 241 passengers on board.\n"
    "Joan Harker, the harbour master, has upheld the ban on night sailings."
)


def compared(a: str, b: str) -> Comparison:
    return compare(read(a), read(b))


def test_each_disagreement_is_found_once_and_called_by_its_kind() -> None:
    kinds = [finding.kind for finding in compared(DRAFT, REVISED).findings if finding.conflict]

    assert sorted(kinds) == [Kind.DATE, Kind.FIGURE, Kind.POLARITY, Kind.QUOTE]


def test_a_draft_agrees_with_itself() -> None:
    assert compared(DRAFT, DRAFT).findings == ()


def test_fingerprints_are_the_same_from_either_side() -> None:
    here, there = compared(DRAFT, REVISED).findings, compared(REVISED, DRAFT).findings

    assert {finding.fingerprint for finding in here} == {finding.fingerprint for finding in there}


def test_a_fingerprint_survives_edits_elsewhere_moves_and_quote_style() -> None:
    later = "It rained.\n" + REVISED.replace("“", '"').replace("”", '"').replace(" on board", "")

    before = {finding.fingerprint for finding in compared(DRAFT, REVISED).findings if finding.conflict}
    after = {finding.fingerprint for finding in compared(DRAFT, later).findings if finding.conflict}

    assert before == after


def test_a_changed_value_has_another_fingerprint() -> None:
    before = compared(DRAFT, REVISED).findings
    after = compared(DRAFT, REVISED.replace("241", "421")).findings

    gone = {finding.fingerprint for finding in before} - {finding.fingerprint for finding in after}
    assert [finding.kind for finding in before if finding.fingerprint in gone] == [Kind.FIGURE]


def test_findings_point_at_short_places_in_the_texts() -> None:
    for finding in compared(DRAFT, REVISED).findings:
        for text, spans in ((DRAFT, finding.a), (REVISED, finding.b)):
            assert all(0 < len(span.of(text).split()) <= 12 for span in spans)


def test_a_moved_passage_is_told() -> None:
    assert compared(DRAFT, REVISED).moved == ((2, 0),)


def test_a_figure_in_headline_and_text_is_one_finding_with_every_place() -> None:
    here = "£18.4m wall approved\nThe council approved the wall. The wall will cost £18.4 million."
    there = "£16.9m wall approved\nThe council approved the wall. The wall will cost £16.9 million."

    found = [finding for finding in compared(here, there).findings if finding.conflict]

    assert [[span.of(here) for span in finding.a] for finding in found] == [["£18.4m", "£18.4 million"]]


def test_a_second_town_is_the_place_to_look_at() -> None:
    here = "Brandt Motors, based in Leeds and Sheffield, will close its plant."
    there = "The Leeds-based carmaker Brandt Motors said its plant would close."

    found = compared(here, there).findings

    assert [span.of(here) for finding in found for span in finding.a] == ["Sheffield"]


def test_vectors_change_nothing_where_one_draft_revises_the_other() -> None:
    vectors = pair_vectors(read(DRAFT), read(REVISED))

    assert compare(read(DRAFT), read(REVISED), vectors=vectors).findings == compared(DRAFT, REVISED).findings


def test_vectors_find_a_clash_between_sentences_that_share_hardly_a_word() -> None:
    a, b = (
        read("Fire crews brought 14 guests out of the burning hotel."),
        read("Firefighters saved 19 guests from the inn."),
    )

    by_words, by_meaning = compare(a, b), compare(a, b, vectors=pair_vectors(a, b))

    assert [finding.kind for finding in by_words.findings if finding.conflict] == []
    assert [finding.kind for finding in by_meaning.findings if finding.conflict] == [Kind.FIGURE]


def test_vectors_give_the_same_findings_from_either_side() -> None:
    a, b = read("\n".join(one_report())), read("\n".join(other_report()).replace("11", "13"))

    here = compare(a, b, vectors=pair_vectors(a, b))
    there = compare(b, a, vectors=pair_vectors(b, a))

    assert {finding.fingerprint for finding in here.findings} == {finding.fingerprint for finding in there.findings}
    assert {(match.a, match.b) for match in here.matches} == {(match.b, match.a) for match in there.matches}


def test_datelines_of_two_agencies_do_not_contradict_each_other() -> None:
    story = "Norrland Steel said on Friday it would close two mills.\nThe union called the closures brutal."

    found = compared(f"STOCKHOLM, Oct 4 (Reuters) - {story}", f"GOTHENBURG, Sweden (AP) — {story}").findings

    assert [finding for finding in found if finding.conflict] == []
