"""What the name of a file tells of an answer: said as the likely one, with what speaks for it."""

import pytest

from clusterkit.findings.catalogue import catalogue
from clusterkit.workspace import Workspace

LIST = "企业名称,统一社会信用代码,所在区,行业代码,登记状态,数据年度,产值（万元）\n天津海河传感技术有限公司,,西青区,3983,存续,2024,12000\n"


@pytest.mark.parametrize(
    ("file", "suggested"),
    [
        ("西青区规上工业企业主要指标.csv", "是"),
        ("规模以上企业名录.csv", "是"),
        ("规下企业名录.csv", "否"),
        ("非规上企业名录.csv", None),
        ("企业名录.csv", None),
    ],
)
def test_whether_firms_are_above_scale(workspace_folder, file, suggested):
    for path in (workspace_folder / "raw").iterdir():
        path.unlink()
    (workspace_folder / "raw" / file).write_text(LIST, "utf-8")
    [one] = [one for one in Workspace(workspace_folder).questions() if one.code == "above_scale_blank"]
    assert one.suggested == suggested
    assert ("文件名" in one.evidence) == (suggested is not None)


def test_every_likely_answer_is_one_of_the_answers():
    for code, entry in catalogue().items():
        for tell in entry.question.tells if entry.question else ():
            assert tell.value in {choice.value for choice in entry.question.choices}, code
