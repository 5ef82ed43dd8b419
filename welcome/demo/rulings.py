"""Sentences that decisions of the demonstration share; what decides the single case stands with the case."""

from functools import partial

from welcome.choices import DecisionKind
from welcome.demo.courses import Ruling

grant = partial(Ruling, DecisionKind.GRANT)
reject = partial(Ruling, DecisionKind.REJECT)
inadmissible = partial(Ruling, DecisionKind.INADMISSIBLE)

NO_CLAIM_DE = (
    "Ein Rechtsanspruch auf die Leistungen besteht nicht. Über den Antrag war nach pflichtgemäßem Ermessen im Rahmen "
    "der verfügbaren Mittel zu entscheiden."
)
NO_CLAIM_EN = (
    "There is no legal entitlement to the benefits. The application was to be decided at due discretion and within the "
    "available budget."
)
CITY_CONDITIONS = {
    "conditions_de": "Die erste Leistung ist innerhalb von drei Monaten nach Bekanntgabe abzurufen.\n"
    "Sechs Wochen nach Ende des Bewilligungszeitraums ist ein Verwendungsnachweis vorzulegen.\n"
    "Wer den Sitz, die Vertretung oder das Vorhaben ändert, teilt dies unverzüglich mit.",
    "conditions_en": "The first benefit is to be used within three months of notification.\n"
    "A proof of use is due six weeks after the end of the award period.\n"
    "A change of seat, of representation or of the project is to be reported without delay.",
}
STATE_CONDITIONS = {
    "conditions_de": "Die Begleitung beginnt spätestens am 1. Dezember 2024 und dauert mindestens 90 Tage.\n"
    "Die Gründung einer Gesellschaft oder Niederlassung in Nordrhein-Westfalen ist mitzuteilen.",
    "conditions_en": "The support begins on 1 December 2024 at the latest and lasts at least 90 days.\n"
    "The formation of a company or branch in North Rhine-Westphalia is to be reported.",
}
LETTER_CONDITIONS = {
    "conditions_de": "Bitte nennen Sie uns zwei Wochen vor der Anreise Ihre Ankunft.\n"
    "Die Leistungen gelten für höchstens zwei Personen.",
    "conditions_en": "Please tell us your arrival two weeks before you travel.\n"
    "The benefits are for two persons at most.",
}
