"""Whether this process lives, and whether it can do its work: `/healthz` and `/readyz`."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from newsroom.running import valkey


@require_safe
@login_not_required
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """The process answers. It asks nobody else: it is not to be restarted for a database that is down."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@login_not_required
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - a view's signature
    """What the newsroom needs, each by itself; 503 where anything of it is missing."""
    found = {name: is_there() for name, is_there in NEEDED.items()}
    return JsonResponse(found, status=HTTPStatus.OK if all(found.values()) else HTTPStatus.SERVICE_UNAVAILABLE)


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def queue_answers() -> bool:
    return valkey.answers(settings.CACHES["default"]["LOCATION"])


def tables_are_current() -> bool:
    """Whether all migrations that this code knows are applied. Later ones may be: old processes go on meanwhile."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


NEEDED: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "queue": queue_answers,
    "migrations": tables_are_current,
}
