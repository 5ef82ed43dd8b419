"""The checklists for landing: what the authorities recommend to those whom they awarded a package."""

from corridor import demo
from corridor.accounts.demo import person
from welcome import actions
from welcome.choices import StaffRole
from welcome.demo.authorities import CITY, KDEM, STATE, staff
from welcome.models import Authority

# Title and help, each in German and English.
IN_GERMANY = [
    (
        "Notartermin für die Gründung",
        "Appointment with a notary",
        "Gesellschaftsvertrag und Anmeldung zum Handelsregister werden beurkundet. Ohne Deutsch mit Dolmetscherin.",
        "Articles and the application to the register are notarised. Bring an interpreter if nobody speaks German.",
    ),
    (
        "Geschäftskonto",
        "Business bank account",
        "Die Bank braucht den beurkundeten Gesellschaftsvertrag. Fragen Sie mehrere Banken; es dauert oft Wochen.",
        "The bank needs the notarised articles. Ask several banks; it often takes weeks.",
    ),
    (
        "Eintragung ins Handelsregister",
        "Entry in the commercial register",
        "Das Amtsgericht trägt ein, sobald das Stammkapital eingezahlt ist.",
        "The local court enters the company once the share capital is paid in.",
    ),
    (
        "Gewerbeanmeldung",
        "Trade registration",
        "Beim Ordnungsamt oder online, mit Registerauszug und Ausweis.",
        "At the public order office or online, with the register extract and an identity card.",
    ),
    (
        "Steuernummer",
        "Tax number",
        "Fragebogen zur steuerlichen Erfassung, elektronisch an das Finanzamt.",
        "Questionnaire for tax registration, sent electronically to the tax office.",
    ),
    (
        "Aufenthaltstitel",
        "Residence title",
        "Der Expat Service Desk hilft beim Termin in der Ausländerbehörde.",
        "The Expat Service Desk helps with the appointment at the immigration office.",
    ),
    (
        "Krankenversicherung",
        "Health insurance",
        "Für jede Person, die in Deutschland lebt. Der Aufenthaltstitel setzt sie voraus.",
        "For everybody who lives in Germany. The residence title requires it.",
    ),
    (
        "Wohnsitz anmelden",
        "Register your address",
        "Innerhalb von zwei Wochen nach dem Einzug, mit der Bestätigung der Vermieterin oder des Vermieters.",
        "Within two weeks of moving in, with the landlord’s confirmation.",
    ),
]
IN_KARNATAKA = [
    (
        "Gesellschaft eintragen (ROC)",
        "Incorporation (ROC)",
        "Die Company Secretary reicht die Unterlagen beim Registrar of Companies ein.",
        "The company secretary files the papers with the Registrar of Companies.",
    ),
    (
        "PAN und TAN",
        "PAN and TAN",
        "Kommen mit der Eintragung.",
        "They come with the incorporation.",
    ),
    (
        "GST-Anmeldung",
        "GST registration",
        "Nötig, sobald Sie Leistungen abrechnen.",
        "Needed as soon as you invoice services.",
    ),
    (
        "Geschäftskonto",
        "Business bank account",
        "Für das Stammkapital; ausländische Einzahlungen werden der Zentralbank gemeldet.",
        "For the share capital; payments from abroad are reported to the central bank.",
    ),
    (
        "Visum und Anmeldung (FRRO)",
        "Visa and registration (FRRO)",
        "Wer länger als 180 Tage bleibt, meldet sich an.",
        "Whoever stays for more than 180 days registers.",
    ),
]


@demo.story_of_each([(CITY, IN_GERMANY), (STATE, IN_GERMANY), (KDEM, IN_KARNATAKA)])
def checklist(pair):
    slug, steps = pair
    yield demo.moment("2023-02-21 10:00")
    officer = person(staff(slug, StaffRole.OFFICER)[0])
    for position, (title_de, title_en, help_de, help_en) in enumerate(steps, start=1):
        actions.add_landing_step(
            authority=Authority.objects.get(slug=slug),
            by=officer,
            position=position,
            title_de=title_de,
            title_en=title_en,
            help_de=help_de,
            help_en=help_en,
        )
