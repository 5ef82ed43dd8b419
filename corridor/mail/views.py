"""The mailbox of the demonstration; there is no such page anywhere else."""

import functools

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from corridor.mail import demo


def demo_only(view):
    @functools.wraps(view)
    def wrapper(request, *args, **kwargs):
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return wrapper


@demo_only
def mail_list(request):
    return render(request, "demo/mail_list.html", {"letters": demo.letters()})


@demo_only
def mail_detail(request, name):
    letter = demo.letter(name)
    if not letter:
        raise Http404
    return render(request, "demo/mail_detail.html", {"letter": letter})
