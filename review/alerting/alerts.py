"""Who is told what: outbox rows, written in the transaction of what they tell."""

import uuid
from collections.abc import Iterable
from dataclasses import asdict
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.timezone import now

from articles.audit import record
from articles.models import Draft, Role, Story, User
from review.alerting.news import was_told
from review.alerting.preferences import plan_for
from review.models import Alert, AlertKind, AlertState, LastLooked
from review.runs.queue import Errand, enqueue
from review.standing import ApprovalKind, ApprovalStanding, Standing, Work, approval_standing, rank, standings, work_on
from review.verbs import Verb
from review.webhooks.announcing import announce_flagged, announce_stale


def tell(
    kind: AlertKind,
    *,
    story: Story,
    draft: Draft | None,
    by: User | None,
    note: str = "",
    to: Iterable[User] | None = None,
    findings: Iterable[Standing] = (),
) -> None:
    """Write one alert a person; by default to the story's writers and chiefs. Nobody is told of their own act."""
    told = _severities(findings)
    people = [person for person in (concerned(story) if to is None else to) if person != by]
    for person in people:
        _write(kind, person, story=story, draft=draft, by=by, note=note, findings=told)
    if people:
        enqueue(Errand.SEND_ALERTS)


def new_message_id() -> str:
    return f"<{uuid.uuid4()}@{urlsplit(settings.SITE_URL).hostname}>"


def concerned(story: Story) -> QuerySet[User]:
    """The story's writers and the desk's chiefs: active people who are on the desk today."""
    on_the_desk = User.objects.filter(is_active=True, memberships__desk=story.desk)
    drafts = Draft.objects.filter(story=story)
    wrote = Q(pk__in=drafts.values("written_by")) | Q(pk__in=drafts.values("handed_in_by"))
    return on_the_desk.filter(wrote | Q(memberships__role=Role.CHIEF)).distinct()


def tell_awaiting(draft: Draft, *, by: User | None) -> None:
    """Ask the chiefs who may sign this draft: once, and not while they have yet to read that the story awaits them."""
    drafts = Draft.objects.filter(story=draft.story)
    asked = _awaiting(draft.story).filter(Q(draft=draft) | Q(read_at=None)).values("recipient")
    chiefs = concerned(draft.story).filter(memberships__role=Role.CHIEF, memberships__desk=draft.story.desk)
    may_sign = (
        chiefs.exclude(pk__in=asked)
        .exclude(pk__in=drafts.filter(written_by__isnull=False).values("written_by"))
        .exclude(pk__in=drafts.values("handed_in_by"))
        .exclude(pk__in=drafts.filter(upload__isnull=False).values("upload__uploaded_by"))
    )
    tell(AlertKind.AWAITING, story=draft.story, draft=draft, by=by, to=may_sign)


def withdraw_awaiting(story: Story) -> None:
    """Nobody needs to read any more that the story awaited a signature; the next time they are asked anew."""
    _awaiting(story).filter(read_at=None).update(read_at=now())


def tell_stale(story: Story, *, before: ApprovalStanding, by: User) -> None:
    """Say and record that a signature no longer holds for the text that stands, where it did before."""
    after = approval_standing(story)
    if before.holds and after.kind == ApprovalKind.STALE:
        words = _what_went_stale(after)
        record(story=story, actor=None, verb=Verb.WENT_STALE, details={"signed": words})
        tell(AlertKind.STALE, story=story, draft=after.current, by=by, note=words)
        announce_stale(story, after)


def tell_findings(story: Story, *, work: Work | None = None) -> None:
    """After a run: what was signed and is contradicted now, and each draft whose own work is over and that is flagged.

    A person hears only of what is new or worse since they last looked, and of nothing twice. `work` is the story's,
    where it is at hand.
    """
    tell_new_conflicts(story)
    work = work or work_on(story)
    through = [draft for draft in work.drafts if _is_through(draft, work)]
    found = standings(story, drafts=work.drafts) if through else []
    newest = {standing: max(_numbers(standing, work.drafts)) for standing in found if standing.is_open}
    for draft in through:
        flagged = [s for s, number in newest.items() if number == draft.number and _is_at_threshold(s, story)]
        _tell_news(AlertKind.FLAGGED, story, draft, flagged)
        announce_flagged(story, draft, flagged)


