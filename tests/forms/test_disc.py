"""The disc: Word and PDF in order, a list, sums that hold."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest

from clusterkit.forms.disc import LIST, SUMS, Burnt, disc

DOCUMENTS = [
    Burnt("申报信息表.docx", "附件6—1", b"form"),
    Burnt("申报信息表.pdf", "附件6—1的PDF", b"form as pdf"),
    Burnt("实施方案.docx", "附件6—2", b"plan"),
    Burnt("指标测算底稿.xlsx", "底稿", b"book"),
    Burnt("佐证材料.pdf", "佐证", b"papers"),
    Burnt("indicators.json", "全部指标", b"{}"),
]


@pytest.fixture(scope="module")
def burnt():
    with ZipFile(BytesIO(disc(DOCUMENTS, "示例集群", ["实施方案.docx"]))) as archive:
        return {entry.filename: (entry, archive.read(entry)) for entry in archive.infolist()}


def test_word_and_pdf_alone_in_the_order_given(burnt):
    names = sorted(name for name in burnt if name not in (LIST, SUMS))
    assert names == ["01_申报信息表.docx", "01_申报信息表.pdf", "02_实施方案.docx", "03_佐证材料.pdf"]


def test_the_sums_hold_and_name_every_document(burnt):
    lines = burnt[SUMS][1].decode().splitlines()
    sums = dict(reversed(line.split("  ")) for line in lines)
    assert set(sums) == set(burnt) - {LIST, SUMS}
    assert all(hashlib.sha256(burnt[name][1]).hexdigest() == digest for name, digest in sums.items())


def test_the_list_opens_in_notepad_and_says_what_each_is(burnt):
    data = burnt[LIST][1]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    text = data.decode("utf-8-sig")
    assert text.startswith("示例集群（电子文档）")
    assert "03_佐证材料.pdf　佐证" in text
    assert "没有 PDF 的文件：实施方案.docx" in text


def test_names_are_read_right_everywhere_and_no_time_is_told(burnt):
    for name, (entry, _) in burnt.items():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert name.isascii() or entry.flag_bits & 0x800


def test_the_same_documents_give_the_same_bytes():
    assert disc(DOCUMENTS, "示例集群") == disc(list(DOCUMENTS), "示例集群")
