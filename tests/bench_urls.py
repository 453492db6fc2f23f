"""The URLs of the site, and an empty view that goes through the same middleware."""

from django.http import HttpResponse
from django.urls import path

from troubleshooter.urls import *  # noqa: F403
from troubleshooter.urls import urlpatterns as site

urlpatterns = [*site, path("empty/", lambda request: HttpResponse())]
