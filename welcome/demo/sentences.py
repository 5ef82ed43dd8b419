"""What the applications and decisions of a large world say."""

from welcome.choices import DecisionKind

ROLES = ["Founder", "Managing director", "Co-founder", "Head of international business"]
CUSTOMERS = [
    "Three customers pay, two more test it.",
    "Nobody yet; the first trial begins this month.",
    "A hospital and two universities.",
    "Eleven firms in our own city.",
    "",
]
GOALS = [
    "A pilot with two customers in half a year, then a branch with its own store.",
    "Research with a university and a first series made on the spot.",
    "Distribution through a partner; we want to hire two people for service.",
    "Approval for the market and an office that answers questions in the language of the customers.",
    "Talks with investors and a joint development with a firm that we met at a fair.",
]
STREETS = ["Sample Road", "Example Street", "Musterstraße", "Musterallee"]
GIVERS = ["Förderbank Musterland AöR", "Innovationsfonds Musterland", "Messeförderung Musterland"]
RETURN_NOTE = "Bitte das Ermessen genauer begründen. / Please give the reasons for the discretion in more detail."

REASONS = {
    DecisionKind.GRANT: (
        "Die Antragstellerin erfüllt die Voraussetzungen des Pakets. Der Plan ist nach Schritten und Monaten "
        "geordnet.\n\nIm Rahmen des Ermessens sprachen die geplanten Arbeitsplätze für die Bewilligung.",
        "The applicant meets the requirements of the package. The plan is ordered by steps and months.\n\nAt "
        "discretion, the jobs planned spoke for the award.",
    ),
    DecisionKind.REJECT: (
        "Der Plan nennt weder Orte noch Partner. Die Mittel reichen nicht für alle Anträge; andere sind weiter "
        "gediehen.\n\nIm Rahmen des Ermessens überwog, dass ein späterer Antrag möglich bleibt.",
        "The plan names neither places nor partners. The budget does not suffice for all applications; others are "
        "further advanced.\n\nAt discretion, what weighed more is that a later application remains possible.",
    ),
    DecisionKind.INADMISSIBLE: (
        "Die Maßnahme hat nach den eigenen Angaben bereits begonnen. Der Antrag ist unzulässig.",
        "By the applicant's own statement the measure has begun already. The application is inadmissible.",
    ),
}
PROOF = "We used the benefits as they were awarded; the first customers came from the talks they made possible."
