"""Sentences of plans as people write them: what contradicts the plan's own targets is said, and good ones pass."""

from decimal import Decimal

import pytest

from clusterkit.findings import Place
from clusterkit.narrative.checks.check import check_cell, check_text
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.facts.tree import Facts
from clusterkit.narrative.text.fill import fill
from clusterkit.plan.model import Target, Written
from clusterkit.plan.target_facts import target_fact

YEARS = (2025, 2026, 2027)
GOALS = [
    # indicator, name, unit, digits, baseline, targets
    ("output_value", "上年度集群主导产业产值", "亿元", 2, "186.40", ("208", "240", "289")),
    ("above_scale_enterprises", "规模以上企业数量", "个", 0, "83", ("90", "96", "104")),
    ("little_giants", "国家级专精特新“小巨人”企业数量", "个", 0, "14", ("16", "18", "20")),
    ("hightech_enterprises", "国家级高新技术企业数量", "个", 0, "120", ("128", "136", "150")),
    ("national_champions", "国家级单项冠军企业数量", "个", 0, "5", ("5", "6", "7")),
    ("rd_intensity", "上年度集群规上企业平均研发投入强度", "%", 2, "4.88", ("5.00", "5.30", "5.60")),
    ("trade", "上年度集群主导产业进出口总额", "亿美元", 2, "3.38", ("3.60", "3.80", "4.20")),
    ("activities", "举办的各类交流对接活动数量", "次", 0, "22", ("24", "26", "28")),
    (None, "规上芯片设计企业数量", "家", 0, "4", ("5", "6", "8")),
    (None, "本地配套率", "%", 0, "31", ("33", "36", "40")),
]


def goal(indicator, name, unit, digits, baseline, targets):
    texts = dict(zip(YEARS, targets, strict=True))
    values = {year: Decimal(text) for year, text in texts.items()}
    return Target(name, unit, indicator, digits, baseline, texts, Decimal(baseline), values)


@pytest.fixture(scope="module")
def against(guide, facts, names):
    """The small tree with the targets in it."""
    plan = next(one for one in guide.facts.values() if one.path == "targets")
    made = target_fact(plan, Written(2024, YEARS, tuple(goal(*one) for one in GOALS)))
    return Against(guide.prose, Facts({**facts, "targets": made}), 2024, names)


@pytest.fixture(scope="module")
def said(guide, against):
    """Return a function that gives what is said about a text of a section of the plan, code → words."""

    def checked(text, section="goals"):
        filled = fill(text, against.facts, "narrative/plan/x.md")
        about = Checked.of_plan(guide.plan_sections[section], "narrative/plan/x.md", guide.prose.plan)
        return list(check_text(filled.marked, about, against))

    return checked


