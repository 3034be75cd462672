"""Enterprises that count as listed though something speaks against it: told with their rows, and still counted."""

import clusterkit as ck

HEAD = "企业名称,所在区,行业代码,登记状态,是否规上,数据年度,营业收入（万元）,上市交易所,股票代码\n"
FIRM = "天津{}传感技术有限公司,西青区,3983,存续,是,2024,{}\n"


def told(folder, *rows):
    lines = [FIRM.format(name, rest) for name, rest in zip("甲乙丙丁戊", rows, strict=False)]
    (folder / "raw" / "企业名录.csv").write_text(HEAD + "".join(lines), "utf-8")
    workspace = ck.Workspace(folder)
    found = {one.code: one for one in workspace.findings() if one.code.startswith("listing_")}
    return found, workspace.results()["listed_enterprises"].value


def test_a_code_that_others_use_too_is_told(workspace_folder):
    rows = (
        "1000,BSE,872249.BJ",
        "1000,北交所,920526",
        "1000,上交所,600000",
        "1000,新三板,830001",
        "1000,北交所,",
    )
    found, listed = told(workspace_folder, *rows)
    assert list(found) == ["listing_code_shared"]
    assert found["listing_code_shared"].values["rows"] == [2]
    assert "北京证券交易所" in found["listing_code_shared"].message
    assert listed == 4


def test_a_listed_enterprise_without_revenue_is_told(workspace_folder):
    found, listed = told(workspace_folder, ",SZSE,000594", "1000,SZSE,002887", ",未上市,")
    assert found["listing_without_revenue"].values["rows"] == [2]
    assert listed == 2


def test_a_list_that_tells_no_revenue_says_nothing_of_it(workspace_folder):
    assert told(workspace_folder, ",SZSE,000594", ",SZSE,002887")[0] == {}
