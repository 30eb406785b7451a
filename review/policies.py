"""Who may do what: plain functions that refuse with the sentence that the page shows."""

from collections.abc import Set

from analysis.findings import Severity
from articles.models import Desk, Draft, DraftStanding, Role, Story, StoryState, User
from review.models import SIGNATURES, DecisionKind, Finding
from review.moves import MOVES, Move
from review.standing import ApprovalKind, SignOff, Standing, obstacles, own_draft
from review.verbs import AccountVerb

_CALLED = {Role.EDITOR: "an editor", Role.CHIEF: "a chief", Role.LEGAL: "a lawyer"}


class Refused(Exception):
    """What was refused, and why, in one sentence for the person who asked."""


def who_was_faster(other: User | None, by: User) -> str:
    """How a refusal begins where `other` (None: the system) decided since the person looked."""
    if other == by:
        return "You were faster yourself, in another window perhaps"
    return f"{other or 'Backread'} was faster"


def check_can_open_story(user: User, desk: Desk) -> None:
    _check_is_on(user, desk)


def check_can_hand_in(user: User, story: Story) -> None:
    _check_is_on(user, story.desk)
    _check_is_alive(story)


def check_can_follow(user: User, story: Story) -> None:
    """Ask for a comparison, or to try a run again."""
    _check_is_on(user, story.desk)
    _check_is_alive(story)


def check_can_plan(user: User, story: Story) -> None:
    """Editors and chiefs plan; who looks after a story may hand it on."""
    if story.assignee_id != user.pk:
        _check_has_role(user, story.desk, Role.EDITOR, Role.CHIEF, to="plan a story")
    _check_is_on(user, story.desk)
    _check_is_alive(story)


def check_can_run_desk(user: User, desk: Desk) -> None:
    """Invite people, give roles, change settings: an administrator may as well, on whatever desk."""
    if not user.is_superuser:
        _check_has_role(user, desk, Role.CHIEF, to="change how the desk is run")


def check_can_switch_on(user: User, person: User) -> None:
    """Who was switched off with their last desk comes back with another; whom an administrator did, by one."""
    last = person.events.filter(verb=AccountVerb.SWITCHED_OFF).order_by("-number").first()
    if last and "desk" not in last.details and not user.is_superuser:
        raise Refused(f"An administrator switched off the account of {person}: ask one to let them in again.")


def check_can_tune(user: User, desk: Desk) -> None:
    """Lower or silence a check: of whoever answers for the copy."""
    _check_has_role(user, desk, Role.CHIEF, to="change how loud a check is")


def check_can_connect(user: User, desk: Desk) -> None:
    """Tokens and webhooks let copy out: they are of whoever answers for it, and not of administrators."""
    _check_has_role(user, desk, Role.CHIEF, to="connect other systems")


def check_can_list(user: User, desk: Desk) -> None:
    _check_has_role(user, desk, Role.EDITOR, Role.CHIEF, to="change the house list")


def check_can_resolve(user: User, finding: Finding) -> None:
    story = finding.annotation.story
    _check_has_role(user, story.desk, Role.EDITOR, Role.CHIEF, to="decide on findings")
    _check_is_alive(story)


def check_can_dismiss_with_others(standing: Standing) -> None:
    """One of several that are dismissed in one act; whether the person may decide at all is asked before."""
    if standing.finding.severity == Severity.BLOCKER:
        raise Refused("A blocker is never dismissed together with others: decide on it by itself.")
    if not standing.is_open:
        raise Refused(f"The finding stands as “{standing.label}” already.")


def check_can_take_back(user: User, standing: Standing) -> None:
    check_can_resolve(user, standing.finding)
    if standing.resolution is None:
        raise Refused("Nothing is decided of the finding.")
    if standing.resolution.by is None:
        raise Refused(f"“{standing.label}” is what the drafts themselves say: nobody takes that back.")
    if standing.resolution.story_id != standing.finding.annotation.story_id:
        raise Refused(f"That was decided for the whole desk in “{standing.resolution.story}”: open it again instead.")


