"""Sums and ratios, units and missing figures, on every engine; null and 0."""

import narwhals.stable.v2 as nw
import pytest

import clusterkit as ck
from clusterkit.tables import tables
from frames import plain
from given import ROWS, answers, case, expected, rows, scope

FIGURES = ("output_value", "revenue", "main_business_revenue", "rd_expense", "employees", "staff", "senior_titles", "high_skilled",
           "imports", "exports", "fdi", "other_foreign_investment", "foreign_loans")  # fmt: skip


def firms(words, indicator, value, *changes, **settings):
    """Make a case of enterprises, their figures blank where not given, each with a code of its own."""
    blank = dict.fromkeys(FIGURES)
    given = [{"uscc": f"E{number}", **blank, **change} for number, change in enumerate(changes)]
    return case(words, indicator, value, settings, enterprises=given, institutions=[{}])


def over(words, indicator, value, *pairs, part, whole):
    """Make a case of a ratio: pairs of figures, 规上 or not."""
    return firms(
        words,
        indicator,
        value,
        *({part: one, whole: other, "above_scale": scale} for one, other, scale in pairs),
    )


def intensity(words, value, *pairs):
    return over(words, "rd_intensity", value, *pairs, part="rd_expense", whole="revenue")


def productivity(words, value, *pairs):
    return over(words, "labour_productivity", value, *pairs, part="revenue", whole="staff")


def funds(words, value, *changes):
    return case(words, "guidance_funds", value, funds=list(changes))


SOFTWARE = {"industry_code": "6513"}
BIG, SMALL = True, False
CASES = [
    firms("万元 to 亿元", "output_value", 2.0, {"output_value": 12345.67}, {"output_value": 7654.33}),
    firms("规下 too", "output_value", 1.5, {"output_value": 10000.0}, {"output_value": 5000.0, "above_scale": False}),
    firms("a zero is a figure", "output_value", 0.0, {"output_value": 0.0}),
    firms("missing is not zero", "output_value", 1.0, {"output_value": 10000.0}, {}),
    firms("no figure at all is null", "output_value", None, {}, {}),
    firms("nobody in scope: no figure", "output_value", None, {"output_value": 5.0, "district": "武清区"}),
    firms("a negative figure", "output_value", -0.5, {"output_value": 5000.0}, {"output_value": -10000.0}),
    firms("software by main_business_revenue", "output_value", 3.0, {"output_value": 10000.0, "main_business_revenue": 1.0},
          {**SOFTWARE, "output_value": 99999.0, "main_business_revenue": 20000.0}),
    firms("software without it is missing, not output", "output_value", None, {**SOFTWARE, "output_value": 10000.0}),
    firms("other codes that begin with 6", "output_value", 1.0, {"industry_code": "6410", "output_value": 10000.0, "main_business_revenue": 5.0},
          industries=("39", "64", "65")),
    intensity("a ratio of sums, no mean of ratios", 10.0, (10.0, 40.0, BIG), (10.0, 160.0, BIG)),
    intensity("规上 alone", 25.0, (10.0, 40.0, BIG), (90.0, 100.0, SMALL), (90.0, 100.0, None)),
    intensity("a row that lacks either is in neither sum", 25.0, (10.0, 40.0, BIG), (None, 1000.0, BIG), (500.0, None, BIG)),
    intensity("zeros count", 5.0, (10.0, 100.0, BIG), (0.0, 100.0, BIG)),
    intensity("no revenue to divide by", None, (10.0, 0.0, BIG)),
    intensity("nobody with both", None, (None, 40.0, BIG), (10.0, None, BIG)),
    intensity("above 100 %", 250.0, (100.0, 40.0, BIG)),
    productivity("万元/人", 31.25, (1000.0, 20.0, BIG), (250.0, 20.0, BIG), (9e9, 1.0, SMALL)),
    productivity("no staff", None, (1000.0, 0.0, BIG)),
    firms("人 to 万人", "employees", 1.7, {"employees": 16000.0}, {"employees": 1000.0}, {}),
    firms("both of skilled people", "skilled_people", 0.6, {"senior_titles": 1000.0, "high_skilled": 2000.0}, {"senior_titles": 3000.0}, {}),
    firms("neither column with a figure", "skilled_people", None, {}),
    firms("imports and exports", "trade", 2.0, {"imports": 5000.0, "exports": 5000.0}, {"exports": 10000.0}),
    firms("three kinds of foreign capital", "foreign_capital", 0.6, {"fdi": 1000.0, "other_foreign_investment": 2000.0, "foreign_loans": 3000.0}),
    firms("parts that are there", "foreign_capital", 0.3, {"foreign_loans": 3000.0}, {}),
    case("institutions add to foreign capital, once where they are enterprises too", "foreign_capital", 1.6,
         enterprises=[{"fdi": 10000.0}], institutions=[{"fdi": 1000.0}, {"name": "西青 研究院", "fdi": 99999.0}, {"uscc": "M", "name": "某院", "foreign_loans": 5000.0},
                                                       {"uscc": "A", "fdi": 99999.0}, {"uscc": "J", "district": "武清区", "fdi": 99999.0}]),
    case("institutions alone have figures", "foreign_capital", 0.1, enterprises=[{}], institutions=[{"fdi": 1000.0}]),
    case("nobody has any", "foreign_capital", None, enterprises=[{}], institutions=[{}]),
    funds("a dedicated fund by its size", 15.0, {}, {"name": "乙", "size": 5.0, "supporting_size": 1.0}),
    funds("a comprehensive one by its part, missing without", 12.0, {}, {"name": "乙", "comprehensive": True, "size": 50.0, "supporting_size": 2.0},
          {"name": "丙", "comprehensive": True, "size": 50.0}),
    funds("blank: the part where given, else the size", 8.0, {"comprehensive": None, "size": 5.0}, {"name": "乙", "comprehensive": None, "size": 5.0, "supporting_size": 3.0}),
    funds("a name once, the first that counts", 10.0, {"size": None}, {}, {"size": 99.0}, {"name": None, "size": 99.0}),
    funds("none with a figure", None, {"size": None}),
    firms("exchanges in China and abroad", "listed_enterprises", 5, *({"exchange": name} for name in (
        "上海证券交易所", "深圳证券交易所", "北京证券交易所", "香港联合交易所", "纳斯达克", "新三板", "区域性股权市场", "拟上市", "已退市", "未上市", None))),
    firms("a bare stock code tells Shanghai and Shenzhen", "listed_enterprises", 4, *({"stock_code": code, "exchange": None} for code in (
        "600001", "688001", "000001", "300001", "430001", "830001", "920001", "00700", "60000", None))),
    firms("the word decides", "listed_enterprises", 1, {"exchange": "新三板", "stock_code": "600001"}, {"exchange": "上海证券交易所", "stock_code": "830001"}),
    firms("included by hand, but registered elsewhere", "listed_enterprises", 1, {"exchange": "纳斯达克"}, {"exchange": "纳斯达克", "district": "武清区"},
          include=("E1",)),
]  # fmt: skip


