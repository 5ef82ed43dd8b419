from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override
from post_office.models import Email

from corridor import clock
from corridor.actions import Conflict, NotPermitted, action
from startups import actions, chores
from startups.choices import IntroductionState, MemberRole, ProfileState
from startups.models import Introduction, Membership
from tests.people import make_person, sign_in
from tests.startups.ecosystem import in_days, make_introduction, make_partner
from tests.startups.factories import make_startup

LIST = "/en/introductions/"


@pytest.fixture
def other(stranger, editor):
    """A start-up of the other side, whose owner is a stranger."""
    return make_startup(
        stranger,
        state=ProfileState.PUBLISHED,
        editor=editor,
        name="Rheinfaser",
        origin="duesseldorf",
    )


@pytest.fixture
def introduction(published, other, founder):
    return make_introduction(published, other, founder)


@pytest.fixture
def to_partner(published, founder, editor):
    return make_introduction(published, make_partner(editor), founder)


@pytest.fixture
def as_stranger(client, stranger):
    return sign_in(client, stranger)


def address(introduction, page="introduction"):
    return reverse(page, args=[introduction.pk])


def read(client, path=LIST, **query):
    return client.get(path, query).content.decode()


def typed(startup, **fields):
    return {"asking": startup.pk, "purpose": "pilot", "message": "May we try it out?", **fields}


def mails(template):
    found = Email.objects.filter(context__template=f"startups/mail/introduction_{template}")
    return [(mail.to[0], mail.subject, mail.message) for mail in found.order_by("pk")]


def others(editor, number):
    """Public start-ups to ask, each with an owner of its own."""
    for place in range(number):
        owner = make_person(f"owner{place}@elsewhere.example", name=f"Owner {place}")
        yield make_startup(
            owner, state=ProfileState.PUBLISHED, editor=editor, name=f"Other {place}"
        )


def add_member(startup, user, role=MemberRole.EDITOR):
    return Membership.objects.create(startup=startup, user=user, role=role, since=clock.now())


# Asking


def test_asking_tells_the_owners_with_the_message_and_without_the_person(introduction, stranger):
    ((to, subject, text),) = mails("asked")
    assert (to, subject) == (stranger.email, "Kaverion EdgeNet would like to meet Rheinfaser")
    assert "May we try it out?" in text
    assert "12 August 2024" in text
    assert "Meera" not in text
    assert "@kaverion" not in text


def test_asking_for_a_partner_tells_the_editors(to_partner, editor):
    ((to, subject, text),) = mails("asked_partner")
    assert (to, subject) == (editor.email, "Kaverion EdgeNet would like to meet Startup Unit")
    assert f"/admin/startups/introduction/{to_partner.pk}/change/" in " ".join(text.split())


def test_only_members_ask(published, other, editor, stranger):
    for person in (editor, stranger):
        with pytest.raises(actions.NotAMember):
            make_introduction(published, other, person)


def test_every_member_asks(published, other):
    member = make_person("third@kaverion.example")
    add_member(published, member)
    assert make_introduction(published, other, member).is_open


@pytest.mark.parametrize(
    "state", [state for state in ProfileState if state != ProfileState.PUBLISHED]
)
def test_both_start_ups_are_public(published, founder, stranger, editor, state):
    hidden = make_startup(stranger, state=state, editor=editor, name="Hidden")
    with pytest.raises(actions.TargetNotPublic):
        make_introduction(published, hidden, founder)
    with pytest.raises(actions.NotInDirectory):
        make_introduction(hidden, published, stranger)


def test_hidden_partner_is_not_asked(published, founder, editor):
    with pytest.raises(actions.TargetNotPublic):
        make_introduction(published, make_partner(editor, is_published=False), founder)


