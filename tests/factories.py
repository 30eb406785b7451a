"""Rows for tests: people on desks, stories with drafts, and findings in them."""

import hashlib
from typing import Any

import factory
from django.utils.timezone import now
from factory.django import DjangoModelFactory

from analysis.findings import Finding as Found
from analysis.findings import Kind, Severity, Values
from analysis.spans import Span
from analysis.versions import VERSIONS
from articles.canonical import canonical
from articles.models import Desk, Draft, HouseEntry, Membership, Role, Story, Upload, User
from review.models import (
    Alert,
    AlertKind,
    Analysis,
    Annotation,
    AnnotationKind,
    Call,
    Claim,
    Comparison,
    Finding,
    Passage,
    Reason,
    Resolution,
    ResolutionKind,
    RunState,
    Stage,
    Token,
    Webhook,
    WebhookEvent,
)

PASSWORD = "second-pair-of-eyes"


class UserFactory(DjangoModelFactory[User]):
    """Somebody who cannot log in by password, since hashing one takes long; `can_log_in=True` gives them PASSWORD."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        can_log_in = factory.Trait(password=factory.django.Password(PASSWORD))

    username = factory.Sequence(lambda n: f"person{n}")
    first_name = factory.Sequence(lambda n: f"Person {n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@backread.example")
    password = "!"


class DeskFactory(DjangoModelFactory[Desk]):
    class Meta:
        model = Desk

    name = factory.Sequence(lambda n: f"Desk {n}")
    slug = factory.Sequence(lambda n: f"desk-{n}")


class MembershipFactory(DjangoModelFactory[Membership]):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    desk = factory.SubFactory(DeskFactory)
    role = Role.REPORTER


class HouseEntryFactory(DjangoModelFactory[HouseEntry]):
    class Meta:
        model = HouseEntry

    desk = factory.SubFactory(DeskFactory)
    name = "Mira Okonjo"
    label = "PERSON"


class StoryFactory(DjangoModelFactory[Story]):
    class Meta:
        model = Story

    desk = factory.SubFactory(DeskFactory)
    slug = factory.Sequence(lambda n: f"harbour-{n}")
    opened_by = factory.SubFactory(UserFactory)


class UploadFactory(DjangoModelFactory[Upload]):
    class Meta:
        model = Upload

    story = factory.SubFactory(StoryFactory)
    uploaded_by = factory.SubFactory(UserFactory)
    filename = "harbour.txt"
    content = factory.Sequence(lambda n: f"The harbour wall is {n} metres long.".encode())
    sha256 = factory.LazyAttribute(lambda upload: hashlib.sha256(upload.content).hexdigest())


class DraftFactory(DjangoModelFactory[Draft]):
    """An independent draft of its own version, unless `version` and `revises` say otherwise."""

    class Meta:
        model = Draft

    story = factory.SubFactory(StoryFactory)
    number = factory.LazyAttribute(lambda draft: draft.story.drafts.count() + 1)
    version = factory.SelfAttribute("number")
    handed_in_by = factory.SubFactory(UserFactory)
    headline = "Harbour wall to be rebuilt"
    text = factory.LazyAttributeSequence(
        lambda draft, n: canonical(headline=draft.headline, body=f"The wall is {n} metres long.").text
    )
    sha256 = factory.LazyAttribute(lambda draft: hashlib.sha256(draft.text.encode()).hexdigest())


class AnalysisFactory(DjangoModelFactory[Analysis]):
    class Meta:
        model = Analysis
        django_get_or_create = ("draft", "versions")

    draft = factory.SubFactory(DraftFactory)
    versions = VERSIONS
    state = RunState.DONE
    stage = Stage.FINISHED
    finished_at = factory.LazyFunction(now)


class ComparisonFactory(DjangoModelFactory[Comparison]):
    class Meta:
        model = Comparison
        django_get_or_create = ("left", "right", "versions")

    story = factory.SelfAttribute("left.story")
    versions = VERSIONS
    state = RunState.DONE
    stage = Stage.FINISHED
    finished_at = factory.LazyFunction(now)


class AnnotationFactory(DjangoModelFactory[Annotation]):
    class Meta:
        model = Annotation

    story = factory.SubFactory(StoryFactory)
    kind = AnnotationKind.FINDING


class FindingFactory(DjangoModelFactory[Finding]):
    """A grave finding of the `analysis` or `comparison` that is given, at the first word of each draft."""

    class Meta:
        model = Finding
        skip_postgeneration_save = True

    annotation = factory.SubFactory(
        AnnotationFactory, story=factory.LazyAttribute(lambda note: _drafts_of(note.factory_parent)[0].story)
    )
    kind = Kind.FIGURE.value
    conflict = True
    severity = Severity.BLOCKER.value
    confidence = 0.9
    message = "One draft says 40 metres, the other 50."
    why = "A wall has one length."
    value_a = "40"
    value_b = "50"
    fingerprint = factory.Sequence(lambda n: f"{n:016x}")
    anchor = factory.SelfAttribute("fingerprint")

    @factory.post_generation  # type: ignore[untyped-decorator]
    def passages(self: Finding, _create: bool, _extracted: object, **_others: object) -> None:  # noqa: FBT001
        for draft in _drafts_of(self):
            word = draft.text.split()[0]
            Passage.objects.create(annotation=self.annotation, draft=draft, start=0, end=len(word), exact=word)


class ClaimFactory(DjangoModelFactory[Claim]):
    """A claim that stands in no draft."""

    class Meta:
        model = Claim

    story = factory.SubFactory(StoryFactory)
    annotation = factory.SubFactory(
        AnnotationFactory, story=factory.SelfAttribute("..story"), kind=AnnotationKind.CLAIM
    )
    text = "The wall is 40 metres long."


class AlertFactory(DjangoModelFactory[Alert]):
    class Meta:
        model = Alert

    recipient = factory.SubFactory(UserFactory)
    story = factory.SubFactory(StoryFactory)
    kind = AlertKind.FLAGGED
    message_id = factory.Sequence(lambda n: f"<{n}@backread.example>")


class TokenFactory(DjangoModelFactory[Token]):
    """A token that nobody holds."""

    class Meta:
        model = Token

    desk = factory.SubFactory(DeskFactory)
    name = factory.Sequence(lambda n: f"System {n}")
    account = factory.SubFactory(UserFactory, is_active=False)
    scopes = ["drafts"]
    start = "backread_abcdef"
    digest = factory.Sequence(lambda n: f"{n:064x}")
    made_by = factory.SubFactory(UserFactory)


class WebhookFactory(DjangoModelFactory[Webhook]):
    class Meta:
        model = Webhook

    desk = factory.SubFactory(DeskFactory)
    url = factory.Sequence(lambda n: f"https://cms.example/{n}")
    events = [event.value for event in WebhookEvent]
    salt = factory.Sequence(lambda n: f"{n:064x}")
    made_by = factory.SubFactory(UserFactory)


class CallFactory(DjangoModelFactory[Call]):
    class Meta:
        model = Call

    webhook = factory.SubFactory(WebhookFactory)
    story = factory.SubFactory(StoryFactory)
    event = WebhookEvent.APPROVED
    message_id = factory.Sequence(lambda n: f"msg_{n}")
    body = "{}"


class ResolutionFactory(DjangoModelFactory[Resolution]):
    """An editor's dismissal of the `finding` that is given."""

    class Meta:
        model = Resolution

    story = factory.SelfAttribute("finding.annotation.story")
    fingerprint = factory.SelfAttribute("finding.fingerprint")
    kind = ResolutionKind.DISMISSED
    reason = Reason.WRONG
    by = factory.SubFactory(UserFactory)


def member(desk: Desk, role: Role = Role.REPORTER, **told: Any) -> User:  # noqa: ANN401 - any field of a person
    """A new person on the desk."""
    return MembershipFactory.create(desk=desk, role=role, user=UserFactory.create(**told)).user


def found(
    *,
    kind: Kind = Kind.FIGURE,
    severity: Severity = Severity.BLOCKER,
    fingerprint: str = "wall-length",
    message: str = "The figure differs.",
) -> Found:
    """What the analysis says, before it is stored: the first word of each text disagrees."""
    return Found(
        kind=kind,
        severity=severity,
        conflict=True,
        confidence=0.9,
        message=message,
        why="A wall has one length.",
        a=(Span(0, 3),),
        b=(Span(0, 3),),
        values=Values("40", "50"),
        subject="wall length",
        fingerprint=fingerprint,
    )


def _drafts_of(finding: object) -> tuple[Draft, ...]:
    """Of the finding, or of what is to become one, which has but one of the two attributes."""
    if analysis := getattr(finding, "analysis", None):
        return (analysis.draft,)
    comparison: Comparison = getattr(finding, "comparison")  # noqa: B009
    return comparison.left, comparison.right
