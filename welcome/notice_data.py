"""What a decision notice says, as plain data for the PDF: every sentence in German first, then in English."""

from django.conf import settings
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext_lazy, ngettext, override
from django.utils.translation import gettext as _

from corridor import clock
from welcome.choices import DecisionKind, Effect
from welcome.models import Decision

LANGUAGES = ("de", "en")


def notice_data(decision: Decision) -> dict:
    """The notice of a decision (§§ 37, 39 VwVfG NRW: authority, names, reasons); a draft before the signature."""
    case = decision.case
    authority = case.authority
    data = {
        "authority": letterhead_of(authority),
        "recipient": recipient(decision),
        "reference": case.reference,
        "file_number": case.reference,
        "place": authority.place,
        "kind": decision.kind if authority.issues_acts else "letter",
        "items": [item_data(item) for item in items_of(decision)],
        "proposed_by": decision.proposed_by.name,
        "signed_by": decision.signed_by.name if decision.signed_by else "",
        "signed_at": decision.signed_at.isoformat() if decision.signed_at else "",
        "demo": settings.DEMO,
    }
    for language in LANGUAGES:
        with override(language):
            data |= {
                f"{name}_{language}": value for name, value in words(decision, language).items()
            }
    return data


def letterhead_of(authority):
    """The sender of a paper: who it is, and how to reach it."""
    contact = {name: getattr(authority, name) for name in ("name", "email", "phone", "website")}
    return {**contact, "address": authority.address.splitlines()}


def recipient(decision):
    """Whom the notice is for: many write their company's name into its address, where it stands already."""
    name = decision.revision.profile["legal_name"]
    lines = decision.revision.answers.get("company", {}).get("address", "").splitlines()
    return {"name": name, "address": [line for line in lines if line.strip() != name]}


def items_of(decision):
    """What is awarded, or what a revocation takes away whole; one for the future leaves what was used."""
    if decision.kind != DecisionKind.REVOKE:
        return decision.items.all()
    revocation = decision.revocation
    return revocation.revoked.items.all() if revocation.takes_all else []


def item_data(item):
    data = {
        name: getattr(item, name)
        for name in ("title_de", "title_en", "unit_de", "unit_en", "provider")
    }
    data["quantity"] = str(item.quantity)
    for language in LANGUAGES:
        data[f"value_{language}"] = euros(item.total, language)
    return data


def words(decision, language):
    """Everything that differs by language, in the active one."""
    case, authority = decision.case, decision.case.authority
    text = lambda row, name: getattr(row, f"{name}_{language}")  # noqa: E731
    return {
        "date": date_format(clock.today(), "DATE_FORMAT"),
        "signed_at": signed_at(decision),
        "title": title(decision),
        "package": text(case.terms, "title"),
        "decision": ruling(decision, text(case.terms, "title"), language),
        "total": euros(total_of(decision), language),
        "reasons": paragraphs(text(decision, "reasons")) + reclaim_reasons(decision, text),
        "conditions": decision.conditions(language),
        "remedy": paragraphs(text(authority, "remedy")) if authority.issues_acts else [],
        "signatory_line": text(authority, "signatory_line"),
    }


def total_of(decision):
    revokes = decision.kind == DecisionKind.REVOKE
    return decision.revocation.revoked.value if revokes else decision.value


def reclaim_reasons(decision, text):
    """Why this amount is to be repaid, after why the award is revoked."""
    if decision.kind != DecisionKind.REVOKE:
        return []
    return paragraphs(text(decision.revocation, "reclaim_reasons"))


def signed_at(decision):
    if not decision.signed_at:
        return ""
    return date_format(decision.signed_at.astimezone(clock.BERLIN), "DATETIME_FORMAT")


def title(decision):
    if not decision.case.authority.issues_acts:
        return (
            _("Confirmation")
            if decision.kind == DecisionKind.GRANT
            else _("Answer to your application")
        )
    return {
        DecisionKind.GRANT: _("Award notice"),
        DecisionKind.REJECT: _("Rejection notice"),
        DecisionKind.INADMISSIBLE: _("Rejection as inadmissible"),
        DecisionKind.REVOKE: _("Revocation notice"),
    }[decision.kind]


