"""The people of a start-up, and the page behind the link of an invitation."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.signing import BadSignature
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor import clock
from corridor.actions import NotPermitted, Refused
from corridor.forms import posted
from startups import actions
from startups.choices import MemberRole
from startups.forms import InvitationForm
from startups.models import Invitation, Membership, Startup
from startups.models.members import invitation_id

form_page = require_http_methods(["GET", "HEAD", "POST"])


@login_required
@form_page
def people(request, slug):
    """Who belongs to the start-up; owners also see whom they invited, and invite."""
    startup = get_object_or_404(Startup.objects.of(request.user), slug=slug)
    members = list(startup.memberships.select_related("user"))
    own = next(member for member in members if member.user == request.user)
    if request.method == "POST" and not own.is_owner:
        raise Http404
    form = InvitationForm(posted(request)[0])
    if invited(form, startup, request.user):
        messages.success(request, _("The invitation is on its way. The link holds for 14 days."))
        return redirect("startup_people", slug)
    owners = [member for member in members if member.is_owner]
    context = {
        "startup": startup,
        "members": members,
        "own": own,
        "only_owner": owners[0] if len(owners) == 1 else None,
        "invitations": Invitation.objects.visible_to(request.user)
        .filter(startup=startup)
        .open_on(clock.today()),
        "form": form,
    }
    return render(request, "startups/people.html", context)


def invited(form, startup, user):
    if not form.is_valid():
        return False
    try:
        actions.invite_member(startup=startup, by=user, **form.cleaned_data)
    except (NotPermitted, actions.TooManyInvitations) as refused:
        form.add_error(None, refused.message)
        return False
    except Refused as refused:  # it is about the address
        form.add_error("email", refused.message)
        return False
    return True


@login_required
@form_page
def withdraw(request, slug, pk):
    """A page with one button that ends an invitation."""
    waiting = Invitation.objects.visible_to(request.user).open_on(clock.today())
    invitation = get_object_or_404(waiting.select_related("startup"), startup__slug=slug, pk=pk)
    words = {
        "title": _("Take back the invitation"),
        "lead": _("The link that %(email)s got does not work any more then.")
        % {"email": invitation.email},
        "button": _("Take it back"),
    }
    done = _("The invitation is taken back.")
    act = partial(actions.withdraw_invitation, invitation=invitation)
    return step(request, words, done, invitation.startup, act)


@login_required
@form_page
def change_role(request, slug, pk, role):
    """A page with one button that makes somebody an owner, or a colleague."""
    member = of_own_startup(request, slug, pk)
    if role not in MemberRole:
        raise Http404
    name = {"name": member.user}
    if role == MemberRole.OWNER:
        words = {
            "title": _("Make %(name)s an owner") % name,
            "lead": _(
                "Owners submit the profile and applications, invite people and take them out, you included."
            ),
            "button": _("Make an owner"),
        }
    else:
        words = {
            "title": _("Make %(name)s a colleague") % name,
            "lead": _(
                "Colleagues write the profile and drafts. They submit nothing and invite nobody."
            ),
            "button": _("Make a colleague"),
        }
    done = _("The role of %(name)s is changed.") % name
    act = partial(actions.change_member, membership=member, role=MemberRole(role))
    return step(request, words, done, member.startup, act)


@login_required
@form_page
def remove(request, slug, pk):
    """A page with one button that takes somebody out of the start-up."""
    member = of_own_startup(request, slug, pk)
    name = {"name": member.user, "startup": member.startup}
    words = {
        "title": _("Remove %(name)s") % name,
        "lead": _(
            "%(name)s can't see or change anything of %(startup)s any more and gets mail about it."
        )
        % name,
        "button": _("Remove"),
        "is_danger": True,
    }
    done = _("%(name)s does not belong to the start-up any more.") % name
    act = partial(actions.remove_member, membership=member)
    return step(request, words, done, member.startup, act)


@login_required
@form_page
def leave(request, slug):
    """A page with one button for whoever goes."""
    startup = get_object_or_404(Startup.objects.of(request.user), slug=slug)
    words = {
        "title": _("Leave %(startup)s") % {"startup": startup},
        "lead": _(
            "You can't see or change anything of it any more. An owner can invite you again."
        ),
        "button": _("Leave"),
        "is_danger": True,
    }
    done = _("You have left %(startup)s.") % {"startup": startup}
    return step(request, words, done, startup, partial(actions.leave, startup=startup))


def of_own_startup(request, slug, pk):
    """Somebody in a start-up that the reader owns."""
    own = Membership.objects.filter(startup__in=Startup.objects.owned_by(request.user))
    return get_object_or_404(own.select_related("user", "startup"), startup__slug=slug, pk=pk)


def step(request, words, done, startup, act):
    """The page of one step; only the POST takes it, and says what became of it."""
    if request.method != "POST":
        context = {"is_danger": False, **words, "startup": startup}
        return render(request, "startups/people_step.html", context)
    try:
        act(by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("startup_people", startup.slug)
    messages.success(request, done)
    gone = startup.membership_of(request.user) is None
    return redirect("account") if gone else redirect("startup_people", startup.slug)


@form_page
def invitation(request, token):
    """Who invites to what; whoever has the invited address joins by POST."""
    try:
        pk = invitation_id(token)
    except BadSignature as error:
        raise Http404 from error
    row = get_object_or_404(Invitation.objects.select_related("startup", "invited_by"), pk=pk)
    if request.method == "POST":
        response = joined(request, row)
    else:
        context = {"invitation": row, "is_for_reader": row.is_for(request.user)}
        response = render(request, "startups/invitation.html", context)
    # A form on a page with "no-referrer" is sent with "Origin: null", which the CSRF check refuses. Either way nobody
    # is told the path.
    response["Referrer-Policy"] = "strict-origin" if row.is_for(request.user) else "no-referrer"
    return response


def joined(request, invitation):
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    try:
        actions.accept_invitation(invitation=invitation, by=request.user)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(request.path)
    done = _("You belong to %(startup)s now.") % {"startup": invitation.startup}
    messages.success(request, done)
    return redirect("startup_people", invitation.startup.slug)
