"""The review screens' addresses."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
