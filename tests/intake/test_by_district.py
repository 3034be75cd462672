"""Lists with a district a column: every enterprise gets its district, and its place in the file."""

import openpyxl
import pytest

from clusterkit.workspace import Workspace

TITLE = ["2024年规上工业企业名单（按区）"]
NAMES = [
    ["天津海河传感技术有限公司", "天津云帆半导体有限公司"],
    ["天津青风电子有限公司", None],
]


def found(folder, rows):
    for path in (folder / "raw").iterdir():
        path.unlink()
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "raw" / "规上企业名单（按区）.xlsx")
    frame = Workspace(folder).received().tables.get("enterprises")
    if frame is None or "district" not in frame:
        return None
    columns = (frame["name"], frame["district"], frame["_line"])
    return sorted(zip(*(column.tolist() for column in columns), strict=True))


EXPECTED = [
    ("天津云帆半导体有限公司", "津南区", 3),
    ("天津海河传感技术有限公司", "西青区", 3),
    ("天津青风电子有限公司", "西青区", 4),
]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([TITLE, ["西青区", "津南区"], *NAMES], EXPECTED),
        ([TITLE, ["西青区（2家）", "津南区（1家）"], *NAMES], EXPECTED),
        ([TITLE, ["序号", "西青区", "津南区"], *([at, *row] for at, row in enumerate(NAMES, 1))], EXPECTED),
        ([TITLE, ["西青区", "合计"], [12, 12]], None),  # figures by district are no list of enterprises
    ],
)
def test_every_enterprise_gets_its_district(workspace_folder, rows, expected):
    assert found(workspace_folder, rows) == expected
