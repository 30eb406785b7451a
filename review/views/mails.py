"""Notifications: what a person was told, and the mails themselves where they are kept as files."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from review.models import Alert
from review.views.pages import PersonRequest

SHOWN_AT_ONCE = 50
KEPT_AT_HAND = 500  # older ones nobody looks for here: their stories tell


@require_GET
def mails(request: PersonRequest) -> HttpResponse:
    """The latest first, as far as anybody looks back; each leads to its mail and to its story."""
    alerts = Alert.objects.to(request.user).select_related("story__desk", "draft", "caused_by").defer("draft__text")
    shown = Paginator(alerts[:KEPT_AT_HAND], SHOWN_AT_ONCE).get_page(request.GET.get("page"))
    return render(request, "mails/mails.html", {"alerts": shown, "at_hand": KEPT_AT_HAND})


@require_GET
def mail(request: PersonRequest, alert_id: int) -> HttpResponse:
    """One message as it was sent; opening it marks it as read."""
    alert = get_object_or_404(Alert.objects.to(request.user).select_related("story__desk", "draft"), pk=alert_id)
    Alert.objects.filter(pk=alert.pk, read_at=None).update(read_at=now())
    letter = _kept_letter(alert)
    part = letter.get_body(("plain",)) if letter else None
    text = part.get_content() if isinstance(part, EmailMessage) else ""
    return render(request, "mails/mail.html", {"alert": alert, "letter": letter, "text": text})


@require_POST
def mails_read(request: PersonRequest) -> HttpResponse:
    """Mark all as read."""
    Alert.objects.to(request.user).filter(read_at=None).update(read_at=now())
    return redirect("mails")


def _kept_letter(alert: Alert) -> EmailMessage | None:
    """The file that the embedded mode keeps of each mail; none where mail goes out by SMTP, or not yet."""
    path = Path(settings.MAIL_DIR) / f"{alert.message_id.strip('<>')}.eml"
    if path.parent != Path(settings.MAIL_DIR) or not path.is_file():
        return None
    return message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=default)
