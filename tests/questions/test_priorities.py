"""Two lists that disagree about many enterprises: asked once, and the answer ranks the lists."""

import shutil

import pytest

import clusterkit as ck
from clusterkit.questions.priorities import believed_ranks
from folders import small_folder

RANKS = [
    ({"甲": 0, "乙": 0}, "乙", ["甲", "乙"], {"乙": 1}),
    ({"甲": 0, "乙": 1}, "乙", ["甲", "乙"], {}),
    ({"甲": 0, "乙": 0, "丙": 1}, "甲", ["甲", "乙"], {"甲": 1, "丙": 2}),
    ({"甲": 0, "乙": 0, "丙": 5}, "甲", ["甲", "乙"], {"甲": 1}),
    ({"甲": 4, "乙": 2, "丙": 5, "丁": 5}, "乙", ["甲", "乙"], {"乙": 5, "丙": 6, "丁": 6}),
    ({"甲": 0, "乙": 0, "丙": 0}, "丙", ["甲", "乙", "丙"], {"丙": 1}),
]


@pytest.mark.parametrize(("ranks", "believed", "among", "changed"), RANKS)
def test_the_believed_list_comes_before_the_others_and_behind_those_before_them(
    ranks, believed, among, changed
):
    assert believed_ranks(ranks, believed, among) == changed
    after = {**ranks, **changed}
    assert all(after[believed] > after[one] for one in among if one != believed)
    above = [
        one
        for one in ranks
        if one not in among and ranks[one] > max(ranks[each] for each in among if each != believed)
    ]
    assert all(after[one] > after[believed] for one in above) or not changed


FIRMS = [f"天津{name}传感有限公司" for name in ("甲一", "乙二", "丙三", "丁四")]
HEADER = "企业名称,所在区,行业代码,登记状态,是否规上,数据年度,产值（万元）\n"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """The small workspace with four enterprises that two lists tell differently; read, never changed."""
    folder = small_folder(tmp_path_factory.mktemp("priorities") / "ws")
    for name, amount in (("统计局名单", 20000), ("企业自报", 30000)):
        rows = (f"{firm},西青区,3983,存续,是,2024,{amount + number}\n" for number, firm in enumerate(FIRMS))
        (folder / "raw" / f"{name}.csv").write_text(HEADER + "".join(rows), "utf-8")
    return ck.Workspace(folder)


@pytest.fixture(scope="module")
def question(workspace):
    [found] = [one for one in workspace.questions() if one.code == "lists_disagree"]
    return found


@pytest.fixture
def disagreeing(workspace, tmp_path):
    """A copy of it to answer in."""
    return shutil.copytree(workspace.folder, tmp_path / "ws")


def test_many_disagreements_are_one_question(workspace, question):
    assert "“企业自报.csv”、“统计局名单.csv”有 4 家企业的数不一致" in question.question
    assert "“产值”4 家" in question.evidence
    assert question.suggested == "统计局名单.csv"
    single = [one for one in workspace.findings() if one.code == "duplicate_disagrees"]
    assert [(one.level, one.caused_by) for one in single] == [("error", question.id)] * len(FIRMS)
    assert "duplicate_disagrees" not in {one.code for one in workspace.questions()}


@pytest.mark.parametrize("value", ["统计局名单.csv", "企业自报.csv"])
def test_the_answer_ranks_the_lists_as_promised_and_settles_all(workspace, disagreeing, question, value):
    before = workspace.results()
    ck.Workspace(disagreeing).answer(question.id, value, "以统计口径为准", "甲")
    after = ck.Workspace(disagreeing)
    assert "priority = 1 # 以统计口径为准，甲" in (disagreeing / "mapping.toml").read_text("utf-8")
    promised = {key: question.option(value).effect.get(key, one.exact) for key, one in before.items()}
    assert {key: one.exact for key, one in after.results().items()} == promised
    codes = {one.code: one.level for one in after.findings()}
    assert codes["duplicate_by_priority"] == "info"
    assert not {"duplicate_disagrees", "lists_disagree"} & set(codes)


def test_one_by_one_asks_about_every_enterprise(disagreeing, question):
    ck.Workspace(disagreeing).answer(question.id, "", "两份都有错", "甲")
    codes = [one.code for one in ck.Workspace(disagreeing).questions()]
    assert codes.count("duplicate_disagrees") == len(FIRMS)
    assert "lists_disagree" not in codes


def test_a_word_that_moves_no_number_stays_a_notice(workspace_folder):
    header = "企业名称,所在区,行业代码,登记状态,是否规上,数据年度,主要产品\n"
    for name, product in (("名单一", "芯片"), ("名单二", "传感器")):
        rows = (f"{firm},西青区,3983,存续,是,2024,{product}\n" for firm in FIRMS)
        (workspace_folder / "raw" / f"{name}.csv").write_text(header + "".join(rows), "utf-8")
    workspace = ck.Workspace(workspace_folder)
    assert {one.level for one in workspace.findings() if one.code == "duplicate_disagrees"} == {"info"}
    assert not {"duplicate_disagrees", "lists_disagree"} & {one.code for one in workspace.questions()}


def test_three_lists_are_ranked_one_after_the_other(disagreeing):
    rows = (f"{firm},西青区,3983,存续,是,2024,{40000 + number}\n" for number, firm in enumerate(FIRMS))
    (disagreeing / "raw" / "工信局名单.csv").write_text(HEADER + "".join(rows), "utf-8")
    workspace = ck.Workspace(disagreeing)
    [found] = [one for one in workspace.questions() if one.code == "lists_disagree"]
    assert {one.value for one in found.options} == {"企业自报.csv", "统计局名单.csv", "工信局名单.csv", ""}
    workspace.answer(found.id, "工信局名单.csv", "最新", "甲")
    after = ck.Workspace(disagreeing)
    assert after.results()["output_value"].exact == found.option("工信局名单.csv").effect["output_value"]
    assert "lists_disagree" not in {one.code for one in after.findings()}
