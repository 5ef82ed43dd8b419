"""The people on a delegation's list: put there by form, changed, replaced, taken off, mailed their links."""

from datetime import date

import pytest
from django.urls import reverse

from corridor.actions import Conflict
from events import actions
from events.choices import DelegateState
from events.exceptions import ListChanged, MailedToday, NobodyToMail, StepImpossible
from events.models import Delegate
from tests.events.factories import make_delegate, make_delegation, register, someone

pytestmark = pytest.mark.django_db
S = DelegateState
PERSON = {"given_names": "Meera", "surname": "Nagarajan", "language": "en"}


@pytest.fixture
def delegation(event):
    return make_delegation(event, organisation="KDEM", places=3)


def address(name, delegation, *args):
    return reverse(f"delegation_{name}", args=[delegation.head_token, *args])


def post(client, name, delegation, *args, **data):
    return client.post(address(name, delegation, *args), data, follow=True).content.decode()


def acting(delegation):
    return {"delegation": delegation, "by": None, "link": delegation.head_link}


@pytest.mark.parametrize(
    ("given", "surname"),
    [
        ("Gopalakrishnan", ""),
        ("S. R.", "Venkataraman"),
        ("Ngọc Ánh", "O’Brien-de la Cruz"),
        ("ಮೀರಾ", "von der Heydt"),
    ],
)
def test_names_are_kept_as_in_the_passport(client, delegation, given, surname):
    page = post(client, "add", delegation, **PERSON | {"given_names": given, "surname": surname})
    person = delegation.delegates.get()
    assert (person.given_names, person.surname, person.state) == (given, surname, S.INVITED)
    assert f"{person.name} is on the list." in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("given_names", ""),
        ("given_names", "A\nB"),
        ("given_names", "a" * 121),
        ("email", "meera"),
        ("email", '"a,b"@c.example'),
        ("language", "kn"),
        ("salutation", "king"),
    ],
)
def test_person_who_is_not_right_is_shown_again(client, delegation, field, value):
    page = post(client, "add", delegation, **PERSON | {field: value})
    assert "There is something to correct" in page
    assert not delegation.delegates.exists()


def test_address_that_is_at_the_event_already_is_refused(client, event, delegation):
    make_delegate(event, delegation, email="meera@kaverion.example")
    page = post(client, "add", delegation, **PERSON, email="Meera@Kaverion.example")
    assert "This email address is taken at this event already." in page
    assert delegation.delegates.count() == 1


def test_nobody_is_added_beyond_the_places(client, event, delegation):
    for _number in range(3):
        make_delegate(event, delegation)
    assert (
        address("add", delegation) not in client.get(delegation.get_absolute_url()).content.decode()
    )
    assert "has not so many places left" in post(client, "add", delegation, **PERSON)


def test_nobody_is_added_after_the_last_day_for_swaps(client, delegation, set_clock):
    set_clock(date(2024, 8, 15))
    assert "replaced any more. Write to the event team." in post(
        client, "add", delegation, **PERSON
    ).replace("&#x27;", "'")
    assert not delegation.delegates.exists()


def test_entry_is_changed_and_a_new_address_gets_a_new_link(client, event, delegation):
    person = make_delegate(event, delegation)
    actions.mail_links(**acting(delegation), delegates=[person])
    page = post(client, "person", delegation, person.pk, **PERSON, email="new@kaverion.example")
    assert "The entry of Meera Nagarajan is saved." in page
    old, person = person, Delegate.objects.get(pk=person.pk)
    assert person.link == old.link + 1
    assert "The link is not sent yet" in page


def test_address_of_who_has_registered_stays(client, event, delegation):
    person = make_delegate(event, delegation)
    actions.complete(delegate=person, by=None, link=person.link)
    post(client, "person", delegation, person.pk, **PERSON, email="new@kaverion.example")
    changed = Delegate.objects.get(pk=person.pk)
    assert (changed.given_names, changed.email) == ("Meera", person.email)


def test_entry_of_somebody_who_has_left_is_not_changed(client, event, delegation):
    person = make_delegate(event, delegation)
    actions.cancel(delegate=person, by=None, link=person.link)
    assert "is not on the list any more." in post(client, "person", delegation, person.pk, **PERSON)
    with pytest.raises(StepImpossible):
        actions.change_person(delegate=person, by=None, link=delegation.head_link, surname="X")


def test_person_of_another_delegation_is_404(client, event, delegation):
    other = make_delegation(event, organisation="Other")
    person = make_delegate(event, other)
    for name in ("person", "swap", "remove", "mail_one"):
        assert client.post(address(name, delegation, person.pk)).status_code == 404


