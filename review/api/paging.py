"""Long lists in pages: each page names the cursor of the next, which stays good while rows come and go."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Annotated, Any, TypeVar

from django.db.models import Model, QuerySet
from ninja import Query
from ninja.errors import HttpError

LARGEST_PAGE = 200
Cursor = Annotated[str, Query(max_length=100, description="`next` of the page before; without it the first page.")]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="How many to a page.")]

Row = TypeVar("Row", bound=Model)
Item = TypeVar("Item")


def page_of(rows: "QuerySet[Row]", tell: Callable[[Row], Any], *, cursor: str, limit: int) -> dict[str, Any]:
    """In the order in which the rows came to be."""
    found = list(rows.filter(pk__gt=_after(cursor)).order_by("pk")[: limit + 1])
    return _page(found, lambda row: row.pk, tell, limit)


def page_in(
    items: Sequence[Item], number: Callable[[Item], int], tell: Callable[[Item], Any], *, cursor: str, limit: int
) -> dict[str, Any]:
    """The same for what is worked out of rows."""
    after = _after(cursor)
    found = sorted((item for item in items if number(item) > after), key=number)
    return _page(found[: limit + 1], number, tell, limit)


def _page(
    found: Sequence[Item], number: Callable[[Item], int], tell: Callable[[Item], Any], limit: int
) -> dict[str, Any]:
    shown = found[:limit]
    next_page = _written(number(shown[-1])) if len(found) > limit else None
    return {"items": [tell(item) for item in shown], "next": next_page}


def _written(number: int) -> str:
    return urlsafe_b64encode(f"after:{number}".encode()).decode().rstrip("=")


def _after(cursor: str) -> int:
    """The number that the last page ended with. Raises HttpError for a cursor that no page has named."""
    if not cursor:
        return 0
    try:
        words = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        number = int(words.removeprefix("after:"))
    except ValueError as error:
        raise HttpError(HTTPStatus.NOT_FOUND, "No page has named this cursor.") from error
    if number < 1 or _written(number) != cursor:
        raise HttpError(HTTPStatus.NOT_FOUND, "No page has named this cursor.")
    return number
