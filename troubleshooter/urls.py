"""Every address of the site."""

from django.urls import path

from troubleshooter.web.views import codes, content, guide, paste, site, support

urlpatterns = [
    path("", paste.entry, name="entry"),
    path("paste/", paste.paste, name="paste"),
    path("result/", paste.result, name="result"),
    path("errors/", content.problems, name="problems"),
    path("errors/<slug:problem_id>/", content.problem, name="problem"),
    path("checks/", content.checks, name="checks"),
    path("checks/<slug:check_id>/", content.check, name="check"),
    path("guide/", guide.guide, name="guide"),
    path("guide/map/", guide.guide_map, name="guide-map"),
    path("guide/<slug:question_id>/", guide.question, name="question"),
    path("codes/", codes.codes, name="codes"),
    path("codes/<path:family>/<str:code>/", codes.code, name="code"),
    path("e/<path:code>/", codes.any_code, name="any-code"),
    path("support-text/", support.support_text, name="support-text"),
    path("privacy/", site.privacy, name="privacy"),
    path("about/", site.about, name="about"),
    path("accessibility/", site.accessibility, name="accessibility"),
    path("healthz", site.healthz, name="healthz"),
    path("readyz", site.readyz, name="readyz"),
    path("favicon.ico", site.favicon, name="favicon"),
    path("robots.txt", site.robots, name="robots"),
]

handler400 = "troubleshooter.web.views.faults.bad_request"
handler404 = "troubleshooter.web.views.faults.not_found"
handler500 = "troubleshooter.web.views.faults.broken"
