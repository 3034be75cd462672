"""Every card: well-formed, accessible, the numbers as printed, and nothing from a file becomes markup."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from IPython.core.formatters import DisplayFormatter
from lxml import etree

import clusterkit as ck
from clusterkit.guide.formula.figures import printed
from clusterkit.intake.received import ColumnReading
from clusterkit.notebook import html, stylesheet, text
from clusterkit.notebook.register import register
from clusterkit.notebook.registry import CARDS

MARKUP = "<img src=x onerror=alert(1)>"
HARMLESS = {
    "a", "article", "section", "div", "span", "p", "b", "i", "code", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "details",
    "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "math", "mrow", "mfrac", "munder", "mtable", "mtr", "mtd",
    "mtext", "mn", "mo", "mspace",
}  # fmt: skip


@pytest.fixture(scope="module")
def formatter():
    """IPython's own display, with the cards registered twice."""
    display = DisplayFormatter()
    shell = SimpleNamespace(display_formatter=display, set_custom_exc=lambda *_: None)
    register(shell)
    register(shell)
    return display


@pytest.fixture(scope="module", params=[name for _, name in CARDS])
def shown(request, things):
    """One thing to show, and whether its card names something from a file: every kind that has a card."""
    thing, named = things[request.param]
    return SimpleNamespace(thing=thing, named=named)


def tree(thing):
    """Parse a card strictly (as XML)."""
    return etree.fromstring(html(thing, style=False))


def elements(card, name):
    return [one for one in card.iter() if etree.QName(one).localname == name]


def words(element):
    return "".join(element.itertext())


def test_nothing_from_a_file_becomes_markup(shown):
    card = tree(shown.thing)
    assert {etree.QName(one).localname for one in card.iter()} <= HARMLESS
    assert not [name for one in card.iter() for name in one.attrib if name.lower().startswith("on")]
    assert (
        MARKUP.replace(" ", "") in "".join(words(card).split())
    ) == shown.named  # (headers lose their blanks)


def test_dollars_in_a_name_are_no_mathematics(shown):
    """JupyterLab's MathJax would typeset ``$x$``, and leaves out what says so."""
    assert tree(shown.thing).get("class").split()[:2] == ["ck-card", "mathjax_ignore"]


def test_a_card_is_accessible(shown):
    card = tree(shown.thing)
    assert card.get("lang") == "zh-CN"
    assert all(one.get("scope") for one in elements(card, "th"))
    assert all(etree.QName(one[0]).localname == "caption" for one in elements(card, "table"))
    assert all(etree.QName(one[0]).localname == "summary" for one in elements(card, "details"))
    assert all(words(one).strip() for one in card.iter() if "ck-chip" in (one.get("class") or ""))


def test_ipython_gets_html_and_plain_text(formatter, shown):
    data, _ = formatter.format(shown.thing)
    assert "ck-card" in data["text/html"]
    assert data["text/html"].startswith("<style>")
    assert data["text/plain"].strip()
    assert not data["text/plain"].startswith("<clusterkit")
    assert "<article" not in data["text/plain"]


def test_the_stylesheet_can_be_left_to_the_page(shown):
    card = html(shown.thing, style=False)
    assert "<style>" not in card
    assert html(shown.thing) == f"<style>{stylesheet()}</style>{card}"


def test_the_stylesheet_touches_nothing_but_cards():
    assert "<" not in stylesheet()  # nothing that could end the style element
    assert "/*" not in stylesheet()
    depth, rule, rules = 0, "", []
    for char in stylesheet():
        if char == "{":
            rules += [rule.strip()] if depth == 0 else []
            depth, rule = depth + 1, ""
        elif char == "}":
            depth, rule = depth - 1, ""
        else:
            rule += char
    assert depth == 0
    assert rules[0] == ".ck-card.ck-card"
    selectors = [part for rule in rules if not rule.startswith("@") for part in rule.split(", ")]
    assert all(".ck-card" in one for one in selectors)
    assert {rule.split()[0] for rule in rules if rule.startswith("@")} == {"@media", "@container"}


@pytest.mark.parametrize("name", list(ck.load_guide("tianjin-2025-1").indicators))
def test_every_indicator_has_a_card_of_everything(workspace, name):
    indicator = workspace.guide.indicators[name]
    card, said = tree(indicator), words(tree(indicator))
    note = workspace.guide.notes.get(indicator.note or 0)
    assert indicator.label in said
    assert all(one in said for one in ((note.text, *note.sources, *note.traps) if note else ()))
    assert bool(elements(card, "math")) == (indicator.formula is not None)
    made = [one for one in workspace.guide.mistakes.values() if one.indicator == name]
    assert all(one.title in said and one.because in said and one.source in said for one in made)


def test_every_note_has_a_card(workspace):
    for note in workspace.guide.notes.values():
        said = words(tree(note))
        assert note.text in said
        assert all(workspace.guide.indicators[name].label in said for name in note.indicators)