def test_nobody_asks_twice_while_a_question_is_open(introduction, to_partner, founder):
    for row, rule in [(introduction, "startup"), (to_partner, "partner")]:
        with pytest.raises(Conflict) as refused:
            make_introduction(row.asking, row.target, founder)
        assert refused.value.rule == f"introduction_open_once_{rule}"
    actions.withdraw_introduction(introduction=introduction, by=founder)
    assert make_introduction(introduction.asking, introduction.startup, founder).is_open


def test_nobody_asks_oneself(published, founder):
    with pytest.raises(Conflict) as refused:
        make_introduction(published, published, founder)
    assert refused.value.rule == "introduction_not_to_oneself"


def test_five_questions_are_open_at_most(published, founder, editor):
    *asked, sixth = others(editor, 6)
    rows = [make_introduction(published, target, founder) for target in asked]
    with pytest.raises(actions.TooManyOpen):
        make_introduction(published, sixth, founder)
    actions.withdraw_introduction(introduction=rows[0], by=founder)
    assert make_introduction(published, sixth, founder).is_open


def test_questions_in_thirty_days_have_a_limit(
    published, other, founder, editor, set_clock, monkeypatch
):
    monkeypatch.setattr("startups.actions.introductions.MOST_ASKED", 3)
    first_day = clock.today()
    for target in others(editor, 3):
        make_introduction(published, target, founder)
    set_clock(first_day + timedelta(days=29))
    with pytest.raises(actions.TooManyAsked):
        make_introduction(published, other, founder)
    set_clock(first_day + timedelta(days=31))
    assert make_introduction(published, other, founder).is_open


def test_question_taken_back_twice_rests_for_the_time_of_the_first(
    published, other, founder, set_clock
):
    first_day = clock.today()
    for day in (0, 10):
        set_clock(first_day + timedelta(days=day))
        row = make_introduction(published, other, founder)
        actions.withdraw_introduction(introduction=row, by=founder)
    set_clock(first_day + timedelta(days=21))
    with pytest.raises(actions.TakenBackTwice):
        make_introduction(published, other, founder)
    assert len(mails("asked")) == 2
    set_clock(first_day + timedelta(days=22))
    assert make_introduction(published, other, founder).is_open


def test_a_no_holds_for_ninety_days(introduction, founder, stranger, set_clock):
    day = clock.today()
    actions.decline_introduction(introduction=introduction, by=stranger)
    set_clock(day + timedelta(days=89))
    with pytest.raises(actions.DeclinedLately):
        make_introduction(introduction.asking, introduction.startup, founder)
    set_clock(day + timedelta(days=91))
    assert make_introduction(introduction.asking, introduction.startup, founder).is_open


# Answering


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_owner_answers_and_who_asked_gets_mail(introduction, founder, stranger, verb):
    act = getattr(actions, f"{verb}_introduction")
    act(introduction=introduction, answer="Gern im September.", by=stranger)
    introduction.refresh_from_db()
    assert introduction.state == ("accepted" if verb == "accept" else "declined")
    assert (introduction.answered_by, introduction.brokered_by) == (stranger, None)
    ((to, _subject, text),) = mails("answered")
    assert to == founder.email
    assert "Gern im September." in text
    assert stranger.email not in text


def test_only_an_owner_of_the_asked_start_up_answers(introduction, other, founder, editor):
    member = make_person("third@elsewhere.example")
    add_member(other, member)
    with pytest.raises(actions.NotAnOwner):
        actions.accept_introduction(introduction=introduction, by=member)
    for person in (founder, editor):
        with pytest.raises(actions.NotAMember):
            actions.accept_introduction(introduction=introduction, by=person)


def test_nobody_answers_for_a_partner(to_partner, founder):
    with pytest.raises(NotPermitted):
        actions.accept_introduction(introduction=to_partner, by=founder)


@pytest.mark.parametrize("verb", ["accept", "decline", "withdraw"])
def test_what_has_ended_stays_so(introduction, founder, stranger, verb):
    actions.decline_introduction(introduction=introduction, by=stranger)
    with pytest.raises(actions.AlreadyEnded):
        getattr(actions, f"{verb}_introduction")(
            introduction=introduction, by=founder if verb == "withdraw" else stranger
        )


