"""One of everything, and one person of every role, for the table of who may see what."""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from post_office.models import Email

from corridor import clock
from corridor.content.models import Page
from corridor.documents.actions import log_access, log_export, store_bytes
from events import actions as event_actions
from events.links import mailed_token
from events.models import Feedback
from events.views.joining import token_of
from startups.actions import change_startup, invite_member, save_search
from startups.choices import MemberRole
from startups.models import Membership
from tests.content.factories import make_news, make_report
from tests.events.factories import (
    accept_meeting,
    ask_letter,
    ask_meeting,
    make_delegate,
    make_delegation,
    make_event,
    make_letter_setup,
    make_meeting_setup,
    register,
    wish,
)
from tests.factories import (
    ask,
    fresh,
    make_application,
    make_authority,
    make_case,
    make_package,
    make_staff,
    make_startup,
    make_user,
    owner_of,
    use_benefit,
)
from tests.startups.ecosystem import (
    make_interest,
    make_introduction,
    make_opening,
    make_partner,
    make_project,
)
from welcome import actions
from welcome.choices import CaseState, DocumentKind, StaffRole, TextUse
from welcome.models import CaseAccess
from welcome.models.provider_links import provider_token
from welcome.models.status import status_token

ROLES = (
    "public", "founder", "stranger", "officer", "other_officer", "signatory", "reader", "event_team", "editor",
    "auditor", "superuser",
)  # fmt: skip


def make_people(city):
    """A person of every role; `public` is nobody, `stranger` has a start-up of her own."""
    root = make_user("Root")
    root.is_staff = root.is_superuser = True
    root.save()
    return {
        "public": None,
        "founder": make_user("Meera Nagarajan"),
        "stranger": owner_of(make_startup()),
        "officer": make_staff(city, StaffRole.OFFICER),
        "other_officer": make_staff(make_authority(), StaffRole.OFFICER, StaffRole.SIGNATORY),
        "signatory": make_staff(city, StaffRole.SIGNATORY),
        "reader": make_staff(city, StaffRole.READER),
        "event_team": make_user(roles=["event_team"]),
        "editor": make_user(roles=["editor"]),
        "auditor": make_user(roles=["auditor"]),
        "superuser": root,
    }


def make_world():
    """The people by role, and the objects that addresses name. The start-up's profile is still a draft."""
    city = make_authority()
    people = make_people(city)
    founder = people["founder"]
    startup = make_startup(founder)
    change_startup(startup=startup, by=founder, registrations={"cin": "U72900KA2019PTC123456"})
    proposed = make_case(CaseState.PROPOSED, package=deck_package(city), startup=startup)
    released = make_case(CaseState.RELEASED, package=make_package(city), startup=startup)
    questioned = make_questioned(city, startup)
    decided = make_decided(city, startup)
    unanswered = make_case(
        CaseState.INFORMATION_REQUESTED, package=make_package(city), startup=startup
    )
    reviewed = make_case(CaseState.REVIEW, package=make_package(city, criteria=1), startup=startup)
    officer = people["officer"]
    question = actions.ask_review(case=reviewed, reviewer=officer, by=officer)
    draft = make_application(startup, [deck_package(city)], complete=False)
    attachment = actions.attach(
        application=draft, kind=DocumentKind.PITCH_DECK, document=pdf(founder), by=founder
    )
    submitted_deck = proposed.revision.documents.get().document
    storages["private"].save(submitted_deck.path, ContentFile(b"%PDF-1.7"))
    published = make_startup(published=True)
    employer = make_startup(founder, published=True)
    change_startup(startup=employer, by=founder, registrations={"dpiit": "DIPP54321"})
    colleague = make_user("Vikram Hegde")
    Membership.objects.create(
        startup=employer, user=colleague, role=MemberRole.EDITOR, since=clock.now()
    )
    return SimpleNamespace(
        **decided,
        reviewed=reviewed,
        question=question,
        **make_ecosystem(people["editor"]),
        **make_openings(employer, founder, published, people["stranger"]),
        **make_introductions(employer, founder, published),
        people=people,
        founder=founder,
        authority=city,
        member=city.members.first(),
        package=proposed.package,
        hidden_package=make_package(city, is_public=False),
        startup=startup,
        published=published,
        employer=employer,
        colleague=employer.membership_of(colleague),
        change=employer.changes.waiting().get(),
        invitation=invite_member(
            startup=employer, email="new@kaverion.example", role=MemberRole.EDITOR, by=founder
        ),
        registration=startup.registrations.get(),
        search=save_search(query="sector=medtech", by=founder),
        draft=draft,
        attachment=attachment,
        submitted=proposed.application,
        revision=proposed.revision,
        number=proposed.revision.number,
        case=proposed,
        released=released,
        questioned=questioned,
        unanswered=unanswered,
        status_token=status_token(questioned),
        enclosure=questioned.messages.get().files.get().document,
        unsent=questioned.answer.files.get().document,
        decision=proposed.open_decision,
        record=proposed.events.first(),
        deck=attachment.document,
        submitted_deck=submitted_deck,
        notice=released.released_decision.notice,
        event=make_event(people["event_team"]),
        hidden_event=make_event(people["event_team"], slug="planned", is_public=False),
        **make_fest(people["event_team"]),
        page=Page.objects.get(key="contact"),
        news=make_news(people["editor"]),
        draft_news=make_news(people["editor"], slug="draft", published=False),
        report=make_report(),
        mail=Email.objects.first(),
        **make_logs(proposed, people["officer"]),
        logo=default_storage.save("logos/logo.webp", ContentFile(b"RIFF")),
    )


