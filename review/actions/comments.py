"""What people say to each other: on words of a draft, on a finding, on a claim. A thread is only ever added to."""

import re

from django.db import transaction

from analysis.anchors import found_again
from analysis.spans import Span, paragraphs
from articles.audit import record
from articles.models import Draft, Story, User
from review.alerting import alerts
from review.mentions import mentioned_in
from review.models import AlertKind, Annotation, AnnotationKind, Comment, CommentKind, Finding, Passage
from review.policies import Refused, check_can_comment
from review.verbs import Verb

LONGEST = 1_000  # letters of a draft that one comment can be on
_VERBS = {
    CommentKind.SAID: Verb.COMMENTED,
    CommentKind.RESOLVED: Verb.RESOLVED_COMMENT,
    CommentKind.REOPENED: Verb.REOPENED_COMMENT,
}


@transaction.atomic
def comment_on_words(*, by: User, draft: Draft, words: str, text: str, paragraph: int | None = None) -> Comment:
    """Begin a thread on these words of the draft, in this paragraph (counted from 1) where it is known.

    Raises Refused where they stand nowhere, or in several places.
    """
    story = Story.objects.locked().get(pk=draft.story_id)
    check_can_comment(by, story)
    place = _place_of(words, draft, paragraph)
    annotation = Annotation.objects.create(story=story, kind=AnnotationKind.NOTE)
    passage = Passage.of(draft, place, annotation=annotation)
    passage.save()
    return _say(annotation, CommentKind.SAID, text, by=by, on=passage.exact, draft=draft)


@transaction.atomic
def comment(*, by: User, annotation: Annotation, text: str, kind: CommentKind = CommentKind.SAID) -> Comment:
    """Answer in a thread, begin one on a finding or a claim, close it or open it again."""
    story = Story.objects.locked().get(pk=annotation.story_id)
    check_can_comment(by, story)
    if kind != CommentKind.SAID and is_open(annotation) == (kind == CommentKind.REOPENED):
        raise Refused("Somebody was faster: look at the thread again.")
    return _say(annotation, kind, text, by=by, on=_subject(annotation))


def thread_on(finding: Finding) -> Annotation:
    """Where people talk of this finding: it is another row in each draft, and one thread through all of them."""
    alike = Annotation.objects.filter(story=finding.annotation.story_id, finding__fingerprint=finding.fingerprint)
    return alike.filter(comments__isnull=False).order_by("pk").first() or finding.annotation


def is_open(annotation: Annotation) -> bool:
    last = annotation.comments.exclude(kind=CommentKind.SAID).last()
    return last is None or last.kind == CommentKind.REOPENED


def carry_notes(draft: Draft) -> None:
    """Find the words that people commented on in the draft that this one revises. What is gone stays behind."""
    if draft.revises is None:
        return
    notes = Annotation.objects.filter(story=draft.story, kind=AnnotationKind.NOTE)
    told = Passage.objects.filter(annotation__in=notes, draft__version=draft.version).order_by("draft__number", "pk")
    last = {passage.annotation_id: passage for passage in told}
    for passage in last.values():
        where = {"exact": passage.exact, "prefix": passage.prefix, "suffix": passage.suffix}
        if place := found_again(draft.text, **where):
            Passage.of(draft, place, annotation=passage.annotation).save()


def _say(
    annotation: Annotation, kind: CommentKind, text: str, *, by: User, on: str, draft: Draft | None = None
) -> Comment:
    story, text = annotation.story, text.strip()
    if kind == CommentKind.SAID and not text:
        raise Refused("Say something: an empty comment tells nobody anything.")
    said = Comment.objects.create(annotation=annotation, kind=kind, text=text, by=by)
    details = {"on": on, "draft": draft.label if draft else None, "note": text}
    record(story=story, actor=by, verb=_VERBS[kind], details=details)
    called = mentioned_in(text, story.desk).people
    alerts.tell(AlertKind.MENTIONED, story=story, draft=draft, by=by, note=text, to=called)
    return said


def _place_of(words: str, draft: Draft, paragraph: int | None) -> Span:
    """Blanks and line ends count as one: words are selected as a browser shows them."""
    if not words.strip():
        raise Refused("Select the words in the copy, or type them as they stand there.")
    if len(words) > LONGEST:
        raise Refused(f"A comment can be on {LONGEST} letters at most.")
    within = list(paragraphs(draft.text))
    where = within[paragraph - 1] if paragraph and paragraph <= len(within) else Span(0, len(draft.text))
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = [Span(*at.span()) for at in pattern.finditer(draft.text, where.start, where.end)]
    if not found:
        raise Refused(f"“{words.strip()}” stands nowhere in draft {draft.label}, written like that.")
    if len(found) > 1 and not paragraph:
        raise Refused(f"“{words.strip()}” stands in {len(found)} places of draft {draft.label}: take a few words more.")
    return found[0]


def _subject(annotation: Annotation) -> str:
    """What the thread is on, in words."""
    match annotation.kind:
        case AnnotationKind.FINDING:
            return annotation.finding.message
        case AnnotationKind.CLAIM:
            return annotation.claim.text
    first = annotation.passages.order_by("pk").first()
    return first.exact if first else ""
