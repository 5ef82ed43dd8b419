"""Published on 22 July 2024: asked on 22 January, 5 and 19 February, hidden on 5 March 2025."""

from datetime import date
from functools import partial

import pytest
from django.urls import reverse

from corridor import clock
from startups import actions, chores
from startups.choices import MemberRole, ProfileState
from startups.models import Membership, Startup
from tests.people import make_person, sign_in
from tests.startups.factories import make_editor, make_startup
from tests.threads import at_once

ASKED = [date(2025, 1, 22), date(2025, 2, 5), date(2025, 2, 19)]
HIDDEN = date(2025, 3, 5)


@pytest.fixture
def keep_true(set_clock):
    """A function that lets housekeeping run on some days, twice on each."""

    def run(*days):
        for day in days:
            set_clock(day)
            chores.keep_true()
            chores.keep_true()

    return run


@pytest.fixture
def asked(published, keep_true):
    keep_true(ASKED[0])
    return published


@pytest.fixture
def lapsed(published, keep_true):
    keep_true(*ASKED, HIDDEN)
    return fresh(published)


def fresh(startup):
    return Startup.objects.get(pk=startup.pk)


@pytest.mark.parametrize(
    ("days", "mails"),
    [
        ([date(2025, 1, 21)], 0),
        (ASKED[:1], 1),
        ([ASKED[0], date(2025, 2, 4)], 1),
        (ASKED[:2], 2),
        ([*ASKED[:2], date(2025, 2, 18)], 2),
        (ASKED, 3),
        ([*ASKED, date(2025, 3, 4)], 3),
        ([*ASKED, HIDDEN, date(2025, 4, 2)], 3),
    ],
)
def test_owners_are_asked_after_half_a_year_and_reminded_twice(
    published, keep_true, queued, days, mails
):
    keep_true(*days)
    assert len(queued("startups/mail/still_true")) == mails
    assert fresh(published).asked_times == mails


@pytest.mark.parametrize(
    ("confirmed", "early", "due"),
    [
        (date(2024, 8, 30), date(2025, 2, 28), date(2025, 3, 1)),
        (date(2024, 8, 31), date(2025, 2, 28), date(2025, 3, 1)),
        (date(2023, 8, 29), date(2024, 2, 28), date(2024, 2, 29)),
        (date(2024, 12, 31), date(2025, 6, 30), date(2025, 7, 1)),
    ],
)
def test_half_a_year_is_over_at_the_end_of_short_months(published, confirmed, early, due):
    Startup.objects.update(confirmed_on=confirmed)
    assert not Startup.objects.to_ask(early)
    assert Startup.objects.to_ask(due).get() == published


def test_mail_says_when_the_profile_will_be_hidden(asked, founder, queued):
    mail = queued("startups/mail/still_true")[0]
    assert mail.to == [founder.email]
    assert mail.subject == "Is the profile of Kaverion EdgeNet still true?"
    assert "hidden on 5 March 2025" in mail.message
    assert "/en/startups/kaverion-edgenet/confirm/" in mail.message


def test_reminders_name_the_same_day(published, keep_true, queued):
    keep_true(*ASKED)
    mails = queued("startups/mail/still_true")
    assert all("hidden on 5 March 2025" in mail.message for mail in mails)
    assert [mail.subject[:9] for mail in mails[1:]] == ["Reminder:"] * 2


def test_late_housekeeping_still_leaves_14_days_after_each_mail(published, keep_true):
    keep_true(date(2025, 6, 1), date(2025, 6, 14))
    assert fresh(published).asked_times == 1
    keep_true(date(2025, 6, 15))
    assert fresh(published).asked_times == 2


def test_unconfirmed_profile_is_hidden_and_says_why(client, lapsed, founder, queued):
    assert (lapsed.state, lapsed.lapsed) == (ProfileState.HIDDEN, True)
    assert "Nobody confirmed" in lapsed.return_note
    assert client.get(lapsed.get_absolute_url()).status_code == 404
    assert [mail.to for mail in queued("startups/mail/profile_lapsed")] == [[founder.email]]


def test_unpublished_profiles_are_left_alone(founder, editor, keep_true, queued):
    for state in set(ProfileState) - {ProfileState.PUBLISHED}:
        make_startup(founder, state=state, editor=editor)
    keep_true(*ASKED, HIDDEN)
    assert not queued("startups/mail/still_true")


