"""The comments on a story: threads on words, findings and claims."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles.models import Story
from review.actions import comments as acts
from review.addresses import row_number
from review.forms.comments import AnswerForm, WordsForm
from review.mentions import callable_on, mentioned_in
from review.models import Annotation, Comment, CommentKind, Finding
from review.policies import Refused
from review.threads import threads_of
from review.views.pages import PersonRequest, page_of_story, tells_refusals

_SAID = {
    CommentKind.SAID: "Said.",
    CommentKind.RESOLVED: "Resolved.",
    CommentKind.REOPENED: "Opened again.",
}


@require_http_methods(["GET", "POST"])
def comments(request: PersonRequest, story_id: int) -> HttpResponse:
    """The threads, and the form for a new one: its address may bring words that were selected elsewhere."""
    story = get_object_or_404(Story.objects.visible_to(request.user).select_related("desk"), pk=story_id)
    if request.method == "GET":
        return _page(request, story, WordsForm(story, asked=request.GET))
    form = WordsForm(story, request.POST)
    if not form.is_valid():
        return _page(request, story, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = {name: form.cleaned_data[name] for name in ("draft", "words", "text", "paragraph")}
    try:
        said = acts.comment_on_words(by=request.user, **given)
    except Refused as refused:
        return _page(request, story, form, refusal=str(refused), status=HTTPStatus.CONFLICT)
    return _told(request, said, back=form.cleaned_data["back"])


@require_POST
@tells_refusals
def comment(request: PersonRequest, annotation_id: int) -> HttpResponse:
    """An answer in a thread, which may be the first word in it."""
    own = Annotation.objects.filter(story__desk__memberships__user=request.user).select_related("story__desk")
    annotation = get_object_or_404(own, pk=annotation_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise Refused("That is no answer: type it again.")
    said = acts.comment(by=request.user, annotation=annotation, **form.cleaned_data)
    return _told(request, said, back=request.POST.get("back", ""))


@require_GET
def finding_thread(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Into the box that answers in the thread on a finding, or begins it."""
    findings = Finding.objects.visible_to(request.user).select_related("annotation__story__desk")
    finding = get_object_or_404(findings, pk=finding_id)
    thread = acts.thread_on(finding)
    return redirect(f"{reverse('comments', args=[finding.annotation.story_id])}?on={thread.pk}#answer-{thread.pk}")


def _told(request: PersonRequest, said: Comment, *, back: str) -> HttpResponse:
    """Back where the person came from, if that is a page of this story, else to the thread."""
    story = said.annotation.story
    messages.success(request, _SAID[CommentKind(said.kind)])
    if unknown := mentioned_in(said.text, story.desk).unknown:
        names = ", ".join(f"@{name}" for name in unknown)
        messages.warning(request, f"Nobody on the desk “{story.desk}” goes by {names}: nobody was told for that.")
    thread = f"{reverse('comments', args=[story.pk])}#thread-{said.annotation_id}"
    return redirect(page_of_story(story, back) or thread)


def _page(
    request: PersonRequest, story: Story, form: WordsForm, *, refusal: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    threads = threads_of(story, request.GET)
    context = {
        "story": story,
        "threads": threads,
        "begun": _begun(story, request.GET.get("on", "")),
        "form": form,
        "is_asked": form.is_bound or "words" in request.GET,
        "refusal": refusal,
        "callable": callable_on(story.desk),
    }
    return render(request, "comments/comments.html", context, status=status)


def _begun(story: Story, written: str) -> Annotation | None:
    """The finding or claim to be commented on, of which nobody has said anything yet."""
    unsaid = Annotation.objects.filter(story=story, comments=None).select_related("claim", "finding")
    return unsaid.filter(pk=row_number(written) or 0).first()
