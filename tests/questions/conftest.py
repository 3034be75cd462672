"""A small workspace in which every kind of question is open, and one person to answer it."""

import shutil

import openpyxl
import pytest
from stdnum.cn import uscc

SETTINGS = """
guide = "tianjin-2025-1"
reference_year = 2024
[cluster]
name = "示例传感器集群"
industries = ["39"]
districts = ["西青区"]
[organisation]
office_area = 100
"""


def code(number):
    """Return a good 统一社会信用代码."""
    body = f"91120111EX{number:07d}"
    return body + uscc.calc_check_digit(body)


FIRMS = [
    "天津梧桐传感技术有限公司",
    "天津青岚电子有限公司",
    "天津松涛芯片有限公司",
    "天津白鹭仪器有限公司",
    "天津远山光电有限公司",
]
CODES = [code(number) for number in range(1, len(FIRMS) + 1)]
REGISTER = [
    "企业名称",
    "统一社会信用代码",
    "行业代码",
    "所在区",
    "登记状态",
    "是否规上",
    "营业收入（万元）",
    "研发经费支出（万元）",
    "年末从业人员（人）",
]


def _firm(at, district="西青区", above_scale="是", revenue=1000.0):
    return [FIRMS[at], CODES[at], "3973", district, "存续", above_scale, revenue, 50.0, 40.0]


LISTS = {
    "企业名录.xlsx": [
        REGISTER, _firm(0), _firm(1), _firm(2), _firm(3, above_scale=None), _firm(4, district=None),
        ["天津同名电子有限公司", code(21), "3973", "西青区", "存续", "是", 700.0, 7.0, 7.0],
        ["天津同名电子有限公司", code(22), "3973", "西青区", "存续", "是", 800.0, 8.0, 8.0],
        ["天津同名电子有限公司", None, "3973", "西青区", "存续", "是", 900.0, 9.0, 9.0],
        ["天津园区电子有限公司", code(23), "3973", "某某园区", "存续", "是", 600.0, 6.0, 6.0],
        ["天津约数电子有限公司", code(25), "3973", "西青区", "存续", "是", 650.0, "约6.5万元", 6.0],
    ],
    "部门企业情况.xlsx": [
        ["企业名称", "统一社会信用代码", "营业收入（万元）", "出口额", "研发费用（万元）"],
        [FIRMS[0], CODES[0], 1500.0, 300.0, 80.0], [FIRMS[1], CODES[1], 1000.0, 400.0, 50.0],
        ["天津杉木电子有限公司", code(24), 10_000_000.0, None, None],  # in 元
    ],
    "上市企业情况表.xlsx": [["企业名称", "统一社会信用代码", "证券代码"], [FIRMS[1], CODES[1], 2050]],  # Excel dropped two zeros
    "街道企业名单.xlsx": [
        ["企业名称", "行业代码", "所在区", "是否规上", "营业收入（万元）", "研发经费支出（万元）"],
        ["天津青风电子有限公司", "3973", "西青区", "是", 1000.0, 60.0],
    ],
    "国家级小巨人名单.xlsx": [["企业名称", "认定年份", "复核年份"], ["天津梧铜传感技术有限公司", 2023, "前年"], [FIRMS[2], 2023, "去年"]],
    "高新技术企业名单.xlsx": [["企业名称", "统一社会信用代码", "认定年份"], [FIRMS[1], CODES[1], 2021], [FIRMS[2], CODES[3], 2023]],
    "市级专精特新名单.xlsx": [["企业名称", "统一社会信用代码"], [FIRMS[0], FIRMS[0]], [FIRMS[1], FIRMS[1]]],
    "创新载体.xlsx": [
        ["载体名称", "依托单位", "级别", "载体类别", "与主导产业相关"],
        ["甲实验室", FIRMS[0], "市级", "重点实验室", "是"], ["乙实验室", "天津某某研究院", "市级", "重点实验室", "是"],
        ["丙实验室", "河北外地有限公司", "市级", "重点实验室", "是"], ["丁实验室", FIRMS[1], "拟推荐", "重点实验室", "是"],
        ["戊实验室", FIRMS[2], "市级", "重点实验室", None],
    ],
    "标准清单.xlsx": [["标准号", "标准类别", "作用", "标准状态", "单位"], ["GB/T 100-2020", "国家标准", None, "现行", FIRMS[0]], ["IEC 200-2019", "国际标准", "主导", "现行", FIRMS[1]]],
    "PCT专利.xlsx": [["专利号", "申请人", "途径", "授权日期"], ["US1", FIRMS[0], "PCT", "2024-03-01"], ["US2", FIRMS[1], None, "2023-03-01"]],
    "活动记录.xlsx": [["活动日期", "活动名称"], ["2024-03-01", "对接会"], ["2023-03-01", "论坛"]],
    "龙头企业.xlsx": [["企业名称"], [FIRMS[0]], ["北京龙头有限公司"]],
}  # fmt: skip


@pytest.fixture(scope="session")
def asking(tmp_path_factory):
    """The workspace; tests copy it before they answer anything."""
    folder = tmp_path_factory.mktemp("asking") / "集群"
    (folder / "raw").mkdir(parents=True)
    (folder / "cluster.toml").write_text(SETTINGS, "utf-8")
    for name, rows in LISTS.items():
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(folder / "raw" / name)
    return folder


@pytest.fixture
def copied(asking, tmp_path):
    """A copy of the workspace to answer in."""
    return shutil.copytree(asking, tmp_path / "集群")
