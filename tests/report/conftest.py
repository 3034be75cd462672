"""The records of a workspace that tries to be code, of a new one, and of the sample."""

import pytest
from lxml import html

import clusterkit as ck
from clusterkit.report import as_html
from clusterkit.workspace.new import new_workspace

MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def crafted(workspace_folder):
    """The small workspace with markup wherever people write."""
    for name in ("cluster.toml", "raw/企业名录.csv", "raw/国家级专精特新小巨人企业名单.csv"):
        path = workspace_folder / name
        text = path.read_text("utf-8").replace("天津海河传感技术", f"天津{MARKUP}海河传感技术")
        path.write_text(text.replace("西青区智能传感器集群", f"集群{MARKUP}"), "utf-8")
    (workspace_folder / "raw" / f"不明{MARKUP.replace('/', '')}.csv").write_text(
        f"甲{MARKUP},乙\n1,2\n", "utf-8"
    )
    (workspace_folder / "decisions.csv").write_text(
        "kind,key,name,choice,reason,by,at\n"
        f"scope,天津北辰阀门有限公司,天津北辰阀门有限公司{MARKUP},include,理由{MARKUP},某人{MARKUP},2025-03-05\n",
        "utf-8-sig",
    )
    return workspace_folder


@pytest.fixture(scope="session")
def new(tmp_path_factory):
    """A workspace as it is on the first day."""
    folder = tmp_path_factory.mktemp("record") / "ws"
    new_workspace(folder)
    return ck.Workspace(folder)


@pytest.fixture(scope="session")
def sample_text(sample):
    return as_html(sample)


@pytest.fixture(scope="session")
def new_text(new):
    return as_html(new)


@pytest.fixture(scope="session", params=["sample", "new"])
def record(request):
    """A workspace, its record as text and parsed."""
    text = request.getfixturevalue(f"{request.param}_text")
    return request.getfixturevalue(request.param), text, html.document_fromstring(text)