def check_can_rule(user: User, story: Story) -> None:
    _check_has_role(user, story.desk, Role.EDITOR, Role.CHIEF, to="rule on names")
    _check_is_alive(story)


def check_can_check_claims(user: User, story: Story) -> None:
    _check_has_role(user, story.desk, Role.EDITOR, Role.CHIEF, Role.LEGAL, to="verify or dispute claims")
    _check_is_alive(story)


def check_can_comment(user: User, story: Story) -> None:
    _check_is_on(user, story.desk)
    _check_is_alive(story)


def check_can_read_out(user: User, draft: Draft) -> None:
    """Findings, claims and packs leave with whoever may read them here."""
    _check_is_on(user, draft.story.desk)


def check_can_publish(user: User, draft: Draft, *, at: SignOff | None = None) -> None:
    """Copy leaves for a CMS as it was approved, or as it was filed, and never while the story is held."""
    story, at = draft.story, at or SignOff(draft.story, user)
    _check_is_on(user, story.desk)
    _check_is_alive(story)
    if story.state == StoryState.ON_HOLD:
        raise Refused("The story is on hold.")
    filed = at.filed if story.state == StoryState.FILED else None
    if filed is None or filed.sha256 != draft.sha256:
        _check_is_approved(draft, at)


def check_can_exclude(user: User, draft: Draft, *, at: SignOff | None = None) -> None:
    at = at or SignOff(draft.story, user)
    _check_is_one_of(at.roles, draft.story.desk, Role.EDITOR, Role.CHIEF, to="leave a draft out")
    _check_is_alive(draft.story)
    _check_is_current(draft)
    _check_is_not_filed(draft, at)


def check_can_take_in_again(user: User, draft: Draft, *, at: SignOff | None = None) -> None:
    """A version that was left out, unless a colleague has done so already."""
    at = at or SignOff(draft.story, user)
    _check_is_one_of(at.roles, draft.story.desk, Role.EDITOR, Role.CHIEF, to="take a draft in again")
    _check_is_alive(draft.story)
    if draft.standing != DraftStanding.EXCLUDED:
        raise Refused(f"Draft {draft.label} is not left out.")


def check_can_withdraw(user: User, draft: Draft) -> None:
    """Whose draft it is may take it back; so may editors and chiefs."""
    if user.pk not in (draft.written_by_id, draft.handed_in_by_id):
        _check_has_role(user, draft.story.desk, Role.EDITOR, Role.CHIEF, to="withdraw or move others’ drafts")
    _check_is_on(user, draft.story.desk)
    _check_is_alive(draft.story)
    _check_is_current(draft)
    _check_is_not_filed(draft, SignOff(draft.story, user))


def check_can_move(user: User, draft: Draft, to: Story) -> None:
    """Within a desk: another desk's people were never shown it."""
    check_can_withdraw(user, draft)
    if to.pk == draft.story_id:
        raise Refused(f"Draft {draft.label} belongs to “{to}” already.")
    if to.desk_id != draft.story.desk_id:
        raise Refused(f"“{to}” belongs to another desk.")


def check_can_revise(user: User, draft: Draft) -> None:
    check_can_hand_in(user, draft.story)
    _check_is_not_filed(draft, SignOff(draft.story, user))


def check_can_decide(
    user: User, kind: DecisionKind, story: Story, draft: Draft | None = None, *, at: SignOff | None = None
) -> None:
    """By the table of moves, and by what each act asks for beside it; `draft` is the text that it is about."""
    move, at = MOVES[kind], at or SignOff(story, user)
    if kind in SIGNATURES and draft:
        for obstacle in obstacles(draft, user, at=at):
            raise Refused(obstacle.words)
    _check_may_start(story, move)
    _check_is_one_of(at.roles, story.desk, *move.roles, to=move.to_do)
    if move.on_text:
        if draft is None:
            raise Refused("There is no draft to decide on.")
        _check_is_current(draft)
    _check_beside(kind, draft, at)


