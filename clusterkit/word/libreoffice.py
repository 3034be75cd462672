"""LibreOffice without a window, with a profile of its own that maps the fonts of official papers."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

# What a font becomes where it is not installed: the first of these that is.
_SERIF, _SANS = ("Noto Serif CJK SC",), ("Noto Sans CJK SC",)
REPLACEMENTS = {
    "仿宋": _SERIF,
    "仿宋_GB2312": _SERIF,
    "宋体": _SERIF,
    "方正小标宋简体": _SERIF,
    "楷体": _SERIF,
    "楷体_GB2312": _SERIF,
    "黑体": _SANS,
    "Times New Roman": ("Liberation Serif", "Tinos", *_SERIF),  # the first two are as wide, letter by letter
}
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_WRITER, _MATH = "swlo", "smlo"  # LibreOffice's names of its libraries
_SECONDS = 60  # to start
_SECONDS_EACH = 30


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program, None where it is not installed.

    The environment variable ``CLUSTERKIT_SOFFICE`` names one that is not in its usual place.
    """
    named = os.environ.get("CLUSTERKIT_SOFFICE")
    found = named or shutil.which("soffice") or shutil.which("libreoffice")
    places = [found] if found else list(_PLACES)
    return next((Path(place) for place in places if Path(place).is_file()), None)


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """A LibreOffice to convert with; every conversion has a profile folder of its own."""

    program: Path

    @property
    def sets_mathematics(self) -> bool:
        """Whether it shows equations: on Linux its Math is a package of its own, without which they vanish."""
        parts = self.program.resolve().parent
        return not (parts / f"lib{_WRITER}.so").is_file() or (parts / f"lib{_MATH}.so").is_file()

    def convert(self, documents: Sequence[Path], folder: Path, suffix: str = "pdf", read_as: str = "") -> str:
        """Write ``documents`` into ``folder``; return what went wrong, empty for nothing.

        ``suffix`` says as what; ``read_as`` names the filter that reads them, so that nothing else is tried.
        """
        with TemporaryDirectory(prefix="clusterkit-") as profile:
            write_profile(Path(profile), replacements(installed_fonts()))
            command = [str(self.program), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
            command += [f"--infilter={read_as}"] if read_as else []
            command += ["--convert-to", suffix, "--outdir", str(folder), *map(str, documents)]
            return _run(command, _SECONDS + _SECONDS_EACH * len(documents))


def _run(command: list[str], seconds: int) -> str:
    try:
        ended = subprocess.run(command, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return f"LibreOffice 超过{seconds}秒没有完成"
    except OSError as error:
        return f"LibreOffice 无法启动：{error.strerror}"
    return "" if ended.returncode == 0 else f"LibreOffice 退出码为{ended.returncode}"


def installed_fonts() -> frozenset[str]:
    """Return the families that fontconfig knows; none where there is no fontconfig (Windows, macOS)."""
    program = shutil.which("fc-list")
    if program is None:
        return frozenset()
    listed = subprocess.run([program, ":", "family"], capture_output=True, timeout=_SECONDS, check=False)
    lines = listed.stdout.decode("utf-8", "replace").splitlines()
    return frozenset(name.strip() for line in lines for name in line.split(","))


def replacements(installed: frozenset[str]) -> dict[str, str]:
    """Return the replacements needed: LibreOffice would apply them to installed fonts as well.

    Examples
    --------
    >>> replacements(frozenset({"Noto Sans CJK SC"}))
    {'黑体': 'Noto Sans CJK SC'}
    """
    first = {
        font: next((one for one in substitutes if one in installed), None)
        for font, substitutes in REPLACEMENTS.items()
        if font not in installed
    }
    return {font: substitute for font, substitute in first.items() if substitute}


def write_profile(folder: Path, fonts: dict[str, str]) -> None:
    """Write a profile whose replacement table maps ``fonts``."""
    path = folder / "user" / "registrymodifications.xcu"
    path.parent.mkdir(parents=True, exist_ok=True)
    pairs = "".join(_pair(place, *names) for place, names in enumerate(fonts.items()))
    path.write_text(_PROFILE.format(pairs=pairs), encoding="utf-8")


def _pair(place: int, font: str, substitute: str) -> str:
    return _PAIR.format(place=place, font=escape(font), substitute=escape(substitute))


_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Font/Substitution">\
<prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop></item>
{pairs}</oor:items>
"""
_PAIR = """\
<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs">\
<node oor:name="_{place}" oor:op="replace">\
<prop oor:name="ReplaceFont" oor:op="fuse"><value>{font}</value></prop>\
<prop oor:name="SubstituteFont" oor:op="fuse"><value>{substitute}</value></prop>\
<prop oor:name="Always" oor:op="fuse"><value>true</value></prop>\
<prop oor:name="OnScreenOnly" oor:op="fuse"><value>false</value></prop></node></item>
"""
