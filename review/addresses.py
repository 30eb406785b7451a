"""The addresses that mails and obstacles lead to, and what the parts of an address say."""

from collections.abc import Iterable
from urllib.parse import SplitResult, urlencode, urlsplit

from django.conf import settings
from django.urls import reverse

from articles.models import Draft, Story
from review.models import Claim, Finding, Passage, Resolution

_MOST_DIGITS = 18  # of a number that every database holds


def review_address(story: Story, *drafts: Draft) -> str:
    """The review screen, with these drafts side by side."""
    return _with_query(
        reverse("review", args=[story.pk]), dict(zip("ab", (draft.pk for draft in drafts), strict=False))
    )


def finding_address(finding: Finding) -> str:
    """The review screen with this finding selected between the drafts that it stands in."""
    comparison = finding.comparison
    sides = {"a": comparison.left_id, "b": comparison.right_id} if comparison else {}
    if finding.analysis:
        sides = {"a": finding.analysis.draft_id}
    return _with_query(reverse("review", args=[finding.annotation.story_id]), sides | {"finding": finding.pk})


def just_decided(address: str, resolutions: Iterable[Resolution]) -> str:
    """The same page, where what was just decided can be taken back."""
    decided = urlencode([("decided", resolution.pk) for resolution in resolutions])
    return f"{address}{'&' if '?' in address else '?'}{decided}" if decided else address


def hand_in_address(story: Story) -> str:
    """The screen on which its files wait to be confirmed."""
    return reverse("hand-in-to", args=[story.pk])


def edit_address(draft: Draft, passage: Passage) -> str:
    """The draft laid open to be edited, at these words."""
    words = {"edit": draft.pk, "start": passage.start, "end": passage.end}
    return f"{_with_query(reverse('hand-in-to', args=[draft.story_id]), words)}#id_text"


def claim_address(story: Story, claim: Claim) -> str:
    """The ledger, at this claim."""
    return f"{reverse('claims', args=[story.pk])}#claim-{claim.pk}"


def comments_address(story: Story, *, thread: int | None = None) -> str:
    """The comments, at the thread on this annotation, where it is named."""
    return f"{reverse('comments', args=[story.pk])}{f'#thread-{thread}' if thread else ''}"


def passage_address(passage: Passage, text: str, *, claim: Claim | None = None) -> str:
    """The review screen with this place of a draft in sight, and the claim's card open; `text` is the draft's."""
    paragraph = text.count("\n", 0, passage.start) + 1
    shown = {"a": passage.draft_id} | ({"claim": claim.pk} if claim else {})
    return f"{_with_query(reverse('review', args=[passage.draft.story_id]), shown)}#a-{paragraph}"


def sign_off_address(story: Story) -> str:
    return reverse("sign-off", args=[story.pk])


def absolute(address: str) -> str:
    """As a mail needs it."""
    return f"{settings.SITE_URL}{address}"


def row_number(written: str | None) -> int | None:
    """The row that somebody names in an address or a form; None for what no row is called by."""
    named = written is not None and written.isascii() and written.isdecimal() and len(written) <= _MOST_DIGITS
    return int(written) if written and named else None


def parts_of(address: str) -> SplitResult:
    """Of an address that a browser names, which may be anything: nothing at all of what is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _with_query(address: str, query: dict[str, int]) -> str:
    return f"{address}?{urlencode(query)}" if query else address
