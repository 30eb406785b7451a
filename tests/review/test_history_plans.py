"""What is asked all the time is read off an index: a longer history is not walked through for it."""

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from articles.models import Membership, Role, Story, StoryState, Upload
from articles.wording import newest_with
from review.board.filters import Filters
from review.board.first import first_of_each_state
from review.board.rows import MOST_IN_A_COLUMN, columns_of, table_of
from review.board.stories import stories_for
from review.models import Alert, Analysis, Comparison
from review.precision import MOST_WEIGHED, verdicts_on
from review.runs.lapsing import _lapsed
from tests.factories import MembershipFactory, StoryFactory, UserFactory

ON_POSTGRESQL = "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off"


@pytest.fixture
def editor(db: None) -> Membership:
    return MembershipFactory.create(role=Role.EDITOR)


@pytest.fixture
def long_history(editor: Membership) -> None:
    """As many rows as an index is worth while for, and its planner knows of them: else it picks as it likes."""
    states = list(StoryState)
    Story.objects.bulk_create(
        Story(
            desk=editor.desk,
            slug=f"story-{number}",
            opened_by=editor.user,
            state=states[number % len(states)],
            is_blocked=number % 100 < 2,
            is_stale=number % 100 > 97,
        )
        for number in range(3000)
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_story, articles_desk, articles_membership, articles_user")


def plan_of(sql: str) -> str:
    """How the database would go about it, with as many rows as an index is worth while for."""
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if not is_sqlite:
            cursor.execute(ON_POSTGRESQL)
        cursor.execute(
            f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{sql.replace('%', '%%')}", [] if is_sqlite else None
        )
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def asked_by(rows: QuerySet) -> str:  # type: ignore[type-arg]
    with CaptureQueriesContext(connection) as asked:
        list(rows)
    return str(asked.captured_queries[-1]["sql"])


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        (Filters(), "story_by_urgency"),
        (Filters(blocking=True), "story_blocked"),
        (Filters(stale=True), "story_stale"),
    ],
)
def test_the_boards_columns_are_read_off_an_index_without_sorting(
    editor: Membership, long_history: None, filters: Filters, index: str
) -> None:
    with CaptureQueriesContext(connection) as asked:
        totals = {(editor.desk_id, state.value): 1 for state in StoryState}
        list(first_of_each_state(stories_for(editor.user, filters).stories, filters, totals, most=MOST_IN_A_COLUMN))
    (union,) = [query["sql"] for query in asked.captured_queries if "UNION ALL" in query["sql"]]

    plan = plan_of(union.rpartition("ORDER BY")[0])  # what was picked may be sorted

    assert plan.count(index) >= len(StoryState)  # and where it joins what was picked, if it likes
    assert "TEMP B-TREE" not in plan
    assert "Sort Key" not in plan


@pytest.mark.parametrize(
    ("index", "rows"),
    [
        ("upload_due", Upload.objects.to_be_read().filter(due_at__lte=now()).order_by()),
        ("analysis_due", Analysis.objects.due().order_by()),
        ("comparison_due", Comparison.objects.due().order_by()),
        ("analysis_by_end", Analysis.objects.order_by().filter(finished_at__gte=now())),
        ("comparison_by_end", Comparison.objects.order_by().filter(finished_at__gte=now())),
        ("alert_by_time", Alert.objects.all()),
        ("story_by_touch", Story.objects.order_by("-touched_at")[:8]),
        ("alert_unread", Alert.objects.order_by().filter(recipient=1, read_at=None)),
        ("story_lagging", Story.objects.lagging()),
        ("story_by_record", Story.objects.order_by().filter(recorded_at__gt=now())),
        ("story_by_slug_line", Story.objects.filter(desk=1).of_slug_line("Harbour wall").order_by()),
        ("story_by_assignee", Story.objects.order_by().filter(assignee=None, desk=1).values("state")),
        ("until", _lapsed().order_by().values("story")),
    ],
)
def test_what_waits_is_read_off_an_index(db: None, index: str, rows: QuerySet) -> None:  # type: ignore[type-arg]
    plan = plan_of(asked_by(rows.all()))

    assert index in plan or (connection.vendor == "postgresql" and "Seq Scan" not in plan)


@pytest.mark.parametrize(
    "filters", [Filters(words="harbour"), Filters(stale=True), Filters(news=True), Filters(mine=True)]
)
def test_filters_show_the_same_in_columns_and_table(editor: Membership, filters: Filters) -> None:
    for number, state in enumerate([*StoryState, *StoryState]):
        opened_by = editor.user if number % 2 else UserFactory.create()
        StoryFactory.create(desk=editor.desk, slug=f"harbour-{number}", state=state, opened_by=opened_by)

    chosen = stories_for(editor.user, filters)
    columns = {row.story for column in columns_of(chosen, filters) for row in column.rows}

    assert columns == {row.story for row in table_of(chosen, filters, "1")[1]}
    assert columns == set(chosen.stories)


def test_a_word_is_found_by_its_index_however_many_drafts_have_it(editor: Membership) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT proconfig FROM pg_proc WHERE proname = 'articles_drafts_with'")
            assert cursor.fetchone() == (["enable_seqscan=off"],)
    else:
        with CaptureQueriesContext(connection) as asked:
            newest_with("harbour", editor.user)
        plan = plan_of(str(asked.captured_queries[-1]["sql"]))
        assert "VIRTUAL TABLE INDEX" in plan
        assert "TEMP B-TREE" not in plan  # the newest come first by themselves


def test_a_desks_newest_words_are_found_without_sorting_all(editor: Membership) -> None:
    with CaptureQueriesContext(connection) as asked:
        verdicts_on(editor.desk, today=now().date())
    (sql,) = (str(query["sql"]) for query in asked.captured_queries)

    plan = plan_of(sql)

    assert sql.endswith(f"LIMIT {MOST_WEIGHED}")
    assert "TEMP B-TREE" not in plan
    assert "Sort Key" not in plan


def test_a_column_shows_its_first_whichever_desk_they_are_of(editor: Membership) -> None:
    other = MembershipFactory.create(user=editor.user)
    wanted = [
        StoryFactory.create(desk=desk, slug=f"story-{number}", state=StoryState.FILED, priority=1 + number // 10)
        for number in range(14)
        for desk in (editor.desk, other.desk)
    ]
    StoryFactory.create(state=StoryState.FILED, priority=1)  # of a desk that is not theirs

    filed = next(
        column
        for column in columns_of(stories_for(editor.user, Filters()), Filters())
        if column.state == StoryState.FILED
    )

    assert [row.story.priority for row in filed.rows] == [1] * 20
    assert {row.story for row in filed.rows} == set(wanted[:20])
    assert filed.total == 28


def test_a_page_of_the_table_is_the_same_cut_of_all_stories(
    editor: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("review.board.rows.MOST_IN_A_TABLE", 4)
    for number, state in enumerate([*StoryState, *StoryState]):
        StoryFactory.create(desk=editor.desk, slug=f"story-{number}", state=state, priority=1 + number % 3)
    chosen, filters = stories_for(editor.user, Filters()), Filters(as_table=True)

    def all_pages(*, ahead: int) -> list[Story]:
        monkeypatch.setattr("review.board.rows.MOST_AHEAD", ahead)
        return [row.story for page in range(1, 6) for row in table_of(chosen, filters, str(page))[1]]

    read_ahead, from_both_ends, sorted_all = all_pages(ahead=99), all_pages(ahead=9), all_pages(ahead=0)

    assert read_ahead == from_both_ends == sorted_all
    assert len(set(sorted_all)) == Story.objects.count()
