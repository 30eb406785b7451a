"""What the newsroom keeps for how long: the copy of killed stories, sessions that are over, failed log-ins."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import call_command
from django.db.models import QuerySet
from django.utils.timezone import now

from articles.models import AuditEvent, Story, StoryState
from articles.wording import forget_deleted_words
from newsroom.mail import file_name
from review.actions.purging import purge_story
from review.models import Decision, DecisionKind
from review.verbs import Verb


def purge_killed(*, days: int) -> list[Story]:
    """Purge the stories that were killed so long ago, each in a transaction of its own; none for 0 days."""
    if not days:
        return []
    due = list(killed_before(now() - timedelta(days=days)).order_by("pk"))
    for story in due:
        _delete_mails(story)  # before the rows that name them
        purge_story(story)
    if due:
        forget_deleted_words()
    return due


def killed_before(moment: datetime) -> QuerySet[Story]:
    """Stories that were killed before it and not purged since."""
    killed = Decision.objects.filter(kind=DecisionKind.KILL, at__lt=moment).values("story")
    purged = AuditEvent.objects.filter(verb=Verb.PURGED).values("story")
    return Story.objects.filter(state=StoryState.KILLED, pk__in=killed).exclude(pk__in=purged)


def forget_visitors() -> None:
    """Sessions that are over, and failed log-ins that lock nobody out any more."""
    call_command("clearsessions")
    AccessAttempt.objects.filter(attempt_time__lt=now() - settings.AXES_COOLOFF_TIME).delete()


def _delete_mails(story: Story) -> None:
    """Mails that were kept as files: also a digest goes, though it told of other stories as well."""
    for name in _names_of_mails(story):
        with suppress(FileNotFoundError):
            (Path(settings.MAIL_DIR) / file_name(name)).unlink()


def _names_of_mails(story: Story) -> Iterator[str]:
    for message_id, batch in story.alerts.values_list("message_id", "batch"):
        yield from filter(None, (message_id, batch))
