"""The newsroom's addresses, and some that fail in every way that an address can."""

import errno

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.urls import path
from django.views.csrf import csrf_failure
from django.views.decorators.http import require_POST

from newsroom.own_faults import our_fault
from newsroom.urls import urlpatterns as those_of_the_newsroom
from review.policies import Refused
from review.views.pages import PersonRequest, tells_refusals
from tests.losses import lost_line


@login_not_required
def sent_too_much(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


@login_not_required
def not_yours(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


@login_not_required
def too_old(request: HttpRequest) -> HttpResponse:
    return csrf_failure(request, reason=REASON_NO_CSRF_COOKIE)


@login_not_required
def not_here(request: HttpRequest) -> HttpResponse:
    raise Http404


@require_POST
@login_not_required
def button(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


@tells_refusals
def refused(request: PersonRequest) -> HttpResponse:
    raise Refused("Nobody signs their own story.")


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


@login_not_required
def without_database(request: HttpRequest) -> HttpResponse:
    raise lost_line()


@login_not_required
def without_room(request: HttpRequest) -> HttpResponse:
    raise OSError(errno.ENOSPC, "No space left on device")


handler500 = our_fault
urlpatterns = [
    path("failing/400/", sent_too_much),
    path("failing/403/", not_yours),
    path("failing/csrf/", too_old),
    path("failing/404/", not_here),
    path("failing/405/", login_not_required(button)),
    path("failing/409/", refused),
    path("failing/500/", broken),
    path("failing/503/", without_database),
    path("failing/507/", without_room),
    *those_of_the_newsroom,
]
