"""A desk's doors for other systems: tokens with which they ask, and webhooks that tell them."""

import hashlib
import secrets
from collections.abc import Collection

from django.db import transaction
from django.utils.timezone import now

from articles.audit import record_on_desk
from articles.models import Desk, Membership, Role, User
from review.models import Call, CallState, Token, TokenScope, Webhook, WebhookEvent
from review.policies import Refused, check_can_connect
from review.verbs import DeskVerb
from review.webhooks.calling import NotCalled, check_address
from review.webhooks.signing import secret_of

MARK = "backread_"  # by which a scanner of code finds a token that somebody lost
SHOWN = len(MARK) + 6


@transaction.atomic
def make_token(*, by: User, desk: Desk, name: str, scopes: Collection[TokenScope]) -> tuple[Token, str]:
    """A way in for one system, and the token itself, which is kept nowhere: it is shown this once."""
    desk = Desk.objects.locked().get(pk=desk.pk)
    check_can_connect(by, desk)
    name = " ".join(name.split())
    if not name or not scopes:
        raise Refused("A token needs a name, and something that may be done with it.")
    if desk.tokens.in_force().filter(name=name).exists():
        raise Refused(f"“{name}” has a token already: revoke it first, or choose another name.")
    written = MARK + secrets.token_urlsafe(32)
    token = Token.objects.create(
        desk=desk,
        name=name,
        account=_new_account(name, desk),
        scopes=sorted(scope.value for scope in scopes),
        start=written[:SHOWN],
        digest=digest_of(written),
        made_by=by,
    )
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.MADE_TOKEN, details={"name": name, "may": token.may})
    return token, written


@transaction.atomic
def revoke_token(*, by: User, token: Token) -> None:
    """From now on nothing can be asked with it; what was handed in with it stays."""
    # The token before the desk: what is asked with it holds the token while it opens a story, which takes the desk.
    token = Token.objects.select_for_update(no_key=True).get(pk=token.pk)
    desk = Desk.objects.locked().get(pk=token.desk.pk)
    check_can_connect(by, desk)
    if token.revoked_at:
        raise Refused(f"The token of “{token}” is revoked already.")
    token.revoked_at = now()
    token.save(update_fields=["revoked_at"])
    Membership.objects.filter(user=token.account_id).delete()
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.REVOKED_TOKEN, details={"name": token.name})


@transaction.atomic
def add_webhook(*, by: User, desk: Desk, url: str, events: Collection[WebhookEvent]) -> tuple[Webhook, str]:
    """An address that is called from now on, and the secret that its calls are signed with, shown this once."""
    desk = Desk.objects.locked().get(pk=desk.pk)
    check_can_connect(by, desk)
    if not events:
        raise Refused("A webhook needs something to be told of.")
    if desk.webhooks.in_force().filter(url=url).exists():
        raise Refused("That address is called already.")
    try:
        check_address(url)
    except NotCalled as refusal:
        raise Refused(str(refusal)) from refusal
    chosen = sorted(event.value for event in events)
    webhook = Webhook.objects.create(desk=desk, url=url, events=chosen, salt=secrets.token_hex(32), made_by=by)
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.ADDED_WEBHOOK, details={"name": url, "events": webhook.told_of})
    return webhook, secret_of(webhook)


@transaction.atomic
def remove_webhook(*, by: User, webhook: Webhook) -> None:
    """It is called no more, not even with what waits."""
    desk = Desk.objects.locked().get(pk=webhook.desk.pk)
    check_can_connect(by, desk)
    if not Webhook.objects.in_force().filter(pk=webhook.pk).update(removed_at=now()):
        raise Refused("That webhook is removed already.")
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.REMOVED_WEBHOOK, details={"name": webhook.url})


@transaction.atomic
def send_again(*, by: User, call: Call) -> None:
    """Make a call that was given up, with all its tries, under the same message id."""
    desk = Desk.objects.locked().get(pk=call.webhook.desk.pk)
    check_can_connect(by, desk)
    call = Call.objects.select_for_update(no_key=True, of=("self",)).select_related("webhook").get(pk=call.pk)
    if call.state != CallState.FAILED or call.webhook.removed_at:
        raise Refused("Only a call that was given up, to a webhook that stands, is made again.")
    call.state, call.tries, call.next_try_at = CallState.WAITING, 0, now()
    call.save(update_fields=["state", "tries", "next_try_at"])
    details = {"name": call.webhook.url, "message": call.message_id}
    record_on_desk(desk=desk, actor=by, verb=DeskVerb.SENT_CALL_AGAIN, details=details)


def digest_of(written: str) -> str:
    """What is kept of a token. It is as random as the digest itself: no slow hash makes it safer."""
    return hashlib.sha256(written.encode()).hexdigest()


def _new_account(name: str, desk: Desk) -> User:
    """Who is named for what comes through the token: inactive, without password and address, and a reporter here."""
    account = User(username=f"token-{secrets.token_hex(8)}", first_name=name, last_name="(API)", is_active=False)
    account.set_unusable_password()
    account.save()
    Membership.objects.create(user=account, desk=desk, role=Role.REPORTER)
    return account
