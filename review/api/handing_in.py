"""Handing in: a text or a file goes the way of every other, and becomes a draft once it is read."""

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import File, Form, Router, UploadedFile

from articles.models import Draft, Story, Upload, User
from review.actions.stories import open_story
from review.actions.uploads import Mandate, paste_text, receive_upload
from review.api import answers
from review.api.description import errors
from review.api.doors import Bearer, asking_account, token_of
from review.api.once import Key, once
from review.api.problems import PREFIX
from review.api.questions import AboutText, InPath, TextToHandIn
from review.api.telling import told_hand_in
from review.models import Token, TokenScope
from review.policies import Refused

router = Router(tags=["Hand in"])

_REFUSALS = errors(404, 409, 413, 415, 422)


@router.post(
    "/hand-ins",
    response={202: answers.HandInAnswer},
    auth=Bearer(TokenScope.HAND_IN, takes="application/json"),
    openapi_extra=_REFUSALS,
    summary="Hand in a text",
)
def hand_in_text(request: HttpRequest, body: TextToHandIn, key: Key = "") -> HttpResponse:
    """It is read at once by a worker; `Location` says where to follow it."""
    token = token_of(request)

    def act() -> Upload:
        story = _story_for(token, body)
        mandate = _mandate(token, story, body)
        return paste_text(by=token.account, story=story, headline=body.headline, text=body.text, mandate=mandate)

    return _handed_in(token, key, body.model_dump_json().encode(), act)


@router.post(
    "/hand-ins/files",
    response={202: answers.HandInAnswer},
    auth=Bearer(TokenScope.HAND_IN, takes="multipart/form-data"),
    openapi_extra=_REFUSALS,
    summary="Hand in a file",
)
def hand_in_file(request: HttpRequest, file: File[UploadedFile], about: Form[AboutText], key: Key = "") -> HttpResponse:
    """Of any format that the app reads; what is told beside the file outranks what stands in it."""
    token, content, name = token_of(request), file.read(), file.name or "Unnamed"

    def act() -> Upload:
        story = _story_for(token, about)
        mandate = _mandate(token, story, about)
        return receive_upload(by=token.account, story=story, filename=name, content=content, mandate=mandate)

    asked = about.model_dump_json() + name + hashlib.sha256(content).hexdigest()
    return _handed_in(token, key, asked.encode(), act)


@router.get(
    "/hand-ins/{hand_in_id}",
    response=answers.HandInAnswer,
    auth=Bearer(TokenScope.HAND_IN),
    openapi_extra=errors(404, 422),
    summary="Follow what was handed in",
)
def hand_in(request: HttpRequest, hand_in_id: InPath) -> answers.HandInAnswer:
    """Until its state is confirmed, and `draft` names what became of it, or refused, and `reason` says why."""
    uploads = (
        Upload.objects.visible_to(asking_account(request)).select_related("story", "draft").defer("content", "body")
    )
    return told_hand_in(get_object_or_404(uploads, pk=hand_in_id))


def _handed_in(token: Token, key: str, asked: bytes, act: Callable[[], Upload]) -> HttpResponse:
    def told() -> tuple[answers.HandInAnswer, str]:
        upload = act()
        return told_hand_in(upload), f"{PREFIX}v1/hand-ins/{upload.pk}"

    return once(token, key, asked, told)


def _story_for(token: Token, about: AboutText) -> Story:
    """The one that is named. Of a slug line that the desk does not have, a new one."""
    stories = Story.objects.visible_to(token.account).select_related("desk")
    if bool(about.story) == bool(about.slug):
        raise Refused("Name the story by its number or by its slug line, and not by both.")
    if about.story:
        return get_object_or_404(stories, pk=about.story)
    return stories.known_by(about.slug) or open_story(by=token.account, desk=token.desk, slug=about.slug)


def _mandate(token: Token, story: Story, about: AboutText) -> Mandate:
    drafts = Draft.objects.visible_to(token.account).defer("text")
    return Mandate(
        headline=about.headline,
        byline=about.byline,
        dated=about.dated,
        source=about.source,
        revises=get_object_or_404(drafts, pk=about.revises) if about.revises else None,
        written_by=_writer(story, about.written_by) if about.written_by else None,
    )


def _writer(story: Story, address: str) -> User:
    writer = story.desk.members.filter(email__iexact=address, is_active=True).first()
    if writer is None:
        raise Refused(f"Nobody on the desk “{story.desk}” has the mail address “{address}”.")
    return writer
