"""What start-ups of the demonstration do with their awards, as steps of a course.

`ask 3 05-13 1` asks for three units of the first item for 13 May; `confirm 1 words`, `use 1`, `mark 2 done 05-14 words`
(the second step of the checklist), `settle 06-03 Düsseldorf HRB 999999`, `report words`, `accept`.
"""

from datetime import date

from corridor import clock
from startups.choices import RegistrationKind
from welcome import actions
from welcome.choices import RedemptionState
from welcome.models import Award, LandingStep, ProofOfUse, Redemption


def ask(award, note, founder, officer):
    quantity, on, item = note.split()
    actions.ask_benefit(
        item=item_of(award, item), quantity=int(quantity), wished_on=day(on), by=founder
    )


def confirm(award, note, founder, officer):
    item, _space, words = note.partition(" ")
    wish = wish_of(award, item, RedemptionState.ASKED)
    actions.confirm_benefit(redemption=wish, agreed_on=wish.wished_on, answer=words, by=officer)


def use(award, note, founder, officer):
    wish = wish_of(award, note, RedemptionState.CONFIRMED)
    actions.note_use(redemption=wish, used_on=clock.today(), by=founder)


def mark(award, note, founder, officer):
    number, state, on, *words = note.split(maxsplit=3)
    steps = LandingStep.objects.filter(authority=award.case.authority)
    actions.mark_landing(
        award=award,
        step=steps[int(number) - 1],
        state=state,
        day=day(on),
        note="".join(words),
        by=founder,
    )


def settle(award, note, founder, officer):
    on, number = note.split(maxsplit=1)
    actions.note_settlement(
        award=award, settled_on=day(on), kind=RegistrationKind.HRB, number=number, by=founder
    )


def report(award, note, founder, officer):
    actions.send_proof(case=award.case, text=note, by=founder)


def accept(award, note, founder, officer):
    actions.accept_proof(proof=ProofOfUse.objects.waiting().get(award=award), by=officer)


STEPS = {step.__name__: step for step in (ask, confirm, use, mark, settle, report, accept)}


def take(verb, case, note, founder, officer):
    award = Award.objects.select_related("case__package__authority").get(case=case)
    STEPS[verb](award, note, founder, officer)


def item_of(award, number):
    return award.items.all()[int(number) - 1]


def wish_of(award, number, state):
    return Redemption.objects.get(item=item_of(award, number), state=state)


def day(text):
    return date.fromisoformat(f"2024-{text}")
