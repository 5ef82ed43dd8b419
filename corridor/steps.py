"""Pages of the back office for objects that move in steps: a button for each step that is possible, a form for each.

The page of the object shows the buttons; each leads to a page with the step's form, and only its POST takes the step.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import UUIDField
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path

from corridor.actions import Refused
from corridor.forms import PlainWords


class NothingToSay(PlainWords, forms.Form):
    """A step that asks nothing: its page is there to say what it does."""


@dataclass(frozen=True)
class Step:
    """One button: its verb, the action, for which objects, what is said then, and what the page asks.

    `form` gets the object and what was posted; `text` says before what the step does, of the object where it is a
    function.
    """

    verb: str
    action: Callable
    fits: Callable[[object], bool]
    done: str
    form: Callable[[object, dict | None], forms.Form] = lambda _obj, data: NothingToSay(data)
    text: str | Callable[[object], str] = ""

    def text_for(self, obj):
        return self.text(obj) if callable(self.text) else self.text


class StepsMixin:
    """For an admin page: `steps` by the last part of their address; the action gets the object as `step_argument`."""

    change_form_template = "admin/steps.html"
    steps: dict[str, Step] = {}
    step_argument = ""

    def may_step(self, request: HttpRequest) -> bool:
        """Whether the person takes steps at all, or only looks."""
        raise NotImplementedError

    def get_urls(self):
        view = self.admin_site.admin_view(self.step_view)
        label = f"{self.opts.app_label}_{self.opts.model_name}"
        kind = "uuid" if isinstance(self.opts.pk, UUIDField) else "int"
        own = [
            path(f"<{kind}:pk>/{name}/", view, {"name": name}, f"{label}_{name}")
            for name in self.steps
        ]
        return [*own, *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and self.may_step(request):
            context["steps"] = [row for row in self.steps.items() if row[1].fits(obj)]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def step_view(self, request, pk, name):
        """A page with the step's form and its button. Whoever may not take it does not find it."""
        if not self.may_step(request):
            raise PermissionDenied
        obj, step = get_object_or_404(self.get_queryset(request), pk=pk), self.steps[name]
        form = step.form(obj, request.POST if request.method == "POST" else None)
        if form.is_valid() and self.act(request, step, obj, form):
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", pk)
        context = {
            **self.admin_site.each_context(request),
            "title": step.verb,
            "text": step.text_for(obj),
            "opts": self.opts,
            "object": obj,
            "form": form,
        }
        return TemplateResponse(request, "admin/step.html", context)

    def act(self, request, step, obj, form):
        """Take the step; a refusal stands above the form, which keeps what was typed."""
        try:
            step.action(**{self.step_argument: obj}, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
            return False
        self.message_user(request, step.done, messages.SUCCESS)
        return True