def test_person_is_replaced_and_told(client, event, delegation, queued):
    person = make_delegate(event, delegation)
    actions.mail_links(**acting(delegation), delegates=[person])
    page = post(client, "swap", delegation, person.pk, **PERSON, email="m@kaverion.example")
    assert f"Meera Nagarajan has the place of {person.name}." in page
    assert [d.state for d in delegation.delegates.all()] == [S.CANCELLED, S.INVITED]
    assert [mail.to for mail in queued("events/mail/taken_off")] == [[person.email]]


def test_person_is_replaced_even_when_all_places_are_taken(client, event, delegation):
    people = [make_delegate(event, delegation) for _number in range(3)]
    assert "has the place of" in post(client, "swap", delegation, people[0].pk, **PERSON)


def test_who_never_heard_of_the_list_hears_nothing_of_leaving_it(client, event, delegation, queued):
    person = make_delegate(event, delegation)
    post(client, "remove", delegation, person.pk)
    person.refresh_from_db()
    assert not person.is_active
    assert not queued("events/mail/taken_off")


def test_who_never_registered_reads_of_no_ticket_and_whom_to_ask(event, delegation, queued):
    person = make_delegate(event, delegation)
    actions.mail_links(**acting(delegation), delegates=[person])
    actions.cancel_as_head(delegate=person, by=None, link=delegation.head_link)
    [mail] = queued("events/mail/taken_off")
    assert "ask Asha Rao, who leads the delegation" in mail.message
    assert "/en/contact/" in mail.message
    assert "ticket" not in mail.message
    assert not queued("events/mail/cancelled")


def test_whoever_waited_reads_of_no_ticket_either(event, queued):
    event.is_open, event.places = True, 1
    event.save()
    register(event, 1)
    guest = register(event, 2)
    actions.cancel(delegate=guest, by=None, link=guest.link)
    assert "ticket" not in queued("events/mail/cancelled")[0].message


@pytest.mark.parametrize(
    ("email", "words"), [("a@k.example", "gets mail about it."), ("", "is not told.")]
)
def test_page_says_who_is_told(client, event, delegation, email, words):
    person = make_delegate(event, delegation, email="a@k.example")
    actions.mail_links(**acting(delegation), delegates=[person])
    actions.change_delegate(delegate=person, by=None, link=person.link, email=email)
    assert words in client.get(address("remove", delegation, person.pk)).content.decode()


def test_page_that_takes_somebody_off_says_what_follows(client, event, delegation):
    person = make_delegate(event, delegation, email="")
    page = client.get(address("remove", delegation, person.pk)).content.decode()
    assert "The place is free again for somebody else." in page
    assert "has had no link yet and is not told." in page
    assert ">None<" not in page
    assert "\n  None\n" not in page


def test_swap_that_is_refused_leaves_everything_as_it_was(client, event, delegation, queued):
    person, other = [make_delegate(event, delegation) for _number in range(2)]
    actions.mail_links(**acting(delegation), delegates=[person])
    page = post(client, "swap", delegation, person.pk, **PERSON, email=other.email)
    assert "This email address is taken at this event already." in page
    assert [d.state for d in delegation.delegates.all()] == [S.INVITED] * 2
    assert not queued("events/mail/taken_off")


def test_after_the_last_day_people_are_taken_off_and_not_replaced(
    client, event, delegation, set_clock
):
    person = make_delegate(event, delegation)
    set_clock(date(2024, 8, 15))
    page = client.get(address("person", delegation, person.pk)).content.decode()
    assert address("swap", delegation, person.pk) not in page
    assert '<form method="post" novalidate>' not in page
    post(client, "swap", delegation, person.pk, **PERSON)
    post(client, "person", delegation, person.pk, **PERSON)
    assert Delegate.objects.get().given_names == person.given_names
    assert "is not on the list any more." in post(client, "remove", delegation, person.pk)
    assert [d.state for d in delegation.delegates.all()] == [S.CANCELLED]


def test_place_of_who_is_taken_off_goes_to_who_waits(client, event, delegation):
    people = [make_delegate(event, delegation) for _number in range(3)]
    opened = actions.open_join_link(**acting(delegation))
    waiting = register(event, 8, delegation=opened, link=opened.open_link)
    post(client, "remove", delegation, people[0].pk)
    waiting.refresh_from_db()
    assert waiting.state == S.OFFERED


