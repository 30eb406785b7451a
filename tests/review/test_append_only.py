"""What was handed in, recorded or decided: the database itself refuses to change it, after all migrations."""

import pytest
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.db import IntegrityError, models

from analysis.document import Label
from analysis.findings import Severity
from articles.models import AccountEvent, AuditDetails, AuditEvent, DeskEvent, Draft
from newsroom.signin.factors import set_up as set_up_factor
from review.actions.decisions import approve
from review.actions.desks import change_settings
from review.actions.resolutions import mark_to_fix
from review.actions.rulings import rule_on_name
from review.models import Decision, Resolution, Ruling
from review.standing import standings
from tests.factories import found
from tests.factors import code_for
from tests.review.conftest import Newsroom

SECRET = generate_totp_secret()
WALL = "The wall is 40 metres long."
CHANGES: dict[type[models.Model], list[dict[str, object]]] = {
    AuditEvent: [{"verb": "killed"}, {"digest": ""}],
    AuditDetails: [{"content": {}}],
    Draft: [{"text": "The wall is gone."}, {"sha256": ""}, {"handed_in_by": None}, {"written_by": None}],
    Decision: [{"sha256": ""}, {"note": "I never said so."}],
    Resolution: [{"kind": "dismissed"}, {"by": None}],
    AccountEvent: [{"verb": "linked"}, {"details": {}}],
    DeskEvent: [{"verb": "invited"}, {"details": {}}],
    Ruling: [{"label": "ORG"}, {"by": None}],
}


@pytest.mark.parametrize(
    ("model", "change"),
    [(model, change) for model, changes in CHANGES.items() for change in changes],
    ids=lambda told: told.__name__ if isinstance(told, type) else "".join(told),
)
def test_row_is_never_changed(newsroom: Newsroom, model: type[models.Model], change: dict[str, object]) -> None:
    newsroom.alone[WALL] = [found(severity=Severity.MINOR)]
    draft = newsroom.read_in(WALL)
    approve(by=newsroom.chief, draft=draft, seen_sha256=draft.sha256)
    mark_to_fix(by=newsroom.editor, finding=standings(newsroom.story)[0].finding, seen=None)
    rule_on_name(by=newsroom.editor, story=newsroom.story, name="wall", label=Label.FAC, seen=None)
    change_settings(by=newsroom.chief, desk=newsroom.desk, signatures_needed=2)
    set_up_factor(by=newsroom.chief, secret=SECRET, code=code_for(SECRET))

    with pytest.raises(IntegrityError, match="append-only"):
        model._default_manager.update(**change)
