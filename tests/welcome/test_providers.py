"""The provider of a benefit answers by the link in a mail: no account, no second answer, no more than it needs."""

import re
from datetime import date

import pytest
from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from corridor.mail.chores import send_mail
from tests.database import refused_by
from tests.factories import (
    make_benefit,
    make_case,
    make_package,
    officer_of,
    owner_of,
    sign_in,
)
from welcome import actions
from welcome.choices import CaseState, RedemptionState
from welcome.exceptions import (
    AlreadyAnswered,
    AwardOver,
    DayNotPossible,
    LinkOutdated,
    NoProviderMail,
    NotOfThisAuthority,
)
from welcome.models import Redemption
from welcome.models.provider_links import provider_token

TODAY = date(2024, 7, 22)
DESK = "desk@digihub.example"
LINK = re.compile(r"http\S+(/de/redemptions/\S+)")


@pytest.fixture
def case(db):
    package = make_package(benefits=0)
    make_benefit(package, provider_email=DESK)
    return make_case(CaseState.FINAL, package=package)


@pytest.fixture
def wish(case):
    return actions.ask_benefit(
        item=case.award.items.get(),
        quantity=2,
        wished_on=TODAY,
        words="Two people, from nine",
        by=owner_of(case.startup),
    )


def page_of(wish):
    with override("en"):
        return reverse("provider_answer", args=[provider_token(wish)])


def confirm(wish, mail=1):
    return actions.confirm_as_provider(redemption=wish, mail=mail)


# The mail


def test_provider_gets_the_wish_and_a_link(wish, queued, client):
    (mail,) = queued("welcome/mail/wish_for_provider")
    by = wish.asked_by
    assert mail.to == [DESK]
    for words in (wish.case.startup.name, "Arbeitsplatz", "22. Juli 2024", by.name, by.email):
        assert words in mail.message
    assert wish.case.reference not in mail.message
    assert client.get(LINK.search(mail.message).group(1)).status_code == 200


