import pytest

from clusterkit.matching import read_decisions, restore_codes

DIGITS = "911200007676306733"
HEADER = "kind,key,name,choice,reason,by,at\n"
ROWS = [
    {"name": "天津甲有限公司", "uscc": DIGITS},
    {"name": "天津乙有限公司", "uscc": "91120000238994906G"},
    {"name": "天津甲厂", "uscc": DIGITS},
]


@pytest.fixture
def restored(tmp_path, received):
    def run(row):
        path = tmp_path / "decisions.csv"
        path.write_text(HEADER + row + "\n", "utf-8")
        decisions, findings = read_decisions(path)
        decisions, more = restore_codes(decisions, {"enterprises": received("enterprises", ROWS)})
        return decisions, [*findings, *more]

    return run


@pytest.mark.parametrize("damaged", ["9.112E+17", "9.11200007676307E+17", "911200007676306000"])
def test_a_code_that_one_list_has_is_given_back(restored, damaged):
    decisions, [found] = restored(f"scope,{damaged},天津甲有限公司,include,理由,,")
    assert decisions.include == {DIGITS: "理由"}
    assert (found.code, found.level) == ("decision_code_restored", "info")
    assert DIGITS in found.message


def test_without_a_name_the_only_code_that_fits_is_taken(restored):
    decisions, _ = restored("scope,9.112E+17,,include,理由,,")
    assert decisions.include == {DIGITS: "理由"}


@pytest.mark.parametrize(
    "row", ["scope,9.113E+17,天津甲有限公司,include,理由,,", "scope,9.112E+17,天津丁有限公司,include,理由,,"]
)
def test_what_stays_unclear_is_never_used(restored, row):
    decisions, [found] = restored(row)
    assert (decisions.rows, found.code, found.level) == ((), "decision_code_damaged", "error")


def test_a_choice_is_given_back_too(restored):
    decisions, _ = restored("match,天津甲公司,天津甲有限公司,9.112E+17,理由,,")
    assert decisions.match["天津甲公司"].choice == DIGITS


def test_rows_keep_their_order(restored):
    decisions, _ = restored(f"scope,9.112E+17,天津甲有限公司,include,先,,\nscope,{DIGITS},,exclude,后,,")
    assert (decisions.include, decisions.exclude) == ({}, {DIGITS: "后"})
