"""Word lists: everyday spellings read as canonical words; what no list knows is not guessed."""

import pytest
from pydantic import ValidationError

from clusterkit.guide import load_guide
from clusterkit.guide.words import WordList

WORDS = load_guide("tianjin-2025-1").words


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [
        ("level", "国家", "国家级"), ("level", " 天津 市级 ", "市级"), ("level", "省(市)级", "省级"), ("level", "省（部）级", "省部级"),
        ("level", "拟推荐", None), ("level", "公示", None), ("level", "国家级(拟推荐)", None), ("level", "", None), ("level", None, None),
        ("status", "在营（开业）企业", "存续"), ("status", "存续(在营、开业、在册)", "存续"), ("status", "吊销，未注销", "吊销"),
        ("status", "吊销,已注销", "注销"), ("status", "歇业", None), ("status", "迁出", None), ("status", "正在注销", None),
        ("exchange", "上交所科创板", "上海证券交易所"), ("exchange", "nasdaq", "纳斯达克"), ("exchange", "ＨＫＥＸ", "香港联合交易所"),
        ("exchange", "BSE", "北京证券交易所"), ("exchange", "全国股转系统", "新三板"), ("exchange", "NEEQ", "新三板"),
        ("exchange", "终止上市", "已退市"), ("exchange", "是", None),
        ("basis", "合并报表", "合并"), ("basis", "母公司", "单体"),
        ("category", "单项冠军培育企业", "培育企业"), ("category", "单项冠军产品", "单项冠军产品"),
        ("platform_kind", "检验检测认证公共服务平台", "检验检测认证"), ("platform_kind", "招商引资", "招商引资"), ("platform_kind", "某某", None),
        ("standard_kind", "GB/T", "国家标准"), ("standard_kind", "国标", "国家标准"), ("standard_kind", "IEC", "国际标准"),
        ("standard_status", "被替代", "被代替"), ("standard_status", "在研", None),
        ("role", "牵头", "主导"), ("role", "参编", "参与"), ("role", "旁听", None),
        ("route", "pct 途径", "PCT"), ("route", "巴黎", "巴黎公约"),
        ("boolean", "√", "是"), ("boolean", "１", "是"), ("boolean", "1.0", "是"), ("boolean", "×", "否"), ("boolean", "规下", "否"),
        ("boolean", "待定", None), ("boolean", "X", None),
        ("recognition_kind", "国家级专精特新“小巨人”企业", "little_giants"), ("recognition_kind", '专精特新"小巨人"', "little_giants"),
        ("recognition_kind", "专精特新中小企业", "municipal_srdi"), ("recognition_kind", "科技小巨人", None),
        ("recognition_kind", "单项冠军", None), ("recognition_kind", "智能制造示范工厂", None),
    ],
)  # fmt: skip
def test_a_word_is_read(kind, text, word):
    assert WORDS[kind].read(text) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [("国家认定企业技术中心", "国家企业技术中心"), ("全国重点实验室", "国家重点实验室"), ("国家工业设计中心", "国家级工业设计中心"),
     ("某某 特色基地", "某某特色基地"), ("", None)],
)  # fmt: skip
def test_an_open_list_keeps_what_it_does_not_know(text, word):
    assert WORDS["carrier_kind"].read(text) == word


@pytest.mark.parametrize(
    ("kind", "name", "members"),
    [
        ("level", "national", {"国家级"}), ("level", "national_factory", {"国家级", "卓越级", "领航级"}),
        ("level", "municipal", {"市级", "省级"}), ("level", "provincial_talent", {"省部级", "省级", "市级"}),
        ("level", "partner", {"国家级", "省部级", "省级", "市级"}), ("status", "dissolved", {"注销", "吊销"}),
        ("standard_status", "withdrawn", {"废止", "被代替"}), ("category", "not_counted", {"培育企业"}),
    ],
)  # fmt: skip
def test_the_sets_that_rules_ask_for(kind, name, members):
    assert set(WORDS[kind].sets[name]) == members


def test_the_seven_kinds_are_those_of_the_notes():
    notes = load_guide("tianjin-2025-1").notes
    carriers, platforms = (
        WORDS["carrier_kind"].sets["national_seven"],
        WORDS["platform_kind"].sets["national_seven"],
    )
    assert len(carriers) == len(platforms) == 7
    assert all(kind in notes[8].text for kind in carriers)
    assert all(kind in notes[13].text for kind in platforms)


def test_every_exchange_word_counts_or_does_not():
    exchange = WORDS["exchange"]
    counted, not_counted = set(exchange.sets["counted"]), set(exchange.sets["not_counted"])
    assert counted | not_counted == set(exchange.words)
    assert not counted & not_counted


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"words": {"甲": ["丙"], "乙": ["丙"]}}, "“丙”同时属于“甲”和“乙”"),
        ({"words": {"甲": ["Ａ Ｂ"], "乙": ["ab"]}}, "同时属于"),
        ({"words": {"甲": []}, "sets": {"all": ["乙"]}}, "集合 all 中的“乙”不在词表里"),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(data, message):
    with pytest.raises(ValidationError, match=message):
        WordList(title="例", source="例", **data)
