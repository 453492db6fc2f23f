"""The URLs of the site, and an empty view that goes through the same middleware.

It stands in the place of a page that a form is sent to: other addresses take no POST.
"""

from django.http import HttpResponse
from django.urls import path

from troubleshooter.urls import *  # noqa: F403
from troubleshooter.urls import urlpatterns as site

urlpatterns = [path("vote/", lambda request: HttpResponse()), *site]
