"""A small workspace for whoever needs a whole one: three enterprises and one official list."""

import os

import pytest

from decided import decided_workspace
from folders import ORGANISATION, SETTINGS, write_folder

REGISTER = """\
企业名称,统一社会信用代码,所在区,行业代码,登记状态,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）,从业人员数（人）
天津海河传感技术有限公司,,西青区,3983,存续,是,2024,12000,10000,500,100
天津云帆半导体有限公司,,西青区,3973,存续,是,2024,8000,10000,300,60
天津北辰阀门有限公司,,北辰区,3983,存续,否,2024,500,400,,20
"""
GIANTS = "企业名称,认定年份\n天津海河传感技术有限公司,2023\n"


def pytest_collection_modifyitems(config, items):
    """Leave the slow tests to CI, and to whoever asks for them (``pytest -m slow``)."""
    if os.environ.get("CI") or config.option.markexpr:
        return
    skip = pytest.mark.skip(reason="slow: runs in CI, or with -m slow")
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(skip)


@pytest.fixture
def workspace_folder(tmp_path):
    """A workspace's folder without errors."""
    lists = {"企业名录": REGISTER, "国家级专精特新小巨人企业名单": GIANTS}
    return write_folder(tmp_path / "ws", lists, SETTINGS + ORGANISATION)


@pytest.fixture
def broken_folder(workspace_folder):
    """The same with an error: a list that nobody can recognise."""
    (workspace_folder / "raw" / "不明.csv").write_text("甲,乙\n1,2\n", "utf-8")
    return workspace_folder


@pytest.fixture
def no_office(monkeypatch):
    """No LibreOffice to make PDFs with: they have tests of their own and take seconds."""
    monkeypatch.setattr("clusterkit.forms.pdf.find_libreoffice", lambda: None)


@pytest.fixture(scope="session")
def decided(tmp_path_factory):
    """A workspace in which much was decided; read, never changed."""
    return decided_workspace(tmp_path_factory.mktemp("decided"))
