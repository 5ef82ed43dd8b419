"""What authorities and founders of the demonstration ask each other while a case runs."""

from datetime import date

from corridor import demo
from corridor.accounts.demo import person
from startups.demo import startup_of
from welcome import actions, versions
from welcome.demo.conflicts import declare
from welcome.demo.packages import DUESSELDORF_2024, NRW
from welcome.models import Case

CITY_OFFICER, CITY_OFFICER_2 = "officer@duesseldorf.example", "officer2@duesseldorf.example"
STATE_OFFICER = "officer@nrw.example"


def case_of(startup, package) -> Case:
    rows = Case.objects.select_related("package__authority", "startup")
    return rows.get(startup=startup_of(startup), package__slug=package)


@demo.story
def sahyascan():
    """Messages to and fro, then a request that the founder has not answered yet."""
    yield demo.moment("2024-07-16 07:45")
    founder, officer = person("founder@sahyascan.example"), person(CITY_OFFICER)
    case = case_of("sahyascan", DUESSELDORF_2024)
    declare(case, officer)
    question = actions.write_to_authority(
        case=case,
        text="Our engineer would arrive two weeks after K. V. Shanthala. Does the desk have to be used by the "
        "same person for all six months?",
        by=founder,
    )
    yield demo.moment("2024-07-16 11:40")
    actions.write_to_applicant(
        case=case,
        text="No. The desk is for your company; tell the digihub two days before somebody else comes.",
        by=officer,
        read=question,
    )
    yield demo.moment("2024-07-18 10:20")
    actions.request_information(
        case=case,
        sections=["plan", "documents"],
        message="Please name the women’s hospital with which you plan the study, and say what is agreed with it so "
        "far. If there is a letter of intent, add it to the documents. Please also say from which month on the nine "
        "jobs are to be filled.",
        due_on=date(2024, 8, 5),
        by=officer,
    )
    yield demo.moment("2024-07-20 16:30")
    actions.write_to_authority(
        case=case,
        text="The hospital signs its letter in the week of 29 July. Is a scan of the signed letter enough?",
        by=founder,
    )


@demo.story
def tungavira():
    """A request answered: the City works on the new version, the state's case still on the first one."""
    yield demo.moment("2024-07-16 15:20")
    founder, officer = person("founder@tungavira.example"), person(CITY_OFFICER_2)
    declare(case := case_of("tungavira", DUESSELDORF_2024), officer)
    request = actions.request_information(
        case=case,
        sections=["product", "plan"],
        message="You write that 31 clinics buy the strips. Please say since when, and which approval the strips have "
        "for the market in Europe. In which month is the production to begin?",
        due_on=date(2024, 7, 30),
        by=officer,
    )
    yield demo.moment("2024-07-19 14:10")
    said = versions.latest(request.case).answers
    answers = {
        "product": {
            **said["product"],
            "customers": "31 diabetes clinics in Karnataka and Goa buy 40,000 strips a month, the first of them since "
            "March 2021. The assessment for the European market (IVDR, class C) is applied for since May 2024.",
        },
        "plan": {
            **said["plan"],
            "goals": f"{said['plan']['goals']} The production is to begin in June 2025 with one shift.",
        },
    }
    for section, changed in answers.items():
        actions.save_answer(request=request, section=section, answers=changed, by=founder)
    actions.send_answer(
        request=request, note="The letter of the notified body follows in August.", by=founder
    )


@demo.story
def malnadex():
    """A wish for more time that waits for the officer."""
    yield demo.moment("2024-07-18 14:05")
    founder, officer = person("founder@malnadex.example"), person(STATE_OFFICER)
    declare(case := case_of("malnadex", NRW), officer)
    request = actions.request_information(
        case=case,
        sections=["documents"],
        message="The certificate of incorporation shows the old seat of the company. Please add the present one.",
        due_on=date(2024, 7, 31),
        by=officer,
    )
    yield demo.moment("2024-07-21 13:25")
    actions.ask_extension(
        request=request,
        wished_on=date(2024, 8, 14),
        reason="The Registrar of Companies needs about three weeks for a certificate with the new seat. We applied for "
        "it on 19 July.",
        by=founder,
    )