def ruling(decision, package, language):
    """The operative part (Tenor), one paragraph a sentence."""
    case = decision.case
    facts = {
        "company": decision.revision.profile["legal_name"],
        "package": package,
        "date": date_format(case.submitted_at.astimezone(clock.BERLIN), "DATE_FORMAT"),
        "days": case.terms.award_days,
        "begin_days": case.terms.begin_days,
        "value": euros(decision.value, language),
    }
    if decision.kind == DecisionKind.GRANT:
        sentences = [
            _("On the application of %(date)s, %(company)s is granted the package “%(package)s”."),
            _("It comprises the benefit items below, worth %(value)s in total."),
            ngettext(
                "The award period is %(days)s day. It begins with the first benefit used.",
                "The award period is %(days)s days. It begins with the first benefit used.",
                case.terms.award_days,
            ),
            ngettext(
                "The award lapses if no benefit is used within %(begin_days)s day after it has become final.",
                "The award lapses if no benefit is used within %(begin_days)s days after it has become final.",
                case.terms.begin_days,
            ),
        ]
        if case.authority.issues_acts:
            sentences.append(
                _(
                    "The benefits are de-minimis aid under Regulation (EU) 2023/2831. Their gross grant equivalent "
                    "is %(value)s."
                )
            )
    elif decision.kind == DecisionKind.REVOKE:
        return revoking(decision.revocation, facts, language)
    elif decision.kind == DecisionKind.REJECT:
        sentences = [
            _(
                "The application of %(company)s of %(date)s for the package “%(package)s” is rejected."
            )
        ]
    else:
        sentences = [
            _(
                "The application of %(company)s of %(date)s for the package “%(package)s” is rejected as inadmissible."
            )
        ]
    return [sentence % facts for sentence in sentences]


# What happens to the award, by the effect of its revocation.
TAKEN = {
    Effect.UNLAWFUL: gettext_lazy(
        "The award of the package “%(package)s” to %(company)s, with the notice of %(signed)s, is withdrawn with "
        "effect from its beginning (§ 48 VwVfG NRW)."
    ),
    Effect.PAST: gettext_lazy(
        "The award of the package “%(package)s” to %(company)s, with the notice of %(signed)s, is revoked with "
        "effect from its beginning (§ 49 (3) VwVfG NRW)."
    ),
    Effect.FUTURE: gettext_lazy(
        "The award of the package “%(package)s” to %(company)s, with the notice of %(signed)s, is revoked with "
        "effect for the future (§ 49 (2) VwVfG NRW). What was used of it until then stays granted."
    ),
}


def revoking(revocation, facts, language):
    """The operative part of a revocation: what is taken away, and what is to be repaid until when."""
    signed_on = revocation.revoked.signed_at.astimezone(clock.BERLIN)
    facts = {
        **facts,
        "signed": date_format(signed_on, "DATE_FORMAT"),
        "reclaim": euros(revocation.reclaim, language),
        "pay_days": revocation.pay_days,
        "authority": revocation.decision.case.authority.name,
        "reference": revocation.decision.case.reference,
    }
    sentences = [TAKEN[revocation.effect]]
    if revocation.reclaim:
        sentences += [
            _("%(reclaim)s are to be repaid for benefits that were used (§ 49a (1) VwVfG NRW)."),
            ngettext(
                "The amount is due %(pay_days)s day after this decision has become final. It is to be paid to "
                "%(authority)s, naming %(reference)s.",
                "The amount is due %(pay_days)s days after this decision has become final. It is to be paid to "
                "%(authority)s, naming %(reference)s.",
                revocation.pay_days,
            ),
        ]
    elif revocation.takes_all:
        sentences.append(_("Nothing is to be repaid."))
    return [str(sentence) % facts for sentence in sentences]


def paragraphs(text):
    return [block.strip() for block in text.replace("\r\n", "\n").split("\n\n") if block.strip()]


def euros(amount, language=None):
    """An amount of EUR as the law writes it, with cents; in the active language unless one is named."""
    language = language or get_language()
    with override(language):
        number = number_format(amount, decimal_pos=2, use_l10n=True, force_grouping=True)
    return f"{number} EUR" if language == "de" else f"EUR {number}"
