"""Taking something out of the app: who did is on the record."""

from django.db import transaction

from articles.audit import record
from articles.models import Draft, User
from review.outgoing.exports import MAKINGS, Export, File, made
from review.verbs import Verb


def take_out(*, by: User, draft: Draft, export: Export) -> File:
    """A file, made before it is recorded, since that may take a while. Raises Refused for copy that is not approved."""
    MAKINGS[export].check(by, draft)
    file = made(export, draft)
    with transaction.atomic():
        details = {"taken": export.label, "draft": draft.label, "sha256": draft.sha256}
        record(story=draft.story, actor=by, verb=Verb.TOOK_OUT, details=details)
    return file
