"""The end of a killed story's copy: all that was handed in, found, said and sent goes; the record's hashes stay."""

from django.db import transaction
from django.db.models import ManyToOneRel, Model

from articles.audit import record
from articles.models import AuditDetails, AuditEvent, Story
from review.models import Decision, DecisionKind, Resolution, Scope
from review.standing.marks import mark
from review.verbs import Verb


@transaction.atomic
def purge_story(story: Story) -> None:
    """Leave of a killed story who did what when, and that it was killed; what was decided for its whole desk holds on.

    Mails kept as files, and the words in the search index, are the caller's to delete.
    """
    story = Story.objects.locked().get(pk=story.pk)
    killed = story.decisions.filter(kind=DecisionKind.KILL).latest("at")
    rows = {"drafts": story.drafts.count(), "files": story.uploads.count(), "mails": story.alerts.count()}
    Resolution.objects.filter(story=story).exclude(scope=Scope.DESK).delete()
    Decision.objects.filter(story=story).delete()
    for draft in story.drafts.defer("text").order_by("-number"):  # a draft goes after its revisions
        draft.delete()
    for model, field in _belongings():
        model._default_manager.filter(**{field: story}).delete()
    AuditDetails.objects.filter(event__story=story).delete()
    Decision.objects.create(story=story, kind=DecisionKind.KILL, by=killed.by, at=killed.at)
    story.slug, story.handover_note = f"purged-{story.pk}", ""
    story.save(update_fields=["slug", "handover_note"])
    record(story=story, actor=None, verb=Verb.PURGED, details=rows)
    mark([story.pk])


def _belongings() -> list[tuple[type[Model], str]]:
    """Every model with a story, whoever adds one, and its field; but for the record and what holds for the desk."""
    relations = [each for each in Story._meta.get_fields(include_hidden=True) if isinstance(each, ManyToOneRel)]
    kept = (AuditEvent, Decision, Resolution)
    return [(each.related_model, each.field.name) for each in relations if each.related_model not in kept]
