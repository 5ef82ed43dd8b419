from django.http import HttpResponse


def directory(request):
    return HttpResponse("")


def create(request):
    return HttpResponse("")


def profile(request, slug):
    return HttpResponse("")


def edit(request, slug):
    return HttpResponse("")


def submit(request, slug):
    return HttpResponse("")
