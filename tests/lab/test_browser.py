"""The notebooks in a real browser: menus in Chinese, every cell runs, no tofu, light and dark, nothing from outside."""

import json
import re
from urllib.parse import unquote
from urllib.request import Request, urlopen

import pytest

from browser import TOFU, Watched, needs_browser, opened_browser
from guided import NAMES, NOTEBOOKS

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect
pytestmark = [needs_browser, pytest.mark.slow]

PATIENCE = 120_000  # milliseconds: a machine may be busy
expect.set_options(timeout=PATIENCE)

READY = "text=| 空闲"  # the kernel's state, in the bar below: what is run before is not heard
FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden) h1 >> nth=0"
ERRORS = '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"], .jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]'
SHOWN = '.jp-OutputArea-output .ck-card, .jp-OutputArea-output[data-mime-type="image/svg+xml"]'
RUN = """errors => {
  const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map(one => one.textContent);
  return document.querySelector(errors) || prompts.every(one => /\\[\\d+\\]:/.test(one));
}"""


@pytest.fixture(scope="module")  # no longer: playwright's event loop runs until then
def browser():
    with opened_browser() as opened:
        yield opened


@pytest.fixture
def watched(lab, browser):
    """A page of its own; the kernels that it starts end with the test."""
    opened = Watched(browser)
    opened.page.set_default_timeout(PATIENCE)
    yield opened
    opened.context.close()
    for session in ask(lab, "api/sessions"):
        ask(lab, f"api/sessions/{session['id']}", "DELETE")


@pytest.fixture
def open_notebook(lab, watched):
    """Open a notebook."""

    def open_one(notebook):
        watched.page.goto(f"{lab.url}lab/tree/notebooks/{notebook.name}?token={lab.token}&reset")
        watched.page.wait_for_selector(READY)
        return watched

    return open_one


def ask(lab, path, method="GET"):
    request = Request(lab.url + path, headers={"Authorization": f"token {lab.token}"}, method=method)
    with urlopen(request, timeout=120) as answer:
        return json.loads(answer.read() or "null")


def run_all(page):
    """Run the notebook as a person does, by the menu."""
    page.get_by_role("menuitem", name="运行", exact=True).click()
    item = page.locator(".lm-Menu-itemLabel", has_text=re.compile("^运行所有单元格$"))
    item.hover()
    page.wait_for_selector(".lm-Menu-item.lm-mod-active")
    item.click()
    page.wait_for_function(RUN, arg=ERRORS)
    page.wait_for_selector(READY)
    expect(page.locator(SHOWN)).not_to_have_count(0)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=NAMES)
def test_a_notebook_runs_and_reads_well(notebook, open_notebook, tmp_path):
    watched = open_notebook(notebook)
    page = watched.page
    run_all(page)
    assert page.locator(ERRORS).all_inner_texts() == []
    assert page.evaluate(TOFU) == []
    assert "\ufffd" not in page.inner_text("body")
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        page.wait_for_selector(
            f'body[data-jp-theme-light="{str(theme == "light").lower()}"]', state="attached"
        )
        page.screenshot(path=tmp_path / f"{notebook.stem} {theme}.png")
    assert watched.outside == []


FILLED = "() => document.querySelector('#jp-main-dock-panel').getBoundingClientRect().right > innerWidth - 60"


def test_it_is_chinese_and_opens_at_the_first_step(lab, watched):
    page = watched.page
    page.goto(f"{lab.address}&reset")  # as on the first day: nothing is open from before
    page.wait_for_selector(READY)
    menus = ["文件", "编辑", "查看", "运行", "内核", "标签页", "设置", "帮助"]
    expect(page.locator(".lm-MenuBar-itemLabel")).to_have_text(menus)
    expect(page.locator(FRONT)).to_contain_text("00 开始")
    listed = [f"{name}.ipynb" for name in NAMES]
    expect(page.locator(".jp-DirListing-itemText")).to_have_text(listed)
    page.wait_for_function(FILLED)  # the notebook fills the window
    page.get_by_role("tab", name="目录").click()
    page.wait_for_selector(".jp-TableOfContents >> text=这一步做什么")
    assert watched.outside == []


def test_a_link_leads_to_the_next_step(open_notebook):
    page = open_notebook(NOTEBOOKS[0]).page
    page.get_by_role("link", name="01 读懂指南 →").first.click()
    expect(page.locator(FRONT)).to_contain_text("01 读懂指南")
    assert unquote(page.url.partition("?")[0]).endswith(f"/{NOTEBOOKS[1].name}")


def test_what_was_built_is_a_click_away(open_notebook):
    page = open_notebook(NOTEBOOKS[-1]).page
    run_all(page)
    with page.expect_download() as download:
        page.locator(".ck-card a", has_text="申报信息表.docx").click()
    assert download.value.suggested_filename == "申报信息表.docx"
