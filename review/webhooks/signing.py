"""Signatures as standardwebhooks.com asks for them: id, time and body together, so that nothing can be played again."""

import base64
import hashlib
import hmac
from datetime import datetime

from django.utils.crypto import salted_hmac

from review.models import Webhook

PREFIX = "whsec_"


def secret_of(webhook: Webhook) -> str:
    """What the other side checks signatures with: shown once, and in no row, since it is worked out each time."""
    return PREFIX + base64.b64encode(_key_of(webhook)).decode()


def signed(webhook: Webhook, *, message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """The headers of one call made at that time."""
    timestamp = str(int(at.timestamp()))
    content = b".".join([message_id.encode(), timestamp.encode(), body])
    signature = base64.b64encode(hmac.new(_key_of(webhook), content, hashlib.sha256).digest()).decode()
    return {"webhook-id": message_id, "webhook-timestamp": timestamp, "webhook-signature": f"v1,{signature}"}


def _key_of(webhook: Webhook) -> bytes:
    return salted_hmac("backread.webhooks", webhook.salt, algorithm="sha256").digest()
