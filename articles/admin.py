"""The administrator's pages: which desks there are; accounts are in newsroom/admin.py.

Who is on a desk and how it is run is changed on the desk's own page, where every change is recorded; stories are
changed by acts and never here.
"""

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from articles.models import Desk

admin.site.site_header = admin.site.site_title = "Backread"


@admin.register(Desk)
class DeskAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "signatures_needed", "alert_threshold", "time_zone"]
    fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}

    def save_model(self, request: HttpRequest, obj: Desk, form: ModelForm, change: bool) -> None:  # type: ignore[type-arg]  # noqa: ARG002, FBT001 - Django's own signature
        """Nothing but what was typed: what the desk's record holds meanwhile stays."""
        obj.save(update_fields=form.changed_data if change else None)