def test_links_go_to_all_who_have_not_registered(client, event, delegation, queued):
    done, due, _nowhere = (
        make_delegate(event, delegation, **fields) for fields in ({}, {}, {"email": ""})
    )
    actions.complete(delegate=done, by=None, link=done.link)
    page = client.get(delegation.get_absolute_url()).content.decode()
    assert "Send 1 person the link" in page
    assert "1 person gets mail with their private link." in post(client, "mail_all", delegation)
    assert [mail.to for mail in queued("events/mail/own_link")] == [[due.email]]


def test_links_go_out_once_a_day_each(client, event, delegation, queued, set_clock):
    person = make_delegate(event, delegation)
    post(client, "mail_all", delegation)
    assert "sent today" in client.get(delegation.get_absolute_url()).content.decode()
    assert "got a mail with their link today" in post(client, "mail_one", delegation, person.pk)
    post(client, "mail_all", delegation)
    assert len(queued("events/mail/own_link")) == 1
    set_clock(date(2024, 7, 23))
    page = client.get(delegation.get_absolute_url()).content.decode()
    assert "Remind" in page
    post(client, "mail_one", delegation, person.pk)
    assert len(queued("events/mail/own_link")) == 2


def test_who_got_mail_today_does_not_keep_it_from_others(event, delegation):
    first = make_delegate(event, delegation)
    actions.mail_links(**acting(delegation), delegates=[first])
    second = make_delegate(event, delegation)
    assert actions.mail_links(**acting(delegation), delegates=[first, second]) == 1
    with pytest.raises(MailedToday):
        actions.mail_links(**acting(delegation), delegates=[first, second])


def test_nobody_gets_more_mail_for_being_taken_off_and_put_on_the_list(
    client, event, delegation, queued
):
    for _round in range(3):
        person = make_delegate(event, delegation, email="stranger@kaverion.example")
        post(client, "mail_one", delegation, person.pk)
        post(client, "remove", delegation, person.pk)
    assert len(queued("events/mail/own_link")) == 1


@pytest.mark.parametrize(
    "name",
    [
        "Asha\u2028Bcc: x",
        "Asha\x85Rao",
        "\u200b",
        "\u3164\u2800",
        "https://a.example",
        "Buy at a.com",
    ],
)
def test_names_of_several_lines_of_none_and_web_addresses_are_refused(
    client, event, delegation, name
):
    fields = {"given_names": name, "language": "en"}
    page = f"{delegation.get_absolute_url()}people/new/"
    assert client.post(page, fields).status_code == 200
    assert not delegation.delegates.exists()


def test_names_with_dots_and_initials_are_names(client, event, delegation):
    fields = {"given_names": "A.P.J.", "surname": "MD.RAFIQ St.John", "language": "en"}
    assert client.post(f"{delegation.get_absolute_url()}people/new/", fields).status_code == 302


def test_nobody_without_address_or_of_another_delegation_is_mailed(event, delegation, queued):
    nowhere = make_delegate(event, delegation, email="")
    foreign = make_delegate(event, make_delegation(event, organisation="Other"))
    with pytest.raises(NobodyToMail):
        actions.mail_links(**acting(delegation), delegates=[nowhere, foreign])
    assert not queued("events/mail/own_link")


def test_after_registration_closed_only_who_has_registered_is_mailed(event, delegation, set_clock):
    done, late = (make_delegate(event, delegation) for _number in range(2))
    actions.complete(delegate=done, by=None, link=done.link)
    set_clock(date(2024, 8, 15))
    with pytest.raises(NobodyToMail):
        actions.mail_links(**acting(delegation), delegates=[late])
    assert actions.mail_links(**acting(delegation), delegates=[done, late]) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_mailing_asks_for_nobody_one_by_one(
    event, delegation, number, django_assert_max_num_queries
):
    people = [make_delegate(event, delegation) for _number in range(number)]
    with django_assert_max_num_queries(8 + 4 * number):
        actions.mail_links(**acting(delegation), delegates=people)


def test_list_that_changed_since_it_was_checked_is_not_saved(event, delegation):
    make_delegate(event, delegation)
    people = [someone(7)]
    with pytest.raises(ListChanged):
        actions.add_people(**acting(delegation), people=people, after=0)
    actions.add_people(**acting(delegation), people=people, after=1)


def test_people_are_put_on_the_list_together_or_not_at_all(event, delegation):
    with pytest.raises(Conflict):
        actions.add_people(**acting(delegation), people=[someone(1), someone(2), someone(1)])
    assert not delegation.delegates.exists()


def test_what_is_no_address_is_said_once(client, delegation):
    said = PERSON | {"email": "not-an-address"}
    form = client.post(address("add", delegation), said).context["form"]
    assert form.errors == {"email": ["Enter an email address, for example name@example.org."]}
