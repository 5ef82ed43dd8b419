"""How somebody uses a page: by keyboard alone, or where no script runs. Both offer the same verbs to a journey."""

from datetime import date

FOCUSED = "selector => document.activeElement.matches(selector)"
MAIN_BUTTON = "main form .actions button:not(.quiet):not(.danger):not(.link)"


def reach(window, selector):
    """Press Tab until the element has the focus, as somebody without a mouse does."""
    for _step in range(120):
        window.page.keyboard.press("Tab")
        if window.page.evaluate(FOCUSED, selector):
            return
    raise AssertionError(f"{selector} is out of reach on {window.page.url}")


def write(window, selector, text):
    reach(window, selector)
    window.page.keyboard.press("Control+A")
    window.page.keyboard.type(text)


class NoScript:
    """A window in which no script runs."""

    javascript = False

    def __init__(self, window):
        self.window, self.page = window, window.page

    def goto(self, address):
        self.window.goto(address)

    def follow(self, address):
        """Take a link of the page itself by the end of its address."""
        self.submit(f"main a[href$='{address}']")

    def fill(self, **fields):
        self.window.fill(**fields)

    def submit(self, selector=MAIN_BUTTON):
        self.window.submit(selector)

    def upload(self, selector, file):
        self.page.locator(selector).set_input_files(file)
        self.submit()

    def download(self, selector=MAIN_BUTTON):
        """The bytes that a button or link brings as a file."""
        with self.page.expect_download() as download:
            self.press(selector)
        return download.value.path().read_bytes()

    def press(self, selector):
        self.page.locator(selector).click()

    def text(self):
        return self.page.inner_text("main")


class Keys(NoScript):
    """Somebody without a mouse: Tab, arrows, Space and Enter."""

    javascript = True

    def goto(self, address):
        super().goto(address)
        self.skip()

    def skip(self):
        """Past what every page begins with, by the link for that; errors have the focus already."""
        if self.page.evaluate(FOCUSED, "body"):
            self.page.keyboard.press("Tab")
            self.page.keyboard.press("Enter")

    def fill(self, **fields):
        for name, value in fields.items():
            if isinstance(value, bool | list):
                self.choose(name, value)
            elif isinstance(value, date):
                self.day(name, value)
            else:
                write(self.window, f"#id_{name}", str(value))

    def choose(self, name, values):
        """Checkboxes are each a stop of Tab; of radio buttons one is, and arrows lead to the others."""
        for value in [values] if isinstance(values, bool) else values:
            field = f"[name='{name}']" + ("" if value is True else f"[value='{value}']")
            if self.page.locator(field).get_attribute("type") == "radio":
                self.walk_to(name, field)
            else:
                reach(self.window, field)
                if not self.page.locator(field).is_checked():
                    self.page.keyboard.press("Space")

    def walk_to(self, name, field):
        group = f"[name='{name}']"
        reach(self.window, group)
        self.page.keyboard.press("Space")
        for _step in range(self.page.locator(group).count()):
            if self.page.locator(field).is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{field} is out of reach on {self.page.url}")

    def day(self, name, day):
        """The browser's field takes its parts one by one; without a screen it speaks American."""
        reach(self.window, f"#id_{name}")
        self.page.keyboard.type(f"{day:%m%d%Y}")

    def submit(self, selector=MAIN_BUTTON):
        # Not the next navigation: the jump of the skip link before may still be under way, and is one too.
        with self.page.expect_event("load"):
            self.press(selector)
        self.window.check()
        self.skip()

    def upload(self, selector, file):
        with self.page.expect_file_chooser() as chooser:
            self.press(selector)
        chooser.value.set_files(file)
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            self.press(MAIN_BUTTON)

    def press(self, selector):
        reach(self.window, selector)
        self.page.keyboard.press("Enter")
