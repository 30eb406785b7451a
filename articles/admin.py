"""The administrator's pages: people, desks and house lists. Stories are changed by acts and never here."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from articles.models import Desk, HouseEntry, Membership, User

admin.site.site_header = admin.site.site_title = "Backread"
admin.site.register(User, UserAdmin)


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Membership
    extra = 1
    autocomplete_fields = ["user"]


@admin.register(Desk)
class DeskAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "signatures_needed", "alert_threshold", "time_zone"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [MembershipInline]


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["user", "desk", "role"]
    list_filter = ["desk", "role"]
    list_select_related = ["user", "desk"]


@admin.register(HouseEntry)
class HouseEntryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "label", "role", "own_staff", "desk"]
    list_filter = ["desk", "label", "own_staff"]
    search_fields = ["name"]
