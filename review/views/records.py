"""The records of accounts and desks, for administrators: filtered, a page at a time, and as a CSV file."""

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from review.forms.records import RecordsFilter
from review.outgoing.recorded import records_csv
from review.records import Place, events_of
from review.telling_records import told
from review.views.pages import PersonRequest

SHOWN_AT_ONCE = 100


@require_GET
def records(request: PersonRequest) -> HttpResponse:
    """The latest first; the address of the next page names the last event of this one, so that none is missed."""
    _check_is_administrator(request)
    wanted, beyond = RecordsFilter(request.GET), Place.read(request.GET.get("beyond", ""))
    found = list(events_of(wanted.wanted, reader=request.user, beyond=beyond, at_most=SHOWN_AT_ONCE + 1))
    shown = found[:SHOWN_AT_ONCE]
    context = {
        "filter": wanted,
        "lines": [told(event) for event in shown],
        "older": Place.of(shown[-1]) if len(found) > len(shown) else None,
        "is_further_on": beyond is not None,
    }
    return render(request, "records/records.html", context)


@require_GET
def export(request: PersonRequest) -> HttpResponseBase:
    """All that the page is filtered by."""
    _check_is_administrator(request)
    events = events_of(RecordsFilter(request.GET).wanted, reader=request.user)
    disposition = 'attachment; filename="records.csv"'
    return StreamingHttpResponse(
        records_csv(events), content_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition}
    )


def _check_is_administrator(request: PersonRequest) -> None:
    """Others find nothing there."""
    if not request.user.is_superuser:
        raise Http404
