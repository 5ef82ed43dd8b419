"""Registry numbers: the written form of each kind, checked without asking any network."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum import lei
from stdnum.de import handelsregisternummer, vat
from stdnum.exceptions import InvalidLength
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.in_ import gstin

from startups.choices import Origin, RegistrationKind

CIN = re.compile(
    r"[LU]\d{5}[A-Z]{2}\d{4}(PTC|PLC|OPC|FTC|FLC|GOI|SGC|NPL|GAP|GAT|ULL|ULT)\d{6}", re.ASCII
)
DPIIT = re.compile(r"(DIPP|DPIIT)[A-Z0-9]{1,14}")

EXAMPLES = {
    RegistrationKind.CIN: "U72900KA2019PTC123456",
    RegistrationKind.DPIIT: "DIPP12345",
    RegistrationKind.GSTIN: "29ZZZCZ9999Z1ZF",
    RegistrationKind.HRB: "Düsseldorf HRB 12345",
    RegistrationKind.UST_ID: "DE999999995",
    RegistrationKind.LEI: "549300DEMO00DUSKA053",
}

# Where there is one for all.
LENGTHS = {RegistrationKind.CIN: 21, RegistrationKind.GSTIN: 15, RegistrationKind.LEI: 20}


def matching(pattern):
    def validate(text):
        if not pattern.fullmatch(text):
            raise StdnumError
        return text

    return validate


def validate_gstin(text):
    number = gstin.validate(text)
    if number[5] == "P":  # the fourth character of the PAN inside: a private person
        raise ValidationError(
            _(
                "This GSTIN holds the personal PAN of its owner, which the portal does not collect. Leave it empty."
            ),
            code="personal_pan",
        )
    return number


def validate_hrb(text):
    """Court, section and number. stdnum keeps "hrb" as it was typed: one number would have several forms."""
    number = handelsregisternummer.validate(text)
    return re.sub(
        r"(?<= )hr[ab] .*", lambda section: section[0].upper(), number, flags=re.IGNORECASE
    )


def validate_ust_id(text):
    return "DE" + vat.validate(text)


def validate_lei(text):
    if len(text) != 20:
        raise InvalidLength
    return lei.validate(text)


VALIDATORS = {
    RegistrationKind.CIN: matching(CIN),
    RegistrationKind.DPIIT: matching(DPIIT),
    RegistrationKind.GSTIN: validate_gstin,
    RegistrationKind.HRB: validate_hrb,
    RegistrationKind.UST_ID: validate_ust_id,
    RegistrationKind.LEI: validate_lei,
}


def normalise(kind: str, value: str) -> str:
    """The number in its one written form.

    Raises ValidationError when it does not follow the rules of its kind (length, pattern, check character), or
    would tell the personal PAN of a sole owner.
    """
    text = value.strip() if kind == RegistrationKind.HRB else re.sub(r"[\s.-]", "", value).upper()
    try:
        return VALIDATORS[kind](text)
    except StdnumError as error:
        found, length = len(text), LENGTHS.get(kind)
        problem = _("This is not a valid %(kind)s. It looks like this: %(example)s")
        if length and length != found:
            problem = _(
                "%(found)s characters; %(kind)s has %(length)s. It looks like this: %(example)s"
            )
        facts = {"kind": RegistrationKind(kind).label, "example": EXAMPLES[kind]}
        raise ValidationError(
            problem, code="registry_number", params={**facts, "found": found, "length": length}
        ) from error


def doubts(kind: str, value: str, *, origin: str, founded_on: date) -> list[str]:
    """What does not fit the profile, for whoever checks the number. It may well be right: a firm can move or change."""
    found = []
    if kind == RegistrationKind.CIN and int(value[8:12]) != founded_on.year:
        found.append(
            _("The number says %(number)s, the profile %(profile)s. Correct one of them.")
            % {"number": value[8:12], "profile": founded_on.year}
        )
    if origin == Origin.KARNATAKA and not in_karnataka(kind, value):
        found.append(_("By this number it is not registered in Karnataka."))
    return found


def in_karnataka(kind, value):
    """False only for a kind that names the state, and another one."""
    states = {RegistrationKind.CIN: value[6:8] == "KA", RegistrationKind.GSTIN: value[:2] == "29"}
    return states.get(kind, True)
