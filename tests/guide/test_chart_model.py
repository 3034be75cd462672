"""Charts and the map as data of a guide: what is wrong is said with file and line; the map has no gaps."""

from collections import Counter

import pytest

from clusterkit.errors import GuideError
from clusterkit.guide import load_guide

GUIDE = load_guide("tianjin-2025-1")
EXTENDS = 'extends = "tianjin-2025-1"\n'

FAULTS = [
    ('[chart.top_five]\ntitle = "{best}第一"\n', "charts.toml", ["{best}", "可用的是", "first_share"]),
    ('[chart.top_five]\ntitle = "{label第一"\n', "charts.toml", ["花括号没有配对"]),
    ('[chart.top_five]\nkind = "pie"\n', "charts.toml 第3行", ["kind"]),
    ('[chart.top_five]\nseries = [{ indicator = "output_valu", label = "产值" }]\n', "charts.toml 第3行", ["output_value"]),
    ('[map.districts]\n"西青县" = ["jizhou-n", "jizhou-e", "jizhou-w"]\n', "charts.toml", ["西青县", "行政区"]),
    ('[map.districts]\n"西青区" = ["jizhou-n", "jizhou-e", "atlantis"]\n', "charts.toml", ["西青区", "atlantis"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "words"), FAULTS)
def test_a_fault_is_said_with_its_place(tmp_path, text, place, words):
    (tmp_path / "charts.toml").write_text(EXTENDS + text, "utf-8")
    with pytest.raises(GuideError) as caught:
        load_guide(tmp_path)
    assert all(word in str(caught.value) for word in (place, *words))


def test_an_indicator_that_a_guide_leaves_out_leaves_its_charts(tmp_path):
    (tmp_path / "guide.toml").write_text(EXTENDS + "[indicator.rd_intensity]\nremove = true\n", "utf-8")
    charts = load_guide(tmp_path).charts
    assert [one.indicator for one in charts["growth"].series] == ["output_value", "labour_productivity"]
    assert charts["rd_distribution"].series == ()


def test_every_district_is_on_the_map():
    assert set(GUIDE.map.districts) == set(GUIDE.places.districts)
    assert set(GUIDE.map.inset) < set(GUIDE.map.districts)
    assert all(
        point in {name for ring in GUIDE.map.districts.values() for name in ring}
        for point in GUIDE.map.points
    )


def test_neighbours_share_their_borders_and_leave_no_gap():
    """Each border is walked by two districts, in opposite directions; what is walked once is the city's own."""
    steps = [
        step for ring in _rings() for step in zip(ring, (*ring[1:], ring[0]), strict=True)
    ]  # fmt: skip
    assert max(Counter(steps).values()) == 1
    outside = dict(step for step in steps if step[::-1] not in steps)
    walk = [next(iter(outside))]
    while (following := outside[walk[-1]]) != walk[0]:
        walk.append(following)
    assert len(walk) == len(outside)
    assert _area(walk) == pytest.approx(sum(map(_area, _rings())))


def _rings():
    rings = GUIDE.map.districts.values()
    return [ring if _area(ring) > 0 else ring[::-1] for ring in rings]


def _area(names):
    corners = [GUIDE.map.points[name] for name in names]
    return (
        sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, (*corners[1:], corners[0]), strict=True)) / 2
    )
