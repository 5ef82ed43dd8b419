"""The link with which the provider of a benefit answers a wish: signed, so that nothing secret is stored."""

from django.core import signing

SALT = "welcome.redemption"


def provider_token(redemption) -> str:
    """What the link of the last mail carries; the next mail revokes it."""
    return signing.dumps([redemption.pk, redemption.provider_asked], salt=SALT)


def wish_and_mail(token) -> list[int]:
    """The id of the wish, and which of the mails about it a link was in. Raises BadSignature."""
    return signing.loads(token, salt=SALT)
