from html import unescape

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from corridor import clock
from corridor.content import actions
from corridor.content.choices import ANSWER_WITHIN, PageKey
from corridor.content.forms import BarrierForm, own_path
from corridor.content.models import NewsItem, Page
from corridor.context import language_links
from corridor.forms import posted
from corridor.markdown import render_markdown
from corridor.pages import LongList
from corridor.strangers import kept_for_strangers

ON_A_PAGE = 10
KANNADA = {"code": "kn", "name": "ಕನ್ನಡ", "url": reverse_lazy("how_it_works_kn")}
# Pages that show more than their text.
TEMPLATES = {
    PageKey.ACCESSIBILITY: "content/accessibility.html",
    PageKey.EASY_READ: "content/easy_read.html",
    PageKey.HOW_IT_WORKS: "content/how_it_works.html",
}


@require_safe
@kept_for_strangers
def page(request, key):
    """One of the portal's own pages."""
    page = get_object_or_404(Page.objects.visible_to(request.user), key=key)
    text = page.text_de if get_language() == "de" else page.text_en
    context = {"page": page, "summary": summary(text), "kannada": KANNADA}
    return render(request, TEMPLATES.get(key, "content/page.html"), context)


@require_safe
def how_it_works_in_kannada(request):
    """A courtesy translation: the text is Kannada, everything around it English."""
    with override("en"):
        response = kannada_page(request)
    response["Content-Language"] = "kn"
    return response


@kept_for_strangers
def kannada_page(request):
    page = get_object_or_404(Page, key=PageKey.HOW_IT_WORKS)
    if not page.text_kn:
        raise Http404
    context = {
        "page": page,
        "summary": summary(page.text_kn),
        "kannada": KANNADA,
        "language_links": in_both_languages(request, PageKey.HOW_IT_WORKS.route),
    }
    return render(request, "content/how_it_works_kn.html", context)


def in_both_languages(request, route):
    """The links of the language switch on a page that is in neither of the two languages."""
    links = []
    for link in language_links(request):
        with override(link["code"]):
            links.append({**link, "url": reverse(route), "current": False})
    return links


def summary(text):
    """The beginning of a text by staff, for search engines."""
    return Truncator(unescape(strip_tags(render_markdown(text)))).chars(155)


@require_safe
@kept_for_strangers
def news(request):
    """What happened, the newest first; editors find their drafts in the back office."""
    shown = NewsItem.objects.published(clock.today()).defer("text_de", "text_en")
    page = LongList(shown, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "content/news.html", {"page": page})


@require_safe
@kept_for_strangers
def news_item(request, slug):
    item = get_object_or_404(NewsItem.objects.visible_to(request.user), slug=slug)
    return render(request, "content/news_item.html", {"item": item})


@require_http_methods(["GET", "HEAD", "POST"])
def report_barrier(request):
    """Tell us what does not work, without an account."""
    form = BarrierForm(*posted(request), initial={"page": own_path(request.GET.get("page", ""))})
    status = 200
    if form.is_valid():
        if consume(request, action="report_barrier"):
            return received(request, form.cleaned_data)
        form.add_error(None, too_often())
        status = 429
    return render(request, "content/report_barrier.html", {"form": form}, status=status)


def received(request, fields):
    by = request.user if request.user.is_authenticated else None
    known = fields["email"].lower()
    acknowledge = bool(known and consume(request, action="acknowledge_barrier", key=known))
    report = actions.report_barrier(
        by=by, language=get_language(), acknowledge=acknowledge, **fields
    )
    words = _("Your report has arrived. We answer by %(day)s.")
    messages.success(request, words % {"day": date_format(report.due_on, "DATE_FORMAT")})
    return redirect("barrier_reported")


def too_often():
    return _(
        "Several reports came from your connection within one hour. Your text is still here: "
        "send it later, or write to us by email; the page Contact has the address."
    )


@require_safe
def barrier_reported(request):
    return render(request, "content/barrier_reported.html", {"days": ANSWER_WITHIN.days})
