"""How precise each check has been on a desk, and how loud the desk wants it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_POST

from analysis.findings import Kind
from articles.models import Desk
from review.actions.desks import tune_check
from review.actions.runs import read_by_standards
from review.forms.desks import TuningForm
from review.policies import check_can_tune
from review.precision import MOST_WEIGHED, records, verdicts_on, weeks
from review.screen.kinds import label
from review.views.desks import desk_of, why_not
from review.views.pages import PersonRequest, tells_refusals
from review.views.runs import story_of


@require_GET
def precision(request: PersonRequest, desk_slug: str) -> HttpResponse:
    """The plot of all checks, or of the one that the address names."""
    return _shown(request, desk_of(request, desk_slug), TuningForm(initial={"kind": _kind(request)}))


@require_POST
@tells_refusals
def precision_tune(request: PersonRequest, desk_slug: str) -> HttpResponse:
    desk, form = desk_of(request, desk_slug), TuningForm(request.POST)
    if not form.is_valid():
        return _shown(request, desk, form)
    tune_check(by=request.user, desk=desk, **form.cleaned_data)
    said = f"{label(form.cleaned_data['kind']).capitalize()}: {form.cleaned_data['loudness'].label.lower()}"
    messages.success(request, f"{said}, for drafts read from now on. Stories read before offer to be read again.")
    return redirect("precision", desk_slug)


@require_POST
@tells_refusals
def read_again(request: PersonRequest, story_id: int) -> HttpResponse:
    """A story's drafts, by what its desk lists and wants today."""
    story = story_of(request, story_id)
    read_by_standards(by=request.user, story=story)
    return redirect("review", story.pk)


def _kind(request: PersonRequest) -> Kind | None:
    asked = request.GET.get("kind", "")
    return Kind(asked) if asked in list(Kind) else None


def _shown(request: PersonRequest, desk: Desk, form: TuningForm) -> HttpResponse:
    today, kind = localdate(), _kind(request)
    verdicts = verdicts_on(desk, today=today)
    plotted = [verdict for verdict in verdicts if kind in (None, verdict.kind)]
    tunings = list(desk.tunings.select_related("by").order_by("kind"))
    context = {
        "desk": desk,
        "records": records(verdicts),
        "most_weighed": MOST_WEIGHED,
        "weeks": weeks(plotted, today=today),
        "kind": kind,
        "kind_words": label(kind) if kind else "",
        "tunings": [(label(Kind(tuning.kind)), tuning) for tuning in tunings],
        "form": form,
        "may_not": why_not(check_can_tune, request, desk),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "desks/precision.html", context, status=status)
