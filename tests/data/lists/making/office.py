"""Files that only LibreOffice writes: PDF, xls, ods, and the xls that Excel calls write-protected."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from clusterkit.word.libreoffice import find_libreoffice, installed_fonts, replacements, write_profile

_FORMATS = {"pdf": "pdf", "xls": "xls:MS Excel 97", "ods": "ods", "doc": "doc:MS Word 97"}
_PROTECT = """
import subprocess, time, uno, sys
from com.sun.star.beans import PropertyValue
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(60):
    try:
        context = resolver.resolve("uno:pipe,name=lists;urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
def value(name, given):
    made = PropertyValue()
    made.Name, made.Value = name, given
    return made
source, target, password = sys.argv[1:4]
document = desktop.loadComponentFromURL(source, "_blank", 0, (value("Hidden", True),))
document.storeToURL(target, (value("FilterName", "MS Excel 97"), value("Password", password)))
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
"""


def convert(source: Path, target: Path) -> None:
    """Convert a file to what the target's extension says."""
    program = find_libreoffice()
    assert program is not None, "LibreOffice is needed to make these files"
    with TemporaryDirectory() as folder:
        write_profile(Path(folder), replacements(installed_fonts()))
        command = [str(program), f"-env:UserInstallation={Path(folder).as_uri()}", "--headless"]
        command += ["--infilter=HTML (StarWriter)"] if source.suffix == ".html" else []
        command += ["--convert-to", _FORMATS[target.suffix[1:]], "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        made = Path(folder) / f"{source.stem}{target.suffix}"
        target.write_bytes(made.read_bytes())


def lock(source: Path, target: Path, password: str = "VelvetSweatshop") -> None:
    """Write an encrypted xls; with Excel's own password it is what Excel writes for a protected workbook."""
    program = find_libreoffice()
    assert program is not None
    with TemporaryDirectory() as folder:
        office = subprocess.Popen(
            [
                str(program),
                f"-env:UserInstallation={Path(folder).as_uri()}",
                "--headless",
                "--accept=pipe,name=lists;urp",
            ]
        )
        try:
            subprocess.run(
                ["/usr/bin/python3", "-c", _PROTECT, source.as_uri(), target.as_uri(), password],
                check=True,
                timeout=120,
            )
        finally:
            office.wait(timeout=60)