def make_fest(team):
    """An event with a session, and people in every state that their own page tells of."""
    titles = {"title_de": "Tag des Korridors", "title_en": "Day of the corridor"}
    fest = make_event(team, slug="fest", is_open=True, places=5, **titles)
    delegation = make_delegation(fest, by=team, places=2)
    link = {"delegation": delegation, "by": None, "link": delegation.head_link}
    delegation = event_actions.open_join_link(**link)
    invited = make_delegate(fest, delegation)
    # Far from the numbers in the addresses of the people above, who would else be registered.
    joined = register(fest, 900, delegation=delegation, link=delegation.open_link)
    confirmed, gone, third, offered, waiting = (register(fest, 900 + n) for n in range(1, 6))
    event_actions.cancel(delegate=gone, by=None, link=gone.link)
    start = fest.starts_at + timedelta(hours=1)
    words = {"title_de": "Runde", "title_en": "Round table", "places": 10}
    session = event_actions.create_session(
        event=fest, by=team, starts_at=start, ends_at=start + timedelta(hours=1), **words
    )
    setup = make_letter_setup(fest, signatory=team)
    meeting_setup = make_meeting_setup(fest)
    for delegate in (confirmed, third, joined):
        wish(delegate)
    asked_meeting = ask_meeting(third, confirmed)
    meeting = accept_meeting(ask_meeting(confirmed, joined, 1))
    letter = event_actions.approve_letter(letter=ask_letter(confirmed), by=team)
    asked_letter = ask_letter(third)
    scan = {"at": clock.now(), "scan": uuid4(), "gate": "Entrance East"}
    check_in = event_actions.check_in(event=fest, delegate=confirmed, by=team, **scan)
    words = {
        f"{name}_{language}": "Words" for name in ("subject", "text") for language in ("de", "en")
    }
    mailing = event_actions.write_mailing(
        event=fest, kind="thanks", audience="all", by=team, **words
    )
    asked = {"label_de": "Mit dem Bus?", "label_en": "By bus?", "kind": "yes_no"}
    event_question = event_actions.add_question(event=fest, by=team, **asked)
    feedback = Feedback.objects.create(delegate=confirmed, rating=4, given_at=clock.now())
    return {
        "mailing": mailing,
        "feedback": feedback,
        "event_question": event_question,
        "fest": fest,
        "session": session,
        "setup": setup,
        "letter": letter,
        "asked_letter": asked_letter,
        "meeting_setup": meeting_setup,
        "meeting": meeting,
        "asked_meeting": asked_meeting,
        "third": third,
        "check_in": check_in,
        "delegation": delegation,
        "guests": make_delegation(
            make_event(team, slug="visit", title_de="Besuch", title_en="Visit"),
            by=team,
            accepted=False,
        ),
        "invited": invited,
        "confirmed": confirmed,
        "waiting": waiting,
        "offered": offered,
        "gone": gone,
        "mailed_token": mailed_token(fest, "new@kaverion.example"),
        "joined": token_of([joined]),
    }


