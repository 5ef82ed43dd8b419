"""What phones at the door send once they have network again, and the words they show without it."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from corridor import clock
from events.forms.checkins import ScanForm

MOST_SCANS = 100


@dataclass(frozen=True)
class Sent:
    """The scans of one request, each checked, when they came, and the id of the one that the phone shows."""

    scans: list[dict]
    shown: str
    came: datetime

    def facts(self, scan):
        """What the action is told of a scan: the phone's own clock is never asked, only how much of it went by."""
        moment = self.came - timedelta(milliseconds=scan["ago"])
        return {"scan": scan["scan"], "at": moment, "gate": scan["gate"]}


def read(body: bytes) -> Sent:
    """Raises ValueError for what no phone of ours sends."""
    try:
        said = json.loads(body)
    except RecursionError as error:
        raise ValueError from error
    scans = said.get("scans") if isinstance(said, dict) else None
    if not isinstance(scans, list) or len(scans) > MOST_SCANS:
        raise ValueError
    return Sent([checked(scan) for scan in scans], str(said.get("shown", "")), clock.now())


def checked(scan):
    form = ScanForm(scan if isinstance(scan, dict) else {})
    if not form.is_valid():
        raise ValueError
    return form.cleaned_data | {"scan": str(form.cleaned_data["scan"])}


def words():
    """What the page's script says. In braces stands what it fills in."""
    return {
        "in": _("Checked in"),
        "asking": _("One moment …"),
        "again": _("Already checked in at {time} on this phone"),
        "againAt": _("Already checked in at {time} on this phone, {gate}"),
        "unsent": _("Kept on this phone until there is network."),
        "nobody": _("Nobody on this phone’s list is called that, and no ticket on it has this code."),
        "unknown": _("This ticket is not on this phone’s list. Look for the person by name."),
        "online": _("Connected. The list of {people} people is on this phone: it works without network, too."),
        "offline": _("No network. The list of {people} people is on this phone, as of {time}. Go on checking in."),
        "empty": _("No network, and no list on this phone. Open this page once with network."),
        "waitingOne": _("1 scan waits to be sent."),
        "waiting": _("{number} scans wait to be sent."),
        "signedOut": _("You are signed out. Reload the page and sign in: the scans stay on this phone until then."),
        "keep": _("Scans wait to be sent. Sign out once there is network, or they are lost."),
        "noCamera": _("The camera can’t be used. Type the code, or look for the name."),
        "camera": _("Scan with the camera"),
        "stop": _("Stop the camera"),
        "checkIn": _("Check in"),
        "takeBack": _("Take back"),
        "takenBack": _("Taken back. Nothing is sent."),
    }  # fmt: skip
