import pytest
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from corridor.mail import demo


@pytest.fixture
def mailbox(settings, tmp_path):
    settings.DEMO = True
    settings.VAR_DIR = tmp_path
    return demo.MailboxBackend()


@pytest.fixture
def message(mailbox):
    message = EmailMultiAlternatives(
        "Ihr Code für Ōe",
        "Code: ABCD\n\nhttp://localhost:8000/de/",
        "a@example.org",
        ["b@example.org"],
    )
    message.attach("deck.pdf", b"%PDF", "application/pdf")
    mailbox.send_messages([message])
    return demo.letters()[0]


def test_message_is_kept_whole(message):
    assert message.subject == "Ihr Code für Ōe"
    assert "ABCD" in message.text
    assert message.attachments == ["deck.pdf"]


def test_list_shows_messages(client, message):
    response = client.get(reverse("mail:list"), headers={"accept-language": "en"})
    assert "Ihr Code für Ōe" in response.text


def test_list_without_messages_says_what_to_do(client, mailbox):
    response = client.get(reverse("mail:list"), headers={"accept-language": "en"})
    assert "No mail yet" in response.text


def test_message_is_shown_with_links_and_names_of_files(client, message):
    page = client.get(reverse("mail:detail", args=[message.name])).text
    assert 'href="http://localhost:8000/de/"' in page
    assert "deck.pdf" in page


def test_unknown_message_is_not_found(client, mailbox):
    assert client.get(reverse("mail:detail", args=["nothing"])).status_code == 404


def test_mailbox_is_for_the_demo_alone(client, message, settings):
    settings.DEMO = False
    assert client.get(reverse("mail:list")).status_code == 404
    assert client.get(reverse("mail:detail", args=[message.name])).status_code == 404