def tell_new_conflicts(story: Story, *, by: User | None = None) -> None:
    """What was signed and is contradicted since; `by` is whoever opened it again."""
    approval = approval_standing(story)
    if approval.kind == ApprovalKind.NEW_CONFLICT:
        _tell_news(AlertKind.NEW_CONFLICT, story, approval.current, approval.new_conflicts, by=by)


def _what_went_stale(approval: ApprovalStanding) -> str:
    """ "Caro Chief signed draft A1; draft A3 has taken its place." """
    decision, current = approval.decision, approval.current
    signed = f"{decision.by} signed draft {decision.draft.label}" if decision and decision.draft else "It was signed"
    return f"{signed}; {f'draft {current.label} has taken its place' if current else 'it has been left out since'}."


def _write(
    kind: AlertKind,
    person: User,
    *,
    story: Story,
    draft: Draft | None,
    by: User | None,
    findings: dict[str, str],
    note: str = "",
) -> None:
    Alert.objects.create(
        recipient=person,
        story=story,
        draft=draft,
        kind=kind,
        caused_by=by,
        note=note.strip(),
        findings=findings,
        message_id=new_message_id(),
        **asdict(plan_for(person, kind)),
    )


def _awaiting(story: Story) -> QuerySet[Alert]:
    return Alert.objects.filter(story=story, kind=AlertKind.AWAITING)


def _tell_news(
    kind: AlertKind, story: Story, draft: Draft | None, found: Iterable[Standing], *, by: User | None = None
) -> None:
    found = list(found)
    people = [person for person in concerned(story) if person != by] if found else []
    news = {person: new for person in people if (new := _news_to(person, story, found))}
    for person, new in news.items():
        if not (kind == AlertKind.FLAGGED and _told_with_the_question(person, draft, new)):
            _write(kind, person, story=story, draft=draft, by=by, findings=_severities(new))
    if news:
        enqueue(Errand.SEND_ALERTS)


def _told_with_the_question(person: User, draft: Draft | None, news: list[Standing]) -> bool:
    """Whoever is just about to be asked to sign this draft hears in that mail what was found in it, not in another."""
    if draft is None:
        return False
    plan = plan_for(person, AlertKind.FLAGGED)
    unsent = _awaiting(draft.story).filter(recipient=person, draft=draft, read_at=None, tries=0)
    question = unsent.filter(state=plan.state, in_digest=plan.in_digest).first()
    if question is None or plan.state != AlertState.WAITING:
        return False
    question.findings |= _severities(news)
    question.save(update_fields=["findings"])
    return True


def _severities(found: Iterable[Standing]) -> dict[str, str]:
    return {standing.finding.fingerprint: standing.finding.severity for standing in found}


def _news_to(person: User, story: Story, found: Iterable[Standing]) -> list[Standing]:
    """What this person was not told as gravely before, nor could have seen when they last looked.

    What was opened again is news again, from then on.
    """
    looked = LastLooked.objects.filter(user=person, story=story).first()
    told = list(Alert.objects.filter(recipient=person, story=story))
    return [s for s in found if not was_told(s, told) and not (looked and s.open_since and s.open_since <= looked.at)]


def _is_through(draft: Draft, work: Work) -> bool:
    """Whether all of the draft's own work is over."""
    runs = [work.analysis_of(draft), *work.comparisons_of(draft)]
    return all(run and run.is_over for run in runs)


def _is_at_threshold(standing: Standing, story: Story) -> bool:
    return rank(standing.finding.severity) <= rank(story.desk.alert_threshold)


def _numbers(standing: Standing, drafts: Iterable[Draft]) -> list[int]:
    return [draft.number for draft in drafts if standing.concerns(draft)]
