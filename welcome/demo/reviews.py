"""Reviews of the demonstration: `review 4 3 5 Clear plan.` asks two colleagues; the first one sends these points."""

from welcome import actions
from welcome.choices import Recommendation, StaffRole

# Title, guidance and weight of the criteria that packages of the City and the state name.
CRITERIA = [
    {
        "title_de": "Neuheit und Reife des Produkts",
        "title_en": "Novelty and maturity of the product",
        "guidance_de": "5: erprobt und ohne Vergleich hier; 0: eine Idee.",
        "guidance_en": "5: proven and without a rival here; 0: an idea.",
        "weight": 2,
    },
    {
        "title_de": "Plan für den Markteintritt",
        "title_en": "Plan for entering the market",
        "guidance_de": "Kunden, Schritte und Mittel sind benannt und passen zueinander.",
        "guidance_en": "Customers, steps and means are named and fit together.",
        "weight": 2,
    },
    {
        "title_de": "Nutzen für beide Standorte",
        "title_en": "Benefit for both places",
        "guidance_de": "Arbeitsplätze, Partner, Ansiedlung.",
        "guidance_en": "Jobs, partners, settlement.",
        "weight": 1,
    },
]


def review(case, note, officer):
    *points, words = note.split(maxsplit=3)
    colleagues = case.authority.members.filter(role=StaffRole.SIGNATORY).order_by("pk")
    colleague = colleagues.select_related("user").first().user
    own, _other = (
        actions.ask_review(case=case, reviewer=person, by=officer)
        for person in (officer, colleague)
    )
    measures = case.terms.measures
    actions.send_review(
        review=own,
        by=officer,
        scores={each.id: (int(n), words) for each, n in zip(measures, points, strict=True)},
        recommendation=Recommendation.AWARD,
        note="",
    )


STEPS = {"review": review}
