"""Lists that nobody has sent: one line each, in words for whoever has them."""

from types import SimpleNamespace

from clusterkit.findings import Place, finding
from clusterkit.forms.return_sheet.never_came import never_came

RESULTS = {
    "a": SimpleNamespace(name="国家级人才"),
    "b": SimpleNamespace(name="省部级人才"),
    "c": SimpleNamespace(name="研发强度"),
}
LIST, COLUMN = "indicator_list_missing", "indicator_column_missing"
FINDINGS = [
    finding(COLUMN, key="c", indicator="c", name="研发强度", list="“企业名录”", columns="“研发经费支出”"),
    finding(LIST, key="a", indicator="a", name="国家级人才", lists="“人才名单”"),
    finding(LIST, key="b", indicator="b", name="省部级人才", lists="“人才名单”"),
    finding("file_empty", Place("空.xlsx")),
]  # fmt: skip


def test_a_list_is_asked_for_once_for_all_indicators():
    talents, register = never_came(RESULTS, FINDINGS)
    assert (talents.name, list(talents.indicators)) == ("“人才名单”", ["国家级人才", "省部级人才"])
    assert talents.row("甲集群", 2024)[2] == "整份名单"
    assert register.row("甲集群", 2024)[:3] == ("“企业名录”", "", "“研发经费支出”")


def test_the_message_is_for_whoever_has_the_list_and_says_nothing_of_the_workspace():
    said = [one.message("甲集群", 2024) for one in never_came(RESULTS, FINDINGS)]
    assert "国家级人才、省部级人才" in said[0]
    assert "截至 2024 年底" in said[0]
    assert "请补上 2024 年的数据" in said[1]
    assert not any(word in one for one in said for word in ("raw", "空名单", "指标即为", "向主管部门"))
