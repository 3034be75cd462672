"""Why each row counts or not: every rule of the guide once, by a row that it decides about, word for word."""

import datetime as dt

import pytest

import clusterkit as ck
from clusterkit.compute import evaluate
from clusterkit.compute.demand import expand
from clusterkit.compute.reasons import choice_labels
from given import INSTITUTIONS, REGISTER, settled

SETTINGS = {
    "industries": ["39", "65"],
    "districts": ["西青区"],
    "include": {"V": "龙头企业的总部"},
    "exclude": {"Q": "已迁出"},
}
ROWS = [
    ("enterprises", "enterprises", {}, "",
     "计入：2024年度数据，行业代码 3973 属主导产业，位于西青区（指南 附件6—1 指标说明 5）"),
    ("enterprises", "enterprises", {"uscc": "V", "district": "武清区"}, "",
     "计入：人工决定纳入：龙头企业的总部，2024年度数据，行业代码 3973 属主导产业，位于武清区（人工决定 decisions.csv；指南 附件6—1 指标说明 5）"),
    ("enterprises", "enterprises", {"uscc": "Q"}, "not_excluded",
     "人工决定不纳入：已迁出（人工决定 decisions.csv）"),
    ("enterprises", "enterprises", {"year": 2023}, "of_year",
     "数据年度是 2023 年，不是上年度 2024 年（指南 附件6—1 指标名称“上年度”）"),
    ("enterprises", "enterprises", {"ambiguous": True}, "one_enterprise",
     "没有统一社会信用代码，且同名企业不止一家，待确认是哪一家（本工具约定 企业身份）"),
    ("enterprises", "enterprises", {"status": "注销"}, "living",
     "登记状态为“注销”，注销、吊销企业不计（本工具约定 统计范围 4）"),
    ("enterprises", "enterprises", {"branch": True}, "legal_person",
     "是分支机构，统计以法人单位计；如应计入，请人工纳入并写明理由（本工具约定 统计范围 6）"),
    ("enterprises", "enterprises", {"industry_code": "1310"}, "leading_industry",
     "行业代码 1310 不属于主导产业（39、65）（指南 附件6—1 指标说明 5“与集群主导产业密切相关”）"),
    ("enterprises", "enterprises", {"industry_code": None}, "leading_industry",
     "行业代码 未填 不属于主导产业（39、65）（指南 附件6—1 指标说明 5“与集群主导产业密切相关”）"),
    ("enterprises", "enterprises", {"district": "武清区"}, "in_area",
     "所在区“武清区”不在实施范围（西青区）内（指南 附件6—1 一、集群基本信息 实施范围）"),
    ("above_scale_enterprises", "enterprises", {"above_scale": False}, "above_scale",
     "不是规模以上企业（“是否规上”为否）（指南 附件6—1 指标说明 5、7、11）"),
    ("above_scale_enterprises", "enterprises", {"above_scale": None}, "above_scale",
     "不是规模以上企业（“是否规上”为未填）（指南 附件6—1 指标说明 5、7、11）"),
    ("above_scale_enterprises", "enterprises", {}, "",
     "计入：2024年度数据，行业代码 3973 属主导产业，位于西青区，规上（指南 附件6—1 指标说明 5）"),
    ("listed_enterprises", "enterprises", {"exchange": "新三板"}, "listed",
     "未在国内外证券交易所上市（上市交易所：新三板；股票代码：未填），新三板、区域性股权市场、拟上市、已退市不计（指南 附件6—1 指标说明 6）"),
    ("listed_enterprises", "enterprises", {"exchange": "纳斯达克"}, "",
     "计入：2024年度数据，行业代码 3973 属主导产业，位于西青区，在纳斯达克上市（指南 附件6—1 指标说明 6）"),
    ("listed_enterprises", "enterprises", {"uscc": "V", "exchange": "纳斯达克", "district": "武清区"}, "registered_here",
     "上市主体须在集群所在地注册，该企业在“武清区”（指南 附件6—1 指标说明 6）"),
    ("output_value", "enterprises", {}, "missing",
     "缺产值，未计入合计，按缺数列示（本工具约定 缺数不作零）"),
    ("output_value", "enterprises", {"industry_code": "6513", "output_value": 5.0}, "missing",
     "缺主营业务收入，未计入合计，按缺数列示（本工具约定 缺数不作零）"),
    ("rd_intensity", "enterprises", {"revenue": 5.0}, "missing",
     "缺研发经费支出，未计入合计，按缺数列示（本工具约定 缺数不作零）"),
    ("rd_intensity", "enterprises", {}, "missing",
     "缺研发经费支出、营业收入，未计入合计，按缺数列示（本工具约定 缺数不作零）"),
    ("trade", "enterprises", {}, "missing",
     "缺进口额、出口额，未计入合计，按缺数列示（本工具约定 缺数不作零）"),
    ("little_giants", "recognitions", {"name": None, "uscc": None}, "named",
     "没有名称，无法认定（本工具约定 去重规则）"),
    ("little_giants", "recognitions", {"level": "市级"}, "national_or_blank",
     "级别“市级”与国家级名单不符（指南 附件6—1 指标名称“国家级”）"),
    ("smart_factories", "recognitions", {"level": "先进级"}, "national_factory_or_blank",
     "级别“先进级”不是国家级（卓越级、领航级为国家级，先进级为市级）（上位文件 工信部联通装函〔2024〕399号《智能工厂梯度培育行动实施方案》）"),
    ("municipal_srdi", "recognitions", {"level": "国家级"}, "municipal_or_blank",
     "级别“国家级”与市级名单不符（指南 附件6—1 指标名称“市级”）"),
    ("national_champions", "recognitions", {"category": "培育企业"}, "not_in_training",
     "类型为“培育企业”，培育企业不是单项冠军（上位文件 工信部政法〔2023〕138号《制造业单项冠军企业认定管理办法》）"),
    ("green_factories", "recognitions", {"year": 2025}, "recognised_in_time",
     "2025年认定，晚于基准日 2024-12-31（本工具约定 基准日）"),
    ("national_champions", "recognitions", {"year": 2020}, "in_force_champion",
     "已过有效期：认定年份 2020，复核年份 未填，有效期至 未填；有效期三年，基准日 2024-12-31（上位文件 工信部政法〔2023〕138号《制造业单项冠军企业认定管理办法》）"),
    ("little_giants", "recognitions", {"year": 2018, "review_year": 2021}, "in_force_srdi",
     "已过有效期：认定年份 2018，复核年份 2021，有效期至 未填；有效期三年，基准日 2024-12-31（上位文件 工信部企业〔2022〕63号《优质中小企业梯度培育管理暂行办法》）"),
    ("hightech_enterprises", "recognitions", {"valid_until": dt.date(2024, 1, 1)}, "in_force_hightech",
     "已过有效期：认定年份 2024，复核年份 未填，有效期至 2024-01-01；有效期三年，基准日 2024-12-31（上位文件 国科发火〔2016〕32号《高新技术企业认定管理办法》）"),
    ("factories_5g", "recognitions", {"valid_until": dt.date(2024, 1, 1)}, "in_force_item",
     "有效期至 2024-01-01，早于基准日 2024-12-31（本工具约定 基准日）"),
    ("little_giants", "recognitions", {"_owner": "asked", "_id": None, "_owner_note": "与“天津甲传感器有限公司”相近"}, "owner_decided",
     "“天津甲传感有限公司”是否就是名录中的企业尚待确认：与“天津甲传感器有限公司”相近（本工具约定 名单比对）"),
    ("little_giants", "recognitions", {"_owner": "company", "_id": None, "_owner_note": "没有匹配"}, "holder_on_register",
     "“天津甲传感有限公司”不在企业名录中（没有匹配）（指南 附件6—1 指标说明 5“纳入统计的企业”）"),
    ("little_giants", "recognitions", {"_owner": "enterprise", "_id": "W", "uscc": "W", "_owner_note": None}, "holder_enterprise_in_scope",
     "企业不在集群范围内：所在区“武清区”不在实施范围（西青区）内（指南 附件6—1 一、集群基本信息 实施范围）"),
    ("little_giants", "recognitions", {}, "",
     "计入：国家级名单，2024年认定，在有效期内，企业在集群范围内（指南 附件6—1 指标说明 5）"),
    ("pct_patents", "patents", {"_owner": "nobody", "_id": None, "_owner_note": "人工决定"}, "owner_not_ruled_out",
     "人工决定“天津甲传感有限公司”不属于本集群（人工决定 decisions.csv）"),
    ("pct_patents", "patents", {"_owner": "company", "_id": None, "_owner_note": None}, "owner_not_unknown_company",
     "“天津甲传感有限公司”是企业，但不在企业名录中，确认前不计（本工具约定 所属单位）"),
    ("pct_patents", "patents", {"_owner": "blank", "_id": None, "applicant": None, "_owner_note": None}, "owner_named_or_placed",
     "没有所属单位，也没有集群内的所在区（本工具约定 所属单位）"),
    ("pct_patents", "patents", {"_owner": "enterprise", "_id": "W", "_owner_note": None}, "owner_enterprise_in_scope",
     "“天津甲传感有限公司”不在集群范围内：所在区“武清区”不在实施范围（西青区）内（指南 附件6—1 一、集群基本信息 实施范围）"),
    ("pct_patents", "patents", {"_owner": "institution", "_id": "J", "applicant": "武清研究院", "_owner_note": None}, "owner_institution_here",
     "机构“武清研究院”不在实施范围内（指南 附件6—1 指标说明 8“集群内”）"),
    ("pct_patents", "patents", {"_owner": "assumed", "_id": None, "applicant": "南开大学", "_owner_note": "看作集群内的机构"}, "",
     "计入：PCT途径，2024-05-06授权，所属“南开大学”；看作集群内的机构（指南 附件6—1 指标说明 9）"),
    ("pct_patents", "patents", {"district": "武清区"}, "own_place_in_area",
     "所在区“武清区”不在实施范围（西青区）内（指南 附件6—1 一、集群基本信息 实施范围）"),
    ("pct_patents", "patents", {"number": None}, "numbered",
     "没有编号，不计（本工具约定 去重规则）"),
    ("pct_patents", "patents", {"route": "巴黎公约"}, "by_pct",
     "途径为“巴黎公约”，不是PCT（指南 附件6—1 指标说明 9）"),
    ("pct_patents", "patents", {"granted": None}, "granted",
     "没有授权日期，尚未授权（指南 附件6—1 指标说明 9“获得授权”）"),
    ("pct_patents", "patents", {"granted": dt.date(2025, 1, 1)}, "granted_in_time",
     "2025-01-01 授权，晚于基准日 2024-12-31（本工具约定 基准日）"),
    ("pct_patents", "patents", {}, "",
     "计入：PCT途径，2024-05-06授权，所属“天津甲传感有限公司”（指南 附件6—1 指标说明 9）"),
    ("national_carriers", "carriers", {"name": None}, "named_carrier",
     "没有载体名称，不计（本工具约定 去重规则）"),
    ("national_carriers", "carriers", {"level": "市级"}, "level_national",
     "级别“市级”不是国家级（指南 附件6—1 指标说明 8）"),
    ("national_carriers", "carriers", {"kind": "众创空间"}, "seven_kinds_of_carriers",
     "类别“众创空间”不在指标说明 8 列举的七类中（指南 附件6—1 指标说明 8）"),
    ("national_carriers", "carriers", {"related": False}, "related",
     "“与主导产业相关”为否或无法识别（指南 附件6—1 指标说明 8、12“与集群主导产业密切相关”）"),
    ("national_carriers", "carriers", {}, "",
     "计入：国家级，国家重点实验室，2020年认定，所属“天津甲传感有限公司”（指南 附件6—1 指标说明 8）"),
    ("municipal_carriers", "carriers", {}, "level_municipal",
     "级别“国家级”不是市级（指南 附件6—1 二、集群发展相关指标 创新能力）"),
    ("standards", "standards", {"kind": "团体标准"}, "standard_of_chosen_kinds",
     "标准类别“团体标准”不计（口径：国际标准和国家标准都计入（与附表2一致））（指南 附件6—1 指标说明 10；附表2）"),
    ("standards", "standards", {"status": "废止"}, "standard_in_effect",
     "标准状态为“废止”（本工具约定 去重规则）"),
    ("standards", "standards", {"number": "GB/T 1-2030"}, "published_in_time",
     "标准号 GB/T 1-2030 的年份晚于基准日 2024-12-31（本工具约定 基准日）"),
    ("standards", "standards", {"_unknown": "role"}, "role_known",
     "“作用”一栏的内容无法识别，确认前不计（指南 附件6—1 指标说明 10“牵头制定和参与制定”）"),
    ("national_talents", "talents", {"person": None}, "named_person",
     "没有姓名，不计（本工具约定 去重规则）"),
    ("national_talents", "talents", {"level": "区级"}, "national_talent",
     "级别“区级”不是国家级，也不是院士（指南 附件6—1 指标说明 12）"),
    ("national_talents", "talents", {"year": 2025}, "selected_in_time",
     "2025年入选，晚于基准日 2024-12-31（本工具约定 基准日）"),
    ("provincial_talents", "talents", {}, "provincial_talent",
     "级别“国家级”不是省部级（指南 附件6—1 指标说明 12）"),
    ("national_service_platforms", "service_platforms", {"name": None}, "named_platform",
     "没有平台名称，不计（本工具约定 去重规则）"),
    ("national_service_platforms", "service_platforms", {"national": False}, "national_platform",
     "不是国家级平台（“是否为国家级”为否）（指南 附件6—1 指标说明 13）"),
    ("national_service_platforms", "service_platforms", {"kind": None}, "seven_kinds_of_platforms",
     "平台类别“未填”不在指标说明 13 列举的七类中，或尚未填写（指南 附件6—1 指标说明 13）"),
    ("guidance_funds", "funds", {"name": None}, "named_fund",
     "没有基金名称，不计（本工具约定 去重规则）"),
    ("guidance_funds", "funds", {"size": None}, "missing",
     "缺基金规模，未计入合计，按缺数列示（本工具约定 缺数不作零）"),
    ("guidance_funds", "funds", {}, "",
     "计入：符合全部规则（指南 附件6—1 指标说明 14）"),
    ("activities", "activities", {"name": None}, "named_activity",
     "没有活动名称，不计（本工具约定 去重规则）"),
    ("activities", "activities", {"date": dt.date(2023, 1, 1)}, "held_in_chosen_years",
     "活动日期 2023-01-01，不在上年度 2024 年内（本工具约定 cluster.toml [interpretation] activities）"),
    ("leading_enterprises_served", "leading_enterprises", {"name": None, "uscc": None, "_id": None, "_owner": "blank", "_owner_note": None}, "named",
     "没有名称，无法认定（本工具约定 去重规则）"),
    ("leading_enterprises_served", "leading_enterprises", {"_owner": "nobody", "_id": None, "_owner_note": "人工决定"}, "owner_not_ruled_out",
     "人工决定“天津甲传感有限公司”不属于本集群（人工决定 decisions.csv）"),
    ("academicians", "academicians", {"person": None}, "named_person",
     "没有姓名，不计（本工具约定 去重规则）"),
    ("academicians", "academicians", {}, "",
     "计入：符合全部规则（指南 附件6—1 二、集群发展相关指标）"),
    ("carrier_partners", "carrier_partners", {"level": "区级"}, "level_of_partner",
     "级别“区级”不是市级及以上（指南 附件6—1 二、集群发展相关指标 促进组织）"),
    ("foreign_capital", "institutions", {"district": "武清区"}, "own_place_in_area",
     "所在区“武清区”不在实施范围（西青区）内（指南 附件6—1 一、集群基本信息 实施范围）"),
    ("foreign_capital", "institutions", {"uscc": "A"}, "not_also_enterprise",
     "同时在企业名录中，按企业计一次（本工具约定 利用外资）"),
    ("foreign_capital", "institutions", {}, "missing",
     "缺外商直接投资、外商其他投资、对外借款，未计入合计，按缺数列示（本工具约定 缺数不作零）"),
    ("foreign_capital", "institutions", {"fdi": 5.0}, "",
     "计入：符合全部规则（指南 附件6—1 指标说明 4）"),
]  # fmt: skip
CHOSEN = [
    ("pct_patents", "patents", {"granted": dt.date(2023, 5, 6)}, {"patents": "reference_year"}, "granted_in_chosen_years",
     "2023-05-06 授权，不是上年度 2024 年（人工决定 cluster.toml [interpretation] patents）"),
    ("leading_enterprises_served", "leading_enterprises", {"uscc": "W"}, {"leading_enterprises": "in_scope"}, "leading_as_chosen",
     "企业不在集群范围内：所在区“武清区”不在实施范围（西青区）内（指南 附件6—1 一、集群基本信息 实施范围）"),
    ("standards", "standards", {"kind": "国际标准"}, {"standards": "national"}, "standard_of_chosen_kinds",
     "标准类别“国际标准”不计（口径：只计国家标准（按表中字面））（指南 附件6—1 指标说明 10；附表2）"),
    ("activities", "activities", {"date": dt.date(2023, 5, 6)}, {"activities": "all"}, "",
     "计入：2023-05-06举办（指南 附件6—1 二、集群发展相关指标）"),
]  # fmt: skip