def make_logs(case, officer):
    """That somebody looked at a case, took its notice and a list."""
    actions.note_look(case=case, by=officer)
    deck = case.revision.documents.get().document
    return {
        "look": CaseAccess.objects.get(),
        "access": log_access(document=deck, by=officer),
        "export": log_export(what="Cases", query="", rows=1, by=officer),
    }


def make_ecosystem(editor):
    return {
        "partner": make_partner(editor),
        "hidden_partner": make_partner(editor, name="Hidden", is_published=False),
        "project": make_project(editor),
        "hidden_project": make_project(
            editor, title_de="Geplant", title_en="Planned", is_published=False
        ),
    }


def make_openings(employer, founder, published, stranger):
    """Of the founder's start-up, to which a stranger wrote; and another's, to which the founder did."""
    opening = make_opening(employer, founder)
    elsewhere = make_opening(published, owner_of(published), title_de="Stelle", title_en="Job")
    return {
        "opening": opening,
        "draft_opening": make_opening(employer, founder, published=False, title_en="Draft"),
        "elsewhere": elsewhere,
        "cv": make_interest(opening, stranger).cv,
        "own_cv": make_interest(elsewhere, founder).cv,
    }


def make_introductions(employer, founder, published):
    """One that the founder answers, and one that the founder asked for."""
    return {
        "introduction": make_introduction(published, employer, owner_of(published)),
        "asked": make_introduction(employer, published, founder),
    }


def make_decided(city, startup):
    """A case that counts as notified, one whose award waits to be used, and one that has its proof of use."""
    by_mail = make_package(city)
    by_mail.benefits.update(provider_email="desk@digihub.example")
    notified, usable, used = (
        make_case(state, package=package, startup=startup)
        for state, package in (
            (CaseState.NOTIFIED, make_package(city)),
            (CaseState.FINAL, by_mail),
            (CaseState.FINAL, make_package(city)),
        )
    )
    owner, item = owner_of(startup), usable.award.items.first()
    use_benefit(used)
    proof = actions.send_proof(case=used, text="We used the desk.", by=owner, files=[enclosure()])
    wish = actions.ask_benefit(
        item=item, quantity=1, wished_on=clock.today() + timedelta(days=7), by=owner
    )
    return {
        "notified": notified,
        "usable": usable,
        "used": used,
        "item": item,
        "wish": wish,
        "provider_token": provider_token(wish),
        "used_item": used.award.items.first(),
        "proof": proof,
        "paper": proof.files.get().document,
        "block": actions.add_text_block(
            authority=city,
            by=None,
            use=TextUse.REASONS,
            title_de="Ermessen",
            title_en="Discretion",
            text_de="Das Ermessen ist ausgeübt.",
            text_en="Discretion was exercised.",
        ),
        "holiday": actions.add_holiday(
            day=date(2024, 10, 3), title_de="Einheit", title_en="Unity", by=None
        ),
        "landing": actions.add_landing_step(
            authority=city, by=None, title_de="Bankkonto", title_en="Bank account"
        ),
    }


def make_questioned(city, startup):
    """A case with a request, an answer in the making, a message with a file, and a wish for more time."""
    case, owner = (
        make_case(CaseState.REVIEW, package=make_package(city), startup=startup),
        owner_of(startup),
    )
    actions.write_to_authority(case=case, text="Hello", by=owner, files=[enclosure()])
    request = ask(case, "plan", "documents")
    actions.attach_to_answer(
        request=request, kind=DocumentKind.PITCH_DECK, document=pdf(owner), by=owner
    )
    actions.ask_extension(
        request=request,
        wished_on=request.due_on + timedelta(days=7),
        reason="We wait for a paper.",
        by=owner,
    )
    return fresh(case)


def enclosure():
    return SimpleUploadedFile("letter.pdf", b"%PDF-1.7\ntrailer\n%%EOF\n")


def deck_package(authority):
    return make_package(authority, required_documents=[DocumentKind.PITCH_DECK])


def pdf(by):
    return store_bytes(b"%PDF-1.7", name="deck.pdf", media_type="application/pdf", by=by)
