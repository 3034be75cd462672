"""How the guide's ambiguous places are read."""

import pytest

from clusterkit.compute.taken import taken
from clusterkit.guide import load_guide


@pytest.mark.parametrize(
    ("written", "label", "by", "is_default"),
    [
        ({}, "国际标准和国家标准", "按默认，待确认", True),
        ({"standards": "national"}, "只计国家标准", "cluster.toml 写明", False),
        ({"standards": "international+national"}, "国际标准和国家标准", "cluster.toml 写明", True),
    ],
)
def test_a_choice(written, label, by, is_default):
    [one] = [one for one in taken(load_guide("tianjin-2025-1"), written) if one.id == "standards"]
    assert (one.by, one.is_default) == (by, is_default)
    assert one.label.startswith(label)
