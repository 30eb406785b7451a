"""Who may do what: plain functions that refuse with the sentence that the page shows."""

from analysis.findings import Severity
from articles.models import Desk, Draft, DraftStanding, Role, Story, StoryState, User
from review.models import Finding
from review.standing import Standing, obstacles

_CALLED = {Role.EDITOR: "an editor", Role.CHIEF: "a chief", Role.LEGAL: "a lawyer"}


class Refused(Exception):
    """What was refused, and why, in one sentence for the person who asked."""


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
    """Invite people, give roles, change settings, lower or silence a check."""
    _check_has_role(user, desk, Role.CHIEF, to="change how the desk is run")


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


def check_can_exclude(user: User, draft: Draft) -> None:
    _check_has_role(user, draft.story.desk, Role.EDITOR, Role.CHIEF, to="leave a draft out")
    _check_is_alive(draft.story)
    _check_is_current(draft)


def check_can_withdraw(user: User, draft: Draft) -> None:
    """Whose draft it is may take it back; so may editors and chiefs."""
    if user.pk not in (draft.written_by_id, draft.handed_in_by_id):
        _check_has_role(user, draft.story.desk, Role.EDITOR, Role.CHIEF, to="withdraw or move others’ drafts")
    _check_is_on(user, draft.story.desk)
    _check_is_alive(draft.story)
    _check_is_current(draft)


def check_can_move(user: User, draft: Draft, to: Story) -> None:
    """Within a desk: another desk's people were never shown it."""
    check_can_withdraw(user, draft)
    if to.pk == draft.story_id:
        raise Refused(f"Draft {draft.label} belongs to “{to}” already.")
    if to.desk_id != draft.story.desk_id:
        raise Refused(f"“{to}” belongs to another desk.")


def check_can_approve(user: User, draft: Draft) -> None:
    for obstacle in obstacles(draft, user):
        raise Refused(obstacle.words)


def check_can_send_back(user: User, draft: Draft) -> None:
    _check_has_role(user, draft.story.desk, Role.CHIEF, to="send a draft back")
    _check_is_alive(draft.story)
    _check_is_current(draft)


def check_can_hold(user: User, story: Story) -> None:
    _check_has_role(user, story.desk, Role.CHIEF, Role.LEGAL, to="put a story on hold")
    _check_is_alive(story)
    if story.state == StoryState.ON_HOLD:
        raise Refused("The story is on hold already.")


def check_can_release(user: User, story: Story) -> None:
    _check_has_role(user, story.desk, Role.CHIEF, Role.LEGAL, to="release a story from hold")
    if story.state != StoryState.ON_HOLD:
        raise Refused("The story is not on hold.")


def check_can_kill(user: User, story: Story) -> None:
    _check_has_role(user, story.desk, Role.CHIEF, to="kill a story")
    _check_is_alive(story)


def _check_is_on(user: User, desk: Desk) -> None:
    if not user.is_on(desk):
        raise Refused(f"You are not on the desk “{desk}”.")


def _check_has_role(user: User, desk: Desk, *roles: Role, to: str) -> None:
    _check_is_on(user, desk)
    if not user.is_on(desk, *roles):
        raise Refused(f"Only {' or '.join(_CALLED[role] for role in roles)} of the desk “{desk}” can {to}.")


def _check_is_alive(story: Story) -> None:
    if story.state == StoryState.KILLED:
        raise Refused("The story was killed.")


def _check_is_current(draft: Draft) -> None:
    if draft.standing != DraftStanding.CURRENT:
        raise Refused(f"Draft {draft.label} is {draft.get_standing_display().lower()}: another text stands for it now.")
