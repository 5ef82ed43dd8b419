"""What an authority keeps for itself in a list: landing steps, text blocks. Its officers write there."""

from corridor.admin import ScopedAdmin
from welcome.choices import StaffRole
from welcome.models import Authority


class OwnListAdmin(ScopedAdmin):
    """A row stays with its authority and is hidden, never deleted; `add` and `change` are its actions."""

    place = 8
    list_select_related = ["authority"]

    def add(self, **said):
        raise NotImplementedError

    def change(self, row, **said):
        raise NotImplementedError

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "authority":
            kwargs["queryset"] = Authority.objects.of(request.user, StaffRole.OFFICER)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_fields(self, request, obj=None):
        return self.fields if obj else ["authority", *self.fields]

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if change:
            self.change(obj, by=request.user, **form.cleaned_data)
        else:
            obj.pk = self.add(by=request.user, **form.cleaned_data).pk
