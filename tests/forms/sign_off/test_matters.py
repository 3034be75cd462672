"""The second page: decisions, accepted findings, conventions; cut to what there is room for."""

from dataclasses import replace

import pytest

from clusterkit.compute.by_hand import ByHand
from clusterkit.findings import Finding, Place
from clusterkit.forms.sign_off.matters import ROOM, matters
from clusterkit.matching.decision import Decision, Decisions
from clusterkit.word import Paragraph, Table


def told(values):
    """Return the headings, each with the rows below it."""
    found = {}
    for block in matters(values):
        if isinstance(block, Paragraph) and block.style == "FineHeading":
            found[heading := block.text] = []
        elif isinstance(block, Table):
            found[heading] = [[cell.paragraphs[0].text for cell in row.cells] for row in block.rows[1:]]
        else:
            found[heading] = block.text
    return found


def decisions(number):
    rows = (Decision("scope", f"天津第{n}公司", "exclude", "已迁往外省", line=n) for n in range(number))
    return ByHand(Decisions(tuple(rows)))


def test_decisions_with_their_reasons(values):
    lines = told(values)["一、人工决定（4条）"]
    assert lines[0] == ["集群范围：天津静海水泵有限公司", "纳入", "主要产品为传感器", "甲\n2025年3月5日"]


def test_what_counts_by_convention_alone(values):
    assert told(values)["三、只按本工具约定计入、尚待确认的事项（1个）"] == [
        ["“西青传感研究所”（1 处）是集群内的机构吗？", "市级技术创新载体数量1→0 家"]
    ]


@pytest.mark.parametrize(
    ("rule", "suggested", "answers", "told_of"),
    [
        ("本工具约定", "", "市级技术创新载体数量1→0 家", True),
        ("指南", "是", "市级技术创新载体数量1→0 家", True),  # a default counts until somebody answers
        ("指南", "", "", False),  # nothing counts meanwhile
    ],
)
def test_what_counts_until_somebody_answers(values, rule, suggested, answers, told_of):
    [asked] = [one for one in values.questions if one.rule == "本工具约定"]
    lines = told(replace(values, questions=[replace(asked, rule=rule, suggested=suggested)]))
    found = [
        row[1] for heading, rows in lines.items() if heading.startswith("三、") and told_of for row in rows
    ]
    assert found == ([answers] if told_of else [])
    assert ("三、只按本工具约定计入、尚待确认的事项" in lines) is not told_of


def test_an_accepted_finding_with_the_reason(values):
    found = Finding("code:a.xlsx", "info", "code", "两行产值不一致。", accepted="已核对原件")
    by_hand = ByHand(Decisions((Decision("finding", "code:a.xlsx", "accepted", "已核对原件"),)))
    lines = told(replace(values, accepted=[found], by_hand=by_hand))
    assert lines["二、已接受的问题（1个）"] == [["两行产值不一致。", "已核对原件"]]
    assert lines["一、人工决定"] == "没有。"


LONG = "西青区规上工业企业主要指标（2022—2024年）.xlsx"
SAID = [
    (LONG, f"{LONG} · 2024年 · 第36行 · “社会信用代码”：91120111DEM0222133 的校验码不对。",
     "西青区规上工业企业主….xlsx · 2024年 · 第36行 · “社会信用代码”：91120111DEM0222133 的校验码不对。"),
    ("a.xlsx", "a.xlsx 的工作表是隐藏的。", "a.xlsx 的工作表是隐藏的。"),
    ("", "长" * 80, "长" * 69 + "…"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "message", "shown"), SAID)
def test_what_was_accepted_is_said_though_its_file_has_a_long_name(values, file, message, shown):
    found = Finding("code:a", "info", "code", message, place=Place(file), accepted="已核对")
    assert told(replace(values, accepted=[found]))["二、已接受的问题（1个）"] == [[shown, "已核对"]]


@pytest.mark.parametrize("number", [0, 1, 17, 18, 200])
def test_there_is_room_for_what_is_shown(values, number):
    given = replace(values, by_hand=decisions(number), questions=())
    [(heading, lines), *_] = told(given).items()
    shown = 0 if number == 0 else len(lines)
    assert shown == min(number, ROOM)
    assert ("列出前" in heading) == (number > shown)