TOO_COARSE = "industry_told"


def decided(guide, indicator, table, change, interpretation=None):
    """Return the lineage of the one row."""
    row = {"kind": indicator, **change} if table == "recognitions" else change
    tables = settled(**{"enterprises": REGISTER, "institutions": INSTITUTIONS, table: [row]})
    scope = ck.Scope(2024, interpretation=interpretation or {}, **SETTINGS)
    lineage = evaluate(guide, tables, scope)[indicator].lineage()
    [found] = lineage[lineage["file"] == tables[table]["_file"].iloc[0]].to_dict("records")
    return found


@pytest.mark.parametrize(("indicator", "table", "change", "rule", "reason"), ROWS)
def test_a_row_says_why(guide, indicator, table, change, rule, reason):
    found = decided(guide, indicator, table, change)
    assert (found["rule"], found["reason"], found["counted"]) == (rule, reason, rule == "")


@pytest.mark.parametrize(("indicator", "table", "change", "choice", "rule", "reason"), CHOSEN)
def test_a_choice_says_why(guide, indicator, table, change, choice, rule, reason):
    found = decided(guide, indicator, table, change, choice)
    assert (found["rule"], found["reason"]) == (rule, reason)


def test_a_code_coarser_than_the_scope_says_so(guide):
    tables = settled(enterprises=[{"industry_code": "40"}])
    lineage = evaluate(guide, tables, ck.Scope(2024, ["4021"], ["西青区"]))["enterprises"].lineage()
    assert lineage["rule"].tolist() == [TOO_COARSE]
    assert lineage["reason"][0].startswith("行业代码 40 比主导产业（4021）粗，看不出是否属于，确认前不计入")


