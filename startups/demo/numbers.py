"""Registry numbers that pass every check and that no register would give: the last of their kind, counted down."""

from stdnum import lei, luhn
from stdnum.iso7064 import mod_11_10, mod_97_10

from startups.choices import RegistrationKind

BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def cin(year: int, number: int) -> str:
    """Industry 99999 is none."""
    return f"U99999KA{year}PTC{999999 - number}"


def gstin(initial: str, number: int, series: str = "ZZZ") -> str:
    """State 29 and a company's PAN of the series ZZZ, which was never given out."""
    body = f"29{series}C{initial}{9999 - number:04d}Z1Z"
    return body + luhn.calc_check_digit(body, BASE_36)


def ust_id(number: int) -> str:
    body = str(99999999 - number)
    return f"DE{body}{mod_11_10.calc_check_digit(body)}"


def hrb(number: int) -> str:
    return f"Düsseldorf HRB {999999 - number}"


def indian(year: int, number: int, initial: str) -> dict:
    return {
        RegistrationKind.CIN: cin(year, number),
        RegistrationKind.GSTIN: gstin(initial, number),
        RegistrationKind.DPIIT: f"DIPP{999999 - number}",
    }


def german(number: int) -> dict:
    return {RegistrationKind.HRB: hrb(number), RegistrationKind.UST_ID: ust_id(number)}


def legal_entity_identifier(letters: str) -> str:
    """Eighteen characters and their check digits."""
    return lei.validate(letters + mod_97_10.calc_check_digits(letters))
