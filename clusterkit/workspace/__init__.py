"""The workspace: a folder that a person can read, and the steps from its lists to the finished documents."""

from clusterkit.workspace.workspace import Workspace

__all__ = ["Workspace"]
