"""The cards in a real browser: mathematics is typeset, every word has contrast on light and dark, nothing runs."""

import pytest

from browser import needs_browser, opened_browser
from clusterkit.notebook import html, stylesheet

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [pytest.mark.slow, needs_browser]
JUPYTER_DARK = (
    'data-jp-theme-light="false" style="--jp-layout-color1:#111;--jp-ui-font-color1:rgba(255,255,255,.87)"'
)
THEMES = {"light": 'data-theme="light"', "dark": 'data-theme="dark"', "jupyter dark": JUPYTER_DARK}
PAPERS = {"light": "#fff", "dark": "#16191d", "jupyter dark": "#111"}
# what has a text of its own and too little contrast with what lies behind it
FAINT = """() => {
  const numbers = (text) => {
    const found = text.match(/[\\d.]+/g).map(Number);
    const scale = text.startsWith('color(') ? 1 : 255;
    return [found[0] / scale, found[1] / scale, found[2] / scale, found.length > 3 ? found[3] : 1];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const behind = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) layers.push(numbers(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [1, 1, 1, 1]);
  };
  const light = (c) => c.slice(0, 3).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const faint = [];
  for (const element of document.querySelectorAll('.ck-card *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own) continue;
    const paper = behind(element), ink = over(numbers(getComputedStyle(element).color), paper);
    const [a, b] = [light(paper), light(ink)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) faint.push(`${element.className}: ${element.textContent.slice(0, 20)} ${ratio.toFixed(2)}`);
  }
  return faint;
}"""


@pytest.fixture(scope="module")
def browser():
    with opened_browser() as found:
        yield found


@pytest.fixture(scope="module")
def cards(things):
    return "".join(html(thing, style=False) for thing, _ in things.values())


@pytest.fixture(params=list(THEMES))
def page(request, browser, cards, tmp_path):
    """A page of all cards, unfolded, that fails when a script ran or something was fetched."""
    body = f'<body {THEMES[request.param]}><main style="background:{PAPERS[request.param]}">{cards}</main></body>'
    file = tmp_path / "cards.html"
    file.write_text(f'<!doctype html><meta charset="utf-8"><style>{stylesheet()}</style>{body}', "utf-8")
    opened = browser.new_page(viewport={"width": 1000, "height": 800})
    noticed = []
    opened.on("dialog", lambda dialog: (noticed.append(dialog.message), dialog.dismiss()))
    opened.on("console", lambda message: noticed.append(message.text))
    opened.on("request", lambda asked: noticed.append(asked.url) if asked.url != file.as_uri() else None)
    opened.goto(file.as_uri())
    opened.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    yield opened
    opened.close()
    assert noticed == []


def test_every_word_has_contrast_and_nothing_sticks_out(page):
    assert page.evaluate(FAINT) == []
    wide = "[...document.querySelectorAll('.ck-card')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent.slice(0, 40))"
    assert page.evaluate(wide) == []
    fraction = page.locator("math mfrac").first.bounding_box()
    assert fraction["height"] > 30
    above, below = (page.locator("math mfrac > mrow").nth(at).bounding_box() for at in (0, 1))
    assert above["y"] + above["height"] <= below["y"] + 1  # one above the other


def test_what_folds_opens_by_keyboard(page):
    first = page.locator(".ck-lineage details").first
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = false })")
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert first.evaluate("(one) => one.open")
