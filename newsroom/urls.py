"""Every address of the app."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import PasswordResetDoneView, PasswordResetView
from django.urls import include, path

# Links in mails lead to SITE_URL: the host that a request names may be anybody's invention.
_forgotten = PasswordResetView.as_view(extra_email_context={"site_url": settings.SITE_URL})
_sent = PasswordResetDoneView.as_view(extra_context={"kept_as_file": not settings.EMAIL_URL})

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/password_reset/", _forgotten, name="password_reset"),
    path("accounts/password_reset/done/", _sent, name="password_reset_done"),
    path("accounts/", include("django.contrib.auth.urls")),
    path("", include("review.urls")),
]
