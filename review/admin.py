"""The administrator's pages of mails: what was given up, why, and to send it again; nothing of what they say."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.timezone import now

from review.alerting.invitations import send_invitations
from review.alerting.notices import send_notices
from review.alerting.sending import send_alerts
from review.models import Alert, AlertState, Invitation, Notice, Outgoing
from review.runs.queue import enqueue


class OutboxAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display_links = None
    show_full_result_count = False  # it counts all that was ever sent once more
    actions = ["send_again"]

    @admin.action(description="Send again what was given up")
    def send_again(self, request: HttpRequest, rows: QuerySet[Outgoing]) -> None:
        given_up = rows.filter(state=AlertState.FAILED)
        count = given_up.update(state=AlertState.WAITING, tries=0, reason="", next_try_at=now())
        enqueue(send_alerts)
        enqueue(send_invitations)
        enqueue(send_notices)
        self.message_user(request, f"{count} go out again.")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's own signature
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Outgoing | None = None) -> bool:  # noqa: ARG002
        return False


@admin.register(Alert)
class AlertAdmin(OutboxAdmin):
    list_display = ["recipient", "kind", "state", "tries", "reason", "created_at", "next_try_at", "sent_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["recipient"]


@admin.register(Invitation)
class InvitationAdmin(OutboxAdmin):
    list_display = ["membership", "state", "tries", "reason", "created_at", "next_try_at", "sent_at"]
    list_filter = ["state"]
    list_select_related = ["membership__user", "membership__desk"]


@admin.register(Notice)
class NoticeAdmin(OutboxAdmin):
    list_display = ["recipient", "address", "words", "state", "tries", "reason", "created_at", "next_try_at", "sent_at"]
    list_filter = ["state"]
    list_select_related = ["recipient"]
