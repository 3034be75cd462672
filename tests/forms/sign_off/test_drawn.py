"""Enterprises drawn by lot: of those in scope, the same for the same lists."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clusterkit.forms.sign_off.drawn import drawn, lots
from clusterkit.word import Table
from decided import HEADER, decided_workspace
from thorough import examples


def names(workspace, number):
    return [row["name"] for row in lots(workspace.guide, workspace.results(), number)]


def test_only_those_in_scope_are_drawn(decided):
    assert set(names(decided, 10)) == {
        "天津海河传感技术有限公司", "天津云帆半导体有限公司", "天津静海水泵有限公司",
    }  # fmt: skip


@settings(max_examples=examples(6, 20), deadline=None)
@given(number=st.integers(0, 5))
def test_fewer_are_the_first_of_more(decided, number):
    assert names(decided, number) == names(decided, 10)[:number]


def test_the_order_of_the_lists_does_not_matter_and_their_content_does(tmp_path):
    rows = [f"天津第{n}传感有限公司,西青区,3983,存续,是,2024,{n}00,{n}00,1,1\n" for n in range(1, 41)]
    lists = {"a": rows, "b": rows[::-1], "c": [*rows[:-1], rows[-1].replace(",1,1\n", ",2,1\n")]}
    found = {
        key: names(decided_workspace(tmp_path / key, 企业名录=HEADER + "".join(given), 企业自报=HEADER, decisions="kind,key,choice,reason\n"), 10)
        for key, given in lists.items()
    }  # fmt: skip
    assert found["a"] == found["b"] != found["c"]
    assert len(set(found["a"])) == 10


def test_a_figure_that_is_not_there_is_said_to_lack(values):
    [table] = [block for block in drawn(values) if isinstance(block, Table)]
    texts = [[cell.paragraphs[0].text for cell in row.cells] for row in table.rows]
    assert texts[0][:3] == ["序号", "企业名称", "统一社会信用代码"]
    assert {line[2] for line in texts[1:]} == {"缺"}  # these lists have no codes
    assert all(line[-1] == "相符□不符□" for line in texts[1:])
