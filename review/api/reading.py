"""What a token may read: stories, drafts, findings, claims and decisions of its desk."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from analysis.findings import Severity
from articles.models import Draft, Story, StoryState
from articles.models.stories import StoryQuerySet
from review.actions.exports import take_out
from review.api import answers
from review.api.description import errors, files
from review.api.doors import Bearer, asking_account, check_may, token_of
from review.api.paging import Cursor, Limit, page_in, page_of
from review.api.questions import NO_NUL, InPath
from review.api.telling import told_claim, told_decision, told_draft, told_finding, told_line, told_stories
from review.ledger import ledger_of
from review.ledger_choice import Choice
from review.models import TokenScope
from review.outgoing.exports import MAKINGS, Export, as_attachment
from review.standing import Standing, passages_of, standings

router = Router(tags=["Read"])

_PACK = (TokenScope.DRAFTS, TokenScope.FINDINGS, TokenScope.CLAIMS, TokenScope.DECISIONS)
_HELD_IN: dict[Export, tuple[TokenScope, ...]] = {  # a file is no way around the scopes of what it holds
    Export.NINJS: (),
    Export.HTML: (),
    Export.PACK_PDF: _PACK,
    Export.PACK_JSON: _PACK,
    Export.CLAIM_REVIEW: (TokenScope.CLAIMS,),
    Export.CSV: (TokenScope.FINDINGS,),
    Export.WORD: (TokenScope.DRAFTS, TokenScope.FINDINGS),
}

Slug = Annotated[str, Query(max_length=80, pattern=NO_NUL, description="The story of this slug line alone.")]


@router.get("/token", response=answers.TokenAnswer, auth=Bearer(), openapi_extra=errors(), summary="Look at the token")
def token(request: HttpRequest) -> answers.TokenAnswer:
    """What the token may do, and on which desk: the first thing to try."""
    known = token_of(request)
    return answers.TokenAnswer(name=known.name, desk=known.desk.slug, scopes=known.scopes)


@router.get(
    "/stories",
    response=answers.StoryPage,
    auth=Bearer(TokenScope.DRAFTS),
    openapi_extra=errors(404, 422),
    summary="List stories",
)
def stories(
    request: HttpRequest, slug: Slug = "", state: StoryState | None = None, cursor: Cursor = "", limit: Limit = 50
) -> Any:  # noqa: ANN401 - a page, made of rows
    """The desk's stories, in the order in which they were opened."""
    found = _stories(request)
    found = found.of_slug_line(slug) if slug else found
    found = found.filter(state=state) if state else found
    page = page_of(found, lambda story: story, cursor=cursor, limit=limit)
    return page | {"items": told_stories(page["items"])}


@router.get(
    "/stories/{story_id}",
    response=answers.StoryAnswer,
    auth=Bearer(TokenScope.DRAFTS),
    openapi_extra=errors(404, 422),
    summary="Read a story",
)
def story(request: HttpRequest, story_id: InPath) -> answers.StoryAnswer:
    """Where it stands, and which draft is approved."""
    (told,) = told_stories([_story(request, story_id)])
    return told


@router.get(
    "/stories/{story_id}/drafts",
    response=answers.DraftPage,
    auth=Bearer(TokenScope.DRAFTS),
    openapi_extra=errors(404, 422),
    summary="List a story's drafts",
)
def drafts(request: HttpRequest, story_id: InPath, cursor: Cursor = "", limit: Limit = 50) -> Any:  # noqa: ANN401
    """Without their texts, in the order in which they were handed in."""
    found = _story(request, story_id).drafts.select_related("story", "handed_in_by", "written_by").defer("text")
    return page_of(found, told_line, cursor=cursor, limit=limit)


