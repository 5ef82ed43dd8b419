from django.urls import include, path

from corridor.accounts import signing_out, views

urlpatterns = [
    path("logout/", signing_out.sign_out, name="account_logout"),
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
    path("profile/", views.edit_profile, name="account_profile"),
]
