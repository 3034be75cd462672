"""Official lists, carriers, patents, standards, talents and the rest: every rule in settled columns, on every engine."""

import datetime as dt

from given import answers, case, expected

A, B, OUT, GONE, STRANGER = "A", "B", "W", "X", "Z"
PATENT_OWNER, PLATFORM_OWNER = ("applicant_uscc", "applicant"), ("builder_uscc", "builder")


def day(year, month=12, of_month=31):
    return dt.date(year, month, of_month)


def listed(words, kind, expected, *changes):
    return case(words, kind, expected, recognitions=[{"kind": kind, **change} for change in changes])


def things(table, indicator):
    def make(words, expected, *changes, **scope):
        return case(words, indicator, expected, scope, **{table: list(changes)})

    return make


patents = things("patents", "pct_patents")
standards = things("standards", "standards")
national, municipal = things("carriers", "national_carriers"), things("carriers", "municipal_carriers")
talents, provincial = things("talents", "national_talents"), things("talents", "provincial_talents")
platforms = things("service_platforms", "national_service_platforms")
activities = things("activities", "activities")
served = things("leading_enterprises", "leading_enterprises_served")
academicians = things("academicians", "academicians")
partners = things("carrier_partners", "carrier_partners")
SEVEN_CARRIERS = [
    "国家制造业创新中心",
    "国家技术创新中心",
    "国家产业创新中心",
    "国家重点实验室",
    "国家工程研究中心",
    "国家级工业设计中心",
    "国家企业技术中心",
]
SEVEN_PLATFORMS = ["研发设计", "技术孵化", "人才培训", "知识产权", "第三方物流", "中试服务", "检验检测认证"]
THREE_YEARS = [
    "national_champions",
    "municipal_champions",
    "little_giants",
    "municipal_srdi",
    "hightech_enterprises",
]
ITEMS = [
    "smart_factories",
    "factories_5g",
    "smart_scenes",
    "identifier_nodes",
    "industrial_internet_platforms",
    "green_factories",
]
NATIONAL = {"national_champions", "little_giants", "hightech_enterprises", *ITEMS} - {
    "smart_factories",
    "identifier_nodes",
}
MUNICIPAL = {"municipal_champions", "municipal_srdi"}


def of_every_list():
    for kind in (*THREE_YEARS, *ITEMS):
        yield listed("a row counts", kind, 1, {})
        yield case("another list does not", kind, 0, recognitions=[{"kind": "other"}])
        yield listed(
            "out of scope, dissolved, on no register",
            kind,
            0,
            {"uscc": OUT},
            {"uscc": GONE},
            {"uscc": STRANGER},
            {"uscc": None},
        )
        yield listed("in time", kind, 1, {"year": 2025}, {"uscc": B, "year": 2024})
        yield listed("without any year it counts", kind, 1, {"year": None})
        yield listed(
            "valid until the day itself",
            kind,
            1,
            {"valid_until": day(2024)},
            {"uscc": B, "valid_until": day(2024, 12, 30)},
        )
        yield listed("valid for ever", kind, 1, {"year": 1990, "valid_until": day(9999)})
        yield listed(
            "any valid row is enough",
            kind,
            1,
            {"valid_until": day(2020)},
            {"valid_until": day(2030)},
        )
        wrong = {"level": "区级"} if kind != "identifier_nodes" else {"uscc": OUT}
        yield listed("another level does not count", kind, 1, wrong, {"uscc": B})


def of_lapsing_lists():
    for kind in THREE_YEARS:
        yield listed("three years", kind, 1, {"year": 2022}, {"uscc": B, "year": 2021})
        yield listed(
            "reviewed",
            kind,
            1,
            {"year": 2018, "review_year": 2022},
            {"uscc": B, "year": 2018, "review_year": 2021},
        )
        yield listed(
            "an earlier review than the year says nothing",
            kind,
            1,
            {"year": 2022, "review_year": 2019},
        )
        yield listed(
            "a review alone",
            kind,
            1,
            {"year": None, "review_year": 2022},
            {"uscc": B, "year": None, "review_year": 2021},
        )
        yield listed(
            "valid_until decides where it is given",
            kind,
            1,
            {"year": 2010, "valid_until": day(2025)},
            {"uscc": B, "year": 2024, "valid_until": day(2024, 1, 1)},
        )
        yield listed(
            "two batches, one enterprise",
            kind,
            2,
            {"year": 2022},
            {"year": 2023},
            {"uscc": B, "year": 2023},
        )
    for kind in ITEMS:
        yield listed("items do not lapse by their year", kind, 1, {"year": 2001, "review_year": 2002})
        yield listed(
            "items, not enterprises",
            kind,
            3,
            {"item": "一"},
            {"item": "二"},
            {"uscc": B, "item": "一"},
        )
        yield listed(
            "an item twice",
            kind,
            1,
            {"item": "5G 工厂", "year": 2022},
            {"item": "5g工厂", "year": 2023},
        )
        yield listed(
            "blank items, one an enterprise",
            kind,
            2,
            {"item": None},
            {"item": None},
            {"uscc": B, "item": None},
        )


