"""The errors a user can meet: one Chinese sentence each, and the exit code of the contract."""

from __future__ import annotations

from collections.abc import Sequence


class ClusterkitError(Exception):
    """Something cannot go on; ``str()`` is the Chinese sentence for the user.

    The command line prints it and ends with ``exit_code``; a notebook shows it as text.
    """

    exit_code = 2


class GuideError(ClusterkitError):
    """A guide's data is wrong: says file, line, key and what was expected."""


class WorkspaceError(ClusterkitError):
    """The workspace cannot be loaded: a file is missing or a setting is wrong."""


class RefusedError(ClusterkitError):
    """A build was refused because there are error-level findings."""

    exit_code = 1

    def __init__(self, message: str, findings: Sequence[object] = ()) -> None:
        super().__init__(message)
        self.findings = list(findings)
