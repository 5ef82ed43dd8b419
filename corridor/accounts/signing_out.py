"""Leaving the portal: also what a device kept of it."""

from allauth.account.views import logout


def sign_out(request):
    """Sign out; what scripts of the portal kept on the device, such as the list of a door, goes too."""
    response = logout(request)
    if request.method == "POST":
        response["Clear-Site-Data"] = '"storage"'
    return response
