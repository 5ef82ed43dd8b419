from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db.models import Q

from corridor.accounts.choices import Role


class RoleBackend(AuthenticationBackend):
    """Rights come from roles; a superuser has those of an administrator and nothing more."""

    def _get_permissions(self, user_obj, obj, from_name):
        if from_name == "user" or obj is not None or not user_obj.is_active:
            return set()
        return self._role_permissions(user_obj)

    def _role_permissions(self, user):
        given = Q(group__user=user)
        if user.is_superuser:
            given |= Q(group__name=Role.ADMINISTRATOR)
        rows = Permission.objects.filter(given).order_by()
        names = rows.values_list("content_type__app_label", "codename")
        return {f"{app}.{codename}" for app, codename in names}
