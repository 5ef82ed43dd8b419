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

    `form` gets the object and what was posted; `text` says before what the step does. Where they are functions, `text`
    gets the object, and `done` what the action returned.
    """

    verb: str
    action: Callable
    fits: Callable[[object], bool]
    done: str | Callable[[object], str]
    form: Callable[[object, dict | None], forms.Form] = lambda _obj, data: NothingToSay(data)
    text: str | Callable[[object], str] = ""

    def text_for(self, obj):
        return self.text(obj) if callable(self.text) else self.text

    def done_for(self, result):
        return self.done(result) if callable(self.done) else self.done


def in_state(*states):
    """For objects in one of these states."""
    return lambda obj: obj.state in states


class StepsMixin:
    """For an admin page: `steps` by the last part of their address; the action gets the object as `step_argument`."""

    change_form_template = "admin/steps.html"
    steps: dict[str, Step] = {}
    step_argument = ""

    def may_step(self, request: HttpRequest, obj) -> bool:
        """Whether the person takes steps with this object, or only looks."""
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
        if obj and self.may_step(request, obj):
            steps = self.steps.items()
            context["steps"] = {name: step for name, step in steps if step.fits(obj)}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def step_view(self, request, pk, name):
        """A page with the step's form and its button. Whoever may not take it does not find it."""
        obj, step = get_object_or_404(self.get_queryset(request), pk=pk), self.steps[name]
        if not self.may_step(request, obj):
            raise PermissionDenied
        form = step.form(obj, request.POST if request.method == "POST" else None)
        if form.is_valid() and self.take_step(request, step, obj, form):
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

    def take_step(self, request, step, obj, form) -> bool:
        """Take the step, and say so. A refusal stands above the form, which keeps what was typed.

        Where the step does not fit any more, nothing can be mended there: then it is said on the object's page.
        """
        try:
            arguments = {self.step_argument: obj, **form.cleaned_data}
            result = step.action(by=request.user, **arguments)
        except Refused as refused:
            if step.fits(obj):
                form.add_error(None, refused.message)
                return False
            self.message_user(request, refused.message, messages.ERROR)
        else:
            self.message_user(request, step.done_for(result), messages.SUCCESS)
        return True
