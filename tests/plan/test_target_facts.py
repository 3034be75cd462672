"""The plan's targets as facts that text may cite."""

from dataclasses import replace

import pytest

from clusterkit.narrative import Facts
from clusterkit.narrative.text.fill import fill
from clusterkit.plan.target_facts import target_fact
from plan_given import FULL, GUIDE, target

PLAN = GUIDE.facts["targets"]
TARGETS = (
    target("上年度集群主导产业产值", indicator="output_value", y2025="110", y2027="133.10"),
    target("企业数量", "个", 0, "10", "enterprises"),
    target("本地配套率", "%", 0, "31", y2027="40"),
)
FACTS = Facts({"targets": target_fact(PLAN, replace(FULL, targets=TARGETS))})
CASES = {
    "the last year": ("{{ targets.output_value }}", "133.10亿元"),
    "one year": ("{{ targets.output_value.y2025 }}", "110亿元"),
    "the baseline": ("{{ targets.output_value.baseline }}", "100.00亿元"),
    "how far": ("{{ targets.output_value.growth }}", "年均增长10.0%"),
    "how many": ("{{ targets.count }}", "2项"),
    "one without targets": ("{% if targets.enterprises %}有{% else %}无{% endif %}", "无"),
    "one of the person's own": ("{{ targets[1].name }}到{{ targets[1] }}", "本地配套率到40%"),
    "the years": ("{{ targets.period }}", "2025—2027年"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_targets_are_cited(text, expected):
    assert fill(text, FACTS).text == expected
