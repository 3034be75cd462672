"""cluster.toml: what is read, and a gallery of wrong settings with the words that the message must contain."""

import datetime as dt

import pytest

from clusterkit.errors import WorkspaceError
from clusterkit.guide import load_guide
from clusterkit.workspace.load import check_against_guide, read_settings

GOOD = """\
guide = "tianjin-2025-1"
reference_year = 2024

[cluster]
name = "西青区智能传感器集群"
industries = ["39", "4021"]
districts = ["西青区"]

[organisation]
postcode = 300380
office_area = 320
full_time_staff = 12
founded = 2021-06-18

[declared.employees]
value = 3.2
unit = "万人"
department = "区统计局"
document = "证明"
date = 2025-03-01
reason = "统计法"

[rates.usd_cny]
value = 7.1217
source = "外汇局"
date = 2024-12-31
kind = "average"
"""


def write(folder, text, encoding="utf-8"):
    (folder / "cluster.toml").write_bytes(text.encode(encoding))
    return folder


def test_settings_are_read(tmp_path):
    settings = read_settings(write(tmp_path, GOOD))
    assert settings.cluster.industries == ("39", "4021")
    assert settings.declared["employees"].date == dt.date(2025, 3, 1)
    assert settings.declared["employees"].print is False
    assert settings.rates.usd_cny.value == 7.1217


def test_numbers_and_dates_are_read_as_text_where_text_belongs(tmp_path):
    organisation = read_settings(write(tmp_path, GOOD)).organisation
    assert (organisation.postcode, organisation.founded) == ("300380", "2021-06-18")


def test_the_scope_has_what_the_organisation_reports(tmp_path):
    scope = read_settings(write(tmp_path, GOOD)).scope({"91120000238994906G": "产品相关"}, {})
    assert scope.organisation["office_area"] == 320
    assert scope.include == {"91120000238994906G": "产品相关"}
    assert scope.on == dt.date(2024, 12, 31)


def test_a_byte_order_mark_is_no_fault(tmp_path):
    assert read_settings(write(tmp_path, GOOD, "utf-8-sig")).reference_year == 2024


HEAD = 'guide = "tianjin-2025-1"\nreference_year = 2024\n'
GALLERY = [
    ("unknown_key", HEAD + "[cluster]\ndistrcts = []\n", {"第4行", "cluster.distrcts", "是不是想写“districts”"}),
    ("unknown_section", HEAD + "[goverment]\n", {"第3行", "goverment", "是不是想写“government”"}),
    ("key_far_from_all", HEAD + "[rates.x]\n", {"第3行", "rates.x", "可写的有：usd_cny"}),
    ("year_in_words", 'guide = "a"\nreference_year = "二〇二四"\n', {"第2行", "reference_year", "整数", "二〇二四"}),
    ("year_of_two_digits", 'guide = "a"\nreference_year = 24\n', {"第2行", "不小于 2000", "24"}),
    ("year_missing", 'guide = "a"\n', {"cluster.toml", "缺少“reference_year”", "上年度"}),
    ("one_industry_as_text", HEAD + '[cluster]\nindustries = "39"\n', {"第4行", "列表", "“39”"}),
    ("area_in_words", HEAD + '[organisation]\noffice_area = "三百"\n', {"第4行", "office_area", "数字", "㎡"}),
    ("area_below_zero", HEAD + "[organisation]\noffice_area = -3\n", {"第4行", "office_area", "不小于 0", "-3"}),
    ("section_as_text", HEAD + 'government = "区政府"\n', {"第3行", "government", "小节"}),
    ("declared_without_source", HEAD + "[declared.trade]\nvalue = 1\n", {"第3行", "declared.trade.department", "认定部门"}),
    ("rate_of_unknown_kind", HEAD + '[rates.usd_cny]\nvalue = 7\nkind = "mean"\n', {"第5行", "average", "mean"}),
    ("date_in_words", HEAD + 'reference_date = "年底"\n', {"第3行", "日期", "年底"}),
    ("print_in_words", HEAD + '[declared.trade]\nprint = "是"\n', {"第4行", "true 或 false", "是"}),
    ("wide_quotes", "guide = “tianjin-2025-1”\n", {"第1行", "全角", "“ 改成 \""}),
    ("text_without_quotes", "guide = tianjin\n", {"第1行", "引号", "guide = tianjin"}),
    ("bracket_not_closed", HEAD + "[cluster\n", {"第3行", "括号"}),
    ("key_twice", HEAD + "reference_year = 2023\n", {"第3行", "两次"}),
    ("no_equals_sign", HEAD + "reference_date 2024-12-31\n", {"第3行", "缺“=”"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in GALLERY], ids=[row[0] for row in GALLERY])
def test_a_wrong_setting_is_explained(tmp_path, text, words):
    with pytest.raises(WorkspaceError) as caught:
        read_settings(write(tmp_path, text))
    missing = {word for word in words if word not in str(caught.value)}
    assert not missing, str(caught.value)


def test_every_fault_is_told_at_once_in_the_order_of_the_lines(tmp_path):
    with pytest.raises(WorkspaceError) as caught:
        read_settings(write(tmp_path, 'guide = ""\nreference_year = "x"\n[cluster]\nnme = 1\n'))
    assert [line.split("：")[0] for line in str(caught.value).splitlines()] == [
        "cluster.toml 第1行", "cluster.toml 第2行", "cluster.toml 第4行",
    ]  # fmt: skip


def test_another_encoding_is_explained(tmp_path):
    with pytest.raises(WorkspaceError, match="不是 UTF-8 编码"):
        read_settings(write(tmp_path, GOOD, "gb18030"))


def test_a_folder_without_settings_is_no_workspace(tmp_path):
    with pytest.raises(WorkspaceError, match="不是一个工作区"):
        read_settings(tmp_path)
    with pytest.raises(WorkspaceError, match="nowhere”这个文件夹"):
        read_settings(tmp_path / "nowhere")


AGAINST_GUIDE = [
    ("[interpretation]\nstandard = \"national\"\n", {"第4行", "standard", "是不是想写“standards”"}),
    ("[interpretation]\nstandards = \"nationl\"\n", {"第4行", "nationl", "是不是想写“national”"}),
    ("[interpretation]\ncarrier_or_platform = \"same\"\n", {"第4行", "carrier_or_platform"}),
    (
        "[declared.employes]\nvalue = 1\nunit = \"万人\"\ndepartment = \"a\"\ndocument = \"b\"\n"
        "date = 2025-01-01\nreason = \"c\"\n",
        {"第3行", "employes", "是不是想写“employees”"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), AGAINST_GUIDE)
def test_keys_that_the_guide_defines_are_held_against_it(tmp_path, text, words):
    settings = read_settings(write(tmp_path, HEAD + text))
    with pytest.raises(WorkspaceError) as caught:
        check_against_guide(tmp_path, settings, load_guide("tianjin-2025-1"))
    missing = {word for word in words if word not in str(caught.value)}
    assert not missing, str(caught.value)
