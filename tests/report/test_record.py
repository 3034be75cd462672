"""The record as a whole: complete, self-contained, the same on every run, safe with what files hold."""

import hashlib
import re

import pytest
from lxml import html

import clusterkit as ck
from clusterkit.errors import WorkspaceError
from clusterkit.report import FILE, as_html, write, write_report

CHAPTERS = ["overview", "indicators", "charts", "questions", "findings", "decisions", "sources"]
MARKUP = "<img src=x onerror=alert(1)>"
LOADS = ("src", "srcset", "data", "poster", "action", "background", "manifest")


def words(element):
    return " ".join(element.text_content().split())


def test_every_indicator_is_there_with_its_value_as_printed(record):
    workspace, _, page = record
    for result in workspace.results().values():
        part = page.get_element_by_id(f"indicator-{result.id}")
        assert result.name in words(part.find("h3"))
        assert words(part.find_class("ck-figure")[0]) == (result.display or "—")
        assert " ".join(f"{result.explanation}。".split()) in words(part)


def test_every_indicator_stands_in_the_overview_with_low_and_high(record):
    workspace, _, page = record
    rows = {
        row.find(".//a").get("href"): [words(cell) for cell in row]
        for row in page.xpath("//*[@id='overview']//tr[.//a]")
    }
    assert list(rows) == [f"#indicator-{name}" for name in workspace.results()]
    for result in workspace.results().values():
        _, low, now, high, *_ = rows[f"#indicator-{result.id}"]
        assert now == (result.display or "—")
        assert bool(low) == bool(high)


def test_the_parts_of_an_indicator(sample, sample_text):
    part = html.document_fromstring(sample_text).get_element_by_id("indicator-rd_intensity")
    result, note = sample.results()["rd_intensity"], sample.guide.notes[7]
    assert len(part.xpath(".//math")) == 2
    assert note.text in part.text_content()
    assert note.source in part.text_content()
    lineage = result.lineage()
    assert f"看了 {len(lineage)} 行，计入 {result.rows_counted} 行" in words(part)
    [rows] = part.find_class("ck-rows")
    assert len(rows.xpath(".//tbody/tr")) == len(lineage)
    assert f"缺数的 {result.rows_missing} 家" in words(part)


def test_a_declared_total_stands_beside_the_sum(sample, sample_text):
    part = html.document_fromstring(sample_text).get_element_by_id("indicator-employees")
    declared = sample.results()["employees"].declared
    [table] = part.find_class("ck-declared-total")
    assert declared.document in words(table)
    assert declared.reason in words(table)
    assert [words(cell) for cell in table.xpath(".//tbody//td")][:3] == ["1.92", "1.85", "0.07"]


def test_chapters_and_contents_agree(record):
    _, _, page = record
    assert [one.get("id") for one in page.find_class("ck-chapter")] == CHAPTERS
    linked = [link.get("href")[1:] for link in page.xpath("//nav//a")]
    assert linked == [part.get("id") for part in page.xpath("//main/section")]


def test_links_lead_somewhere_and_ids_are_single(record):
    _, _, page = record
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(page.xpath("//a/@href")) <= {f"#{one}" for one in ids}


def test_nothing_is_loaded_and_nothing_runs(record):
    _, text, page = record
    assert not page.xpath(
        "//script | //link | //iframe | //object | //embed | //img | //base | //@onerror | //@onload"
    )
    assert not [value for name in LOADS for value in page.xpath(f"//@{name}")]
    assert all(value.startswith("#") for value in page.xpath("//@href | //@*[local-name()='xlink:href']"))
    style = "".join(page.xpath("//style/text()"))
    assert "@import" not in style
    assert not re.search(r"url\(\s*['\"]?(?!#)", text)


def test_every_chart_is_drawn_or_named(record):
    workspace, _, page = record
    for chart in workspace.charts().values():
        if chart.is_empty:
            assert chart.title in words(page.get_element_by_id("charts"))
        else:
            [svg] = page.get_element_by_id(f"chart-{chart.id}").xpath(".//svg")
            assert svg.get("aria-label") == chart.alt


def test_questions_are_asked_with_their_effects(sample, sample_text):
    page = html.document_fromstring(sample_text)
    for number, question in enumerate(sample.questions(), 1):
        shown = words(page.get_element_by_id(f"question-{number}"))
        assert " ".join(question.question.split()) in shown
        assert question.answer_in in shown
    moved = {
        (number, name)
        for number, one in enumerate(sample.questions(), 1)
        for option in one.options
        for name in option.effect
    }
    for number, name in moved:
        assert page.get_element_by_id(f"indicator-{name}").xpath(f".//a[@href='#question-{number}']")


def test_findings_are_all_there(record):
    workspace, _, page = record
    shown = words(page.get_element_by_id("findings"))
    assert [one.id for one in workspace.findings() if " ".join(one.message.split()) not in shown] == []


def test_files_have_their_checksum(sample, sample_text):
    shown = words(html.document_fromstring(sample_text).get_element_by_id("sources"))
    for path in (sample.folder / "raw").iterdir():
        assert path.name in shown
        assert hashlib.sha256(path.read_bytes()).hexdigest() in shown


def test_a_new_workspace_hears_what_comes_first(new_text):
    opening = words(html.document_fromstring(new_text).get_element_by_id("top"))
    assert "没有可用的名单" in opening
    assert "raw 文件夹" in opening


def test_what_files_hold_is_shown_as_text(crafted):
    page = html.document_fromstring(as_html(ck.Workspace(crafted)))
    assert not page.xpath("//img | //@onerror")
    shown = page.text_content()
    for name in (f"集群{MARKUP}", f"天津{MARKUP}海河", f"理由{MARKUP}", f"某人{MARKUP}", f"不明{MARKUP}"):
        assert name in shown
    assert MARKUP in page.findtext("head/title")


def test_the_file_is_the_same_on_every_run(crafted):
    first = write_report(ck.Workspace(crafted))
    before = first.read_bytes()
    first.unlink()
    assert write_report(ck.Workspace(crafted)).read_bytes() == before
    assert first == crafted / "out" / FILE


def test_it_is_written_as_a_whole_or_not_at_all(crafted, monkeypatch):
    path = write_report(ck.Workspace(crafted))
    before = path.read_bytes()
    monkeypatch.setattr(write, "parts", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_report(ck.Workspace(crafted))
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [FILE]


def test_the_size_of_the_sample_stays_small(sample_text):
    assert len(sample_text.encode()) < 5_000_000


def test_without_nbconvert_one_sentence_says_what_to_install(new, monkeypatch):
    monkeypatch.setattr(write, "find_spec", lambda _: None)
    with pytest.raises(WorkspaceError, match=r"nbconvert.*pip install"):
        as_html(new)
