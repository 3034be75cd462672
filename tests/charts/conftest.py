"""Workspaces to draw: a small one with numbers that can be reckoned by hand, the sample, an empty one."""

import pytest

from clusterkit.workspace import Workspace
from folders import write_folder

SETTINGS = """\
guide = "tianjin-2025-1"
reference_year = 2024

[cluster]
name = "智能传感器集群"
industries = ["39", "40"]
districts = ["西青区", "滨海新区"]
"""
FIELDS = "企业名称,所在区,行业代码,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）,在职员工数（人）,进口额（万美元）,出口额（万美元）,外商直接投资（万美元）"
REGISTER = f"""\
{FIELDS}
天津甲传感技术有限公司,西青区,3983,是,2022,8000,8000,240,100,,,
天津甲传感技术有限公司,西青区,3983,是,2023,9000,9000,360,100,,,
天津甲传感技术有限公司,西青区,3983,是,2024,12000,30000,1500,100,1000,3000,-200
天津乙半导体有限公司,经开区,3973,是,2022,5000,6000,60,50,,,
天津乙半导体有限公司,经开区,3973,是,2023,5000,6000,60,50,,,
天津乙半导体有限公司,经开区,3973,是,2024,8000,10000,100,50,,1000,500
天津丙仪表有限公司,西青区,4011,否,2024,1000,900,,20,,,
天津丁阀门有限公司,北辰区,3443,是,2024,90000,90000,9000,900,9000,9000,9000
"""
GIANTS = "企业名称,认定年份\n天津甲传感技术有限公司,2023\n天津丁阀门有限公司,2023\n"
ACTIVITIES = "日期,活动名称\n2024-03-01,甲会\n2024-03-05,乙会\n2024-11-02,丙会\n2023-11-02,旧会\n"
CARRIERS = """\
载体名称,级别,载体类别,所在区,认定年份,与主导产业相关
甲中心,国家级,国家企业技术中心,西青区,2022,是
乙中心,市级,市级企业技术中心,西青区,2022,是
丙中心,市级,市级企业技术中心,西青区,2022,是
丁中心,市级,市级企业技术中心,北辰区,2022,是
"""
LISTS = {
    "企业名录.csv": REGISTER,
    "国家级专精特新小巨人企业名单.csv": GIANTS,
    "促进会活动记录.csv": ACTIVITIES,
    "创新载体清单.csv": CARRIERS,
}


def made(folder, **lists):
    """Return a workspace in ``folder`` with these lists."""
    return Workspace(write_folder(folder, lists, SETTINGS))


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return made(tmp_path_factory.mktemp("small") / "ws", **LISTS)


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    return made(tmp_path_factory.mktemp("empty") / "ws")


@pytest.fixture
def make(tmp_path):
    """Make a workspace of other lists."""
    return lambda **lists: made(tmp_path / "ws", **lists)
