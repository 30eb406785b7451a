"""The first stories of each state: read off an index, so that the history behind them is never sorted."""

from collections.abc import Mapping
from functools import reduce
from operator import or_

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import RowNumber

from articles.models import Story
from review.board.filters import Filters
from review.board.stories import order_of, order_within_state

Totals = Mapping[tuple[int, str], int]  # stories by desk and state; where there are none, nothing

_AT_ONCE = 400  # questions in one: SQLite takes 500


def totals_of(stories: QuerySet[Story]) -> Totals:
    """How many there are, of each desk and state that has any."""
    counted = stories.order_by().values_list("desk", "state").annotate(stories=Count("pk"))
    return {(desk, state): stories for desk, state, stories in counted}


def first_of_each_state(
    stories: QuerySet[Story], filters: Filters, totals: Totals, *, most: int, from_the_end: bool = False
) -> QuerySet[Story]:
    """At most so many of each state and desk, the first or the last in the order that is asked for, in one query."""
    if filters.words or filters.news or filters.mine:  # what picks them is not looked up for each place
        order = [each.reverse_ordering() for each in order_of(filters.sort)] if from_the_end else order_of(filters.sort)
        place = Window(RowNumber(), partition_by=[F("desk"), F("state")], order_by=order)
        return stories.filter(pk__in=stories.order_by().annotate(place=place).filter(place__lte=most).values("pk"))
    ordered = stories.order_by(*order_within_state(filters.sort))
    ordered = ordered.reverse() if from_the_end else ordered
    parts = [ordered.filter(desk=desk, state=state)[:most] for desk, state in totals]
    unions = [_among(parts[start : start + _AT_ONCE]) for start in range(0, len(parts), _AT_ONCE)]
    return stories.filter(reduce(or_, unions)) if unions else stories.none()


def _among(parts: "list[QuerySet[Story]]") -> Q:
    """Django's own union takes no LIMIT in its parts on SQLite."""
    asked = [part.values("pk").query.sql_with_params() for part in parts]
    union = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS part{number}" for number, (sql, _) in enumerate(asked))  # noqa: S608 # nosec B608
    return Q(pk__in=RawSQL(union, [told for _, parameters in asked for told in parameters]))  # noqa: S611 # nosec B611
