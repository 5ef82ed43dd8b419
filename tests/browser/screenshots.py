"""The pictures in docs/screenshots/, taken from the demonstration: `make screenshots`."""

import io
import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parent.parent.parent
FOLDER = PROJECT / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
DESK, PHONE = (1280, 800), (360, 740)
LARGEST = 120_000  # bytes: the pictures live in the repository
FOUNDER, APPLICANT = "founder@kaverion.example", "founder@sahyascan.example"
OFFICER = "officer@duesseldorf.example"


@dataclass(frozen=True)
class Picture:
    """One page: where it is, who sees it, and which link leads from there to it."""

    path: str
    person: str = ""
    link: str = ""
    scheme: str = "light"
    screen: tuple = DESK


PICTURES = {
    "home": Picture("/en/"),
    "home-dark": Picture("/de/", scheme="dark"),
    "home-phone": Picture("/en/", screen=PHONE),
    "startups": Picture("/en/startups/"),
    "package": Picture("/en/welcome/welcome-package-duesseldorf/"),
    "event": Picture("/en/events/future-tech-fest-2024/"),
    "application": Picture("/en/account/", FOUNDER, "main a[href*='/applications/']"),
    "case": Picture("/en/account/", APPLICANT, "main a[href*='/cases/']:not([href*='notice'])"),
    "office": Picture("/admin/", OFFICER),
    "office-case": Picture("/admin/welcome/case/", OFFICER, "#result_list tbody th a"),
}


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
            take_all(address)
        finally:
            demo.terminate()
            demo.communicate()


def take_all(address):
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        cookies = {person: signed_in(browser, address, person) for person in people()}
        for name, picture in PICTURES.items():
            with opened(browser, address, picture, cookies[picture.person]) as page:
                shot = smaller(page.screenshot())
            (FOLDER / f"{name}.png").write_bytes(shot)
        browser.close()


def people():
    return dict.fromkeys(picture.person for picture in PICTURES.values())


def signed_in(browser, address, person):
    """The cookies of somebody who signed in with the password of the demonstration."""
    if not person:
        return []
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto("/en/accounts/login/")
    page.fill("[name=login]", person)
    page.fill("[name=password]", "corridor-demo")
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda place: "/accounts/login/" not in place)
    cookies = context.cookies()
    context.close()
    return cookies


@contextmanager
def opened(browser, address, picture, cookies):
    width, height = picture.screen
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        color_scheme=picture.scheme,
    )
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(picture.path)
    if picture.link:
        page.goto(page.locator(picture.link).first.get_attribute("href"))
    yield page
    context.close()


def smaller(shot):
    """The picture in as many colours as its size allows."""
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    for colours in (256, 128, 64, 32):
        file = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        if file.tell() <= LARGEST:
            break
    return file.getvalue()


if __name__ == "__main__":
    main()