@router.get(
    "/drafts/{draft_id}",
    response=answers.DraftAnswer,
    auth=Bearer(TokenScope.DRAFTS),
    openapi_extra=errors(404, 422),
    summary="Read a draft, and follow its analysis",
)
def draft(request: HttpRequest, draft_id: InPath) -> answers.DraftAnswer:
    """Its text, and how far reading and comparing are: `work.is_over` says that all findings are there."""
    found = Draft.objects.visible_to(asking_account(request)).select_related(
        "story__desk", "handed_in_by", "written_by"
    )
    return told_draft(get_object_or_404(found, pk=draft_id))


@router.get(
    "/stories/{story_id}/findings",
    response=answers.FindingPage,
    auth=Bearer(TokenScope.FINDINGS),
    openapi_extra=errors(404, 422),
    summary="List a story's findings",
)
def findings(
    request: HttpRequest,
    story_id: InPath,
    *,
    is_open: Annotated[bool | None, Query(description="Open ones alone, or those that were decided on.")] = None,
    severity: Severity | None = None,
    cursor: Cursor = "",
    limit: Limit = 50,
) -> Any:  # noqa: ANN401
    """Those in the drafts that stand and between them, with all places, values, and the last word on each."""
    found = [
        standing
        for standing in standings(_story(request, story_id))
        if is_open in (None, standing.is_open) and severity in (None, standing.finding.severity)
    ]
    page = page_in(found, lambda standing: standing.finding.pk, lambda standing: standing, cursor=cursor, limit=limit)
    return page | {"items": _told_findings(page["items"])}


@router.get(
    "/stories/{story_id}/claims",
    response=answers.ClaimPage,
    auth=Bearer(TokenScope.CLAIMS),
    openapi_extra=errors(404, 422),
    summary="List a story's claims",
)
def claims(request: HttpRequest, story_id: InPath, cursor: Cursor = "", limit: Limit = 50) -> Any:  # noqa: ANN401
    """Those that a current draft makes, with the evidence that was found for or against each."""
    found = _story(request, story_id)
    rows = ledger_of(found, Choice(found.pk)).standing
    return page_in(rows, lambda row: row.claim.pk, told_claim, cursor=cursor, limit=limit)


@router.get(
    "/stories/{story_id}/decisions",
    response=answers.DecisionPage,
    auth=Bearer(TokenScope.DECISIONS),
    openapi_extra=errors(404, 422),
    summary="List who decided what",
)
def decisions(request: HttpRequest, story_id: InPath, cursor: Cursor = "", limit: Limit = 50) -> Any:  # noqa: ANN401
    """Every act of sign-off, in order; nothing of it is ever changed."""
    found = _story(request, story_id).decisions.select_related("by")
    return page_of(found, told_decision, cursor=cursor, limit=limit)


@router.get(
    "/drafts/{draft_id}/out/{export}",
    auth=Bearer(TokenScope.EXPORTS),
    openapi_extra=files({making.content_type for making in MAKINGS.values()}, errors(404, 409, 422)),
    summary="Take something out",
)
def out(request: HttpRequest, draft_id: InPath, export: Export) -> HttpResponse:
    """A file: copy that was approved, the sign-off pack, verified claims, findings. Other copy is refused by 409.

    All but approved copy takes the scopes of what the file holds as well, and is refused by 403 without them.
    """
    check_may(token_of(request), *_HELD_IN[export])
    drafts = Draft.objects.visible_to(asking_account(request)).select_related(
        "story__desk", "written_by", "handed_in_by"
    )
    return as_attachment(
        take_out(by=asking_account(request), draft=get_object_or_404(drafts, pk=draft_id), export=export)
    )


def _stories(request: HttpRequest) -> StoryQuerySet:
    return Story.objects.visible_to(asking_account(request)).select_related("desk")


def _story(request: HttpRequest, story_id: int) -> Story:
    return get_object_or_404(_stories(request), pk=story_id)


def _told_findings(found: list[Standing]) -> list[answers.FindingAnswer]:
    passages = passages_of(found)
    return [told_finding(standing, passages[standing.finding.annotation_id]) for standing in found]
