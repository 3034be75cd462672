"""What the note says of an indicator, line by line."""

import pytest

from clusterkit.forms.calculation_note import said
from clusterkit.workspace.calculation_note import note_values


@pytest.fixture(scope="module")
def values(decided):
    return note_values(decided)


@pytest.mark.parametrize(
    ("say", "indicator", "expected"),
    [
        (said.value, "output_value", ["2.05亿元（齐全）"]),
        (said.value, "rd_intensity", ["5.00%（有缺数）"]),
        (said.value, "pct_patents", ["还没有数"]),
        (said.value, "municipal_carriers", ["1家（齐全）。待定问题都答完后，在0至1家之间"]),
        (said.note, "little_giants", ["与第2项同为指标说明5，原文见第2项。"]),
        (said.note, "municipal_srdi", ["指南没有为这项写指标说明，按表中的名称理解。"]),
        (said.rows, "rd_intensity", ["名单共4行，计入1行，未计入3行。",
                                     "未计入：缺数1行；不满足“规上企业”1行；不满足“未被人工排除”1行。"]),
        (said.rows, "office_area", []),
        (said.missing, "rd_intensity", ["天津云帆半导体有限公司：缺研发经费支出，未计入合计，按缺数列示（本工具约定 缺数不作零）"]),
        (said.missing, "enterprises", []),
        (said.sources, "output_value", ["企业名录.csv（3行）"]),
        (said.sources, "full_time_staff", []),
        (said.declared, "employees", ["认定0.02万人，名单合计0.02万人，认定数多0.0020万人。"
                                      "区统计局，复函，2025年2月20日（仅供对照）：含劳务派遣。"]),
        (said.declared, "output_value", []),
        (said.by_hand, "little_giants", ["集群范围：天津迁出光电有限公司，不纳入。已迁往外省（甲，2025年3月5日）",
                                         "名单比对：天津海河传感，是天津海河传感技术有限公司。名单为简称（乙，2025年3月6日）"]),
        (said.by_hand, "municipal_carriers", []),
        (said.asked, "output_value", []),
        (said.asked, "municipal_carriers", ["“西青传感研究所”（1 处）是集群内的机构吗？答“不属于本集群，不计入”，为0 家；"
                                            "答“暂不确定，以后再定”，为0 家；答“是集群内机构，计入”，不变。（规则出自本工具约定）"]),
    ],
)  # fmt: skip
def test_a_line(values, say, indicator, expected):
    assert list(say(values, values.results[indicator])) == expected


def test_the_guides_words_stand_with_the_first_indicator_of_a_note(values):
    [text] = said.note(values, values.results["enterprises"])
    assert text == values.guide.notes[5].text


def test_rules_that_many_share_bear_their_common_name(values):
    [line] = said.rules(values, values.results["little_giants"])
    assert line.startswith("小巨人企业名单：") or "：有名称（本工具约定" in line
    assert line.endswith("，企业在集群范围内；同一企业只计一次")


@pytest.mark.parametrize(
    ("indicator", "start"),
    [("standards", "【与默认口径不同】"), ("pct_patents", "PCT"), ("output_value", None)],
)
def test_a_choice_other_than_the_default_is_marked(values, indicator, start):
    lines = list(said.choice(values, values.results[indicator]))
    assert [line[: len(start)] for line in lines] == [start] if start else lines == []


def test_many_names_are_cut():
    assert said.listed([str(number) for number in range(20)], 3, "家") == "0、1、2等20家"
