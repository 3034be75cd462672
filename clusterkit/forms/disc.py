"""光盘.zip: what is handed in on disc, Word and PDF in the order of the guide, with a list and checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from clusterkit.word.document import zip_parts

NAME = "光盘.zip"
LIST, SUMS = "文件清单.txt", "SHA256SUMS.txt"
FORMATS = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Burnt:
    """A document for the disc.

    Parameters
    ----------
    name
        Its file name.
    about
        What it is, in a few Chinese words.
    data
        Its bytes.
    """

    name: str
    about: str
    data: bytes


def disc(documents: Sequence[Burnt], title: str, missing: Sequence[str] = ()) -> bytes:
    """Return the disc as a zip: the same bytes for the same documents.

    Parameters
    ----------
    documents
        In the order of the guide; those that are neither Word nor PDF are left out. A document's formats share its
        number, so that any list by name keeps the order.
    title
        What the list says above.
    missing
        Documents whose PDF could not be made here: the list says so.

    Examples
    --------
    >>> from io import BytesIO
    >>> from zipfile import ZipFile
    >>> made = disc([Burnt("申报信息表.docx", "表", b"1"), Burnt("申报信息表.pdf", "表", b"2")], "例")
    >>> ZipFile(BytesIO(made)).namelist()
    ['01_申报信息表.docx', '01_申报信息表.pdf', 'SHA256SUMS.txt', '文件清单.txt']
    """
    files = dict(_numbered(one for one in documents if PurePath(one.name).suffix in FORMATS))
    sums = "".join(f"{_digest(one.data)}  {name}\n" for name, one in files.items())
    texts = {SUMS: sums.encode(), LIST: _list(files, title, missing).encode("utf-8-sig")}
    return zip_parts({**{name: one.data for name, one in files.items()}, **texts})


def _numbered(documents: Iterator[Burnt]) -> Iterator[tuple[str, Burnt]]:
    numbers: dict[str, int] = {}
    for one in documents:
        number = numbers.setdefault(PurePath(one.name).stem, len(numbers) + 1)
        yield f"{number:02}_{one.name}", one


def _list(files: dict[str, Burnt], title: str, missing: Sequence[str]) -> str:
    """Return the list as Notepad shows it, on Windows of any age."""
    lines = [f"{title}（电子文档）", "", *(line for name, one in files.items() for line in _entry(name, one))]
    if missing:
        lines += [f"没有 PDF 的文件：{'、'.join(missing)}。请在 Word、WPS 中另存为 PDF 后一并刻录。", ""]
    lines.append(
        f"校验：在本文件夹运行 sha256sum -c {SUMS}，或在 Windows 上用 certutil -hashfile 文件名 SHA256 对照。"
    )
    return "\r\n".join((*lines, ""))


def _entry(name: str, one: Burnt) -> Iterator[str]:
    yield f"{name}　{one.about}"
    yield f"　　{len(one.data)} 字节，SHA-256 {_digest(one.data)}"
    yield ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