def _check_beside(kind: DecisionKind, draft: Draft | None, at: SignOff) -> None:
    """What the table cannot say."""
    match kind:
        case DecisionKind.WITHDRAW if draft:
            _check_has_signed(draft, at)
        case DecisionKind.ASK_LEGAL:
            _check_legal_can_be_asked(at)
        case DecisionKind.LEGAL_READ if draft:
            _check_reads_for_others(draft, at)
        case DecisionKind.DROP_LEGAL if at.legal.asked is None:
            raise Refused("No legal read was asked for.")
        case DecisionKind.FILE if draft:
            _check_is_approved(draft, at)


def _check_has_signed(draft: Draft, at: SignOff) -> None:
    signatures = at.signed.get(draft.sha256, ())
    if not any(signature.by_id == at.person.pk for signature in signatures):
        raise Refused(f"Your signature does not stand under draft {draft.label}.")


def _check_legal_can_be_asked(at: SignOff) -> None:
    if at.legal.asked:
        raise Refused("A legal read is asked for already.")
    desk = at.story.desk
    lawyers = User.objects.filter(is_active=True, memberships__desk=desk, memberships__role=Role.LEGAL)
    if not lawyers.exists():
        raise Refused(f"Nobody on the desk “{desk}” reads for legal.")


def _check_reads_for_others(draft: Draft, at: SignOff) -> None:
    if own := own_draft(at.person, draft.story):
        raise Refused(f"You wrote or handed in draft {own.label}: somebody who did neither reads it for legal.")
    if at.legal.is_given_for(draft):
        raise Refused(f"Legal has read the text of draft {draft.label} already.")


def _check_is_approved(draft: Draft, at: SignOff) -> None:
    """`current` alone says nothing: it is also the unsigned revision of an approved text, or one half signed."""
    if not at.approval.holds or not at.approval.current or at.approval.current.sha256 != draft.sha256:
        raise Refused(f"Draft {draft.label} is not the text that was approved.")
    if at.approval.kind == ApprovalKind.NEW_CONFLICT:
        raise Refused("A conflict came up since the text was approved: decide on it first.")


def _check_may_start(story: Story, move: Move) -> None:
    if story.state in move.starts:
        return
    if story.state == StoryState.KILLED:
        raise Refused("The story was killed.")
    if len(move.starts) == 1:
        (wanted,) = move.starts
        raise Refused(f"The story is not {wanted.label.lower()}.")
    raise Refused(f"The story is {story.get_state_display().lower()}.")


def _check_is_not_filed(draft: Draft, at: SignOff) -> None:
    """Nor another draft of the version that was filed, until a correction is begun."""
    filed = None if at.correction else at.filed
    if filed and filed.draft and filed.draft.version == draft.version:
        raise Refused(f"Draft {filed.draft.label} is filed: begin a correction, and say what was wrong.")


def _check_is_on(user: User, desk: Desk) -> None:
    if not user.is_on(desk):
        raise Refused(f"You are not on the desk “{desk}”.")


def _check_has_role(user: User, desk: Desk, *roles: Role, to: str) -> None:
    held = user.memberships.filter(desk=desk).values_list("role", flat=True)
    _check_is_one_of(frozenset(map(Role, held)), desk, *roles, to=to)


def _check_is_one_of(held: Set[Role], desk: Desk, *roles: Role, to: str) -> None:
    if not held:
        raise Refused(f"You are not on the desk “{desk}”.")
    if not held & set(roles):
        raise Refused(f"Only {' or '.join(_CALLED[role] for role in roles)} of the desk “{desk}” can {to}.")


def _check_is_alive(story: Story) -> None:
    if story.state == StoryState.KILLED:
        raise Refused("The story was killed.")


def _check_is_current(draft: Draft) -> None:
    if draft.standing != DraftStanding.CURRENT:
        raise Refused(f"Draft {draft.label} is {draft.get_standing_display().lower()}: another text stands for it now.")
