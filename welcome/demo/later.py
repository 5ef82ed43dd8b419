"""What follows a notice of the demonstration, as steps of a course.

`register_award 62.10` notes the entry in the de-minimis register, `record_court_action 07-11 20 K 4711/24` an action
that the court got on 11 July, `hear 08-09` opens a hearing with a statement due on 9 August, `hold_back 07-29 Why`
keeps a signed decision from going out before 29 July.
"""

from datetime import date

from corridor import clock
from welcome import actions

HEARING_DE = (
    "Nach einer Mitteilung des Handelsregisters soll der Sitz der GmbH nach Köln verlegt werden. Das Paket setzt "
    "einen Sitz in Düsseldorf voraus; eine Sitzverlegung war nach den Nebenbestimmungen unverzüglich anzuzeigen. Wir "
    "prüfen deshalb, ob die Bewilligung ganz oder teilweise zu widerrufen ist. Bitte sagen Sie uns, ob und wann Sie "
    "den Sitz verlegen und wo der Betrieb weitergeführt wird."
)
HEARING_EN = (
    "The commercial register has told us that the seat of the GmbH is to move to Cologne. The package requires a "
    "seat in Düsseldorf; by the conditions of the award a change of seat was to be reported without delay. We "
    "therefore examine whether the award is to be revoked in whole or in part. Please tell us whether and when you "
    "move the seat, and where the business goes on."
)


def register_award(case, note, officer):
    actions.register_award(case=case, registered_on=clock.today(), nace=note, by=officer)


def record_court_action(case, note, officer):
    on, file_number = note.split(maxsplit=1)
    actions.record_court_action(case=case, received_on=day(on), file_number=file_number, by=officer)


def hear(case, note, officer):
    actions.hear(
        case=case, reasons_de=HEARING_DE, reasons_en=HEARING_EN, due_on=day(note), by=officer
    )


def hold_back(case, note, officer):
    until, why = note.split(maxsplit=1)
    actions.hold_back(case=case, until=day(until), note=why, by=officer)


STEPS = {step.__name__: step for step in (register_award, record_court_action, hear, hold_back)}


def day(text):
    return date.fromisoformat(f"2024-{text}")
