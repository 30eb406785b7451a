"""The house list: searched, added to, changed, and taken in and out as a file."""

import json
from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles.models import Desk, HouseEntry
from review import house_file
from review.actions.house import keep_entry, strike_entry, take_in
from review.forms.desks import EntryForm, ListForm
from review.policies import Refused, check_can_list
from review.views.desks import desk_of
from review.views.pages import PersonRequest, tells_refusals

SHOWN_AT_ONCE = 100


@require_GET
def house(request: PersonRequest, desk_slug: str) -> HttpResponse:
    return _shown(request, desk_of(request, desk_slug), ListForm(), [])


@require_http_methods(["GET", "POST"])
@tells_refusals
def house_add(request: PersonRequest, desk_slug: str) -> HttpResponse:
    return _entry(request, desk_of(request, desk_slug), None)


@require_http_methods(["GET", "POST"])
@tells_refusals
def house_entry(request: PersonRequest, entry_id: int) -> HttpResponse:
    entry = _of(request, entry_id)
    return _entry(request, entry.desk, entry)


@require_POST
@tells_refusals
def house_strike(request: PersonRequest, entry_id: int) -> HttpResponse:
    entry = _of(request, entry_id)
    strike_entry(by=request.user, entry=entry)
    messages.success(request, f"“{entry.name}” is off the house list.")
    return redirect("house", entry.desk.slug)


@require_POST
@tells_refusals
def house_take_in(request: PersonRequest, desk_slug: str) -> HttpResponse:
    """A file with faults is told line by line, and nothing of it is taken in."""
    desk, form = desk_of(request, desk_slug), ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, desk, form, [])
    try:
        entries = house_file.read(form.cleaned_data["file"])
    except house_file.NotAList as error:
        return _shown(request, desk, ListForm(), error.faults)
    added, changed = take_in(by=request.user, desk=desk, entries=entries)
    messages.success(
        request, f"Taken in: {added} new, {changed} changed, {len(entries) - added - changed} as they were."
    )
    return redirect("house", desk_slug)


@require_GET
def house_csv(request: PersonRequest, desk_slug: str) -> HttpResponse:
    desk = desk_of(request, desk_slug)
    content = "\ufeff" + house_file.written(desk.house_list.all())  # the mark tells spreadsheets that it is UTF-8
    disposition = f'attachment; filename="house-list-{desk.slug}.csv"'
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition})


def _of(request: PersonRequest, entry_id: int) -> HouseEntry:
    entries = HouseEntry.objects.filter(desk__in=Desk.objects.visible_to(request.user)).select_related("desk")
    return get_object_or_404(entries, pk=entry_id)


def _entry(request: PersonRequest, desk: Desk, entry: HouseEntry | None) -> HttpResponse:
    check_can_list(request.user, desk)
    form = EntryForm(request.POST or None, of=entry)
    if form.is_valid():
        try:
            kept = keep_entry(by=request.user, desk=desk, entry=form.entry, of=entry)
        except Refused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, f"“{kept.name}” is on the house list. Drafts read from now on follow it.")
            return redirect("house", desk.slug)
    context = {"desk": desk, "entry": entry, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "desks/entry.html", context, status=status)


def _shown(request: PersonRequest, desk: Desk, form: ListForm, faults: list[str]) -> HttpResponse:
    words = request.GET.get("words", "").replace("\x00", "").strip()
    shown = Paginator(desk.house_list.filter(_like(words)), SHOWN_AT_ONCE).get_page(request.GET.get("page"))
    told = {"words": words, "faults": faults, "may_not": _why_not(request, desk)}
    context = {"desk": desk, "entries": shown, "form": form} | told
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults or form.errors else HTTPStatus.OK
    return render(request, "desks/house.html", context, status=status)


def _like(words: str) -> Q:
    """Aliases are kept as JSON, in which SQLite has an accented letter escaped."""
    plain = Q(name__icontains=words) | Q(role__icontains=words) | Q(spelling__icontains=words)
    return plain | Q(aliases__icontains=words) | Q(aliases__icontains=json.dumps(words)[1:-1])


def _why_not(request: PersonRequest, desk: Desk) -> str:
    try:
        check_can_list(request.user, desk)
    except Refused as refused:
        return str(refused)
    return ""