def test_results_are_printed_as_on_the_form(workspace):
    rows = [
        [words(cell).strip() for cell in row]
        for row in elements(tree(workspace.results()), "tr")
        if len(row) == 7 and row.getparent().tag == "tbody"
    ]
    assert len(rows) == 35
    for row, result in zip(rows, workspace.results().values(), strict=True):
        assert row[0] == f"{result.indicator.number}{result.name}"
        assert row[1:3] == [result.display or "—", result.unit]
        assert row[4] == str(result.rows_missing or "")
    assert rows[9][1:5] == ["4.00", "%", "2", "1"]
    assert rows[9][6] == "有缺数"


def test_a_result_says_what_it_is_made_of(workspace):
    result = workspace.results()["rd_intensity"]
    said = words(tree(result))
    assert "4.00" in said
    assert result.explanation in said
    assert "=1600万元4.00亿元×100%=4.00%" in said  # the figures put in
    assert "缺数的 1 家" in said
    assert workspace.guide.notes[7].text in said


def test_a_lineage_shows_shares_then_reasons(workspace):
    card = tree(workspace.results()["rd_intensity"].lineage())
    rows = [[words(cell).strip() for cell in row] for row in elements(card, "tr")]
    assert [f"天津{MARKUP}有限公司企业名录.xlsx · 名录<i> · 第2行", "1,000", "10,000", "62.5%"] in rows
    assert [row[3] for row in rows[1:3]] == ["62.5%", "37.5%"]
    heaps = [words(one) for one in elements(card, "summary")]
    assert [heap.split("本工具")[0].split("指南")[0] for heap in heaps] == [
        "缺数1",
        "不满足“规上企业”1",
        "不满足“属主导产业”1",
    ]


def test_a_question_shows_what_each_answer_gives(things):
    said = words(tree(things["Question"][0]))
    assert "国家级专精特新“小巨人”企业数量 1 → 3 个" in said
    assert "上年度集群规上企业平均研发投入强度 4.00 → 6.11 %" in said  # 四舍五入, as the form prints
    assert "影响 国家级专精特新“小巨人”企业数量、上年度集群规上企业平均研发投入强度" in said
    assert "算不出" in said
    assert said.index("不是") < said.index(f"是{MARKUP}")  # the likely answer first
    assert "还可以答" in said
    assert "decisions.csv#" in said


def test_a_result_shows_the_questions_that_move_it(things):
    question = things["Question"][0]
    name, now = next(iter(question.now.items()))
    shown = words(tree(replace(now, asked=lambda _: [question])))
    assert "还有 1 个待答的问题会改变这个数" in shown
    then = next(one for one in question.options if one.effect.get(name) is not None)
    assert f"“{then.label}”：{printed(then.effect[name], now.indicator.digits)} {now.unit}" in shown
    assert "待答的问题" not in words(tree(replace(now, asked=None)))


def test_text_names_things_without_markup(workspace):
    assert text(workspace.results()["rd_intensity"]).startswith(
        "上年度集群规上企业平均研发投入强度：4.00 %（有缺数）\n"
    )
    assert "  企业数量：4 个" in text(workspace.results()).splitlines()
    assert text(workspace.scope).splitlines()[0] == "上年度：2024，基准日 2024-12-31"


@pytest.mark.parametrize(("get", "words"), [
    (lambda ws: ws, "还没有写集群名称"),
    (lambda ws: ws.scope, "不限"),
    (lambda ws: ws.received(), "raw/ 里还没有名单"),
    (lambda ws: ws.settled(), "0 家"),
    (lambda ws: ws.results(), "还没有数"),
    (lambda ws: ws.results()["rd_intensity"], "没有收到“企业名录”"),
    (lambda ws: ws.results()["office_area"], "没有填写 office_area"),
    (lambda ws: ws.results()["rd_intensity"].lineage(), "没有可看的行：没有收到“企业名录”"),
    (lambda ws: ws.findings(), "提醒"),
    (lambda ws: ws.questions(), "待答"),
])  # fmt: skip
def test_a_new_workspace_is_shown_kindly(new_workspace, get, words):
    thing = get(new_workspace)
    assert words in "".join(tree(thing).itertext())
    assert text(thing)


def test_a_thing_without_a_card_is_refused():
    with pytest.raises(TypeError, match="no card for int"):
        html(1)


def test_columns_say_in_words_how_they_were_read(workspace):
    source = next(one for one in workspace.received().sources if one.table == "enterprises")
    columns = (*source.columns, ColumnReading(99, "员工总数", "", "asked:staff"))
    shown = html(replace(source, columns=columns))
    assert "与“在职员工数”口径不同" in shown
    assert "请确认" in shown
    assert "asked:" not in shown


def test_the_effects_of_mistakes_have_their_thousands_separated(workspace):
    shown = html(workspace.guide.indicators["foreign_capital"], style=False)
    assert re.search(r">\d{1,3}(,\d{3})+(\.\d+)?<", shown)
    assert not re.search(r'class="ck-num[^>]*>[+−]?\d{4,}', shown)
