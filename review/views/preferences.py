"""What comes by mail: each person's own choices, and the one-click way out of a kind of mail."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from review.alerting.preferences import choose
from review.alerting.unsubscribing import NoSuchLink, subscription_of
from review.forms.preferences import ChoicesForm, time_form_for
from review.models import Delivery
from review.views.pages import PersonRequest


@require_http_methods(["GET", "POST"])
def preferences(request: PersonRequest) -> HttpResponse:
    """Saved as a whole, or not at all."""
    sent = request.POST if request.method == "POST" else None
    form, time_form = ChoicesForm(request.user, sent), time_form_for(request.user, sent)
    status = HTTPStatus.OK
    if sent is not None:
        if form.is_valid() and time_form.is_valid():
            choose(request.user, form.chosen, time=time_form.save(commit=False))
            messages.success(request, "Saved. What still waits to be sent follows your choices too.")
            return redirect("preferences")
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {"form": form, "time_form": time_form, "deliveries": Delivery.choices}
    return render(request, "mails/preferences.html", context, status=status)


@login_not_required
@csrf_exempt  # a mail client posts, from nowhere of ours; the signed address is all it knows
@require_http_methods(["GET", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Following the link asks, and only a POST does it: mail scanners open every link (RFC 8058)."""
    try:
        subscription = subscription_of(token)
    except NoSuchLink as missing:
        raise Http404 from missing
    label = subscription.label
    if request.method == "POST":
        subscription.end()
    return render(request, "mails/unsubscribe.html", {"label": label, "is_done": request.method == "POST"})
