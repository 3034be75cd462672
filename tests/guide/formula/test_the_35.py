"""The guide's own formulas, each as it is printed: words, mathematics, and the factor to its unit."""

from decimal import Decimal

import pytest

from clusterkit.compute.totals import unit_factor
from clusterkit.compute.words import chinese, latex

PRINTED = [
    ("output_value", "0.0001", "集群内企业产值（软件和信息技术服务业为主营业务收入）合计",
     r"\sum_{\text{集群内企业}} \text{产值（软件和信息技术服务业为主营业务收入）}"),
    ("enterprises", "1", "集群内企业数量",
     r"\sum_{\text{集群内企业}} 1"),
    ("above_scale_enterprises", "1", "集群内规上企业数量",
     r"\sum_{\text{集群内规上企业}} 1"),
    ("national_champions", "1", "集群内有效的国家级单项冠军企业数量",
     r"\sum_{\text{集群内有效的国家级单项冠军企业}} 1"),
    ("municipal_champions", "1", "集群内有效的市级单项冠军企业数量",
     r"\sum_{\text{集群内有效的市级单项冠军企业}} 1"),
    ("little_giants", "1", "集群内有效的国家级专精特新“小巨人”企业数量",
     r"\sum_{\text{集群内有效的国家级专精特新“小巨人”企业}} 1"),
    ("municipal_srdi", "1", "集群内有效的市级专精特新企业数量",
     r"\sum_{\text{集群内有效的市级专精特新企业}} 1"),
    ("listed_enterprises", "1", "集群内上市企业数量",
     r"\sum_{\text{集群内上市企业}} 1"),
    ("hightech_enterprises", "1", "集群内有效的国家级高新技术企业数量",
     r"\sum_{\text{集群内有效的国家级高新技术企业}} 1"),
    ("rd_intensity", "100", "规上企业研发经费支出合计 ÷ 规上企业营业收入合计",
     r"\frac{\sum_{\text{规上企业}} \text{研发经费支出}}{\sum_{\text{规上企业}} \text{营业收入}} \times 100\%"),
    ("pct_patents", "1", "集群内企业和机构的PCT授权专利数量",
     r"\sum_{\text{集群内企业和机构的PCT授权专利}} 1"),
    ("national_carriers", "1", "集群内七类国家级技术创新载体数量",
     r"\sum_{\text{集群内七类国家级技术创新载体}} 1"),
    ("municipal_carriers", "1", "集群内市级技术创新载体数量",
     r"\sum_{\text{集群内市级技术创新载体}} 1"),
    ("standards", "1", "集群内企业和机构主导或参与的标准数量",
     r"\sum_{\text{集群内企业和机构主导或参与的标准}} 1"),
    ("employees", "0.0001", "集群内企业从业人员数合计",
     r"\sum_{\text{集群内企业}} \text{从业人员数}"),
    ("labour_productivity", "1", "规上企业营业收入合计 ÷ 规上企业在职员工数合计",
     r"\frac{\sum_{\text{规上企业}} \text{营业收入}}{\sum_{\text{规上企业}} \text{在职员工数}}"),
    ("national_talents", "1", "集群内国家级人才（含院士）数量",
     r"\sum_{\text{集群内国家级人才（含院士）}} 1"),
    ("provincial_talents", "1", "集群内省部级人才数量",
     r"\sum_{\text{集群内省部级人才}} 1"),
    ("skilled_people", "0.0001", "集群内企业高级职称人数、高技能人才数合计",
     r"\sum_{\text{集群内企业}} \left(\text{高级职称人数} + \text{高技能人才数}\right)"),
    ("national_service_platforms", "1", "七类国家级产业公共服务平台数量",
     r"\sum_{\text{七类国家级产业公共服务平台}} 1"),
    ("guidance_funds", "1", "政府产业引导基金规模（综合性基金为支持主导产业的规模）合计",
     r"\sum_{\text{政府产业引导基金}} \text{规模（综合性基金为支持主导产业的规模）}"),
    ("smart_factories", "1", "集群内国家级智能工厂数量",
     r"\sum_{\text{集群内国家级智能工厂}} 1"),
    ("factories_5g", "1", "集群内国家级5G工厂数量",
     r"\sum_{\text{集群内国家级5G工厂}} 1"),
    ("smart_scenes", "1", "集群内国家级智能制造优秀场景数量",
     r"\sum_{\text{集群内国家级智能制造优秀场景}} 1"),
    ("identifier_nodes", "1", "集群内标识解析二级节点数量",
     r"\sum_{\text{集群内标识解析二级节点}} 1"),
    ("industrial_internet_platforms", "1", "集群内国家级工业互联网平台数量",
     r"\sum_{\text{集群内国家级工业互联网平台}} 1"),
    ("green_factories", "1", "集群内国家级绿色工厂数量",
     r"\sum_{\text{集群内国家级绿色工厂}} 1"),
    ("foreign_capital", "0.0001", "集群内企业和机构外商直接投资、外商其他投资、对外借款合计",
     r"\sum_{\text{集群内企业和机构}} \left(\text{外商直接投资} + \text{外商其他投资} + \text{对外借款}\right)"),
    ("trade", "0.0001", "集群内企业进口额、出口额合计",
     r"\sum_{\text{集群内企业}} \left(\text{进口额} + \text{出口额}\right)"),
    ("activities", "1", "促进组织举办的活动数量",
     r"\sum_{\text{促进组织举办的活动}} 1"),
    ("leading_enterprises_served", "1", "合作服务的龙头企业数量",
     r"\sum_{\text{合作服务的龙头企业}} 1"),
    ("academicians", "1", "建立工作指导机制的院士数量",
     r"\sum_{\text{建立工作指导机制的院士}} 1"),
    ("carrier_partners", "1", "建立协作机制的市级及以上创新载体数量",
     r"\sum_{\text{建立协作机制的市级及以上创新载体}} 1"),
]  # fmt: skip
REPORTED = {"office_area", "full_time_staff"}


@pytest.mark.parametrize(("name", "factor", "words", "mathematics"), PRINTED, ids=[row[0] for row in PRINTED])
def test_a_formula_as_printed(guide, name, factor, words, mathematics):
    indicator = guide.indicators[name]
    assert unit_factor(guide, name) == Decimal(factor)
    assert chinese(guide, indicator).print(indicator.tree) == words
    assert latex(guide, indicator).whole(indicator.tree, indicator.unit) == mathematics


def test_none_is_left_out(guide):
    assert {row[0] for row in PRINTED} | REPORTED == set(guide.indicators)
    assert {name for name, one in guide.indicators.items() if one.reported} == REPORTED
