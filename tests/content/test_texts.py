import pytest
from django.apps import apps
from django.db.models import F

from corridor import clock
from corridor.content import texts
from corridor.content.choices import PageKey
from corridor.content.models import Page


def migrate(**options):
    texts.after_migrate(apps.get_app_config("content"), using="default", **options)


class WithoutModels:
    def get_model(self, app, name):
        raise LookupError


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", PageKey)
def test_every_page_has_a_first_text(key, language):
    title, text = texts.read(key, language)

    assert title
    assert not title.startswith("#")
    assert len(text) > 100


def test_only_how_it_works_has_kannada():
    assert [key for key in PageKey if texts.read(key, "kn")[0]] == [PageKey.HOW_IT_WORKS]


def test_migrate_writes_every_page(db):
    assert set(Page.objects.values_list("key", flat=True)) == set(PageKey.values)


def test_migrate_keeps_what_staff_have_changed(db):
    Page.objects.update(text_en=F("title_en"))

    migrate()

    assert Page.objects.filter(text_en=F("title_en")).count() == len(PageKey)


def test_migrate_writes_a_page_that_is_missing(db):
    Page.objects.filter(key="contact").delete()

    migrate()

    page = Page.objects.get(key="contact")
    assert (page.title_en, page.text_en) == texts.read(PageKey.CONTACT, "en")
    assert (page.changed_on, page.review_on) == (clock.today(), None)


def test_statement_is_to_be_reviewed_in_a_year(db):
    Page.objects.filter(key="accessibility").delete()

    migrate()

    assert str(Page.objects.get(key="accessibility").review_on) == "2025-07-22"


def test_migrating_back_to_nothing_writes_nothing(db):
    migrate(apps=WithoutModels())
