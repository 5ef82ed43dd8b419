"""Saved searches: kept, told of what is new, ended."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from corridor.actions import NotPermitted
from startups import actions, chores
from startups.actions.searches import MOST_SAVED
from startups.choices import ProfileState
from startups.models import SavedSearch
from tests.people import sign_in
from tests.startups.factories import make_startup

SAVE = "/en/account/searches/"
MAIL = "startups/mail/new_in_search"
MONDAY = date(2024, 7, 22)


@pytest.fixture
def saved(stranger):
    return actions.save_search(query="sector=5g_industry", by=stranger)


def publish(founder, editor, **fields):
    return make_startup(founder, state=ProfileState.PUBLISHED, editor=editor, **fields)


def test_save_keeps_the_one_written_form(client, stranger):
    typed = "page=3&sector=medtech&sector=banana&q=+edge+"

    response = sign_in(client, stranger).post(SAVE, {"query": typed}, follow=True)

    assert SavedSearch.objects.get().query == "q=edge"
    assert "The search is saved." in response.content.decode()
    assert "“edge”" in response.content.decode()


def test_save_refuses_the_same_twice(client, stranger, saved):
    response = sign_in(client, stranger).post(SAVE, {"query": saved.query}, follow=True)

    assert "You have saved this search already." in response.content.decode()
    assert SavedSearch.objects.count() == 1


def test_save_has_an_end(stranger):
    for number in range(MOST_SAVED):
        actions.save_search(query=f"q={number}", by=stranger)

    with pytest.raises(actions.TooManySearches):
        actions.save_search(query="q=more", by=stranger)


def test_longest_search_can_be_saved(client, stranger):
    every = "&".join(f"q={'🚀' * 100}" for _ in range(1))

    sign_in(client, stranger).post(SAVE, {"query": every})

    assert SavedSearch.objects.count() == 1


def test_account_lists_the_searches_and_deletes_them(client, stranger, saved):
    assert "Sector: 5G industry" in sign_in(client, stranger).get("/en/account/").content.decode()

    client.post(reverse("search_delete", args=[saved.pk]))

    assert not SavedSearch.objects.exists()


def test_search_of_another_person_is_not_there(client, founder, saved):
    response = sign_in(client, founder).post(reverse("search_delete", args=[saved.pk]))

    assert response.status_code == 404
    with pytest.raises(NotPermitted):
        actions.delete_search(search=saved, by=founder)


def test_mail_names_what_is_new_once_a_week(founder, editor, saved, set_clock, queued):
    publish(founder, editor, name="Kaverion EdgeNet")
    publish(founder, editor, name="Sahyascan", sector="medtech")
    set_clock(date(2024, 7, 28))
    chores.tell_of_new()
    assert not queued(MAIL)

    set_clock(date(2024, 7, 29))
    chores.tell_of_new()
    chores.tell_of_new()

    (mail,) = queued(MAIL)
    assert mail.to == [saved.user.email]
    assert "Kaverion EdgeNet, Bengaluru" in mail.message
    assert "Sahyascan" not in mail.message
    assert "/en/startups/?sector=5g_industry" in mail.message


def test_mail_tells_of_each_start_up_once(founder, editor, saved, set_clock, queued):
    publish(founder, editor)
    set_clock(date(2024, 7, 29))
    publish(founder, editor, name="Later on the day of the mail")
    chores.tell_of_new()
    set_clock(date(2024, 8, 5))
    chores.tell_of_new()

    first, second = queued(MAIL)
    assert "Later on" not in first.message
    assert "Later on" in second.message
    assert "Kaverion" not in second.message


def test_nothing_new_is_no_mail_and_not_looked_for_again(saved, set_clock, queued):
    set_clock(date(2024, 7, 29))
    chores.tell_of_new()

    saved.refresh_from_db()
    assert saved.told_on == date(2024, 7, 29)
    assert not queued(MAIL)


def test_profile_that_comes_back_is_not_new(founder, editor, stranger, set_clock, queued):
    startup = publish(founder, editor)
    actions.hide_profile(startup=startup, note="Away.", by=editor)
    set_clock(date(2024, 7, 23))
    actions.save_search(query="", by=stranger)
    set_clock(date(2024, 7, 24))
    again = actions.publish_profile(startup=startup, by=editor)
    set_clock(date(2024, 8, 1))
    chores.tell_of_new()

    assert (again.published_on, again.confirmed_on) == (MONDAY, date(2024, 7, 24))
    assert not queued(MAIL)


def test_mail_names_ten_at_most(founder, editor, saved, set_clock, queued):
    for number in range(12):
        publish(founder, editor, name=f"Edge {number}")
    set_clock(date(2024, 7, 29))
    chores.tell_of_new()

    (mail,) = queued(MAIL)
    assert mail.message.count("Edge ") == 10
    assert "and more." in mail.message


def test_mail_is_in_the_language_of_the_person_and_offers_to_end_it(
    founder, editor, saved, set_clock, queued
):
    saved.user.language = "de"
    saved.user.save()
    publish(founder, editor)
    set_clock(date(2024, 7, 29))
    chores.tell_of_new()

    (mail,) = queued(MAIL)
    ending = f"http://localhost:8000/de/unsubscribe/{saved.token}/"
    assert mail.subject == "Neue Start-ups zu Ihrer Suche"
    assert ending in mail.message
    assert mail.headers["List-Unsubscribe"] == f"<{ending}>"
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nobody_who_left_gets_mail(founder, editor, saved, set_clock, queued):
    saved.user.is_active = False
    saved.user.save()
    publish(founder, editor)
    set_clock(date(2024, 7, 29))
    chores.tell_of_new()

    assert not queued(MAIL)


def test_unsubscribe_asks_first(client, saved):
    response = client.get(reverse("unsubscribe", args=[saved.token]))

    assert "Sector: 5G industry" in response.content.decode()
    assert response["Referrer-Policy"] == "no-referrer"
    assert SavedSearch.objects.exists()


def test_unsubscribe_takes_one_press_without_a_cookie(saved):
    client = Client(enforce_csrf_checks=True)
    address = reverse("unsubscribe", args=[saved.token])

    response = client.post(address, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert not SavedSearch.objects.exists()
    assert "You get no more mail about this search" in client.get(address).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "a:b:c"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_unsubscribe_knows_no_other_link(client, method, token):
    response = getattr(client, method)(reverse("unsubscribe", args=[token]))

    assert response.status_code == 404


def test_directory_says_that_a_search_is_saved(client, saved, stranger):
    sign_in(client, stranger)
    kept = client.get(saved.get_absolute_url()).content.decode()
    assert "You have saved this search" in kept
    assert "Save this search" not in kept
    assert "Save this search" in client.get("/en/startups/?q=edge").content.decode()
