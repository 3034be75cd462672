"""A remark that says 注销 or 废止 where no column is read for it is told; what denies it, or is said elsewhere, is not."""

import pytest

from clusterkit.guide import load_guide
from clusterkit.intake import read_lists

GUIDE = load_guide("tianjin-2025-1")
FIRMS = "企业名称,所在区,行业代码,{columns}\n天津甲传感有限公司,西青区,3983,{one}\n天津乙传感有限公司,西青区,3983,{other}\n"
STANDARDS = "标准编号,标准名称,企业名称,{columns}\nGB/T 1-2020,甲,天津甲传感有限公司,{one}\nGB/T 2-2020,乙,天津甲传感有限公司,{other}\n"


@pytest.mark.parametrize(
    ("text", "columns", "one", "other", "said"),
    [
        (FIRMS, "备注", "重点企业", "2024年6月已注销", ["第 3 行"]),
        (FIRMS, "备注", "已吊销，正在清算", "2023年注销", ["第 2、3 行"]),
        (FIRMS, "备注", "未注销", "没有废止", []),
        (FIRMS, "备注,登记状态", "已注销,注销", "重点企业,存续", []),
        (STANDARDS, "补充情况", "2023年废止", "2020年发布", ["第 2 行"]),
    ],
)
def test_a_remark_that_nobody_reads(text, columns, one, other, said, tmp_path):
    file = "标准清单.csv" if text is STANDARDS else "企业名录.csv"
    (tmp_path / file).write_text(text.format(columns=columns, one=one, other=other), "utf-8")
    found = [
        finding.message
        for finding in read_lists(tmp_path, GUIDE, reference_year=2024).findings
        if finding.code == "remark_not_read"
    ]
    assert len(found) == len(said)
    assert all(words in message for words, message in zip(said, found, strict=True))