def test_database_keeps_the_question_and_the_answer(introduction, stranger):
    actions.decline_introduction(introduction=introduction, by=stranger)

    @action
    def rewrite(*, by, **fields):
        Introduction.objects.filter(pk=introduction.pk).update(**fields)

    for fields, rule in [
        ({"message": "Other"}, "introduction_question_kept"),
        ({"answer": "Other"}, "introduction_answer_kept"),
        ({"state": "asked", "ended_at": None}, "introduction_step_allowed"),
        ({"outcome": "visit", "outcome_on": clock.today()}, "introduction_outcome_dated"),
    ]:
        with pytest.raises(Conflict) as refused:
            rewrite(by=None, **fields)
        assert refused.value.rule in {rule, "introduction_answer_kept"}


def test_only_the_asking_side_takes_back(introduction, stranger):
    with pytest.raises(actions.NotAMember):
        actions.withdraw_introduction(introduction=introduction, by=stranger)


def test_last_day_counts_to_its_end(introduction, stranger, set_clock):
    set_clock(introduction.expires_on)
    chores.end_introductions()
    introduction.refresh_from_db()
    assert introduction.is_open
    assert actions.accept_introduction(introduction=introduction, by=stranger).is_accepted


def test_day_after_is_too_late(introduction, founder, stranger, set_clock):
    set_clock(introduction.expires_on + timedelta(days=1))
    with pytest.raises(actions.TooLate):
        actions.accept_introduction(introduction=introduction, by=stranger)
    chores.end_introductions()
    introduction.refresh_from_db()
    assert introduction.state == IntroductionState.EXPIRED
    ((to, subject, _text),) = mails("expired")
    assert (to, subject) == (founder.email, "No answer from Rheinfaser")
    assert mails("due") == []


def test_holds_for_twenty_one_days(introduction):
    assert introduction.expires_on == in_days(21)


def test_owners_are_reminded_once_seven_days_before(introduction, stranger, set_clock):
    set_clock(introduction.expires_on - timedelta(days=8))
    chores.end_introductions()
    assert mails("due") == []
    for days in (7, 6):
        set_clock(introduction.expires_on - timedelta(days=days))
        chores.end_introductions()
    ((to, subject, _text),) = mails("due")
    assert (to, subject) == (stranger.email, "Kaverion EdgeNet waits for your answer")


def test_editors_are_reminded_of_a_partner(to_partner, editor, set_clock):
    set_clock(to_partner.expires_on)
    chores.end_introductions()
    assert [to for to, _subject, _text in mails("due_partner")] == [editor.email]


def test_mails_are_written_in_german(published, other, founder, stranger):
    stranger.language = founder.language = "de"
    stranger.save()
    founder.save()
    row = make_introduction(published, other, founder)
    actions.accept_introduction(introduction=row, by=stranger)
    assert mails("asked")[0][1] == "Kaverion EdgeNet möchte Rheinfaser kennenlernen"
    assert "Anliegen: Ein Pilotprojekt" in " ".join(mails("asked")[0][2].split())
    assert mails("answered")[0][1] == "Rheinfaser nimmt Ihre Anfrage an"


def test_who_left_is_not_the_contact(introduction, founder, stranger, published):
    second = make_person("second@kaverion.example", name="Second Owner")
    add_member(published, second, MemberRole.OWNER)
    Membership.objects.filter(user=founder).delete()
    actions.accept_introduction(introduction=introduction, by=stranger)
    assert introduction.asking_person == second
    assert mails("answered")[0][0] == second.email


# For partners, and for those who answer an editor by telephone


def test_editor_passes_on_what_a_partner_said(to_partner, editor, founder):
    actions.broker_introduction(introduction=to_partner, accepted=True, by=editor)
    to_partner.refresh_from_db()
    assert (to_partner.answered_by, to_partner.brokered_by) == (None, editor)
    assert mails("answered")[0][:2] == (founder.email, "Startup Unit accepts your request")


