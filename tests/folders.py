"""Workspaces' folders written from texts: a small cluster's settings, and lists by the names of their files."""

SETTINGS = """\
guide = "tianjin-2025-1"
reference_year = 2024

[cluster]
name = "西青区智能传感器集群"
industries = ["39"]
districts = ["西青区"]
"""
ORGANISATION = """
[organisation]
office_area = 320
"""


def write_folder(folder, lists, settings=SETTINGS):
    """Write a workspace's folder and return it; a list without a suffix is a ``.csv``."""
    (folder / "raw").mkdir(parents=True)
    (folder / "cluster.toml").write_text(settings, "utf-8")
    for name, text in lists.items():
        (folder / "raw" / (name if "." in name else f"{name}.csv")).write_text(text, "utf-8")
    return folder
