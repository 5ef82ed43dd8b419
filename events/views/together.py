"""Forms of several people who come together: buttons add one or take one out, and send nothing."""

from events.forms.registrations import GuestForm

PREFIX = "person"
STEERS = {"add", "remove"}
# A form that was drawn before there were companions, or without any.
NOBODY = {f"{PREFIX}-TOTAL_FORMS": "0", f"{PREFIX}-INITIAL_FORMS": "0"}


def registered_with(event, email):
    """Whoever takes part or waits under an address."""
    return event.delegates.active().filter(email__iexact=email).first()


def is_steered(request):
    """Whether somebody is added or taken out; nothing is sent then."""
    return request.method == "POST" and bool(STEERS & request.POST.keys())


def guests_of(request, kind, *, first, blank):
    """The forms of a formset, as they were typed; unbound while people are added and taken out."""
    if request.method != "POST":
        return kind(prefix=PREFIX, initial=first)
    if not is_steered(request):
        return kind(NOBODY | request.POST.dict(), prefix=PREFIX)
    typed = as_typed(request.POST, kind.max_num)
    if "add" in request.POST:
        typed.append(blank)
    else:
        number = request.POST["remove"]
        typed = [one for place, one in enumerate(typed) if str(place) != number]
    return kind(prefix=PREFIX, initial=typed[: kind.max_num])


def as_typed(data, most):
    return [
        {name: data[f"{PREFIX}-{place}-{name}"] for name in GuestForm.Meta.fields}
        for place in range(most)
        if all(f"{PREFIX}-{place}-{name}" in data for name in GuestForm.Meta.fields)
    ]


def blame(guests, event, conflict):
    """Say a conflict beside the people it is about, or above all of them."""
    known = [one for one in guests if registered_with(event, one.cleaned_data["email"])]
    for one in known:
        one.add_error("email", conflict.message)
    if not known:
        guests.non_form_errors().append(conflict.message)