def test_editor_names_the_owner_who_said_yes(introduction, editor, founder, stranger):
    for nobody in (None, founder):
        with pytest.raises(actions.NotAnOwnerOfTheirs):
            actions.broker_introduction(
                introduction=introduction, accepted=True, contact=nobody, by=editor
            )
    actions.broker_introduction(
        introduction=introduction, accepted=True, contact=stranger, by=editor
    )
    introduction.refresh_from_db()
    assert introduction.answering_person == stranger


def test_partner_without_an_address_can_only_decline(published, founder, editor):
    row = make_introduction(published, make_partner(editor, email=""), founder)
    with pytest.raises(actions.NobodyToMeet):
        actions.broker_introduction(introduction=row, accepted=True, by=editor)
    broker = actions.broker_introduction(introduction=row, accepted=False, by=editor)
    assert broker.state == IntroductionState.DECLINED


def test_only_editors_broker(to_partner, founder, auditor):
    for person in (founder, auditor):
        with pytest.raises(NotPermitted):
            actions.broker_introduction(introduction=to_partner, accepted=True, by=person)


def test_outcome_is_noted_by_owners_of_both_sides_and_editors(
    introduction, founder, stranger, editor, auditor
):
    with pytest.raises(actions.NotAccepted):
        actions.note_outcome(introduction=introduction, outcome="visit", by=founder)
    actions.accept_introduction(introduction=introduction, by=stranger)
    for person, outcome in [(founder, "contact"), (stranger, "visit"), (editor, "project")]:
        row = actions.note_outcome(introduction=introduction, outcome=outcome, by=person)
        assert (row.outcome, row.outcome_on) == (outcome, clock.today())
    with pytest.raises(NotPermitted):
        actions.note_outcome(introduction=introduction, outcome="visit", by=auditor)


# Who sees it


def test_visible_to_both_sides_editors_and_auditors(
    introduction, founder, stranger, editor, auditor
):
    for person in (founder, stranger, editor, auditor):
        assert introduction in Introduction.objects.visible_to(person)
    assert not Introduction.objects.visible_to(make_person("nobody@corridor.example")).exists()


def test_page_hides_who_they_are_until_it_is_accepted(
    client, introduction, founder, stranger, editor
):
    def shown(to, person):
        page = read(sign_in(client, to), address(introduction))
        return person.email in page or person.name in page

    assert not shown(stranger, founder)
    assert not shown(founder, stranger)
    actions.accept_introduction(introduction=introduction, by=stranger)
    assert shown(stranger, founder)
    assert shown(founder, stranger)


@pytest.mark.parametrize("verb", ["decline", "withdraw"])
def test_page_hides_who_they_are_when_it_came_to_nothing(
    client, introduction, founder, stranger, verb
):
    by = stranger if verb == "decline" else founder
    getattr(actions, f"{verb}_introduction")(introduction=introduction, by=by)
    for person, other in [(founder, stranger), (stranger, founder)]:
        page = read(sign_in(client, person), address(introduction))
        assert other.email not in page
        assert other.name not in page


def test_page_shows_the_address_of_a_partner_once_it_said_yes(as_founder, to_partner, editor):
    assert to_partner.partner.email not in read(as_founder, address(to_partner))
    actions.broker_introduction(introduction=to_partner, accepted=True, by=editor)
    page = read(as_founder, address(to_partner))
    assert to_partner.partner.email in page
    assert editor.email not in page


# The pages


def test_profile_leads_to_the_question(client, other, founder, stranger, editor):
    link = f"{reverse('introduction_new')}?startup={other.slug}"
    assert link in read(client, other.get_absolute_url())
    assert link not in read(sign_in(client, stranger), other.get_absolute_url())
    partner = make_partner(editor)
    assert f"?partner={partner.slug}" in read(client, partner.get_absolute_url())


