"""The record in a real browser: nothing is asked of a network, it fits every width, and prints on A4."""

import io
import unicodedata

import pdfplumber
import pytest

from browser import TOFU, needs_browser, opened_browser

pytest.importorskip("playwright", reason="playwright is not installed")
pytestmark = [pytest.mark.slow, needs_browser]
A4 = (595.3, 841.9)  # points


@pytest.fixture(scope="module")
def browser():
    with opened_browser() as found:
        yield found


@pytest.fixture(params=["light", "dark"])
def page(browser, request):
    """A page in each theme, with what it asked for and what it complained about."""
    context = browser.new_context(color_scheme=request.param, java_script_enabled=True, locale="zh-CN")
    made = context.new_page()
    made.heard = []
    made.on("request", lambda one: made.heard.append(one.url))
    made.on("console", lambda one: made.heard.append(one.text))
    yield made
    context.close()


@pytest.mark.parametrize("width", [380, 800, 1440])
def test_it_fits_the_width_and_asks_for_nothing(page, sample_text, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(sample_text)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.heard == []
    assert page.evaluate(TOFU) == []


def test_contents_stay_beside_the_text_on_a_wide_screen(page, sample_text):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.set_content(sample_text)
    page.evaluate("document.getElementById('sources').scrollIntoView({behavior: 'instant'})")
    box = page.locator(".ck-contents").bounding_box()
    assert box["y"] == 0
    assert box["x"] + box["width"] <= page.locator("main").bounding_box()["x"]


def test_it_prints_on_a4_title_page_first_then_the_contents(browser, new_text):
    page = browser.new_page()
    page.set_content(new_text)
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        assert all((one.width, one.height) == pytest.approx(A4, abs=1) for one in printed.pages)
        texts = [_letters(one.extract_text()) for one in printed.pages[:3]]
        assert texts[2].endswith(f"3/{len(printed.pages)}")
    assert "测算报告" in texts[0]
    assert texts[1].startswith("目录")
    assert texts[2].startswith("一、指标总表")


def _letters(text):
    """Chromium maps some glyphs to the radicals that look the same."""
    return "".join(unicodedata.normalize("NFKC", text).split())
