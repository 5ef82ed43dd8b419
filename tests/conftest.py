import os

os.environ.setdefault("CORRIDOR_TEST", "1")


def pytest_configure(config):
    if not os.environ.get("DATABASE_URL"):
        from corridor import postgres

        postgres.start("test")
