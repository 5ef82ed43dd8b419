"""De-minimis aid (Regulation (EU) 2023/2831): what counts towards the ceiling on the day of an award."""

from datetime import date, datetime, time
from decimal import Decimal

from django.db.models import Sum

from corridor import clock
from startups.models import Startup
from welcome.choices import Law
from welcome.deadlines import aid_counts_after
from welcome.models import Decision

# EUR per single undertaking and member state over three rolling years (Art. 3 (2)).
CEILING = Decimal("300000.00")


def aid_before(startup: Startup, decision: Decision, award_date: date | None = None) -> Decimal:
    """Aid of the last three years besides this decision, in EUR: declared with its revision, and awarded here.

    Awards of every authority in this portal count; letters of an authority outside the regulation do not.
    """
    since = aid_counts_after(award_date or clock.today())
    declared = decision.revision.aid_lines.filter(granted_on__gt=since).aggregate(total=Sum("amount"))["total"]
    return (declared or Decimal(0)) + awards_since(startup, since, decision).total()


def awards_since(startup: Startup, since: date, besides: Decision):
    """The binding awards of the portal to a start-up after a day."""
    midnight = datetime.combine(since, time.max, tzinfo=clock.BERLIN)
    return (
        Decision.objects.binding_awards()
        .filter(case__startup=startup, case__package__authority__law=Law.NRW, signed_at__gt=midnight)
        .exclude(pk=besides.pk)
    )
