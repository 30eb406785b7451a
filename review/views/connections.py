"""A desk's tokens and webhooks: made, looked at and taken back. What is secret of them is shown once."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from articles.models import Desk
from review.actions import connections as acts
from review.forms.connections import TokenForm, WebhookForm
from review.models import Call, CallState, Token, Webhook
from review.policies import Refused, check_can_connect
from review.views.desks import desk_of, why_not
from review.views.pages import PersonRequest, tells_refusals

CALLS_SHOWN = 20


@require_GET
def connections(request: PersonRequest, desk_slug: str) -> HttpResponse:
    return _shown(request, desk_of(request, desk_slug))


@require_POST
@tells_refusals
def token_make(request: PersonRequest, desk_slug: str) -> HttpResponse:
    """The page itself shows the token: after a redirect it would have to be kept somewhere."""
    desk, form = desk_of(request, desk_slug), TokenForm(request.POST)
    if not form.is_valid():
        return _shown(request, desk, token_form=form)
    try:
        token, written = acts.make_token(by=request.user, desk=desk, **form.cleaned_data)
    except Refused as refused:
        return _shown(request, desk, token_form=form, refusal=str(refused))
    return _shown(request, desk, once={"token": token, "written": written})


@require_POST
@tells_refusals
def token_revoke(request: PersonRequest, token_id: int) -> HttpResponse:
    token = get_object_or_404(Token.objects.filter(desk__in=_desks(request)), pk=token_id)
    acts.revoke_token(by=request.user, token=token)
    messages.success(request, f"Nothing can be asked with the token of “{token}” any more.")
    return redirect("connections", token.desk.slug)


@require_POST
@tells_refusals
def webhook_add(request: PersonRequest, desk_slug: str) -> HttpResponse:
    desk, form = desk_of(request, desk_slug), WebhookForm(request.POST)
    if not form.is_valid():
        return _shown(request, desk, webhook_form=form)
    try:
        webhook, secret = acts.add_webhook(by=request.user, desk=desk, **form.cleaned_data)
    except Refused as refused:
        return _shown(request, desk, webhook_form=form, refusal=str(refused))
    return _shown(request, desk, once={"webhook": webhook, "written": secret})


@require_POST
@tells_refusals
def webhook_remove(request: PersonRequest, webhook_id: int) -> HttpResponse:
    webhook = get_object_or_404(Webhook.objects.filter(desk__in=_desks(request)), pk=webhook_id)
    acts.remove_webhook(by=request.user, webhook=webhook)
    messages.success(request, f"{webhook} is called no more.")
    return redirect("connections", webhook.desk.slug)


@require_POST
@tells_refusals
def call_again(request: PersonRequest, call_id: int) -> HttpResponse:
    calls = Call.objects.select_related("webhook__desk").filter(webhook__desk__in=_desks(request))
    call = get_object_or_404(calls, pk=call_id)
    acts.send_again(by=request.user, call=call)
    messages.success(request, "It is called again in a moment.")
    return redirect("connections", call.webhook.desk.slug)


def _desks(request: PersonRequest) -> list[Desk]:
    return list(Desk.objects.visible_to(request.user))


def _shown(
    request: PersonRequest,
    desk: Desk,
    *,
    token_form: TokenForm | None = None,
    webhook_form: WebhookForm | None = None,
    refusal: str = "",
    once: dict[str, object] | None = None,
) -> HttpResponse:
    """`once` is what was just made, with what nobody is shown again."""
    calls = Call.objects.filter(webhook__desk=desk).select_related("webhook", "story")
    context = {
        "desk": desk,
        "may_not": why_not(check_can_connect, request, desk),
        "tokens": desk.tokens.in_force().select_related("made_by"),
        "webhooks": desk.webhooks.in_force().select_related("made_by"),
        "given_up": calls.filter(state=CallState.FAILED, webhook__removed_at=None),
        "calls": calls.exclude(state=CallState.FAILED)[:CALLS_SHOWN],
        "token_form": token_form or TokenForm(auto_id="token-%s"),
        "webhook_form": webhook_form or WebhookForm(auto_id="webhook-%s"),
        "refusal": refusal,
        "once": once,
    }
    faulty = token_form or webhook_form
    status = (HTTPStatus.CONFLICT if refusal else HTTPStatus.UNPROCESSABLE_ENTITY) if faulty else HTTPStatus.OK
    return render(request, "connections/connections.html", context, status=status)