def test_member_asks_on_the_page(as_founder, published, other):
    new = f"{reverse('introduction_new')}?startup={other.slug}"
    assert "Ask to meet Rheinfaser" in read(as_founder, new)
    assert not Introduction.objects.exists()
    response = as_founder.post(new, typed(published))
    row = Introduction.objects.get()
    assert (response.url, row.startup, row.message) == (address(row), other, "May we try it out?")


def test_form_says_what_is_wrong_and_what_is_refused(as_founder, published, other, founder):
    new = f"{reverse('introduction_new')}?startup={other.slug}"
    page = as_founder.post(new, typed(published, message="", purpose="x")).content.decode()
    assert '<a href="#id_message">' in page
    make_introduction(published, other, founder)
    page = as_founder.post(new, typed(published)).content.decode()
    assert "You have asked already. Wait for the answer." in page


def test_nobody_asks_for_a_start_up_of_others(as_founder, published, other, editor):
    (third,) = others(editor, 1)
    new = f"{reverse('introduction_new')}?startup={other.slug}"
    as_founder.post(new, typed(third))
    assert not Introduction.objects.exists()


def test_page_says_who_can_ask(as_founder, startup, other):
    page = read(as_founder, f"{reverse('introduction_new')}?startup={other.slug}")
    assert "Start-ups in the directory can ask." in page


@pytest.mark.parametrize("query", ["startup=nobody", "startup=%00", "partner=nobody"])
def test_question_to_nobody_is_404(as_founder, published, query):
    assert as_founder.get(f"{reverse('introduction_new')}?{query}").status_code == 404


def test_question_without_anybody_leads_to_the_directory(as_founder):
    assert as_founder.get(reverse("introduction_new")).url == reverse("startups")


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_owner_answers_on_the_page(as_stranger, introduction, verb):
    page = read(as_stranger, address(introduction))
    assert "Kaverion EdgeNet waits for your answer, until 12 August 2024." in page
    assert address(introduction, f"introduction_{verb}") in page
    as_stranger.post(address(introduction, f"introduction_{verb}"), {"answer": "Soon."})
    introduction.refresh_from_db()
    assert (introduction.state, introduction.answer) == (
        IntroductionState.ACCEPTED if verb == "accept" else IntroductionState.DECLINED,
        "Soon.",
    )


def test_answer_that_is_too_long_is_shown_again(as_stranger, introduction):
    words = "long " * 401
    page = as_stranger.post(
        address(introduction, "introduction_accept"), {"answer": words}
    ).content.decode()
    assert '<a href="#id_answer">' in page
    introduction.refresh_from_db()
    assert introduction.is_open


def test_second_answer_is_refused_in_words(as_stranger, introduction):
    for verb in ("decline", "accept"):
        response = as_stranger.post(address(introduction, f"introduction_{verb}"), follow=True)
    assert "This introduction has ended by now." in response.content.decode()


def test_asking_side_takes_back_on_the_page(as_founder, introduction):
    page = read(as_founder, address(introduction))
    assert "An owner of Rheinfaser answers by 12 August 2024." in page
    assert address(introduction, "introduction_accept") not in page
    as_founder.post(address(introduction, "introduction_withdraw"))
    page = as_founder.post(
        address(introduction, "introduction_withdraw"), follow=True
    ).content.decode()
    assert "Kaverion EdgeNet has taken the request back." in page
    assert "This introduction has ended by now." in page


def test_outcome_is_noted_on_the_page(as_founder, introduction, stranger):
    outcome = address(introduction, "introduction_outcome")
    assert outcome not in read(as_founder, address(introduction))
    actions.accept_introduction(introduction=introduction, by=stranger)
    assert '<a href="#id_outcome_0">' in as_founder.post(outcome).content.decode()
    as_founder.post(outcome, {"outcome": "visit", "note": "Three days in Düsseldorf."})
    page = read(as_founder, address(introduction))
    assert "Three days in Düsseldorf." in page
    assert 'value="visit"' in page


