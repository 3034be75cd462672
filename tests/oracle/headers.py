"""Which header words mean which field, and what the lists are called: only what our own workspaces use."""

from __future__ import annotations

AMOUNTS = {
    "output_value": "万元", "revenue": "万元", "main_business_revenue": "万元", "rd_expense": "万元",
    "employees": "人", "staff": "人", "senior_titles": "人", "high_skilled": "人",
    "imports": "万美元", "exports": "万美元", "fdi": "万美元", "other_foreign_investment": "万美元",
    "foreign_loans": "万美元", "size": "亿元", "supporting_size": "亿元",
}  # fmt: skip
RMB = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "亿元": 10**8}
USD = {"美元": 1, "千美元": 10**3, "万美元": 10**4, "百万美元": 10**6, "亿美元": 10**8}
PEOPLE = {"人": 1, "万人": 10**4}

HEADERS: dict[str, dict[str, str]] = {
    "enterprises": {
        "企业名称": "name", "统一社会信用代码": "uscc", "曾用名": "former_names", "所在区": "district",
        "注册地址": "address", "行业代码": "industry_code", "登记状态": "status", "是否规上": "above_scale",
        "数据年度": "year", "产值": "output_value", "营业收入": "revenue", "主营业务收入": "main_business_revenue",
        "研发经费支出": "rd_expense", "从业人员数": "employees", "在职员工数": "staff", "高级职称人数": "senior_titles",
        "高技能人才数": "high_skilled", "进口额": "imports", "出口额": "exports", "外商直接投资": "fdi",
        "外商其他投资": "other_foreign_investment", "对外借款": "foreign_loans", "上市交易所": "exchange",
        "股票代码": "stock_code", "主要产品": "main_product", "市场占有率": "market_share", "口径": "basis",
        "产业链环节": "chain_segment",
    },
    "recognitions": {
        "资质类别": "kind", "企业名称": "name", "统一社会信用代码": "uscc", "项目名称": "item", "级别": "level",
        "认定年份": "year", "有效期至": "valid_until", "复核年份": "review_year", "类型": "category", "批次": "batch",
        "文号": "document",
    },
    "carriers": {
        "载体名称": "name", "所属单位": "owner", "统一社会信用代码": "owner_uscc", "级别": "level", "载体类别": "kind",
        "所在区": "district", "认定年份": "year", "与主导产业相关": "related",
    },
    "patents": {
        "专利号": "number", "名称": "title", "申请人": "applicant", "统一社会信用代码": "applicant_uscc",
        "途径": "route", "授权日期": "granted", "授权国家": "country", "所在区": "district",
    },
    "standards": {
        "标准号": "number", "标准名称": "title", "标准类别": "kind", "作用": "role", "状态": "status",
        "所属单位": "organisation", "统一社会信用代码": "organisation_uscc", "所在区": "district",
    },
    "talents": {
        "姓名": "person", "人才计划": "programme", "级别": "level", "院士": "academician", "所在单位": "organisation",
        "统一社会信用代码": "organisation_uscc", "所在区": "district", "入选年份": "year", "与主导产业相关": "related",
    },
    "service_platforms": {
        "平台名称": "name", "是否为国家级": "national", "建设单位": "builder", "统一社会信用代码": "builder_uscc",
        "服务内容或方向": "service", "平台类别": "kind",
    },
    "funds": {
        "基金名称": "name", "基金规模": "size", "是否综合性": "comprehensive", "支持主导产业规模": "supporting_size",
    },
    "activities": {"日期": "date", "活动名称": "name", "活动内容或方向": "direction", "取得的成效": "result"},
    "leading_enterprises": {"企业名称": "name", "统一社会信用代码": "uscc"},
    "academicians": {"院士姓名": "person", "研究领域": "field", "建立时间": "since"},
    "carrier_partners": {"载体名称": "name", "级别": "level", "建立时间": "since"},
    "institutions": {
        "机构名称": "name", "统一社会信用代码": "uscc", "机构类别": "kind", "所在区": "district",
        "外商直接投资": "fdi", "外商其他投资": "other_foreign_investment", "对外借款": "foreign_loans",
    },
}  # fmt: skip
