"""A browser for tests: Chromium as the system has it; skipped with a reason where it is missing, never in CI."""

import os
import shutil
from contextlib import contextmanager

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

needs_browser = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed"
)

# Draws each character of the page's text and one that no font has: those that look the same are tofu.
TOFU = """() => {
  const canvas = Object.assign(document.createElement("canvas"), {width: 40, height: 40});
  const pen = canvas.getContext("2d", {willReadFrequently: true});
  const drawn = (character, font) => {
    pen.clearRect(0, 0, 40, 40);
    pen.font = font;
    pen.fillText(character, 4, 30);
    return pen.getImageData(0, 0, 40, 40).data.join();
  };
  const font = "24px " + getComputedStyle(document.querySelector(".ck-card") || document.body).fontFamily;
  const missing = ["\\u0378", "\\u{10fffd}"].map(character => drawn(character, font));
  const text = new Set(document.body.innerText + [...document.querySelectorAll("math")].map(one => one.textContent).join(""));
  return [...text].filter(one => one > "\\u007f" && one.trim() && missing.includes(drawn(one, font)));
}"""


@contextmanager
def opened_browser():
    """Run a browser until the block ends."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class Watched:
    """A page that reaches only this machine; what it asked of others is noted and refused."""

    def __init__(self, browser):
        self.context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        self.outside = []
        self.context.route("**/*", self._judge)
        self.page = self.context.new_page()

    def _judge(self, route):
        if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()
