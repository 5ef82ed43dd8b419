"""Documents of an application: chosen or dropped, with progress; and without a script."""

import pytest
from playwright.sync_api import expect

from tests.documents.conftest import PDF_BYTES
from tests.factories import make_application, make_package, owner_of
from welcome.choices import DocumentKind

DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    const form = document.querySelector("form[data-upload]");
    for (const kind of ["dragover", "drop"]) {
        form.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
    }
}"""


def pdf(name, number=0):
    content = PDF_BYTES.replace(b"1.7\n", f"1.7\n%{number}\n".encode())
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


@pytest.fixture
def draft(transactional_db):
    kinds = [DocumentKind.PITCH_DECK, DocumentKind.SHAREHOLDERS]
    return make_application(packages=[make_package(required_documents=kinds)], complete=False)


def names(draft):
    rows = draft.attachments.select_related("document").order_by("pk")
    return [row.document.name for row in rows]


def test_files_are_uploaded_without_leaving_the_page(open_browser, draft):
    window = open_browser(owner_of(draft.startup), width=360)
    page = window.page
    window.goto(f"{draft.get_absolute_url()}documents/")
    page.locator("#id_files").set_input_files([pdf("deck.pdf"), pdf("annex.pdf", 1)])
    page.get_by_role("button", name="Upload", exact=True).press("Enter")
    expect(page.get_by_text("2 files are added.")).to_be_visible()
    window.check()
    # What is refused is said at the field, and the summary has the focus.
    page.evaluate(DROP, ["page.html", "<html></html>"])
    page.get_by_role("button", name="Upload", exact=True).press("Enter")
    expect(page.locator(".error-summary")).to_be_focused()
    window.check()
    assert names(draft) == ["deck.pdf", "annex.pdf"]


def test_upload_that_breaks_off_or_is_too_large_is_said(open_browser, draft, settings):
    window = open_browser(owner_of(draft.startup))
    page, said = window.page, window.page.locator("[data-status]")
    window.goto(f"{draft.get_absolute_url()}documents/")
    page.locator("#id_files").set_input_files([pdf("deck.pdf")])
    page.route("**/documents/", lambda route: route.abort())
    window.expected_errors.append("net::ERR_FAILED")
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(said).to_contain_text("broke off")
    page.locator("form[data-upload]").evaluate("form => { form.dataset.upload = 10 }")
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(said).to_have_text("deck.pdf is too large. Save it smaller and try again.")
    assert names(draft) == []


def test_files_are_uploaded_and_replaced_without_a_script(open_browser, draft):
    window = open_browser(owner_of(draft.startup), javascript=False, width=360)
    page = window.page
    page.goto(f"{draft.get_absolute_url()}documents/")
    expect(page.locator("[data-drop]")).to_be_hidden()
    page.locator("#id_files").set_input_files([pdf("deck.pdf")])
    page.get_by_role("button", name="Upload", exact=True).click()
    page.get_by_role("link", name="Replace deck.pdf").click()
    page.locator("#id_file").set_input_files([pdf("new.pdf", 2)])
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.get_by_text("new.pdf takes the place of deck.pdf.")).to_be_visible()
    assert names(draft) == ["new.pdf"]