def of_levels():
    for kind in (*THREE_YEARS, *ITEMS):
        words = {
            "国家级": kind in NATIONAL,
            "市级": kind in MUNICIPAL,
            "省级": kind in MUNICIPAL,
            "省部级": False,
        }
        if kind == "smart_factories":
            words |= {"国家级": True, "卓越级": True, "领航级": True, "先进级": False, "基础级": False}
        if kind == "identifier_nodes":
            words = dict.fromkeys(words, True)
        for level, counts in words.items():
            yield listed(f"{level}", kind, int(counts), {"level": level})


RECOGNITIONS = [
    listed("培育企业 is no champion", "national_champions", 2, {"category": "培育企业"}, {"uscc": B, "category": "示范企业"}, {"category": "单项冠军产品"}),
    listed("培育企业 is no municipal champion", "municipal_champions", 1, {"category": "培育企业"}, {"uscc": B, "category": "单项冠军企业"}),
    listed("a category says nothing elsewhere", "little_giants", 1, {"category": "培育企业"}),
    listed("a row without a name counts with a good code", "little_giants", 1, {"name": None}),
    listed("a row without name and code does not", "little_giants", 0, {"name": None, "uscc": None}),
]  # fmt: skip

PATENTS = [
    patents("a number once, however it is written", 2, {"number": "US 10,123,456"}, {"number": "us10123456"}, {"number": "EP2"}),
    patents("without a number it does not count", 0, {"number": None}, {"number": "—"}),
    patents("only PCT, a blank route is none", 1, {}, {"number": "2", "route": "巴黎公约"}, {"number": "3", "route": None}),
    patents("granted, and in time", 1, {"granted": None}, {"number": "2", "granted": day(2025, 1, 1)}, {"number": "3", "granted": day(2024)}),
    patents("all grants by default", 2, {"granted": day(2001)}, {"number": "2"}),
    patents("those of the year by choice", 1, {"granted": day(2023)}, {"number": "2"}, interpretation={"patents": "reference_year"}),
    patents("several applicants, one patent", 1, {}, {"applicant_uscc": B}, {"applicant_uscc": OUT}),
    patents("counts when one applicant does", 1, {"applicant_uscc": OUT}, {"applicant_uscc": A}),
    patents("an earlier reference date", 1, {"granted": day(2024, 6, 30)}, {"number": "2", "granted": day(2024, 7, 1)}, reference_date=day(2024, 6, 30)),
]  # fmt: skip

STANDARDS = [
    standards("a number once, editions too", 2, {"number": "GB/T 1-2020"}, {"number": "GB/T 1—2009"}, {"number": "GB/T 2-2020"}),
    standards("editions in other spellings", 2, {"number": "ISO 1:2020(E)"}, {"number": "ISO 1"}, {"number": "GB 5-88"}, {"number": "GB 5－2020（修订）"}),
    standards("a later edition in brackets is not yet published", 0, {"number": "ISO 1:2025(E)"}),
    standards("the key and the year that matching gave", 1, {"number": "ＧＢ１—２０２５", "number_key": "GB1", "number_year": 2020},
              {"number": "GB1-2009", "number_key": "GB1", "number_year": 2009}, {"number": "GB2-2009", "number_key": "GB2", "number_year": 2025}),
    standards("a blank number does not count", 0, {"number": None}),
    standards("without a year in its number it counts", 1, {"number": "GB/T 1"}),
    standards("not yet published", 0, {"number": "GB/T 1-2025"}),
    standards("withdrawn ones", 1, {"status": "废止"}, {"number": "GB/T 2-2020", "status": "被代替"}, {"number": "GB/T 3-2020", "status": None}),
    standards("a withdrawn edition does not hide the one in effect", 1, {"number": "GB/T 1-2023", "status": "废止"}, {"number": "GB/T 1-2020"}),
    standards("led, joined, blank all count", 3, {}, {"number": "GB/T 2-2020", "role": "参与"}, {"number": "GB/T 3-2020", "role": None}),
    standards("international and national by default", 2, {}, {"number": "ISO 1:2020", "kind": "国际标准"}, {"number": "T/A 1-2020", "kind": "团体标准"},
              {"number": "SJ/T 1-2020", "kind": "行业标准"}, {"number": "GB 9-2020", "kind": None}),
    standards("international alone", 1, {}, {"number": "ISO 1:2020", "kind": "国际标准"}, {"number": "T/A 1-2020", "kind": "团体标准"},
              interpretation={"standards": "international"}),
    standards("national alone", 2, {}, {"number": "GB/T 2-2020"}, {"number": "ISO 1:2020", "kind": "国际标准"}, interpretation={"standards": "national"}),
]  # fmt: skip

