"""What the event team asks besides."""

import pytest
from django.urls import reverse

from corridor.actions import Conflict
from events import actions
from events.exceptions import QuestionAnswered
from events.models import DelegateAnswer, EventQuestion
from tests.events.factories import make_delegate, make_delegation, make_event, register
from tests.events.test_lists import take

pytestmark = pytest.mark.django_db
SHIRT = {
    "label_de": "Größe des Shirts",
    "label_en": "Size of the shirt",
    "kind": "choice",
    "options_de": "klein\ngroß",
    "options_en": "small\nlarge",
}
BUS = {"label_de": "Mit dem Bus?", "label_en": "By bus?", "kind": "yes_no", "is_required": True}


@pytest.fixture
def fest(event_team):
    event = make_event(event_team, is_open=True)
    for words in (SHIRT, BUS):
        actions.add_question(event=event, by=event_team, **words)
    return event


def name_of(fest, label):
    return f"question_{fest.questions.get(label_en=label).pk}"


def test_questions_are_asked_once_a_place_is_confirmed(client, fest, event_team):
    guest = register(fest, 1)
    invited = make_delegate(fest, make_delegation(fest, by=event_team))
    page = f"/en/registrations/{guest.token}/questions/"
    assert "Size of the shirt" in client.get(page).content.decode()
    assert client.get(f"/en/registrations/{invited.token}/questions/").status_code == 302
    said = {name_of(fest, "Size of the shirt"): "1", name_of(fest, "By bus?"): "yes"}
    assert client.post(page, said).status_code == 302
    assert 'value="1" ' in client.get(page).content.decode()
    assert DelegateAnswer.objects.count() == 2


def test_what_must_be_answered_is_said_and_nothing_is_kept(client, fest):
    guest = register(fest, 1)
    page = f"/en/registrations/{guest.token}/questions/"
    assert "Choose an answer." in client.post(page, {}).content.decode()
    assert not DelegateAnswer.objects.exists()


def test_answers_stand_in_their_list_in_words(as_event_team, fest):
    guest = register(fest, 1)
    shirt, bus = fest.questions.get(kind="choice"), fest.questions.get(kind="yes_no")
    answers = {shirt.pk: "0", bus.pk: "no"}
    actions.answer_questions(delegate=guest, answers=answers, by=None, link=guest.link)
    status, content = take(as_event_team, fest, "answers")
    assert status == 200
    assert "Person 1,,,small,no" in content.decode()


def test_the_meaning_of_answers_stays(fest, event_team):
    guest, shirt = register(fest, 1), fest.questions.get(kind="choice")
    actions.answer_questions(delegate=guest, answers={shirt.pk: "0"}, by=None, link=guest.link)
    with pytest.raises(QuestionAnswered):
        actions.change_question(question=shirt, by=event_team, options_en="large\nsmall")
    actions.change_question(question=shirt, by=event_team, label_en="Shirt")


def test_a_choice_needs_something_to_choose_from(fest, event_team):
    with pytest.raises(Conflict) as refused:
        actions.add_question(event=fest, by=event_team, **{**SHIRT, "options_en": ""})
    assert refused.value.rule == "event_question_has_options"


def test_questions_are_kept_in_the_back_office(as_event_team, fest):
    typed = {**SHIRT, "event": fest.pk, "position": "3", "is_asked": "on"}
    as_event_team.post(reverse("admin:events_eventquestion_add"), typed)
    assert EventQuestion.objects.filter(label_en="Size of the shirt").count() == 2
    assert as_event_team.get(reverse("admin:events_eventquestion_changelist")).status_code == 200
