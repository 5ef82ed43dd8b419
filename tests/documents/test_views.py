import pytest
from django.core.files.base import ContentFile
from django.http import Http404
from django.test import RequestFactory

from corridor import clock
from corridor.documents import actions
from corridor.documents.files import DOCX, PDF, PNG
from corridor.documents.models import Access
from corridor.documents.views import serve
from tests.documents.conftest import PDF_BYTES, office, picture
from tests.people import make_person

pytestmark = pytest.mark.django_db


def taking(method="get"):
    request = getattr(RequestFactory(), method)("/")
    request.user = make_person("meera@kaverion.example")
    return request


@pytest.fixture
def document():
    return actions.store_bytes(PDF_BYTES, name="ಕಾವೇರಿ.pdf", media_type=PDF, by=None)


def test_document_is_a_private_download(document):
    response = serve(taking(), document)
    assert b"".join(response) == PDF_BYTES
    assert response["Content-Type"] == PDF
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E0%B2%95")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    response.close()


def test_pdf_inline_may_stand_in_our_frame(document):
    response = serve(taking(), document, inline=True)
    assert response["Content-Disposition"].startswith("inline")
    assert response["Content-Security-Policy"] == "frame-ancestors 'self'"
    response.close()


def test_office_file_is_never_shown_inline():
    document = actions.store_bytes(office(DOCX), name="plan", media_type=DOCX, by=None)
    response = serve(taking(), document, inline=True)
    assert response["Content-Disposition"] == 'attachment; filename="plan.docx"'
    response.close()


def test_missing_content_is_logged_and_404(document, private_dir, caplog):
    (private_dir / document.path).unlink()
    with pytest.raises(Http404):
        serve(taking(), document)
    assert str(document.pk) in caplog.text
    assert not Access.objects.exists()


def test_every_download_is_logged(document):
    request = taking()
    response = serve(request, document)
    entry = Access.objects.get()
    assert (entry.by, entry.subject, entry.name) == (request.user, document.pk, document.name)
    assert (entry.sha256, entry.at.year) == (document.sha256, clock.real_now().year)
    response.close()


def test_head_takes_nothing_and_is_not_logged(document):
    response = serve(taking("head"), document)
    assert not Access.objects.exists()
    response.close()


def test_picture_with_a_page_inside_stays_a_picture():
    """A file that is two things at once is only ever handed out as what its beginning says."""
    content = picture() + b"<html><script>alert(1)</script>"
    document = actions.store(ContentFile(content), name="a.html.png", by=None)
    response = serve(taking(), document)
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == (PNG, "nosniff")
    assert response["Content-Disposition"] == 'attachment; filename="a.html.png"'
    response.close()
