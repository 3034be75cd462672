"""Runs a command so that whatever goes wrong ends in Chinese sentences and an exit code, never in a traceback."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from typer.exceptions import TyperException

from clusterkit.cli.console import complain, make_printable
from clusterkit.cli.usage import wrong_use
from clusterkit.errors import ClusterkitError

WRONG_USE = 2
INTERRUPTED = 130  # what typer makes of Ctrl-C


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    make_printable()
    try:
        return _answered(arguments)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - the reader has gone; what is left goes nowhere
        return 0
    except Exception as error:
        complain(_unexpected(error, arguments))
        return WRONG_USE


def _answered(arguments: Sequence[str]) -> int:
    from clusterkit.cli.app import app

    try:
        code = app(args=list(arguments), prog_name="clusterkit", standalone_mode=False)
    except ClusterkitError as error:
        complain(str(error))
        return error.exit_code
    except TyperException as error:
        complain(wrong_use(error))
        return WRONG_USE
    if code == INTERRUPTED:
        complain("已中断。")
    return code if isinstance(code, int) else 0


def _unexpected(error: Exception, arguments: Sequence[str]) -> str:
    """Keep the traceback in a file and say in one sentence where it is."""
    from clusterkit import __version__

    descriptor, name = tempfile.mkstemp(prefix="clusterkit-", suffix=".log")
    with open(descriptor, "w", encoding="utf-8") as log:
        log.write(f"clusterkit {__version__}, Python {platform.python_version()}, {platform.platform()}\n")
        log.write(f"clusterkit {' '.join(arguments)}\n\n")
        log.write("".join(traceback.format_exception(error)))
    kind = _everyday(error)
    return f"{kind}，命令没有完成。详细情况已写入 {Path(name)}，请把这个文件发给维护者。"


def _everyday(error: Exception) -> str:
    """Put the commonest system errors into everyday words."""
    file = f"“{error.filename}”" if isinstance(error, OSError) and error.filename else "文件"
    match error:
        case PermissionError():
            return f"不能读写{file}（可能正被 Excel、Word 或 WPS 打开，请先关闭再试）"
        case FileNotFoundError():
            return f"找不到{file}"
        case OSError():
            return f"读写{file}时出错"
        case _:
            return "程序遇到了没有预料到的问题"
