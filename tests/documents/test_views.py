import pytest
from django.http import Http404

from corridor.documents import actions
from corridor.documents.files import DOCX, PDF
from corridor.documents.views import serve
from tests.documents.conftest import PDF_BYTES, office

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return actions.store_bytes(PDF_BYTES, name="ಕಾವೇರಿ.pdf", media_type=PDF, by=None)


def test_document_is_a_private_download(document):
    response = serve(document)
    assert b"".join(response) == PDF_BYTES
    assert response["Content-Type"] == PDF
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E0%B2%95")
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    response.close()


def test_pdf_inline_may_stand_in_our_frame(document):
    response = serve(document, inline=True)
    assert response["Content-Disposition"].startswith("inline")
    assert response["Content-Security-Policy"] == "frame-ancestors 'self'"
    response.close()


def test_office_file_is_never_shown_inline():
    document = actions.store_bytes(office(DOCX), name="plan", media_type=DOCX, by=None)
    response = serve(document, inline=True)
    assert response["Content-Disposition"] == 'attachment; filename="plan.docx"'
    response.close()


def test_missing_content_is_logged_and_404(document, private_dir, caplog):
    (private_dir / document.path).unlink()
    with pytest.raises(Http404):
        serve(document)
    assert str(document.pk) in caplog.text
