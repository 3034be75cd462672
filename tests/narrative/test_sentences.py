"""Sentences as people write them: what is to be said about each, and that good ones pass. False alarms count."""

import pytest

GOOD = [
    # what good prose looks like
    "2024年主导产业产值186.40亿元，占全区规上工业21.3%；前五家占41.3%，分布在芯片、封装、整机三个环节。",
    "2024年，敏感元件仍以外购为主，83家规上企业中仅6家从事芯片设计，对应任务2和项目3。",
    "全年对接14场，促成签约9项、1.2亿元（佐证P88—96）。",
    # figures that are facts, in other precision and other units
    "2024年规上企业研发投入强度为4.88%。",
    "2024年规上企业研发投入强度达到4.9%。",
    "2024年规上企业研发投入强度约5%。",
    "2024年研发投入强度近5%。",
    "2024年主导产业产值186亿元。",
    "2024年主导产业产值约190亿元。",
    "2024年主导产业产值超过180亿元。",
    "2024年主导产业产值1864000万元，同比增长8.3%。",
    "2024年集聚企业312家，其中规模以上企业83家。",
    "2024年拥有国家级专精特新“小巨人”企业14家、国家高新技术企业120家。",
    "截至2024年底，83家规上企业吸纳从业人员3.2万人。",
    "2024年从业人员32148人，占全市8.7%的产值由其创造。",
    "2024年进出口总额3.38亿美元，其中出口额2.35亿美元。",
    "2024年全员劳动生产率139.66万元/人。",
    "促进组织办公场所面积420平方米，2024年举办交流对接活动22次。",
    "2024年引进国家级人才11名。",
    "2024年产值比上年增长8.3%。",
    # numbers that are no figures
    "依据津政办规〔2023〕4号文件，按照“1+3+4”现代化产业体系布局。",
    "参与制定GB/T 34069—2017、IEC 62990-1:2019等标准。",
    "建成8英寸MEMS中试线，全年7×24小时运行，支持5G和28nm工艺。",
    "第1期供需对接会于2024年3月15日举办，详见附表2和附件6。",
    "2022—2024年连续3年召开年会，“十四五”期间完成二期扩建。",
    "见指标说明7、图1和专栏3。",
    "产品进入第3代，精度0.1级，工作温度125℃。",
    "1. 建成检测平台。",
    # words that mean something else
    "会议在第一时间由第一批会员单位承办。",
    "将科研成果写进标准，即将到期的证书已复核。",
    "据中国电子元件行业协会2024年发布的排名，其压力传感器销量居全国第一。",
    "研发投入强度由2022年的4.5%显著提升到2024年的4.88%（佐证P12）。",
    "微纳加工、精密测试、可靠性试验由三家平台提供。",
    "敏感材料、封装测试、仪器仪表三个环节都有企业。",
    "天津海河传感技术有限公司主营压力传感器，牵头编制团体标准。",
    "龙头企业天津云帆半导体有限公司向本地封装厂供应传感器芯片。",
    "上市公司和子公司分别披露年报，有限公司改制为股份有限公司。",
    "产值规模居前，2024年百亿级产业集群的产值为186.40亿元。",
    "到会企业代表来自芯片、封装和整机三个环节。",
    "市级平台为企业提供检测服务，芯片企业与整机企业结对。",
    # facts by reference
    "2024年产值{{ output_value }}，集聚企业{{ enterprises }}，强度{{ rd_intensity }}。",
    "2024年有{{ national_champions.names | 列举(3) }}入选国家级单项冠军。",
    "2024年产值{{ output_value | 比上年 }}，前五家占{{ leaders.share }}。",
    "2024年{% if chain.empty %}敏感元件靠外购{% else %}各环节都有企业{% endif %}，本地配套率{{ chain.local_rate }}。",
]


