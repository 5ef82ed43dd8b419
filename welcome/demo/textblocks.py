"""Text blocks of the authorities: words that their requests, reasons and conditions use again and again."""

from corridor import demo
from corridor.accounts.demo import person
from welcome import actions
from welcome.choices import StaffRole, TextUse
from welcome.demo.authorities import CITY, STATE, staff
from welcome.models import Authority

# Use, title and text, the last two each in German and English.
BLOCKS = [
    (
        TextUse.REQUEST,
        "Markteintritt genauer",
        "Market entry in more detail",
        "Bitte beschreiben Sie, welche Kunden Sie in den ersten sechs Monaten ansprechen und was Sie ihnen anbieten.",
        "Please describe which customers you approach in the first six months and what you offer them.",
    ),
    (
        TextUse.REQUEST,
        "Nachweis der Vertretung",
        "Proof of who may sign",
        "Bitte laden Sie einen Nachweis hoch, wer das Unternehmen vertreten darf, nicht älter als sechs Monate.",
        "Please upload a proof of who may sign for the company, no older than six months.",
    ),
    (
        TextUse.REASONS,
        "Ermessen bei einer Bewilligung",
        "Discretion, for an award",
        "Die Bewilligung steht im pflichtgemäßen Ermessen. Für sie spricht, dass das Vorhaben die Zusammenarbeit "
        "beider Standorte stärkt und die Mittel dafür ausreichen. Gründe dagegen sind nicht ersichtlich.",
        "The award is at our discretion. In its favour: the project strengthens the cooperation of both places, and "
        "the budget allows it. We see no reasons against it.",
    ),
    (
        TextUse.CONDITIONS,
        "Verwendungsnachweis",
        "Proof of use",
        "Nach dem Bewilligungszeitraum ist ein Verwendungsnachweis vorzulegen.",
        "A proof of use is to be sent after the award period.",
    ),
]


@demo.story_of_each([CITY, STATE])
def blocks(slug):
    yield demo.moment("2023-02-21 11:00")
    officer = person(staff(slug, StaffRole.OFFICER)[0])
    for use, title_de, title_en, text_de, text_en in BLOCKS:
        actions.add_text_block(
            authority=Authority.objects.get(slug=slug),
            by=officer,
            use=use,
            title_de=title_de,
            title_en=title_en,
            text_de=text_de,
            text_en=text_en,
        )
