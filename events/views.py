from django.http import HttpResponse


def events(request):
    return HttpResponse("")


def event(request, slug):
    return HttpResponse("")
