import pytest
from django.core.exceptions import ValidationError

from corridor.actions import Conflict
from corridor.content.actions import report_barrier
from corridor.content.models import BarrierReport
from corridor.mail.actions import queue
from corridor.mail.addresses import require_plain
from tests.people import make_person

SEVERAL = [
    '"x,victim@stranger.example,y"@quoted.example',
    'victim@stranger.example,b"@quoted.example',
    '"a\x01b"@quoted.example',
    "a@b.example,c@d.example",
    "a@b.example\n",
    "Meera <meera@kaverion.example>",
]


@pytest.mark.parametrize("address", SEVERAL)
def test_address_that_could_be_several_is_refused(address):
    with pytest.raises(ValidationError):
        require_plain(address)


@pytest.mark.parametrize("address", ["o'neill+kn@kaverion.example", "info@düsseldorf.example"])
def test_usual_address_is_taken(address):
    require_plain(address)


@pytest.mark.django_db
def test_mail_goes_to_one_address_only():
    with pytest.raises(ValidationError):
        queue(template="content/mail/barrier_received", to=SEVERAL[0], language="en")


@pytest.mark.django_db
def test_sign_up_with_several_addresses_is_refused(client):
    data = {"name": "X", "email": SEVERAL[0], "language": "en"}
    page = client.post("/en/accounts/signup/", data)
    assert "without quotation marks" in page.text


@pytest.mark.django_db
def test_report_of_barrier_with_several_addresses_is_refused(client):
    page = client.post("/en/accessibility/report/", {"text": "x", "email": SEVERAL[0]})
    assert "without quotation marks" in page.text
    assert not BarrierReport.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("address", SEVERAL[:2])
def test_database_takes_one_address_only(address):
    with pytest.raises(Conflict, match="without quotation marks"):
        report_barrier(text="x", language="en", email=address, acknowledge=False, by=None)
    person = make_person()
    person.email = address
    with pytest.raises(ValidationError):
        person.full_clean()
