"""What a file is about, by its name and folder."""

import pytest

from clusterkit.evidence.guess import guessed

ROWS = ["智能感知对接会（第1期）", "智能感知对接会", "程望澜"]


@pytest.mark.parametrize(
    ("file", "target", "kind"),
    [
        ("国家级绿色工厂数量/扫描件001.pdf", "国家级绿色工厂数量", ""),
        ("2024年绿色工厂公告.pdf", "国家级绿色工厂数量", "认定公告"),
        ("院士聘书.jpg", "建立工作指导机制的院士数量", "聘书"),
        ("活动/3月12日签到表.pdf", "举办的各类交流对接活动数量", "签到表"),
        ("活动/IMG_0012.jpg", "举办的各类交流对接活动数量", ""),
        ("法人登记证书.pdf", "申报条件（二）1第1句", "法人登记证书"),
        ("办公场所租赁合同.pdf", "办公场所面积", "场所证明"),
        ("西青区推荐函.pdf", "区主管部门推荐函", ""),
        ("附表5/备案.pdf", "附表5", "项目备案"),
        ("扫描件003.pdf", "", ""),
    ],
)
def test_a_name_tells(guide, file, target, kind):
    entry = guessed(guide, file)
    assert (entry.targets, entry.kind) == (target, kind)


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("智能感知对接会（第1期）签到表.pdf", "智能感知对接会（第1期）"),
        ("智能感知对接会签到表.pdf", "智能感知对接会"),
        ("聘书 程望澜.pdf", "程望澜"),
        ("签到表.pdf", ""),
    ],
)
def test_a_name_tells_the_row(guide, file, rows):
    assert guessed(guide, file, ROWS).rows == rows
