"""The demo newsroom's stories contradict one another where they say they do, and nowhere else."""

from functools import cache

import pytest

from analysis.comparison import compare
from analysis.document import Document
from analysis.findings import Finding, Kind
from analysis.meaning import judge
from analysis.pipeline import annotate
from analysis.readers import ReadText, read
from analysis.spans import Span, overlaps
from articles.canonical import canonical
from newsroom.demo.stories import Contradiction, DemoDraft, DemoPair, DemoStory, demo_newsroom

BETWEEN_VERSIONS = set(Kind) - {
    *(Kind.ONLY_IN_ONE, Kind.MEANING),
    *(Kind.ARITHMETIC, Kind.CALENDAR, Kind.SOURCE, Kind.UNDEFINED, Kind.UNCLOSED, Kind.STYLE),
}
NEWSROOM = demo_newsroom()
STORIES = {story.slug: story for story in NEWSROOM.stories}
HOUSE = {desk.name: desk.house for desk in NEWSROOM.desks}


DRAFTS = [
    pytest.param(story, draft, id=f"{story.slug} {draft.file}") for story in STORIES.values() for draft in story.drafts
]
PAIRS = [
    pytest.param(story, pair, id=f"{story.slug} {pair.files}") for story in STORIES.values() for pair in story.pairs
]
CONTRADICTIONS = [
    pytest.param(story, pair, told, id=f"{story.slug} {told.kind}")
    for story in STORIES.values()
    for pair in story.pairs
    for told in pair.contradictions
]


@cache
def read_draft(story: DemoStory, file: str) -> ReadText:
    return read(story.content(file), file)


@cache
def document(story: DemoStory, file: str) -> Document:
    text = read_draft(story, file)
    return annotate(canonical(headline=text.headline, body=text.body).text, dated=text.dated, house=HOUSE[story.desk])


@cache
def findings(story: DemoStory, one: str, other: str) -> tuple[Finding, ...]:
    return compare(document(story, one), document(story, other), judge=judge()).findings


def conflicts(story: DemoStory, one: str, other: str) -> list[Finding]:
    return [finding for finding in findings(story, one, other) if finding.conflict]


def lights(spans: tuple[Span, ...], words: str, text: str) -> bool:
    """Whether one of the spans touches these words, wherever they stand."""
    places = (Span(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at))
    return any(overlaps(place, span) for place in places for span in spans)


def is_shown(contradiction: Contradiction, finding: Finding, one: str, other: str) -> bool:
    """A missing source is worth a look and no conflict: both drafts may be right. All else is."""
    return (
        finding.kind is contradiction.kind
        and finding.conflict is (finding.kind is not Kind.ATTRIBUTION)
        and lights(finding.a, contradiction.words[0], one)
        and lights(finding.b, contradiction.words[1], other)
    )


@pytest.mark.parametrize(("story", "draft"), DRAFTS)
def test_every_draft_states_its_own_furniture(story: DemoStory, draft: DemoDraft) -> None:
    text = read_draft(story, draft.file)

    assert (text.byline, text.source, text.dated) == (draft.writer or "", draft.source, draft.dated)
    assert text.headline
    assert 250 <= len(text.body.split()) <= 450


def test_two_desks_have_stories() -> None:
    assert {story.desk for story in STORIES.values()} == set(HOUSE) == {"City desk", "Business desk"}


@pytest.mark.parametrize(("story", "pair"), PAIRS)
def test_contradictions_are_quoted_from_their_files(story: DemoStory, pair: DemoPair) -> None:
    for side, file in enumerate(pair.files):
        body = read_draft(story, file).body
        assert [
            kind for kind, words in ((c.kind, c.words[side]) for c in pair.contradictions) if words not in body
        ] == []


@pytest.mark.parametrize("slug", ["quay-flood-wall", "lorne-battery-plant"])
def test_versions_contradict_one_another_in_every_kind(slug: str) -> None:
    assert {found.kind for pair in STORIES[slug].pairs for found in pair.contradictions} == BETWEEN_VERSIONS


@pytest.mark.parametrize(("story", "pair", "contradiction"), CONTRADICTIONS)
def test_a_contradiction_is_found_by_kind_and_place(
    story: DemoStory, pair: DemoPair, contradiction: Contradiction
) -> None:
    one, other = (document(story, file).text for file in pair.files)

    found = findings(story, *pair.files)

    assert any(is_shown(contradiction, finding, one, other) for finding in found), [f.message for f in found]


def test_the_revision_settles_the_figure() -> None:
    story = STORIES["quay-flood-wall"]
    settled = {finding.kind for finding in conflicts(story, "a-revised.txt", "b.txt")}

    assert Kind.FIGURE in {finding.kind for finding in conflicts(story, "a.txt", "b.txt")}
    assert Kind.FIGURE not in settled


@pytest.mark.parametrize(("story", "pair"), PAIRS)
def test_no_conflict_is_found_where_versions_agree(story: DemoStory, pair: DemoPair) -> None:
    """One of these is the clean story, whose versions agree throughout."""
    text = document(story, pair.files[0]).text

    unexpected = [
        finding.message
        for finding in conflicts(story, *pair.files)
        if not any(lights(finding.a, told.words[0], text) for told in pair.contradictions)
    ]

    assert unexpected == []
