"""The administrator's pages of mails and desks; accounts are in newsroom/admin.py.

Of mails they tell what was given up and why, and nothing of what they say. Who is on a desk and how it is run is
changed on the desk's own page; stories are changed by acts and never here.
"""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import now

from articles.audit import record_on_desk
from articles.models import Desk
from review.models import Alert, AlertState, Invitation, Notice, Outgoing
from review.runs.queue import Errand, enqueue
from review.verbs import DeskVerb
from review.views.pages import PersonRequest


@admin.register(Desk)
class DeskAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "signatures_needed", "alert_threshold", "time_zone"]
    fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}

    def save_model(self, request: PersonRequest, obj: Desk, form: ModelForm, change: bool) -> None:  # type: ignore[type-arg, override]  # noqa: FBT001 - Django's own signature
        """Nothing but what was typed: what the desk's record holds meanwhile stays."""
        before = Desk.objects.locked().get(pk=obj.pk) if change else None
        obj.save(update_fields=form.changed_data if change else None)
        if before is None:
            about = {"name": obj.name, "slug": obj.slug}
            record_on_desk(desk=obj, actor=request.user, verb=DeskVerb.OPENED_DESK, details=about)
        elif steps := _steps(before, obj):
            record_on_desk(desk=obj, actor=request.user, verb=DeskVerb.RENAMED_DESK, details=steps)

    def history_view(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's own signature
        object_id: str,
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        """Django's own log of these pages knows less than the record."""
        return HttpResponseRedirect(reverse("records", query={"desk": object_id}))

    def has_delete_permission(self, request: HttpRequest, obj: Desk | None = None) -> bool:  # noqa: ARG002
        """What happened on a desk stays on its record, and so does the desk."""
        return False


def _steps(before: Desk, desk: Desk) -> dict[str, dict[str, str]]:
    called = {"name": (before.name, desk.name), "slug": (before.slug, desk.slug)}
    return {name: {"from": one, "to": other} for name, (one, other) in called.items() if one != other}


class OutboxAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display_links = None
    show_full_result_count = False  # it counts all that was ever sent once more
    actions = ["send_again"]

    @admin.action(description="Send again what was given up")
    def send_again(self, request: HttpRequest, rows: QuerySet[Outgoing]) -> None:
        given_up = rows.filter(state=AlertState.FAILED)
        count = given_up.update(state=AlertState.WAITING, tries=0, reason="", next_try_at=now())
        enqueue(Errand.SEND_ALERTS)
        enqueue(Errand.SEND_INVITATIONS)
        enqueue(Errand.SEND_NOTICES)
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
