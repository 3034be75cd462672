"""What the files of ``sample_data/raw`` are, by a piece of their name, and the words that only they use."""

from __future__ import annotations

from typing import Any

LISTS: list[tuple[str, dict[str, Any]]] = [
    (
        "制造业单项冠军企业名单（国家级）",
        {"table": "recognitions", "constants": {"kind": "national_champions"}},
    ),
    ("天津市制造业单项冠军企业名单", {"table": "recognitions", "constants": {"kind": "municipal_champions"}}),
    ("小巨人", {"table": "recognitions", "constants": {"kind": "little_giants"}}),
    ("天津市专精特新中小企业名单", {"table": "recognitions", "constants": {"kind": "municipal_srdi"}}),
    ("国家级高新技术企业名单", {"table": "recognitions", "constants": {"kind": "hightech_enterprises"}}),
    ("国家级绿色工厂名单", {"table": "recognitions", "constants": {"kind": "green_factories"}}),
    ("创新载体清单", {"table": "carriers"}),
    ("PCT专利清单", {"table": "patents"}),
    ("主导及参与标准清单", {"table": "standards"}),
    ("人才清单", {"table": "talents"}),
    ("公共服务平台清单", {"table": "service_platforms"}),
    ("产业引导基金情况表", {"table": "funds"}),
    ("促进会活动记录", {"table": "activities"}),
    ("合作服务龙头企业名单", {"table": "leading_enterprises"}),
    ("院士工作指导机制", {"table": "academicians"}),
    ("协作机制载体", {"table": "carrier_partners"}),
    ("集群内其他机构", {"table": "institutions"}),
]  # training, think tanks, projects, references and supply links carry no indicator

WORDS: dict[str, dict[str, str]] = {
    "enterprises": {
        "单位名称": "name", "社会信用代码": "uscc", "单位所在区": "district", "所属区": "district", "注册地": "district",
        "国民经济行业代码": "industry_code", "经营状态": "status", "规上/规下": "above_scale", "年度": "year",
        "工业总产值": "output_value", "R&D经费支出": "rd_expense", "从业人员期末人数": "employees", "从业人员数": "employees",
        "上市地": "exchange", "证券代码": "stock_code",
    },
    "recognitions": {"工厂名称": "item", "复核年份": "review_year"},
    "carriers": {"是否与主导产业相关": "related"},
    "patents": {"专利名称": "title", "授权日": "granted"},
    "standards": {"标准编号": "number", "参与方式": "role", "标准状态": "status"},
    "talents": {"是否院士": "academician", "是否与主导产业相关": "related"},
    "service_platforms": {"是否国家级": "national"},
    "activities": {"活动日期": "date"},
}  # fmt: skip