def test_message_is_plain_text(as_stranger, published, other, founder):
    row = make_introduction(published, other, founder, message="<b>Hello</b>\n\nAgain")
    assert "&lt;b&gt;Hello&lt;/b&gt;" in read(as_stranger, address(row))


@pytest.mark.parametrize(("language", "words"), [("en", "Not answered"), ("de", "Nicht rechtz")])
def test_line_ends_where_nobody_answered(as_founder, introduction, set_clock, language, words):
    set_clock(introduction.expires_on + timedelta(days=1))
    chores.end_introductions()
    with override(language):
        page = read(as_founder, address(introduction))
    assert words in page
    assert page.count('<p class="stop">') == 2


def test_list_has_both_directions_open_ones_first(
    as_founder, introduction, published, stranger, founder, editor
):
    for row, name in zip(others(editor, 2), ("A", "B"), strict=True):
        asked = make_introduction(row, published, row.memberships.get().user, message=name)
    actions.accept_introduction(introduction=asked, by=founder)
    page = read(as_founder)
    assert page.index("Other 0") < page.index("Other 1") < page.index("Asked by us")
    assert page.index("Asked by us") < page.index("Rheinfaser")


def test_list_of_nobody_leads_to_the_directory(client, stranger):
    page = read(sign_in(client, stranger))
    assert "Nobody has asked yet." in page
    assert "You have not asked yet." in page


@pytest.mark.parametrize("number", [1, 30])
def test_list_costs_the_same_for_one_and_thirty(
    client, published, other, founder, number, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(actions.introductions, "MOST_ASKED", number)
    monkeypatch.setattr(actions.introductions, "MOST_TAKEN_BACK", number)
    for _ in range(number):
        row = make_introduction(published, other, founder)
        actions.withdraw_introduction(introduction=row, by=founder)
    sign_in(client, founder)
    with django_assert_max_num_queries(6):
        read(client)


def test_page_costs_few_queries(client, introduction, stranger, django_assert_max_num_queries):
    sign_in(client, stranger)
    with django_assert_max_num_queries(8):
        read(client, address(introduction))


def test_account_says_what_waits(client, introduction, founder, stranger):
    account = reverse("account")
    assert "1 request waits for your answer." in read(sign_in(client, stranger), account)
    assert "waits for your answer" not in read(sign_in(client, founder), account)
    actions.accept_introduction(introduction=introduction, by=stranger)
    assert "waits for your answer" not in read(sign_in(client, stranger), account)


@pytest.mark.parametrize("side", ["asking", "startup"])
def test_hidden_start_up_gets_and_gives_no_contacts(introduction, stranger, editor, side):
    actions.hide_profile(startup=getattr(introduction, side), note="Not true.", by=editor)
    with pytest.raises(actions.TargetNotPublic):
        actions.accept_introduction(introduction=introduction, by=stranger)
    actions.decline_introduction(introduction=introduction, by=stranger)


@pytest.mark.parametrize("asked_of", ["introduction", "to_partner"])
def test_page_of_who_was_asked_leads_to_the_question(client, founder, request, asked_of):
    row = request.getfixturevalue(asked_of)
    page = read(sign_in(client, founder), row.target.get_absolute_url())
    assert f'<a href="{address(row)}">You asked for an introduction on 22 July 2024</a>' in page
    assert "Ask for an introduction" not in page


def test_form_does_not_ask_which_where_there_is_one(client, published, other, founder):
    page = read(sign_in(client, founder), reverse("introduction_new"), startup=other.slug)
    assert "Which of your start-ups asks?" not in page
    assert f'<input type="hidden" name="asking" value="{published.pk}"' in page


def test_title_says_error_once(client, published, other, founder):
    ask = reverse("introduction_new", query={"startup": other.slug})
    page = sign_in(client, founder).post(ask, {"asking": published.pk}).content.decode()
    assert page.count("Error: Ask to meet") == 1
    assert "Error: Error:" not in page