@pytest.mark.parametrize("sentence", GOOD)
def test_a_good_sentence_passes(check, sentence):
    said = [one for one in check(sentence) if one.code not in ("text_prompt_uncovered",)]
    assert said == []


def test_a_sentence_on_the_future_belongs_to_the_plan(check):
    sentence = "到2027年，由协会牵头建成中试线1条，服务企业不少于20家，本地配套率由31%提高到40%。"
    assert [one.code for one in check(sentence, "safeguards") if one.code != "text_prompt_uncovered"] == []
    assert "text_future" in {one.code for one in check(sentence, "overview")}


BAD = [
    # figures
    ("2024年规上企业研发投入强度5%。", {"text_figure_differs": ["5%"]}),
    ("2024年研发投入强度为4.8%。", {"text_figure_differs": ["4.8%"]}),
    ("2024年研发投入强度超过5%。", {"text_figure_differs": ["5%"]}),
    ("2024年主导产业产值190亿元。", {"text_figure_differs": ["190亿元"]}),
    ("2024年主导产业产值18.64亿元。", {"text_figure_differs": ["18.64亿元"]}),
    ("2024年产值186.40亿元，同比增长9.3%。", {"text_figure_differs": ["9.3%"]}),
    ("2024年集聚企业320家。", {"text_figure_differs": ["320家"]}),
    ("2024年有国家级单项冠军企业7家。", {"text_figure_differs": ["7家"]}),
    ("2024年拥有15家国家级专精特新“小巨人”企业。", {"text_figure_differs": ["15家"]}),
    ("2024年83家规上企业、118家高新技术企业。", {"text_figure_differs": ["118家"]}),
    ("2024年从业人员3.3万人。", {"text_figure_differs": ["3.3万人"]}),
    ("2024年从业人员32,000人。", {"text_figure_differs": ["32,000人"]}),
    ("2024年出口额2.45亿美元。", {"text_figure_differs": ["2.45亿美元"]}),
    ("2024年产值186.40亿元，占全市9.7%。", {"text_figure_differs": ["9.7%"]}),
    ("2024年前五家占45%。", {"text_figure_differs": ["45%"]}),
    ("2024年本地配套率达到40%。", {"text_figure_differs": ["40%"]}),
    ("2024年全员劳动生产率150万元/人。", {"text_figure_differs": ["150万元/人"]}),
    (
        "办公场所面积500平方米。",
        {"text_figure_differs": ["500平方米"], "text_figure_without_year": ["500平方米"]},
    ),
    ("2024年签约19项。", {"text_figure_alone": ["19项"]}),
    ("2024年融资1.35亿元。", {"text_figure_alone": ["1.35亿元"]}),
    ("2024年良率提高12.5%。", {"text_figure_alone": ["12.5%"]}),
    ("2023年产值180亿元。", {"text_contradicts_published": ["180亿元"]}),
    ("集聚企业312家。", {"text_figure_without_year": ["312家"]}),
    (
        "2024年企业312家、规上企业83家、高新技术企业120家、“小巨人”企业14家、上市企业7家。",
        {"text_many_figures": ["7家"]},
    ),
    # claims
    ("综合实力国内领先。", {"text_claim_unproven": ["国内领先"]}),
    ("填补国内空白。", {"text_claim_unproven": ["填补国内空白"]}),
    ("是全市唯一的中试基地。", {"text_claim_unproven": ["唯一"]}),
    ("销量居全国第一。", {"text_claim_unproven": ["第一"]}),
    ("建成国内首个中试平台。", {"text_claim_unproven": ["首个"]}),
    ("技术达到国际先进水平。", {"text_claim_unproven": ["国际先进水平"]}),
    ("形成千亿级产业集群。", {"text_claim_contradicted": ["千亿级"]}),
    ("产业链条完整。", {"text_claim_contradicted": ["链条完整"]}),
    ("拥有完整的产业链。", {"text_claim_contradicted": ["完整的产业链"]}),
    ("创新能力显著提升。", {"text_change_without_figures": ["显著提升"]}),
    ("研发投入大幅增长。", {"text_change_without_figures": ["大幅增长"]}),
    # empty words
    (
        "龙头带动作用显著，产业生态不断完善，综合实力国内领先。",
        {"text_claim_unproven": ["国内领先"], "text_vague": ["作用显著"]},
    ),
    ("仍存在一定短板。", {"text_vague": ["一定短板"]}),
    ("进一步提升服务能力。", {"text_vague": ["进一步提升"]}),
    ("组织了丰富多彩的活动。", {"text_vague": ["丰富多彩"]}),
    ("产业基础雄厚。", {"text_vague": ["基础雄厚"]}),
    ("持续推进研发，大力引进人才，积极对接资本。", {"text_adverbs": ["持续推进研发，大力引进人才，积极"]}),
    ("特色鲜明、配套齐全、人才荟萃。", {"text_four_words": ["特色鲜明、配套齐全、人才荟萃"]}),
    ("要素集聚，活力迸发，动能强劲。", {"text_four_words": ["要素集聚，活力迸发，动能强劲"]}),
    # time
    ("力争三年内翻番。", {"text_future": ["力争"]}),
    ("集群将继续引进整机企业。", {"text_future": ["将"]}),
    ("预计明年投产。", {"text_future": ["预计"]}),
    ("下一步建设中试线。", {"text_future": ["下一步"]}),
    ("到2027年建成中试线。", {"text_future": ["到2027年"]}),
    # hedges, zero, first person
    ("据不完全统计，集聚了芯片企业。", {"text_hedge": ["据不完全统计"]}),
    ("2024年集聚企业312家左右。", {"text_hedge": ["312家左右"]}),
    ("2024年产值186.40亿元左右。", {"text_hedge": ["186.40亿元左右"]}),
    (
        "外资企业0家。",
        {"text_zero": ["0家"], "text_figure_alone": ["0家"], "text_figure_without_year": ["0家"]},
    ),
    ("我们组织了供需对接会。", {"text_first_person": ["我们"]}),
    ("天津甲公司在拟推荐名单上。", {"text_not_conferred": ["拟推荐"]}),
    ("企业勇立潮头。", {"text_slogan": ["勇立潮头"]}),
    ("我公司牵头编制标准。", {"text_first_person": ["我公司"]}),
    # form
    (
        "集群围绕敏感材料和信号链芯片以及微纳制造与封装测试等环节形成了由高校院所提供原始创新并由骨干企业组织中试最后由整机企业示范应用的协同研发分工。",
        {"text_sentence_long": ["集群围绕敏感材料和信号链芯片以及"]},
    ),
    ("集群拥有检测平台。集群拥有中试平台。", {"text_begins_alike": ["集群拥有中试平台。"]}),
    ("{{ carriers.one }}是平台。{{ carriers.two }}是基地。", {}),  # two references without a value yet
    # names
    ("天津海河传感有限公司生产压力传感器。", {"text_name_near": ["天津海河传感有限公司"]}),
    ("龙头企业天津岚垣微传感有限公司生产芯片。", {"text_name_near": ["天津岚垣微传感有限公司"]}),
    ("引进的深圳某某芯片制造有限公司生产整机。", {"text_name_unknown": ["深圳某某芯片制造有限公司"]}),
    ("天津云帆半导体有限公司表现不俗。", {"text_enterprise_bare": ["天津云帆半导体有限公司"]}),
]


@pytest.mark.parametrize(("sentence", "expected"), BAD)
def test_what_is_wrong_is_said_and_nothing_else(check, sentence, expected):
    found = {}
    for one in check(sentence):
        if one.code != "text_prompt_uncovered":
            found.setdefault(one.code, []).append(one.values["words"][:16])
    assert found == expected


def test_enough_sentences_are_tried():
    assert len(GOOD) + len(BAD) >= 80