def test_confirming_begins_another_half_year(asked, founder, keep_true, queued):
    actions.confirm_profile(startup=asked, by=founder)
    startup = fresh(asked)
    assert (startup.confirmed_on, startup.asked_times, startup.asked_on) == (ASKED[0], 0, None)
    keep_true(ASKED[1], date(2025, 7, 21))
    assert len(queued("startups/mail/still_true")) == 1


def test_confirming_brings_a_lapsed_profile_back(client, lapsed, founder):
    startup = actions.confirm_profile(startup=lapsed, by=founder)
    assert (startup.state, startup.lapsed, startup.return_note) == ("published", False, "")
    assert startup.published_on == date(2024, 7, 22)
    assert "Confirmed on" in client.get(startup.get_absolute_url()).content.decode()


@pytest.mark.parametrize("state", sorted(set(ProfileState) - {ProfileState.PUBLISHED}))
def test_confirming_brings_nothing_else_back(founder, editor, state):
    startup = make_startup(founder, state=state, editor=editor)
    with pytest.raises(actions.NothingToConfirm):
        actions.confirm_profile(startup=startup, by=founder)
    assert fresh(startup).state == state


def test_profile_that_an_editor_hides_after_it_lapsed_once_stays_hidden(lapsed, founder, editor):
    actions.publish_profile(startup=lapsed, by=editor)
    actions.hide_profile(startup=lapsed, note="The website is gone.", by=editor)
    with pytest.raises(actions.NothingToConfirm):
        actions.confirm_profile(startup=lapsed, by=founder)


def test_new_name_of_a_lapsed_profile_waits(lapsed, founder):
    actions.change_startup(startup=lapsed, by=founder, name="Something Else")
    startup = actions.confirm_profile(startup=lapsed, by=founder)
    assert startup.name == "Kaverion EdgeNet"
    assert startup.changes.waiting().exists()


def test_confirming_is_for_owners(published, stranger, editor):
    with pytest.raises(actions.NotAMember):
        actions.confirm_profile(startup=published, by=editor)
    Membership.objects.create(
        startup=published, user=stranger, role=MemberRole.EDITOR, since=clock.now()
    )
    with pytest.raises(actions.NotAnOwner):
        actions.confirm_profile(startup=published, by=stranger)


@pytest.mark.django_db(transaction=True)
def test_each_mail_is_sent_once_by_two_at_once(set_clock, queued):
    startup = make_startup(make_person(), state=ProfileState.PUBLISHED, editor=make_editor())
    set_clock(ASKED[0])
    ask = partial(actions.ask_to_confirm, startup=startup, by=None)
    assert sorted(at_once(ask, ask)) == [False, True]
    assert len(queued("startups/mail/still_true")) == 1


def page_of(startup):
    return reverse("startup_confirm", args=[startup.slug])


def test_confirm_page_asks_to_sign_in(client, asked):
    assert "/accounts/login/" in client.get(page_of(asked)).url


def test_confirm_page_confirms_by_post_alone(client, asked, founder):
    browser = sign_in(client, founder)
    assert "Everything still holds" in browser.get(page_of(asked)).content.decode()
    assert fresh(asked).asked_times == 1
    page = browser.post(page_of(asked), follow=True).content.decode()
    assert "The profile counts as confirmed today." in page
    assert 'Confirmed on <time datetime="2025-01-22">Wednesday, 22 January 2025</time>' in page


def test_confirm_page_tells_when_an_editor_decides(as_founder, founder, editor):
    startup = make_startup(founder, state=ProfileState.HIDDEN, editor=editor)
    page = as_founder.get(page_of(startup)).content.decode()
    assert "An editor decides about this one." in page
    assert "Everything still holds" not in page
    page = as_founder.post(page_of(startup), follow=True).content.decode()
    assert "Only a profile in the directory is confirmed." in page


def test_profile_leads_owners_to_the_button(client, lapsed, founder):
    page = sign_in(client, founder).get(lapsed.get_absolute_url()).content.decode()
    assert "Nobody confirmed for a long time that it still holds." in page
    assert page_of(lapsed) in page
    assert "The editor wrote" not in page


def test_profile_reminds_owners_while_they_are_asked(client, asked, founder):
    page = sign_in(client, founder).get(asked.get_absolute_url()).content.decode()
    assert "Is everything still true?" in page
    assert page_of(asked) in page


def test_editor_hides_a_lapsed_profile_for_good(lapsed, founder, editor):
    actions.hide_profile(startup=lapsed, note="Not true.", by=editor)
    with pytest.raises(actions.NothingToConfirm):
        actions.confirm_profile(startup=lapsed, by=founder)
