"""Hand in: files or pasted text become uploads of a new or an existing story."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from articles.models import Desk, Draft, Story, StoryState, Upload, User
from review.actions.examples import hand_in_examples
from review.actions.stories import open_story
from review.actions.uploads import paste_text, receive_upload
from review.addresses import row_number
from review.forms.editing import editing
from review.forms.handin import StoryForm, VersionsForm
from review.progress import progress_of
from review.views.arriving import arriving_in
from review.views.pages import PersonRequest, telling, tells_refusals

STORIES_OFFERED = 8


@require_http_methods(["GET", "POST"])
@tells_refusals
def hand_in(request: PersonRequest) -> HttpResponse:
    """A story told by its slug line: opened where it is new."""
    form = StoryForm(request.POST or None, request.FILES or None, person=request.user)
    if form.is_valid():
        desk, slug = form.cleaned_data["desk"], form.cleaned_data["slug"]
        story = form.known_story() or open_story(by=request.user, desk=desk, slug=slug)
        return redirect(_receive(request, story, form))
    context = {"form": form, "stories": _latest(request), "examples_for": _newcomers_desks(request.user)}
    return render(request, "handin/new.html", context, status=_status(form))


@require_http_methods(["GET", "POST"])
@tells_refusals
def hand_in_to(request: PersonRequest, story_id: int) -> HttpResponse:
    """Further versions of a story, and what becomes of those on their way."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    form = VersionsForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        return redirect(_receive(request, story, form))
    edited = _to_edit(request, story)
    if edited and not form.is_bound:
        form = editing(edited, start=_number(request, "start"), end=_number(request, "end"))
    context = {"story": story, "form": form, "arriving": arriving_in(story), "progress": progress_of(story)}
    context["edited"] = edited
    return render(request, "handin/story.html", context, status=_status(form))


def _latest(request: PersonRequest) -> QuerySet[Story]:
    alive = Story.objects.each_visible_to(request.user).exclude(state=StoryState.KILLED)
    return alive.select_related("desk").order_by("-touched_at")[:STORIES_OFFERED]


@require_POST
@tells_refusals
def try_examples(request: PersonRequest, desk_slug: str) -> HttpResponse:
    """From nothing to a pair to review: it is on its way when the page comes."""
    desk = get_object_or_404(Desk.objects.visible_to(request.user), slug=desk_slug)
    story = hand_in_examples(by=request.user, desk=desk)
    messages.success(request, "Two example drafts are handed in. When you are done, withdraw them under “Hand in”.")
    return redirect("review", story.pk)


def _newcomers_desks(person: User) -> list[Desk]:
    """Where examples are offered: to somebody who has handed in nothing yet."""
    if Draft.objects.filter(handed_in_by=person).exists():
        return []
    return list(Desk.objects.visible_to(person))


def _to_edit(request: PersonRequest, story: Story) -> Draft | None:
    """The draft that the address lays open; one that another text stands for by now is not."""
    return story.drafts.current().filter(pk=_number(request, "edit")).first()


def _number(request: PersonRequest, name: str) -> int:
    return row_number(request.GET.get(name)) or 0


def _receive(request: PersonRequest, story: Story, form: VersionsForm) -> str:
    """Take in each version by itself: what is refused leaves the others untouched. Returns where to look next."""
    given, came = form.cleaned_data, list[Upload]()
    for file in given["versions"]:
        with telling(request):
            came += [receive_upload(by=request.user, story=story, filename=file.name, content=file.read())]
    if given["text"]:
        with telling(request):
            came += [paste_text(by=request.user, story=story, headline=given["headline"], text=given["text"])]
    is_all = len(came) == len(given["versions"]) + bool(given["text"])
    return _landing(story, came[0] if is_all else None)


def _landing(story: Story, first: Upload | None) -> str:
    """Its card; without one the top, which says why. A redirect that names no place keeps that of the page before."""
    return reverse("hand-in-to", args=[story.pk]) + (f"#upload-{first.pk}" if first else "#main")


def _status(form: VersionsForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
