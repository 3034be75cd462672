"""Who a name is: every answer tried through the workspace and by writing decisions.csv, and what is asked then."""

import shutil

import pytest
from stdnum.cn import uscc

import clusterkit as ck
from clusterkit.workspace.questions import asked

SETTINGS = 'guide = "tianjin-2025-1"\nreference_year = 2024\n[cluster]\nname = "示例"\nindustries = ["39"]\ndistricts = ["西青区"]\n'


def _code(number):
    body = f"91120111EX{number:07d}"
    return body + uscc.calc_check_digit(body)


FIRMS = {
    "天津恒瑞传感技术有限公司": "西青区",
    "天津恒锐传感技术有限公司": "津南区",
    "天津青岚电子有限公司": "西青区",
}
RUI, SHARP, BLUE = (_code(number) for number in range(1, 4))
NAME, BEIJING, BRANCH, OWNER = (
    "天津恒蕊传感技术有限公司",
    "北京青岚电子有限公司",
    "天津青岚电子有限公司东丽分公司",
    "天津青岗电子有限公司",
)


@pytest.fixture(scope="session")
def unmatched(tmp_path_factory):
    """Names near those of a register: one near two, one of another city, a branch, and an applicant."""
    folder = tmp_path_factory.mktemp("unmatched") / "集群"
    (folder / "raw").mkdir(parents=True)
    (folder / "cluster.toml").write_text(SETTINGS, "utf-8")
    rows = (
        f"{name},{_code(number)},3983,{district},存续,是,2024"
        for number, (name, district) in enumerate(FIRMS.items(), 1)
    )
    lists = {
        "企业名录": ["企业名称,统一社会信用代码,行业代码,所在区,登记状态,是否规上,数据年度", *rows],
        "国家级小巨人名单": ["企业名称,认定年份", *(f"{name},2023" for name in (NAME, BEIJING, BRANCH))],
        "PCT专利": ["专利号,申请人,途径,授权日期", f"US1,{OWNER},PCT,2024-03-01"],
    }
    for name, lines in lists.items():
        (folder / "raw" / f"{name}.csv").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture(scope="session")
def workspace(unmatched):
    """The same, nothing answered."""
    return ck.Workspace(unmatched)


@pytest.fixture
def folder(unmatched, tmp_path):
    return shutil.copytree(unmatched, tmp_path / "集群")


def _asked(workspace, name):
    return [one for one in asked(workspace) if one.keep.path == ("match", name)]


ANSWERS = [
    # about whom, answers one after the other, little giants and patents then, what is asked then, of whom
    (NAME, [RUI], (1, 0), None, []),
    (NAME, [SHARP], (0, 0), None, []),
    (NAME, ["none"], (0, 0), None, []),
    (NAME, [f"not:{RUI}"], (0, 0), "name_suggested", [SHARP, f"not:{SHARP}", "none", "later"]),
    (NAME, [f"not:{RUI}", f"not:{SHARP}"], (0, 0), None, []),
    (NAME, ["later"], (0, 0), "match_postponed", [RUI, SHARP, f"not:{RUI}", "none"]),
    (NAME, ["later", f"not:{RUI}"], (0, 0), "match_postponed", [SHARP, f"not:{SHARP}", "none"]),
    (NAME, ["later", RUI], (1, 0), None, []),
    (OWNER, [BLUE], (0, 1), None, []),
    (OWNER, ["institution"], (0, 1), None, []),
    (OWNER, ["none"], (0, 0), None, []),
    (OWNER, ["later"], (0, 0), "match_postponed", [BLUE, f"not:{BLUE}", "institution", "none"]),
    (OWNER, [f"not:{BLUE}"], (0, 0), "owner_not_listed", ["institution", "none", "later"]),
]


GIVEN = [(NAME, RUI), (NAME, f"not:{RUI}"), (NAME, "later"), (OWNER, "institution")]


@pytest.mark.parametrize(("name", "value"), GIVEN)
def test_an_answer_gives_what_it_promised(workspace, folder, name, value):
    before = workspace.results()
    [question] = [one for one in workspace.questions() if one.keep.path == ("match", name)]
    ck.Workspace(folder).answer(question.id, value, "已核实", "甲")
    promised = {key: question.option(value).effect.get(key, one.exact) for key, one in before.items()}
    assert {key: one.exact for key, one in ck.Workspace(folder).results().items()} == promised
    assert f"match,{name},{name},{value},已核实,甲," in (folder / "decisions.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(("name", "answers", "numbers", "code", "options"), ANSWERS)
def test_what_counts_and_what_is_left_to_ask(folder, name, answers, numbers, code, options):
    lines = ["kind,key,name,choice,reason,by,at", *(f"match,{name},,{value},已核实,甲," for value in answers)]
    (folder / "decisions.csv").write_text("\n".join(lines), "utf-8-sig")
    workspace = ck.Workspace(folder)
    results = workspace.results()
    assert (results["little_giants"].value, results["pct_patents"].value) == numbers
    left = _asked(workspace, name)
    assert [one.code for one in left] == ([code] if code else [])
    assert sorted(one.value for question in left for one in question.options) == sorted(options)
    assert [one.postponed for one in left] == [code == "match_postponed"] * len(left)


def test_an_answer_put_off_is_asked_last(workspace, folder):
    [question] = _asked(workspace, NAME)
    assert workspace.questions()[-1].keep != question.keep
    ck.Workspace(folder).answer(question.id, "later", "等企业回函")
    left = ck.Workspace(folder).questions()
    assert (left[-1].keep, left[-1].code) == (question.keep, "match_postponed")


DOUBTFUL = [
    (NAME, None, ["“蕊”↔“瑞”", "“蕊”↔“锐”", "有2家同样接近"]),
    (BEIJING, None, ["“北京”↔“天津”", "名单上的是外地企业"]),
    (BRANCH, None, ["多“东丽分公司”", "名单上的是分支机构"]),
    (OWNER, BLUE, ["“岗”↔“岚”", "名称 +"]),
]


@pytest.mark.parametrize(("name", "likely", "words"), DOUBTFUL)
def test_what_speaks_against_a_candidate_is_shown_and_none_is_called_likely(workspace, name, likely, words):
    [question] = _asked(workspace, name)
    assert question.suggested == likely
    assert all(word in question.evidence for word in words), question.evidence