GOOD = [
    # levels of the last year, of a year between, of a year that the sentence before names
    ("力争到2027年，集群主导产业产值达到289亿元，年均增长15.7%。", "goals"),
    ("到2027年，产值突破280亿元，规上企业超过100家。", "goals"),
    ("到2026年，集群主导产业产值达到240亿元；到2027年，达到289亿元。", "goals"),
    ("到2027年，创新能力迈上新水平。研发投入强度提高到5.6%，“小巨人”企业达到20家。", "goals"),
    ("高新技术企业2025年达到128家，2026年达到136家，2027年达到150家。", "goals"),
    ("到2027年，规上企业研发投入强度由4.88%提高到5.60%，提高0.72个百分点。", "goals"),
    ("产值比2024年增长55.0%，到2027年达到289亿元。", "goals"),
    ("到2027年，本地配套率由31%提高到40%。", "goals"),
    (
        "力争到2027年，集群主导产业产值达到{{ targets.output_value }}，{{ targets.output_value.growth }}。",
        "goals",
    ),
    # what is added
    ("到2027年，新增国家级专精特新“小巨人”企业6家、国家级单项冠军企业2家。", "task_quality_enterprises"),
    ("2026年新增高新技术企业8家。", "task_quality_enterprises"),
    ("每年新增“小巨人”企业2家。", "task_quality_enterprises"),
    ("第一批榜单新增“小巨人”企业3家。", "task_quality_enterprises"),
    # a part of the whole is not the whole
    ("到2027年，封测环节产值达到80亿元，芯片设计环节规上企业达到8家。", "goals"),
    ("到2027年，服务规上企业50家，组织30家规上企业完成数字化改造。", "task_manufacturing_capability"),
    ("面向83家规上企业开展诊断，遴选高新技术企业40家进入培育库。", "task_quality_enterprises"),
    ("天津云帆半导体有限公司建设传感器芯片产线，2026年产值达到30亿元。", "task_industry_system"),
    ("到2027年，滨海片区产值达到60亿元。", "goals"),
    ("封测环节加快扩产，2027年产值达到80亿元。", "goals"),
    # what the targets say nothing of is a commitment
    ("到2027年，由协会牵头建成中试线1条，服务企业不少于20家。", "task_innovation_network"),
    ("建立60家企业的培育库，每年组织对接12场。", "task_quality_enterprises"),
    ("由三地工信部门组织，先开展能源审计，再申报绿色工厂10家。", "task_manufacturing_capability"),
    ("到2030年，集群主导产业产值达到500亿元。", "goals"),
    # futures, aims and slogans in their place
    ("打造国内领先的智能传感器产业高地，建设全市首个中试基地。", "position"),
    ("拟推荐企业申报单项冠军，预计2026年完成认定。", "task_quality_enterprises"),
    ("乘势而上，形成芯片、封装、整机配套的格局。", "idea"),
    ("规模实力显著提升。到2027年，产值达到289亿元。", "goals"),
    ("形成完整的产业链，迈向两百亿级规模，打造百亿级产业集群。", "idea"),
    ("本方案实施期为2025—2027年，以2024年为基准年。", "scope"),
    # what is, in a part of facts
    ("2024年，集群规上企业83家，主导产业产值186.40亿元，同比增长8.3%。", "foundation"),
    ("2024年进出口总额3.38亿美元，到2027年达到4.20亿美元。", "task_openness"),
    ("2024年，本地配套率31%，标杆集群的差距见下表。", "gaps"),
    ("2023年主导产业产值172.5亿元。", "foundation"),
    ("龙头企业天津海河传感技术有限公司2026年建成压力传感器产线2条。", "task_industry_system"),
    ("规上企业数量稳定在104家以上，届时专职人员增加到15人。", "goals"),
]


@pytest.mark.parametrize(("sentence", "section"), GOOD)
def test_a_good_sentence_of_a_plan_passes(said, sentence, section):
    assert [(one.code, one.message) for one in said(sentence, section)] == []


