import signal

from django.core.management.base import BaseCommand, CommandError

from corridor import housekeeping


class Command(BaseCommand):
    help = "Runs all deferred work once, or again and again with --loop. Safe on any number of machines."

    def add_arguments(self, parser):
        parser.add_argument(
            "--loop", type=int, metavar="SECONDS", help="wait so long, then run again"
        )

    def handle(self, *, loop, **options):
        previous = signal.signal(signal.SIGTERM, self.stop)
        try:
            failed = housekeeping.run_all()
            while loop and not housekeeping.stopping.wait(loop):
                housekeeping.run_all()
        finally:
            signal.signal(signal.SIGTERM, previous)
        if failed and not loop:
            raise CommandError(f"Failed, see the log: {', '.join(failed)}")

    def stop(self, number, frame):
        housekeeping.stopping.set()
