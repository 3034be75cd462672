import pytest

from clusterkit.forms.basic_values import basic_values


@pytest.mark.parametrize(
    ("settings", "texts"),
    [
        ({}, {}),
        ({"cluster": {"name": " 甲集群 ", "field": None}}, {"cluster.name": "甲集群"}),
        (
            {"cluster": {"industries": ("39",)}},
            {"cluster.industries": "计算机、通信和其他电子设备制造业（大类39）"},
        ),
        ({"cluster": {"industries": ("39",), "field": "智能传感器"}}, {"cluster.industries": "智能传感器"}),
        ({"cluster": {"industries": ("9999",)}}, {"cluster.industries": "9999"}),
        (
            {"cluster": {"districts": ("西青区", "天津市南开区")}},
            {"cluster.districts": "天津市西青区、南开区"},
        ),
        ({"cluster": {"districts": ("西青区",), "area": "张家窝镇"}}, {"cluster.districts": "张家窝镇"}),
        ({"government": {"postcode": 300380}}, {"government.postcode": "300380"}),
        ({"organisation": {"email": ""}}, {}),
    ],
)
def test_settings_become_the_texts_of_the_grid(guide, settings, texts):
    assert basic_values(guide, settings) == texts
