"""The pictures in docs/screenshots/, taken from the demonstration: `make screenshots`."""

import os
import socket
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parent.parent.parent
FOLDER = PROJECT / "docs" / "screenshots"
PAGES = {"home": "/en/"}
CHROMIUM = "/usr/bin/chromium"


def main():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://localhost:{port}"
    env = {**os.environ, "PORT": str(port), "BASE_URL": address}
    command = [sys.executable, "manage.py", "serve_demo"]
    with subprocess.Popen(command, cwd=PROJECT, env=env, stdout=subprocess.PIPE, text=True) as demo:
        try:
            next(line for line in demo.stdout if "The portal" in line)
            take(address)
        finally:
            demo.terminate()
            demo.communicate()


def take(address):
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        for name, path in PAGES.items():
            page.goto(address + path)
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
