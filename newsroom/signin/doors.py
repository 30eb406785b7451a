"""The one way in: whoever proved who they are by password or directory is asked for the second factor they have."""

from http import HTTPStatus
from typing import Any

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_GET

from articles.models import User

LONGEST_PAGE = 2000  # characters of its address: browsers drop a cookie of 4096 bytes without a word


def let_in(request: HttpRequest, person: User, *, to: str) -> HttpResponse:
    """Log them in and lead them to a page of ours; over the page that asks for the code, if they have a second factor.

    Whoever was logged in before is not any more: else they would stay it until the code is typed.
    """
    if request.user.is_authenticated:
        logout(request)
    answer: HttpResponse = perform_login(request, person, redirect_url=to)
    return answer


def page_after(request: HttpRequest) -> str:
    """The page that `next` names, where it is one of ours and not too long to be carried along; else the board."""
    page = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure())
    return page if ours and len(page) <= LONGEST_PAGE else resolve_url(settings.LOGIN_REDIRECT_URL)


def log_in_page(request: HttpRequest, *, status: HTTPStatus, back: str, **told: object) -> HttpResponse:
    """The page with its empty form, which leads back to the page `back` afterwards, and with what is to be told."""
    action = f"{reverse('login')}?{urlencode({'next': back})}"
    context = {"form": AuthenticationForm(request), "action": action, **directory_button(back), **told}
    return render(request, "registration/login.html", context, status=status)


def directory_button(back: str) -> dict[str, str]:
    """What the log-in page shows of the newsroom's directory; nothing where there is none."""
    if not settings.OIDC_ISSUER:
        return {}
    address = f"{reverse('directory')}?{urlencode({'next': back})}" if back else reverse("directory")
    return {"directory": settings.OIDC_NAME, "directory_address": address}


class LogIn(LoginView):
    """Django's page, which lets in by the stages of every log-in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 - Django's own signature
        return super().get_context_data(**kwargs) | directory_button(self.get_redirect_url())

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        return let_in(self.request, form.get_user(), to=self.get_success_url())


@login_not_required
@require_GET
def admin_log_in(request: HttpRequest) -> HttpResponse:
    """The administrator's pages have no door of their own."""
    back = request.GET.get("next") or reverse("admin:index")
    return HttpResponseRedirect(f"{reverse('login')}?{urlencode({'next': back})}")
