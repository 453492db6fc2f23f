"""Every address of the site."""

from django.urls import path

from troubleshooter.web.views import (
    api,
    checks,
    codes,
    content,
    feeds,
    guide,
    paste,
    search,
    site,
    support,
    vote,
)

urlpatterns = [
    path("", paste.entry, name="entry"),
    path("paste/", paste.paste, name="paste"),
    path("result/", paste.result, name="result"),
    path("errors/", content.problems, name="problems"),
    path("errors/<slug:problem_id>/", content.problem, name="problem"),
    path("errors/<slug:problem_id>.json", api.problem, name="problem-json"),
    path("errors/<slug:problem_id>.md", api.problem_markdown, name="problem-markdown"),
    path("checks/", checks.checks, name="checks"),
    path("checks/<slug:check_id>/", checks.check, name="check"),
    path("guide/", guide.guide, name="guide"),
    path("guide/map/", guide.guide_map, name="guide-map"),
    path("guide/<slug:question_id>/", guide.question, name="question"),
    path("codes/", codes.codes, name="codes"),
    path("codes/<path:family>/<str:code>/", codes.code, name="code"),
    path("e/<path:code>/", codes.any_code, name="any-code"),
    path("lookup", codes.lookup, name="lookup"),
    path("search/", search.search, name="search"),
    path("api/", api.programs, name="programs"),
    path("api/v1/diagnose", api.diagnose_paste, name="api-diagnose"),
    path("api/v1/lookup", api.lookup, name="api-lookup"),
    path("api/v1/problems.json", api.problems, name="api-problems"),
    path("api/v1/problems/<slug:problem_id>.json", api.problem, name="api-problem"),
    path("api/v1/checks.json", api.checks, name="api-checks"),
    path("api/v1/guide.json", api.guide, name="api-guide"),
    path("api/v1/openapi.json", api.describe, name="api-description"),
    path("support-text/", support.support_text, name="support-text"),
    path("vote/", vote.vote, name="vote"),
    path("privacy/", site.privacy, name="privacy"),
    path("about/", site.about, name="about"),
    path("accessibility/", site.accessibility, name="accessibility"),
    path("healthz", site.healthz, name="healthz"),
    path("readyz", site.readyz, name="readyz"),
    path("favicon.ico", site.favicon, name="favicon"),
    path("changes.atom", feeds.changes, name="changes"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("llms.txt", feeds.llms, name="llms"),
    path("robots.txt", site.robots, name="robots"),
]

handler400 = "troubleshooter.web.views.faults.bad_request"
handler404 = "troubleshooter.web.views.faults.not_found"
handler500 = "troubleshooter.web.views.faults.broken"