def test_no_rule_is_left_out(guide):
    asked = {
        rule.id
        for one in guide.indicators.values()
        for rows in one.rows
        for rule in expand(guide, rows.rules)
    }
    assert asked | {"", "missing"} == {TOO_COARSE, *(row[3] for row in ROWS), *(row[4] for row in CHOSEN)}


def test_a_row_of_a_thing_that_counts_already_names_the_other(guide):
    rows = [{"kind": "little_giants"}, {"kind": "little_giants", "_file": "第二批.xlsx", "_sheet": None}]
    tables = settled(enterprises=REGISTER, recognitions=rows)
    part = evaluate(guide, tables, ck.Scope(2024))["little_giants"]
    [contributions] = part.contributions
    assert (
        part.reasons.of(contributions, 1)
        == "与资质名单.xlsx Sheet1第2行是同一企业，只计一次（本工具约定 去重规则）"
    )


def test_an_owner_on_no_register_says_so(guide):
    tables = settled(
        enterprises=REGISTER, patents=[{"_owner": "enterprise", "_id": "Z", "_owner_note": None}]
    )
    [found] = evaluate(guide, tables, ck.Scope(2024, **SETTINGS))["pct_patents"].lineage().to_dict("records")
    assert found["reason"] == (
        "“天津甲传感有限公司”不在集群范围内：不在企业名录中（指南 附件6—1 指标说明 8、9、10、12“与集群主导产业密切相关”）"
    )


def test_choices_that_differ_from_the_guides_have_their_labels(guide):
    scope = ck.Scope(2024, interpretation={"standards": "national", "patents": "all"})
    assert choice_labels(guide, scope) == {"standards": "只计国家标准（按表中字面）"}
