"""What became of a file that came in by itself, in a sentence for whoever sent it."""

from django.conf import settings
from django.urls import reverse

from newsroom.intake.handing_in import HandedIn


def told(outcome: HandedIn) -> str:
    """Where it is now, with the address of the page."""
    address = settings.SITE_URL + reverse("hand-in-to", args=[outcome.story.pk])
    if outcome.draft:
        return f"draft {outcome.draft.label} of “{outcome.story}”, {address}"
    files = f"{outcome.waiting} files" if outcome.waiting > 1 else "it"
    return f"holds other files: {files} wait to be confirmed in “{outcome.story}”, {address}"
