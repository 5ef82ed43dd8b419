"""Make the demonstration's world, and a larger one on request."""

import argparse

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from corridor import demo
from corridor.accounts.demo import world_exists

CROWDS = ("startups", "cases", "delegates")
MOST_SHOWN = 20  # problems


class Command(BaseCommand):
    help = (
        "Make the demonstration's world. Safe to repeat: what is there stays as it is. "
        "The options fill it up to a total number."
    )

    def add_arguments(self, parser):
        for name in CROWDS:
            parser.add_argument(
                f"--{name}", type=number, metavar="N", help=f"at least N {name} in all"
            )

    @transaction.atomic
    def handle(self, **options):
        if not (settings.DEMO or settings.TESTING):
            raise CommandError(
                "Demonstration data is for the demonstration only: set CORRIDOR_DEMO=1."
            )
        self.tell()
        self.grow({name: options[name] for name in CROWDS if options[name]})

    def tell(self):
        if world_exists():
            self.stdout.write(
                "The demonstration's world is there already; nothing of it was changed."
            )
            return
        demo.tell()
        self.stdout.write("The demonstration's world is made.")

    def grow(self, totals):
        made = {name: self.fill(name, total) for name, total in totals.items()}
        if any(made.values()) and (found := demo.problems()):
            shown = "\n".join(found[:MOST_SHOWN])
            raise CommandError(f"The large world is not sound; nothing was kept:\n{shown}")

    def fill(self, name, total):
        try:
            made = demo.grow(name, total)
        except demo.NotEnough as error:
            raise CommandError(f"{name}: {error}") from error
        self.stdout.write(outcome(name, total, made))
        return made


def outcome(name, total, made):
    if made is None:
        return f"{name}: the portal has none yet, so none were made."
    return (
        f"{name}: {made} more, for {total} in all."
        if made
        else f"{name}: {total} are there already."
    )


def number(text):
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return value