CARRIERS = [
    *(national(f"{kind} is one of the seven", 1, {"kind": kind}) for kind in SEVEN_CARRIERS),
    national("other national kinds do not count", 0, {"kind": "国家级科技企业孵化器"}, {"name": "乙", "kind": "国家工程实验室"}, {"name": "丙", "kind": None}),
    national("the level must be national", 1, {}, {"name": "乙", "level": "市级"}, {"name": "丙", "level": "省部级"}, {"name": "丁", "level": None}),
    national("name and kind once", 3, {}, {"name": "甲 实验室"}, {"kind": "国家企业技术中心"}, {"name": "乙"}),
    national("in time", 2, {"year": 2025}, {"name": "乙", "year": 2024}, {"name": "丙", "year": None}),
    national("related or blank", 2, {"related": False}, {"name": "乙", "related": None}, {"name": "丙", "related": True}),
    national("without a name it does not count", 0, {"name": None}),
    national("the row's own district must be in the cluster too", 1, {"district": "武清区"}, {"name": "乙", "district": "西青区"}),
    municipal("of any kind at 市级 and 省级", 3, {"level": "市级"}, {"name": "乙", "level": "省级", "kind": None}, {"name": "丙", "level": "市级", "kind": "众创空间"}),
    municipal("no other level", 0, {"level": "省部级"}, {"name": "乙", "level": "区级"}, {"name": "丙", "level": None}, {"name": "丁"}),
    municipal("unrelated ones not", 1, {"level": "市级", "related": False}, {"level": "市级", "name": "乙"}),
]  # fmt: skip

TALENTS = [
    talents("two programmes, one person", 1, {}, {"year": 2022}),
    talents("the same name elsewhere is somebody else", 2, {}, {"organisation_uscc": B}),
    talents("an academician counts whatever the level", 3, {"level": "区级", "academician": True}, {"person": "乙", "level": None, "academician": True},
            {"person": "丙"}, {"person": "丁", "level": "区级", "academician": False}),
    talents("省部级 is not national", 0, {"level": "省部级"}, {"person": "乙", "level": None}),
    talents("in time", 2, {"year": 2025}, {"person": "乙", "year": 2024}, {"person": "丙", "year": None}),
    talents("without a name nobody", 0, {"person": None}),
    talents("related or blank", 1, {"related": False}, {"person": "乙", "related": None}),
    provincial("省部级、省级、市级", 3, {"level": "省部级"}, {"person": "乙", "level": "省级"}, {"person": "丙", "level": "市级"}, {"person": "丁", "level": "区级"}),
    provincial("a national one is not", 0, {}),
    provincial("a national and a provincial programme count once in each", 1, {}, {"level": "省部级"}),
    talents("the national one of them", 1, {}, {"level": "省部级"}),
    provincial("an academician's provincial row counts still", 1, {"level": "省部级", "academician": True}),
]  # fmt: skip

OTHERS = [
    *(platforms(f"{kind} is one of the seven", 1, {"kind": kind}) for kind in SEVEN_PLATFORMS),
    platforms("other kinds or blank do not count", 0, {"kind": "招商引资"}, {"name": "乙", "kind": None}),
    platforms("national alone", 1, {}, {"name": "乙", "national": False}, {"name": "丙", "national": None}),
    platforms("the builder is not tested", 2, {"builder_uscc": OUT}, {"name": "乙", "builder_uscc": None, "builder": None}),
    platforms("a name once", 1, {}, {"kind": "研发设计"}, {"name": None}),
    activities("of the year", 1, {}, {"date": day(2023)}, {"date": day(2025, 1, 1)}, {"date": None}),
    activities("all by choice", 3, {}, {"date": day(2023)}, {"date": None}, interpretation={"activities": "all"}),
    activities("date and name once", 3, {}, {"name": "对接 会"}, {"name": "路演"}, {"date": day(2024, 1, 1)}, {"name": None}),
    served("all named ones", 3, {}, {"name": "某集团", "uscc": STRANGER}, {"name": "无码", "uscc": None}),
    served("old and new name are one", 1, {}, {"name": "旧名"}),
    served("a name without a code once", 1, {"name": "某集团", "uscc": None}, {"name": "某 集团", "uscc": None}, {"name": None, "uscc": None}),
    served("in scope by choice", 1, {}, {"name": "外", "uscc": OUT}, {"name": "某", "uscc": STRANGER}, {"name": "无码", "uscc": None},
           interpretation={"leading_enterprises": "in_scope"}),
    academicians("names once", 2, {}, {"person": "甲 "}, {"person": "乙"}, {"person": None}),
    partners("市级 and above", 4, {}, {"name": "乙", "level": "国家级"}, {"name": "丙", "level": "省级"}, {"name": "丁", "level": "省部级"},
             {"name": "戊", "level": "区级"}, {"name": "己", "level": None}),
    partners("names once", 1, {}, {"level": "国家级"}, {"name": None}),
]  # fmt: skip

CASES = [*of_every_list(), *of_lapsing_lists(), *of_levels(), *RECOGNITIONS, *PATENTS, *STANDARDS, *CARRIERS, *TALENTS, *OTHERS]  # fmt: skip


def test_every_list_has_its_cases(guide):
    of_lists = {
        name
        for name, one in guide.indicators.items()
        if one.rows and one.rows[0].table not in ("enterprises", "funds")
    }
    assert {one.indicator for one in CASES} == of_lists


def test_lists(guide, engine):
    assert answers(guide, engine, CASES) == expected(CASES)
