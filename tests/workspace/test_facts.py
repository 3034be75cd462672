"""The facts of a workspace that come from its settings."""

import clusterkit as ck
from clusterkit.forms.basic_values import basic_values


def test_industry_and_place_are_said_as_in_the_form(workspace_folder):
    workspace = ck.Workspace(workspace_folder)
    printed = basic_values(workspace.guide, workspace.settings.model_dump())
    facts = workspace.facts()
    assert facts.find("cluster.field").value == printed["cluster.industries"]
    assert "计算机、通信和其他电子设备制造业" in printed["cluster.industries"]
    assert facts.find("cluster.area").value == printed["cluster.districts"] == "天津市西青区"
