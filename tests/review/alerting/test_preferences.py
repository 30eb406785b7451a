"""Each person hears of each kind at once, once a day or not by mail, as they chose."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.utils.timezone import now

from articles.models import Desk, Role, User
from review.actions.decisions import hold
from review.alerting.preferences import choose, next_digest_at
from review.alerting.sending import send_alerts
from review.models import Alert, AlertKind, AlertState, Delivery, DigestTime
from tests.factories import AlertFactory, StoryFactory, member
from tests.review.conftest import Newsroom


@pytest.fixture
def chief(newsroom: Newsroom) -> User:
    return newsroom.chief


def told(newsroom: Newsroom) -> Alert:
    """Another chief puts the story on hold, which this one hears of."""
    hold(by=member(newsroom.desk, Role.CHIEF), story=newsroom.story, note="A lawyer called.")
    return Alert.objects.get(recipient=newsroom.chief)


def test_who_chose_nothing_is_told_at_once(newsroom: Newsroom) -> None:
    told(newsroom)

    send_alerts()

    assert [newsroom.chief.email] in [message.to for message in mail.outbox]


def test_who_wants_no_mail_of_a_kind_reads_it_in_the_app_alone(newsroom: Newsroom, chief: User) -> None:
    choose(chief, {AlertKind.HELD: Delivery.NEVER})

    alert = told(newsroom)
    send_alerts()

    assert [chief.email] not in [message.to for message in mail.outbox]
    assert alert.state == AlertState.DROPPED
    assert alert in Alert.objects.to(chief)


def test_digest_waits_for_the_persons_hour(newsroom: Newsroom, chief: User) -> None:
    choose(chief, {AlertKind.HELD: Delivery.DAILY})
    alert = told(newsroom)

    send_alerts()

    alert.refresh_from_db()
    assert alert.state == AlertState.WAITING
    assert alert.next_try_at > now()
    assert [chief.email] not in [message.to for message in mail.outbox]


def test_digest_is_one_mail_of_all_stories_of_the_day(newsroom: Newsroom, chief: User) -> None:
    other = StoryFactory.create(desk=newsroom.desk, slug="budget-vote")
    for story in (newsroom.story, newsroom.story, other):
        AlertFactory.create(recipient=chief, story=story, in_digest=True, note=f"News of {story}.")
    AlertFactory.create(recipient=newsroom.reporter, story=newsroom.story, in_digest=True)

    send_alerts()

    assert sorted(message.to[0] for message in mail.outbox) == sorted([chief.email, newsroom.reporter.email])
    [mine] = [message for message in mail.outbox if message.to == [chief.email]]
    body = str(mine.body)
    assert mine.subject == "Your day: 2 stories"
    assert body.count("News of harbour-wall.") == 2
    assert body.index("== budget-vote") < body.index("News of budget-vote.") < body.index("== harbour-wall")
    assert not Alert.objects.exclude(state=AlertState.SENT).exists()


def test_what_was_read_in_the_app_is_left_out_of_the_digest(newsroom: Newsroom, chief: User) -> None:
    AlertFactory.create(recipient=chief, story=newsroom.story, in_digest=True, read_at=now())

    send_alerts()

    assert mail.outbox == []


def test_choice_holds_for_what_still_waits(newsroom: Newsroom, chief: User) -> None:
    alert = told(newsroom)

    choose(chief, {AlertKind.HELD: Delivery.DAILY})
    alert.refresh_from_db()
    daily = alert.in_digest, alert.next_try_at > now()
    choose(chief, {AlertKind.HELD: Delivery.AT_ONCE})
    alert.refresh_from_db()

    assert daily == (True, True)
    assert (alert.in_digest, alert.next_try_at <= now()) == (False, True)


@pytest.mark.parametrize(
    ("time_zone", "after", "expected"),
    [
        ("Europe/London", datetime(2026, 7, 1, 5, 30, tzinfo=UTC), datetime(2026, 7, 1, 6, 0, tzinfo=UTC)),
        ("Europe/London", datetime(2026, 7, 1, 6, 0, tzinfo=UTC), datetime(2026, 7, 2, 6, 0, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 7, 1, 12, 0, tzinfo=UTC), datetime(2026, 7, 2, 11, 0, tzinfo=UTC)),
        ("Europe/London", datetime(2026, 10, 24, 12, 0, tzinfo=UTC), datetime(2026, 10, 25, 7, 0, tzinfo=UTC)),
    ],
    ids=["later today", "tomorrow", "on another clock", "after the clocks change"],
)
def test_digest_comes_at_the_persons_hour_on_their_clock(time_zone: str, after: datetime, expected: datetime) -> None:
    assert next_digest_at(DigestTime(hour=7, time_zone=time_zone), after=after) == expected


def test_who_names_no_clock_gets_the_digest_on_their_desks(newsroom: Newsroom, chief: User) -> None:
    Desk.objects.update(time_zone="Asia/Tokyo")

    due = next_digest_at(DigestTime(user=chief, hour=7), after=datetime(2026, 7, 1, tzinfo=UTC))

    assert due == datetime(2026, 7, 1, 22, 0, tzinfo=UTC)
    assert due - datetime(2026, 7, 1, tzinfo=UTC) < timedelta(days=1)