BAD = [
    # against the plan's own targets
    ("到2027年产值达到300亿元。", "goals", {"text_target_differs": ["300亿元"]}),
    ("到2026年，集群主导产业产值达到250亿元。", "goals", {"text_target_differs": ["250亿元"]}),
    ("到2027年，创新能力迈上新水平。研发投入强度提高到6%。", "goals", {"text_target_differs": ["6%"]}),
    ("到2027年，规上企业研发投入强度由4.5%提高到5.60%。", "goals", {"text_target_differs": ["4.5%"]}),
    ("力争到2027年，“小巨人”企业达到30家。", "goals", {"text_target_differs": ["30家"]}),
    ("到2027年，达到130家规上企业。", "goals", {"text_target_differs": ["130家"]}),
    ("产值到2027年达到289亿元，年均增长20%。", "goals", {"text_target_differs": ["20%"]}),
    ("到2027年，研发投入强度达到5.6%，提高1.5个百分点。", "goals", {"text_target_differs": ["1.5个百分点"]}),
    ("到2027年，新增国家级专精特新“小巨人”企业9家。", "goals", {"text_target_differs": ["9家"]}),
    ("每年新增“小巨人”企业5家。", "task_quality_enterprises", {"text_target_differs": ["5家"]}),
    ("高新技术企业2025年达到128家，2026年达到140家。", "goals", {"text_target_differs": ["140家"]}),
    ("到2027年，规上芯片设计企业达到12家。", "goals", {"text_target_differs": ["12家"]}),
    ("到2027年，本地配套率由31%提高到45%。", "goals", {"text_target_differs": ["45%"]}),
    ("到2027年，打造千亿级产业集群。", "idea", {"text_claim_contradicted": ["千亿级"]}),
    ("本方案实施期为2026—2028年。", "scope", {"text_period_differs": ["2026—2028"]}),
    ("力争到2024年建成中试线。", "task_innovation_network", {"text_aim_past": ["力争到2024年"]}),
    # against what is, and what was published
    ("2024年，集群规上企业90家。", "foundation", {"text_figure_differs": ["90家"]}),
    ("2023年主导产业产值180亿元。", "foundation", {"text_contradicts_published": ["180亿元"]}),
    ("2024年签约19项。", "foundation", {"text_figure_alone": ["19项"]}),
    (
        "2024年进出口总额3.50亿美元，到2027年达到4.20亿美元。",
        "task_openness",
        {"text_figure_differs": ["3.50亿美元"]},
    ),
    ("集群综合实力国内领先。", "strengths", {"text_claim_unproven": ["国内领先"]}),
    # manner
    ("到2027年，【请补充：目标】。", "goals", {"text_to_be_written": ["第1行"]}),
    ("进一步提升服务能力。", "task_ecosystem", {"text_vague": ["进一步提升"]}),
    ("创新能力显著提升。", "goals", {"text_change_without_figures": ["显著提升"]}),
    ("勇立潮头，奋楫扬帆。", "measures", {"text_slogan": ["勇立潮头"]}),
    ("我们将组织对接。", "mechanism", {"text_first_person": ["我们"]}),
    (
        "持续推进研发，大力引进人才，积极对接资本。",
        "measures",
        {"text_adverbs": ["持续推进研发，大力引进人才，积极"]},
    ),
    ("到2027年，举办活动达到28次左右。", "mechanism", {"text_hedge": ["28次左右"]}),
    ("封测环节加快扩产，到2027年集群产值达到310亿元。", "goals", {"text_target_differs": ["310亿元"]}),
    ("到2027年，中试企业约20家左右。", "mechanism", {"text_hedge": ["20家左右"]}),
    ("服务企业30家。", "mechanism", {"text_figure_without_year": ["30家"]}),
    (
        "引进深圳某某芯片制造有限公司建设产线。",
        "task_industry_system",
        {"text_name_unknown": ["深圳某某芯片制造有限公司"]},
    ),
    (
        "由天津海河传感有限公司建设压力传感器产线。",
        "task_industry_system",
        {"text_name_near": ["天津海河传感有限公司"]},
    ),
    ("由天津云帆半导体有限公司负责。", "measures", {"text_enterprise_bare": ["天津云帆半导体有限公司"]}),
]


@pytest.mark.parametrize(("sentence", "section", "expected"), BAD)
def test_what_is_wrong_in_a_plan_is_said_and_nothing_else(said, sentence, section, expected):
    found = {}
    for one in said(sentence, section):
        words = one.values.get("words", one.values.get("rows"))
        found.setdefault(one.code, []).append(words[:16])
    assert found == expected


def test_enough_sentences_of_plans_are_tried():
    assert len(GOOD) + len(BAD) >= 60


def test_a_finding_says_what_the_target_is_and_how_to_write_it(said):
    [one] = said("先说规模。\n\n到2026年产值达到300亿元。")
    assert one.place == Place("narrative/plan/x.md", "", 3)
    assert "2026年主导产业产值是 240亿元" in one.message
    assert "{{ targets.output_value.y2026 }}" in one.fix


CELLS = [
    # text, year of its row → words that are wrong
    ("规上芯片设计企业由4家增加到8家", None, []),
    ("新增“小巨人”6家、国家级单项冠军2家", None, []),
    ("每年组织参展不少于3次，进出口总额达到4.20亿美元", None, []),
    ("完成10家企业能源审计，发布第一批榜单3项", 2025, []),
    ("规上企业达到96家", 2026, []),
    ("规上企业达到104家", 2026, ["104家"]),
    ("新增“小巨人”8家", None, ["8家"]),
    ("进一步完善服务体系", 2026, ["进一步完善"]),
]


@pytest.mark.parametrize(("text", "year", "expected"), CELLS)
def test_cells_of_the_yearly_plan(guide, against, text, year, expected):
    place = Place("年度计划.xlsx", "年度安排", 7, "年度工作内容")
    found = list(check_cell(text, 7, Checked.of_cell(place, guide.prose.plan, year), against))
    assert [one.values["words"] for one in found] == expected
    assert all(one.place == place and "年度安排” 第7行" in one.message for one in found)