def test_figures(guide, engine):
    assert answers(guide, engine, CASES) == pytest.approx(expected(CASES))


NEEDS = {"pct_patents": "patents", "standards": "standards", "national_carriers": "carriers", "national_talents": "talents", "guidance_funds": "funds",
         "national_service_platforms": "service_platforms", "activities": "activities", "academicians": "academicians", "carrier_partners": "carrier_partners",
         "leading_enterprises_served": "leading_enterprises", "green_factories": "recognitions", "enterprises": "enterprises", "output_value": "enterprises"}  # fmt: skip


def numbers(guide, engine, given, **settings):
    frames = {table: engine(rows(table, changes)) for table, changes in given.items()}
    [row] = plain(ck.compute(guide, frames, scope(**settings)))
    return row


def test_a_table_never_given_is_null(guide, engine):
    found = numbers(guide, engine, {"academicians": [{}]})
    assert {name for name, value in found.items() if value is not None} == {"academicians"}


def test_reported_figures_are_the_organisations(guide, engine):
    found = numbers(guide, engine, {"academicians": [{}]}, organisation={"office_area": 320.5})
    assert (found["office_area"], found["full_time_staff"]) == (320.5, None)


def test_institutions_are_not_needed_for_foreign_capital(guide, engine):
    found = numbers(guide, engine, {"enterprises": [{"fdi": 10000.0}]})
    assert found["foreign_capital"] == 1.0
    assert numbers(guide, engine, {"institutions": [{"fdi": 10000.0}]})["foreign_capital"] is None


@pytest.mark.parametrize(("indicator", "table"), NEEDS.items())
def test_a_header_without_rows_gives_zero(guide, engine, indicator, table):
    headers = {name: _example(field.type) for name, field in tables()[table].fields.items()}
    empty = nw.from_native(engine([headers])).head(0).to_native()
    [row] = plain(ck.compute(guide, {table: empty}, scope(), only=[indicator]))
    assert row[indicator] == 0


def _example(kind):
    return {"amount": 1.0, "number": 1.0, "year": 2024, "boolean": True, "date": ROWS["activities"]["date"], "until": ROWS["activities"]["date"]}.get(kind, "x")  # fmt: skip


def test_columns_that_are_absent_are_not_known(guide, engine):
    found = numbers(guide, engine, {"enterprises": [{}]}, industries=["39"])
    assert found["enterprises"] == 1
    assert [
        found[name] for name in ("output_value", "employees", "trade", "foreign_capital", "rd_intensity")
    ] == [None] * 5
    assert (found["above_scale_enterprises"], found["listed_enterprises"]) == (1, 0)


def test_one_column_of_a_sum_of_several_is_enough(guide, engine):
    assert numbers(guide, engine, {"enterprises": [{"exports": 20000.0}]})["trade"] == 2.0


def test_every_indicator_has_a_column_in_the_printed_order(guide, engine):
    assert [*numbers(guide, engine, {"enterprises": [{}]})] == [*guide.indicators]
