from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class CorridorConfig(AppConfig):
    name = "corridor"
    label = "corridor"
    verbose_name = "Innovation Corridor"


class BackOfficeConfig(AdminConfig):
    default_site = "corridor.admin.BackOffice"
