"""What every page of the event team shares: whose desk it is, and how what they keep is written."""

from corridor.accounts.choices import Role
from corridor.admin import ScopedAdmin
from corridor.steps import StepsMixin


def may_steer(request):
    return request.user.has_role(Role.EVENT_TEAM)


class TeamSteps(StepsMixin):
    """Steps that are the event team's alone."""

    def may_step(self, request, obj):
        return may_steer(request)


class TeamAdmin(ScopedAdmin):
    """A page of what the event team writes: `add` and `change` are its actions, and nothing is deleted.

    `settled` are the fields that nobody changes once a row is there: the event it belongs to, or what links lead to.
    """

    settled = ("event",)

    def add(self, **said):
        raise NotImplementedError

    def change(self, row, **said):
        raise NotImplementedError

    def say(self, request, row):
        """What a change brought with it that nobody sees in the form; `row` is what `change` returns."""

    def get_readonly_fields(self, request, obj=None):
        return [*self.readonly_fields, *(self.settled if obj else ())]

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if change:
            self.say(request, self.change(obj, by=request.user, **form.cleaned_data))
        else:
            obj.pk = self.add(by=request.user, **form.cleaned_data).pk
