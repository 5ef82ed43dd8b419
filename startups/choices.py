from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Sector(TextChoices):
    """The corridor's four support sectors."""

    FIVE_G = "5g_industry", _("5G industry")
    MEDTECH = "medtech", _("MedTech")
    LIFE_SCIENCES = "life_sciences", _("Life Sciences")
    GREEN_TECH = "green_tech", _("Green Tech")


class Theme(TextChoices):
    """The agreement's three themes."""

    INDUSTRY_4_0 = "industry_4_0", _("Industry 4.0")
    DIGITAL_HEALTH = "digital_health", _("Digital health")
    SUSTAINABILITY = "sustainability", _("Sustainability")


# By which words a search finds the start-ups of a sector and of a theme, in German and English.
TOPICS = {
    "sector": {
        Sector.FIVE_G: ("5G-Industrie", "5G industry"),
        Sector.MEDTECH: ("MedTech Medizintechnik", "MedTech, medical technology"),
        Sector.LIFE_SCIENCES: ("Life Sciences, Lebenswissenschaften", "Life Sciences"),
        Sector.GREEN_TECH: ("Green Tech, grüne Technik, Umwelttechnik", "Green Tech"),
    },
    "themes": {
        Theme.INDUSTRY_4_0: ("Industrie 4.0", "Industry 4.0"),
        Theme.DIGITAL_HEALTH: ("Digitale Gesundheit", "Digital health"),
        Theme.SUSTAINABILITY: ("Nachhaltigkeit", "Sustainability"),
    },
}


class Origin(TextChoices):
    """The side of the corridor a start-up comes from."""

    KARNATAKA = "karnataka", "Karnataka"
    DUESSELDORF = "duesseldorf", "Düsseldorf"


class Stage(TextChoices):
    IDEA = "idea", _("Idea")
    PROTOTYPE = "prototype", _("Prototype")
    FIRST_CUSTOMERS = "first_customers", _("First customers")
    GROWTH = "growth", _("Growth")


class TeamSize(TextChoices):
    UP_TO_5 = "1-5", _("1 to 5 people")
    UP_TO_10 = "6-10", _("6 to 10 people")
    UP_TO_50 = "11-50", _("11 to 50 people")
    UP_TO_250 = "51-250", _("51 to 250 people")
    OVER_250 = "251+", _("more than 250 people")


class Seeking(TextChoices):
    CUSTOMERS = "customers", _("Customers")
    PILOT_SITE = "pilot_site", _("A pilot site")
    RESEARCH_PARTNER = "research_partner", _("A research partner")
    INVESTMENT = "investment", _("Investment")
    DISTRIBUTION = "distribution", _("Distribution")
    TALENT = "talent", _("Talent")


class Offering(TextChoices):
    TECHNOLOGY = "technology", _("Technology")
    PILOT_SITE = "pilot_site", _("A pilot site")
    RESEARCH = "research", _("Research")
    MARKET_ACCESS = "market_access", _("Market access")
    MANUFACTURING = "manufacturing", _("Manufacturing")
    MENTORING = "mentoring", _("Mentoring")


# What answers a wish: whoever seeks the one may want to meet whoever offers the other.
MEETS = (
    (Seeking.PILOT_SITE, Offering.PILOT_SITE),
    (Seeking.RESEARCH_PARTNER, Offering.RESEARCH),
    (Seeking.DISTRIBUTION, Offering.MARKET_ACCESS),
    (Seeking.CUSTOMERS, Offering.MARKET_ACCESS),
    (Seeking.PILOT_SITE, Offering.MANUFACTURING),
    (Seeking.INVESTMENT, Offering.MENTORING),
)


class ProfileState(TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    RETURNED = "returned", _("Returned")
    HIDDEN = "hidden", _("Hidden")


PROFILE_TRANSITIONS = frozenset(
    {
        (ProfileState.DRAFT, ProfileState.IN_REVIEW),
        (ProfileState.IN_REVIEW, ProfileState.PUBLISHED),
        (ProfileState.IN_REVIEW, ProfileState.RETURNED),
        (ProfileState.RETURNED, ProfileState.IN_REVIEW),
        (ProfileState.PUBLISHED, ProfileState.HIDDEN),
        (ProfileState.HIDDEN, ProfileState.PUBLISHED),
    }
)


# So long after it was confirmed a profile counts as true without a question.
CONFIRMED_FOR = relativedelta(months=6)
# Then its owners are asked, so often at most, with so much time after each mail; after the last the profile is hidden.
MOST_ASKED = 3
ASKED_EVERY = timedelta(days=14)


class MemberRole(TextChoices):
    """Only owners submit, withdraw, consent and retrieve; "editors" write. The portal has editors of its own."""

    OWNER = "owner", _("Owner")
    EDITOR = "editor", pgettext_lazy("in a start-up", "Colleague")


class InvitationState(TextChoices):
    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    WITHDRAWN = "withdrawn", _("Taken back")
    EXPIRED = "expired", _("Out of date")


class RegistrationKind(TextChoices):
    CIN = "cin", "CIN"
    DPIIT = "dpiit", "DPIIT"
    GSTIN = "gstin", "GSTIN"
    HRB = "hrb", "HRB"
    UST_ID = "ust_id", "USt-IdNr."
    LEI = "lei", "LEI"


# What of a public profile waits for an editor when it changes, beside the registry numbers.
HELD_BACK = ("name", "sector")


class ChangeState(TextChoices):
    """What becomes of a change that waits for an editor."""

    WAITING = "waiting", _("Waiting for an editor")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")


class PartnerKind(TextChoices):
    CITY = "city", _("City or government")
    AGENCY = "agency", _("Economic development agency")
    CHAMBER = "chamber", _("Chamber or association")
    HUB = "hub", _("Start-up hub or accelerator")
    UNIVERSITY = "university", _("University or research institute")
    COMPANY = "company", _("Company")
    INVESTOR = "investor", _("Investor")


class ProjectState(TextChoices):
    PLANNED = "planned", _("Agreed")
    RUNNING = "running", _("Under way")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Ended early")


# Their milestones are still owed by somebody.
LIVE_PROJECTS = (ProjectState.PLANNED, ProjectState.RUNNING)


class Purpose(TextChoices):
    """Why a start-up asks to be introduced."""

    CUSTOMER = "customer", _("Sell or buy")
    PILOT = "pilot", _("A pilot project")
    RESEARCH = "research", _("Research together")
    INVESTMENT = "investment", _("Investment")
    DISTRIBUTION = "distribution", _("Distribution")
    ADVICE = "advice", _("Advice")
    # Of those who met first: nobody chooses this to ask.
    MET = "met", _("Met at an event")


class IntroductionState(TextChoices):
    ASKED = "asked", _("Waiting for an answer")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("Not answered in time")
    WITHDRAWN = "withdrawn", _("Taken back")


INTRODUCTION_TRANSITIONS = frozenset(
    (IntroductionState.ASKED, target)
    for target in IntroductionState
    if target != IntroductionState.ASKED
)


class Outcome(TextChoices):
    """What came of an introduction; it feeds the public figures."""

    CONTACT = "contact", _("Contact")
    VISIT = "visit", _("Visit")
    PROJECT = "project", _("Joint project")
    SETTLEMENT = "settlement", _("Settlement")
    NONE = "none", _("Nothing")


class OpeningKind(TextChoices):
    JOB = "job", _("Job")
    INTERNSHIP = "internship", _("Internship")
    RESEARCH_STAY = "research_stay", _("Research stay")
