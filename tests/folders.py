"""Workspaces' folders written from texts: a small cluster's settings, and lists by the names of their files."""

SETTINGS = """\
guide = "tianjin-2025-1"
reference_year = 2024

[cluster]
name = "西青区智能传感器集群"
industries = ["39"]
districts = ["西青区"]
"""
ORGANISATION = """
[organisation]
office_area = 320
"""
SMALL = {
    "企业名录": """\
企业名称,统一社会信用代码,所在区,行业代码,登记状态,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）,从业人员数（人）
天津海河传感技术有限公司,,西青区,3983,存续,是,2024,12000,10000,500,100
天津云帆半导体有限公司,,西青区,3973,存续,是,2024,8000,10000,300,60
天津北辰阀门有限公司,,北辰区,3983,存续,否,2024,500,400,,20
""",
    "国家级专精特新小巨人企业名单": "企业名称,认定年份\n天津海河传感技术有限公司,2023\n",
}


def small_folder(folder):
    """Write a small workspace without errors and return it: three enterprises and one official list."""
    return write_folder(folder, SMALL, SETTINGS + ORGANISATION)


def write_folder(folder, lists, settings=SETTINGS):
    """Write a workspace's folder and return it; a list without a suffix is a ``.csv``."""
    (folder / "raw").mkdir(parents=True)
    (folder / "cluster.toml").write_text(settings, "utf-8")
    for name, text in lists.items():
        (folder / "raw" / (name if "." in name else f"{name}.csv")).write_text(text, "utf-8")
    return folder
