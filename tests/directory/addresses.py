"""The directory's addresses, with one by which a test sets a fault."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path
from oauth2_provider import urls as provider_urls
from oauth2_provider import views

from tests.directory.provider import fault, set_fault


def take_fault(request: HttpRequest) -> HttpResponse:
    set_fault(request.GET["name"])
    return HttpResponse("noted")


def unless_down(view: Callable[..., HttpResponse], name: str) -> Callable[..., HttpResponse]:
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401
        if f"{name} is down" in fault():
            return HttpResponse("Out for maintenance", status=503)
        if fault() == f"{name} is of another":
            return JsonResponse({"issuer": "https://elsewhere.example"})
        if f"{name} is no object" in fault():
            return JsonResponse(["out of order"], safe=False)
        return view(request, *args, **kwargs)

    return answer


_provider = [
    path(".well-known/openid-configuration", unless_down(views.ConnectDiscoveryInfoView.as_view(), "discovery")),
    path("token/", unless_down(views.TokenView.as_view(), "token")),
    path("userinfo/", unless_down(views.UserInfoView.as_view(), "userinfo")),
    path(".well-known/jwks.json", unless_down(views.JwksInfoView.as_view(), "keys")),
]
_provider[1].__dict__["callback"].csrf_exempt = True
urlpatterns = [
    path("fault", take_fault),
    path("accounts/login/", LoginView.as_view()),
    *_provider,
    path("", include((provider_urls.base_urlpatterns + provider_urls.oidc_urlpatterns, "oauth2_provider"))),
]