def test_link_does_not_stay_in_the_outbox(case, queued, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        actions.ask_benefit(
            item=case.award.items.get(), quantity=1, wished_on=TODAY, by=owner_of(case.startup)
        )
    send_mail()
    (mail,) = queued("welcome/mail/wish_for_provider")
    assert (mail.message, mail.html_message) == ("", "")


def test_provider_without_a_mail_address_is_not_written_to(db, queued):
    case = make_case(CaseState.FINAL)
    wish = actions.ask_benefit(
        item=case.award.items.first(), quantity=1, wished_on=TODAY, by=owner_of(case.startup)
    )
    assert not queued("welcome/mail/wish_for_provider")
    with pytest.raises(NoProviderMail):
        actions.ask_provider_again(redemption=wish, by=officer_of(case.authority))


def test_award_keeps_the_address_it_was_granted_with(case, queued):
    case.package.benefits.update(provider_email="new@digihub.example")
    item = case.award.items.get()
    actions.ask_benefit(item=item, quantity=1, wished_on=TODAY, by=owner_of(case.startup))
    assert queued("welcome/mail/wish_for_provider")[0].to == [DESK]


def test_officer_changes_how_a_provider_is_reached(wish, client, queued):
    item, officer = wish.item, officer_of(wish.case.authority)
    sign_in(client, officer)
    page = reverse("admin:welcome_awarditem_contact", args=[item.pk])
    assert (
        "Write the email address" in client.post(page, {"provider_email": '"a,b"@d.example'}).text
    )
    client.post(page, {"contact": "0211 4710", "provider_email": "new@digihub.example"})
    item.refresh_from_db()
    assert (item.contact, item.provider_email) == ("0211 4710", "new@digihub.example")
    actions.ask_provider_again(redemption=wish, by=officer)
    assert [mail.to for mail in queued("welcome/mail/wish_for_provider")][-1] == [
        item.provider_email
    ]


def test_only_officers_change_a_contact(wish):
    with pytest.raises(NotOfThisAuthority):
        actions.change_contact(item=wish.item, contact="x", provider_email="", by=wish.asked_by)


def test_provider_hears_of_a_wish_that_is_taken_back(wish, queued):
    actions.cancel_benefit(redemption=wish, by=wish.asked_by)
    assert [mail.to for mail in queued("welcome/mail/wish_taken_back")] == [[DESK]]


# The page


def test_page_shows_what_is_needed_and_changes_nothing(wish, client):
    response = client.get(page_of(wish))
    for words in (wish.case.startup.name, "Desk", "Two people, from nine", wish.asked_by.email):
        assert words in response.text
    assert wish.case.reference not in response.text
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert Redemption.objects.get().is_asked


def test_provider_confirms_and_both_sides_are_told(wish, client, queued):
    response = client.post(page_of(wish), {"answer": "Desk 14"}, follow=True)
    wish.refresh_from_db()
    assert (wish.state, wish.agreed_on, wish.answer) == ("confirmed", TODAY, "Desk 14")
    assert (wish.by_provider, wish.answered_by) == (True, None)
    assert "Confirmed" in response.text
    for template in ("benefit_answered", "provider_answered"):
        assert len(queued(f"welcome/mail/{template}")) == 1


def test_provider_who_cannot_says_why(wish, client):
    response = client.post(page_of(wish), {"refuse": "1", "answer": " "})
    assert response.context["form"].errors["answer"] == ["Say why."]
    client.post(page_of(wish), {"refuse": "1", "answer": "Closed that week"})
    wish.refresh_from_db()
    assert (wish.state, wish.answer) == (RedemptionState.REFUSED, "Closed that week")
    assert wish.item.left == 3


@pytest.mark.parametrize("end", ["answered", "taken back", "asked again"])
def test_link_that_has_served_says_so_and_names_nobody(wish, client, end):
    page, officer = page_of(wish), officer_of(wish.case.authority)
    if end == "answered":
        actions.refuse_benefit(redemption=wish, answer="No", by=officer)
    elif end == "taken back":
        actions.cancel_benefit(redemption=wish, by=wish.asked_by)
    else:
        actions.ask_provider_again(redemption=wish, by=officer)
    before = Redemption.objects.values().get()
    for response in (client.get(page), client.post(page, {"answer": "late"})):
        text = response.text
        assert "<form" not in text.split("<main")[1].split("</main")[0]
        assert wish.asked_by.email not in text
        assert wish.case.startup.name not in text
    assert Redemption.objects.values().get() == before


def test_day_that_has_passed_can_only_be_refused(wish, client, set_clock):
    set_clock(date(2024, 7, 23))
    assert "Confirm for this day" not in client.get(page_of(wish)).text
    with pytest.raises(DayNotPossible):
        confirm(wish)


@pytest.mark.parametrize(
    "token",
    ["nonsense", signing.dumps([1, 1], salt="welcome.status")],
    ids=["nonsense", "other salt"],
)
def test_link_that_is_not_ours_is_not_found(wish, client, token):
    assert client.get(f"/en/redemptions/{token}/").status_code == 404


# The rules


def test_only_the_last_link_holds(wish, queued):
    again = actions.ask_provider_again(redemption=wish, by=officer_of(wish.case.authority))
    with pytest.raises(LinkOutdated):
        confirm(wish, mail=1)
    assert confirm(again, mail=2).is_confirmed
    assert len(queued("welcome/mail/wish_for_provider")) == 2


def test_wish_is_answered_once(wish):
    confirm(wish)
    for act in (actions.confirm_as_provider, actions.refuse_as_provider):
        with pytest.raises(AlreadyAnswered):
            act(redemption=wish, mail=1, answer="again")


def test_nothing_is_confirmed_after_the_award_period(wish, set_clock):
    set_clock(date(2026, 1, 1))
    with pytest.raises(AwardOver):
        confirm(wish)


def test_only_officers_ask_a_provider_again(wish):
    with pytest.raises(NotOfThisAuthority):
        actions.ask_provider_again(redemption=wish, by=wish.asked_by)


def test_staff_still_answer_and_see_who_did(wish, client):
    confirm(wish)
    case = wish.case
    sign_in(client, officer_of(case.authority))
    provider = "digihub Düsseldorf/Rheinland"
    file = client.get(reverse("admin:welcome_case_change", args=[case.pk])).text
    assert f"Confirmed ({provider})" in file
    row = client.get(reverse("admin:welcome_redemption_change", args=[wish.pk])).text
    assert f"{provider}, {DESK}" in row


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"by_provider": False}, "redemption_answerer_kept"),
        ({"answered_at": None}, "redemption_answer_kept"),
    ],
)
def test_database_keeps_who_answered(wish, change, rule):
    confirm(wish)
    with refused_by(rule):
        Redemption.objects.update(**change)


def test_database_wants_one_who_answered(wish):
    officer = officer_of(wish.case.authority)
    both = {"state": "refused", "answer": "No", "by_provider": True, "answered_by": officer}
    with refused_by("redemption_answer_whole"):
        Redemption.objects.update(**both, answered_at=wish.asked_at)
