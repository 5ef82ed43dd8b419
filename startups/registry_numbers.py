"""Registry numbers: the written form of each kind, checked without asking any network."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import lei
from stdnum.de import handelsregisternummer, vat
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.in_ import gstin

from startups.choices import RegistrationKind

CIN = re.compile(r"[LU]\d{5}[A-Z]{2}\d{4}(PTC|PLC|OPC|FTC|FLC|GOI|SGC|NPL|GAP|GAT|ULL|ULT)\d{6}")
DPIIT = re.compile(r"(DIPP|DPIIT)[A-Z0-9]{1,14}")

EXAMPLES = {
    RegistrationKind.CIN: "U72900KA2019PTC123456",
    RegistrationKind.DPIIT: "DIPP12345",
    RegistrationKind.GSTIN: "29ZZZCZ9999Z1ZF",
    RegistrationKind.HRB: "Düsseldorf HRB 12345",
    RegistrationKind.UST_ID: "DE999999995",
    RegistrationKind.LEI: "549300DEMO00DUSKA053",
}


def matching(pattern):
    def validate(text):
        if not pattern.fullmatch(text):
            raise StdnumError
        return text

    return validate


def validate_ust_id(text):
    return "DE" + vat.validate(text)


VALIDATORS = {
    RegistrationKind.CIN: matching(CIN),
    RegistrationKind.DPIIT: matching(DPIIT),
    RegistrationKind.GSTIN: gstin.validate,
    RegistrationKind.HRB: handelsregisternummer.validate,
    RegistrationKind.UST_ID: validate_ust_id,
    RegistrationKind.LEI: lei.validate,
}


def normalise(kind: str, value: str) -> str:
    """The number in its one written form.

    Raises ValidationError when it does not follow the rules of its kind (length, pattern, check character).
    """
    text = value.strip() if kind == RegistrationKind.HRB else re.sub(r"[\s.-]", "", value).upper()
    try:
        return VALIDATORS[kind](text)
    except StdnumError as error:
        raise ValidationError(
            _("This is not a valid %(kind)s. It looks like this: %(example)s"),
            code="registry_number",
            params={"kind": RegistrationKind(kind).label, "example": EXAMPLES[kind]},
        ) from error
